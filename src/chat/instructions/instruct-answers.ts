import {
  chooseNumbered,
  fullNumber,
  shownNumber,
  type YearNumber,
} from '../../calendar/year-number.ts';
import { clip } from '../../feishu/card.ts';
import type { CardAnswer } from '../../feishu/event.ts';
import {
  AnswerClick,
  AnswerForm,
  answerCard,
  CloseClick,
  listCard,
} from '../../instructions/cards.ts';
import { answerInstruction, closeInstruction } from '../../instructions/instruction.ts';
import {
  findInstruction,
  type Instruction,
  listInstructionsByNo,
  listSent,
} from '../../instructions/queries.ts';
import { words } from '../../instructions/wording.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { officePeople } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import {
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { mayReport, reportingUnits } from '../reports/report-scope.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';

export const INSTRUCTION_CLICKS: ClickHandler[] = [
  onClick(AnswerClick, answerByClick),
  onClick(CloseClick, closeByClick),
];

type Who = Omit<Context, 'deps'>;

/** 批示件: the office sees all, a leader the own ones, a unit those it carries out; in private only. */
export async function listInstructions(context: Context): Promise<void> {
  const { deps, person, origin } = context;
  if (origin.chatType !== 'p2p') return say(context, words.inPrivate);
  const isLeader = person.roles.has('leader');
  const of = isOffice(context)
    ? {}
    : isLeader
      ? { leaderId: person.id }
      : { unitIds: person.memberships.map((m) => m.unitId) };
  const open = await listSent(deps.db, { ...of, state: 'open' });
  if (open.length === 0) return say(context, words.listNone);
  const mayClose = isLeader || isOffice(context);
  await answer(context, { type: 'card', card: listCard(open, context.today, mayClose) });
}

/** 批示3办理情况：…… */
export async function answerByWord(
  context: Context,
  said: YearNumber,
  text: string,
): Promise<void> {
  const i = await named(context, said, (one) => answersFor(context, one) !== undefined);
  if (!i) return;
  await take(context, i, answersFor(context, i) ?? null, text);
}

/**
 * What a liaison, or the office, writes under the card of an instruction. False where it is none of theirs: then it
 * means something else.
 */
export async function answerUnder(
  context: Context,
  instructionId: string,
  text: string,
  isAcknowledged: boolean,
): Promise<boolean> {
  const i = await findInstruction(context.deps.db, instructionId);
  const unitId = i && answersFor(context, i);
  if (!i || unitId === undefined) return false;
  if (isAcknowledged)
    await say(context, words.acknowledged(shownNumber(i, context.today), i.dueOn));
  else await take(context, i, unitId, text);
  return true;
}

/** 批示3办结. */
export async function closeByWord(context: Context, said: YearNumber): Promise<void> {
  const i = await named(context, said, (one) => mayClose(context, one));
  if (!i) return;
  const no = shownNumber(i, context.today);
  const done = await closeInstruction(context.deps.db, actOf(context), i.id, context.deps.newId);
  if (!done) return say(context, words.closedBefore(no));
  await sayWithUndo(context, words.closed(no), done.changeId);
}

/** The unit for which this person answers; null for the office, undefined for nobody. */
function answersFor(context: Who, i: Instruction): string | null | undefined {
  const own = i.units.find((u) => mayReport(context, u.unitId));
  if (own && (context.origin.chatType === 'p2p' || reportingUnits(context).includes(own.unitId)))
    return own.unitId;
  // The office passes on what it knows, in its own name.
  return isOffice(context) && context.origin.chatType === 'p2p' ? null : undefined;
}

const mayClose = (context: Who, i: Instruction) =>
  isOffice(context) || (context.person.roles.has('leader') && i.leaderId === context.person.id);

async function take(
  context: Context,
  i: Instruction,
  unitId: string | null,
  said: string,
): Promise<void> {
  const no = shownNumber(i, context.today);
  if (i.state !== 'open') return say(context, words.closedBefore(no));
  const text = said.trim();
  if (text.length < 2) return say(context, words.emptyAnswer);
  const { changeId } = await store(context, i, unitId, text);
  await sayWithUndo(context, words.answered(no), changeId);
}

/** Stores the answer and brings it to the leader, under the leader's own message, and to the office. */
async function store(
  context: Context,
  i: Instruction,
  unitId: string | null,
  text: string,
): Promise<{ changeId: string }> {
  const { deps, person, now } = context;
  const { db } = deps;
  const done = await answerInstruction(
    db,
    actOf(context),
    { instructionId: i.id, unitId, text },
    deps.newId,
  );
  const from = i.units.find((u) => u.unitId === unitId)?.name ?? intentWords.office;
  const card = answerCard(i, from, person.name, text);
  const notBefore = await sendingMoment(deps, now);
  const content = { type: 'card', card } as const;
  await enqueue(db, {
    key: `instruction-answered:${done.answerId}:leader`,
    to: { type: 'chat_id', id: i.chatId },
    replyTo: i.messageId,
    content,
    purpose: 'answer',
    notBefore,
  });
  for (const one of await officePeople(db))
    if (one.id !== person.id)
      await enqueue(db, {
        key: `instruction-answered:${done.answerId}:${one.id}`,
        to: { type: 'open_id', id: one.openId },
        content,
        purpose: 'answer',
        notBefore,
      });
  return done;
}

async function answerByClick(clicked: Clicked, click: AnswerClick): Promise<CardAnswer> {
  const i = await findInstruction(clicked.deps.db, click.instruction);
  if (!i) return forged('unknown instruction');
  const unitId = answersFor(clicked.context, i);
  if (unitId === undefined) return refuse(words.notYours);
  const form = AnswerForm.safeParse(clicked.action.form);
  const text = form.success ? form.data.answer.trim() : '';
  if (text.length < 2) return refuse(words.emptyAnswer);
  if (i.state !== 'open') return info(words.closedBefore(i.no ?? 0));
  return change(clicked, async (context) => {
    const done = await store(context, i, unitId, text);
    const said = words.answered(shownNumber(i, context.today));
    await sayWithUndo(context, said, done.changeId);
    return ok(clip(said, 60));
  });
}

async function closeByClick(clicked: Clicked, click: CloseClick): Promise<CardAnswer> {
  const i = await findInstruction(clicked.deps.db, click.instruction);
  if (!i) return forged('unknown instruction');
  if (!mayClose(clicked.context, i)) return refuse(words.onlyLeader);
  return change(clicked, async (context) => {
    const done = await closeInstruction(context.deps.db, actOf(context), i.id, context.deps.newId);
    if (!done) return info(words.closedBefore(i.no ?? 0));
    const said = words.closed(shownNumber(i, context.today));
    await sayWithUndo(context, said, done.changeId);
    return ok(said);
  });
}

/** The instruction that is meant; says so where there is none for this person, or where those of two years are open under the number. */
async function named(
  context: Context,
  said: YearNumber,
  isFor: (i: Instruction) => boolean,
): Promise<Instruction | undefined> {
  const { deps, today } = context;
  const all = await listInstructionsByNo(deps.db, said.no);
  const { one, several } = chooseNumbered(all.filter(isFor), said, today);
  if (one) return one;
  if (!several) {
    await say(context, all.length > 0 ? words.notYours : words.unknown(said.no));
    return undefined;
  }
  const lines = several.map((i) =>
    words.severalLine(fullNumber(i), clip(i.text.replace(/\s+/g, ' '), 40), i.state === 'open'),
  );
  const [example] = several.slice(-1).map(fullNumber);
  await say(context, words.several(said.no, lines, example ?? ''));
  return undefined;
}
