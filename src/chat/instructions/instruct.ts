import {
  addDays,
  type Day,
  lastDayOfMonth,
  splitDay,
  weekday,
} from '../../calendar/county-time.ts';
import { findDatePhrases } from '../../calendar/date-phrase.ts';
import { isWorkingDay, type OwnDays, previousWorkingDay } from '../../calendar/working-days.ts';
import { clip } from '../../feishu/card.ts';
import type { CardAnswer } from '../../feishu/event.ts';
import {
  DropClick,
  draftCard,
  SendClick,
  SendForm,
  SendFormClick,
} from '../../instructions/cards.ts';
import { draftInstruction, dropInstruction } from '../../instructions/instruction.ts';
import { findDraft, findInstruction, setDraftDue } from '../../instructions/queries.ts';
import { InstructClick, InstructForm } from '../../instructions/task-cards.ts';
import { words } from '../../instructions/wording.ts';
import type { Pointed } from '../../intent/read-leader-order.ts';
import { findTask, listTaskUnits, type TaskRow } from '../../plan/queries.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { findUnits as findNamed } from '../../text/find-units.ts';
import { fold } from '../../text/fold.ts';
import { indexUnitNames } from '../../text/unit-name.ts';
import { listGroupMembers } from '../../units/queries.ts';
import { listUnitNames } from '../../units/resolve.ts';
import { standsFor } from '../../units/stands-for.ts';
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
import { doneCard } from '../done-card.ts';
import { pointedTasks } from '../reports/shown-tasks.ts';
import { sendDraft, withoutLiaison } from './send-instruction.ts';

export const INSTRUCT_CLICKS: ClickHandler[] = [
  onClick(SendClick, sendByClick),
  onClick(SendFormClick, sendOn),
  onClick(DropClick, drop),
  onClick(InstructClick, onTask),
];

/** Shows what would go to whom; nothing goes before the leader confirms. Only a leader, in private. */
export async function proposeInstruction(
  context: Context,
  input: { text: string; on: Pointed },
): Promise<void> {
  if (!context.person.roles.has('leader')) return say(context, words.onlyLeader);
  if (context.origin.chatType !== 'p2p') return say(context, words.inPrivate);
  if (input.text.replace(/[\s\p{P}]/gu, '').length < 2) return say(context, words.how);
  const [task, other] = await pointedTasks(context, input.on);
  const { no, topic } = input.on;
  if ((no !== undefined || topic) && (!task || other)) return say(context, words.noSuchTask);
  await propose(context, input.text, task);
}

/** 确认 written out: sends the leader's last draft, on the day it names or on one that is named now. */
export async function confirmByWord(context: Context, text: string): Promise<boolean> {
  const { deps, person, now } = context;
  if (!person.roles.has('leader') || context.origin.chatType !== 'p2p') return false;
  const draft = await findDraft(deps.db, person.id);
  if (!draft || now.getTime() - draft.createdAt.getTime() > FRESH_MS) return false;
  const words_ = fold(text).replace(/[\s。.!,，]/gu, '');
  const dueOn = dateIn(text, context.today) ?? draft.dueOn;
  const isDate = isDayAlone(words_, context.today);
  if (!CONFIRM.test(words_)) {
    if (!isDate || !dueOn) return false;
    // A day alone settles the day; it goes out only on 确认.
    await setDraftDue(deps.db, draft.id, dueOn);
    await showDraft(context, draft.id);
    return true;
  }
  if (!dueOn && !NO_DUE.test(words_)) {
    await say(context, words.pickDue);
    return true;
  }
  const sent = await sendDraft(context, draft.id, dueOn);
  if (sent) await answer(context, { type: 'card', card: doneCard(sent.text, sent.changeId) });
  else await say(context, words.decided);
  return true;
}

/** 期限就3月20日前: a day and no more. An order of its own may end in one too. */
function isDayAlone(words_: string, today: Day): boolean {
  const [day, second] = findDatePhrases(words_, today);
  const rest =
    day && words_.replace(day.text, '').replace(/^(?:期限|时限|办结|完成|就|定|为|在|到)+/u, '');
  return day !== undefined && !second && /^(?:之?前|以前|内|吧|办结|完成)*$/u.test(rest ?? '');
}

const FRESH_MS = 30 * 60_000;
const CONFIRM = /^(?:确认|确定|同意)?(?:发送|发出|发出去|送|确认|确定|不限期|可以发)(?:吧|了)?$/u;
const NO_DUE = /不限期/u;

async function propose(
  context: Context,
  text: string,
  task: TaskRow | undefined,
  picked?: Day,
): Promise<void> {
  const { deps, origin, today } = context;
  const unitIds = await unitsFor(context, text, task);
  const dueOn = picked ?? dateIn(text, today) ?? undefined;
  const { id } = await draftInstruction(
    deps.db,
    { ...actOf(context), messageId: origin.messageId },
    {
      year: splitDay(today).year,
      text,
      chatId: origin.chatId,
      unitIds,
      ...(task ? { taskId: task.id } : {}),
      ...(dueOn ? { dueOn } : {}),
    },
    deps.newId,
  );
  await showDraft(context, id);
}

/** The draft as it stands, with what is still to be settled. */
async function showDraft(context: Context, id: string): Promise<void> {
  const { deps, today } = context;
  const draft = await findInstruction(deps.db, id);
  if (!draft) return;
  const task = draft.taskId ? await findTask(deps.db, draft.taskId) : undefined;
  const card = draftCard({
    id,
    text: draft.text,
    ...(task ? { about: task.content } : {}),
    units: draft.units.map((u) => u.name),
    missing: await withoutLiaison(context, draft.units),
    ...(draft.dueOn ? { dueOn: draft.dueOn } : {}),
    choices: dueChoices(today, await loadOwnDays(deps.db)),
  });
  await answer(context, { type: 'card', card });
}

/** The units that the words name; else those that lead the task; a group stands for its members. */
async function unitsFor(
  { deps }: Context,
  text: string,
  task: TaskRow | undefined,
): Promise<string[]> {
  const units = await listUnitNames(deps.db);
  const named = findNamed(fold(text), indexUnitNames(units)).flatMap(({ name }) =>
    units.filter((u) => u.name === name).map((u) => u.id),
  );
  const leads = task
    ? (await listTaskUnits(deps.db, [task.id])).filter((u) => u.role === 'lead')
    : [];
  const ids = named.length > 0 ? named : leads.map((u) => u.unitId);
  return [...new Set(ids.flatMap(standsFor(await listGroupMembers(deps.db))))];
}

/** The last day that the words name, if it lies ahead. */
function dateIn(text: string, today: Day): Day | null {
  return findDatePhrases(fold(text), today).findLast((d) => d.end >= today)?.end ?? null;
}

/** Friday, the Friday after, the month's end; each on a working day and ahead. */
function dueChoices(today: Day, own: OwnDays): { label: string; day: Day }[] {
  const workday = (day: Day) => (isWorkingDay(day, own) ? day : previousWorkingDay(day, own));
  const friday = addDays(today, 5 - weekday(today));
  const { year, month } = splitDay(today);
  const all = [
    { label: words.thisWeek, day: workday(friday) },
    { label: words.nextWeek, day: workday(addDays(friday, 7)) },
    { label: words.thisMonth, day: workday(lastDayOfMonth(year, month)) },
  ];
  return all.filter((c, i) => c.day > today && all.findIndex((other) => other.day === c.day) === i);
}

async function sendByClick(clicked: Clicked, click: SendClick): Promise<CardAnswer> {
  return decide(clicked, click.instruction, (context, id) =>
    sendAndShow(context, id, click.due || null),
  );
}

async function sendOn(clicked: Clicked, click: SendFormClick): Promise<CardAnswer> {
  const form = SendForm.safeParse(clicked.action.form);
  if (!form.success) return refuse(words.pickDue);
  const day = form.data.due.slice(0, 10);
  if (day < clicked.context.today) return refuse(words.pickDue);
  return decide(clicked, click.instruction, (context, id) => sendAndShow(context, id, day));
}

async function drop(clicked: Clicked, click: DropClick): Promise<CardAnswer> {
  return decide(clicked, click.instruction, async (context, id) => {
    const done = await dropInstruction(context.deps.db, actOf(context), id);
    return done ? ok(words.dropped, doneCard(words.dropped)) : info(words.decided);
  });
}

async function sendAndShow(context: Context, id: string, dueOn: Day | null): Promise<CardAnswer> {
  const sent = await sendDraft(context, id, dueOn);
  if (!sent) return info(words.decided);
  return ok(clip(sent.text, 60), doneCard(sent.text, sent.changeId));
}

/** Only the leader whose draft it is decides on it. */
async function decide(
  clicked: Clicked,
  id: string,
  run: (context: Context, id: string) => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const { person } = clicked.context;
  const draft = await findInstruction(clicked.deps.db, id);
  if (!draft) return forged('unknown instruction');
  if (draft.leaderId !== person.id || !person.roles.has('leader')) return refuse(words.onlyLeader);
  return change(clicked, (context) => run(context, id));
}

/** 批示 written into the form on a task's card. */
async function onTask(clicked: Clicked, click: InstructClick): Promise<CardAnswer> {
  const { context } = clicked;
  if (!context.person.roles.has('leader')) return refuse(words.onlyLeader);
  if (context.origin.chatType !== 'p2p') return refuse(words.inPrivate);
  const task = await findTask(clicked.deps.db, click.task);
  if (!task) return forged('unknown task');
  const form = InstructForm.safeParse(clicked.action.form);
  const text = form.success ? form.data.instruction.trim() : '';
  if (text.length < 2) return refuse(words.how);
  const due = form.success ? form.data.due?.slice(0, 10) : undefined;
  return change(clicked, async (inside) => {
    await propose(inside, text, task, due && due >= inside.today ? due : undefined);
    return {};
  });
}
