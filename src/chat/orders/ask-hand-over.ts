import { z } from 'zod';
import { shownNumber } from '../../calendar/year-number.ts';
import { button, card, clip, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { findPending, settlePending } from '../../progress/queries.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { findMain, findPeople, listMemberships } from '../../units/people-queries.ts';
import { lockUnit } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { answer, type Context, say } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { words } from '../office-wording.ts';
import { type HandingOver, handOver, openItemsOf } from '../reports/hand-over.ts';
import { openBeside } from '../reports/open-beside.ts';
import { keepQuestion } from '../reports/propose.ts';
import { isAdmin, isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';
import { whomAnywhere } from './whom-in-unit.ts';

/** 确认交接, or 取消. */
const HandOverClick = z.object({
  act: z.literal('hand-over'),
  pending: z.string().max(64),
  agree: z.boolean(),
});
type HandOverClick = z.infer<typeof HandOverClick>;

/** What waits for the word; kept with the question, so that a tap is looked up and never trusted. */
export const WaitingHandOver = z.object({
  handOver: z.string(),
  from: z.string(),
  to: z.string(),
});

const MOST_LINES = 10;

/**
 * 交接 李四: what a main liaison's successor would take over is shown, and waits for the tap. The office may order it for a
 * unit whose liaison has left: 交接 科技经信局 李四.
 */
export async function askHandOver(
  context: Context,
  command: Extract<AdminCommand, { kind: 'hand-over' }>,
): Promise<void> {
  const { deps, person, origin } = context;
  const { db } = deps;
  if (!command.person && origin.mentions.length === 0) return say(context, words.handOverHow);
  const named = command.unit ? await findUnit(db, command.unit) : undefined;
  if (command.unit && !named) {
    const near = await nearestUnits(db, command.unit);
    return say(context, intentWords.unitUnknown(command.unit, near));
  }
  const mine = mainOf(context).filter((m) => !named || m.unitId === named.id);
  const [own, second] = mine;
  if (second) return say(context, words.handOverWhich(mine.map((m) => m.unitName)));
  const unit = own ? { id: own.unitId, name: own.unitName } : isOfficial(context) && named;
  if (!unit) return say(context, words.handOverOnlyMain);
  const from = await findMain(db, unit.id);
  if (!from) return say(context, words.handOverNobody(unit.name));
  const name = command.person ?? origin.mentions[0]?.name ?? '';
  const to = await whomAnywhere(db, command.person, origin.mentions);
  if (to === 'several') return say(context, intentWords.personTwice(name));
  if (to === 'none') return say(context, intentWords.personUnknown(name));
  if (to.id === from.id)
    return say(
      context,
      to.id === person.id ? words.handOverSelf : words.handOverSame(unit.name, to.name),
    );
  await show(context, { unit, from, to });
}

type Who = Pick<Context, 'person'>;

const isOfficial = (context: Who) => isOffice(context) || isAdmin(context);

const mainOf = ({ person }: Who) => person.memberships.filter((m) => m.duty === 'main');

/** Whether the person is at this moment somebody who may hand the unit's place on. */
const mayHandOver = (context: Who, unitId: string) =>
  isOfficial(context) || mainOf(context).some((m) => m.unitId === unitId);

/** Who hands what to whom; a successor of another unit, or of none, is named as such. */
async function show(context: Context, { unit, from, to }: HandingOver): Promise<void> {
  const { today } = context;
  const beside = await openBeside(context.deps.db, unit.id);
  const waiting: z.infer<typeof WaitingHandOver> = {
    handOver: unit.id,
    from: from.id,
    to: to.id,
  };
  const pending = await keepQuestion(context, words.handOverTitle, [waiting]);
  const units = await listMemberships(context.deps.db, to.id);
  const isColleague = units.some((m) => m.unitId === unit.id);
  const items = (await openItemsOf(context, unit.id)).map((i) =>
    words.proxyLine(i.no, clip(i.content.replace(/\s+/g, ' '), 60)),
  );
  const press = (agree: boolean, text: string) =>
    button({
      text,
      ...(agree ? { type: 'primary' as const } : {}),
      value: { act: 'hand-over', pending, agree } satisfies HandOverClick,
    });
  const lines = [
    words.handOverAsk(unit.name, from.name, to.name),
    ...(isColleague
      ? []
      : [
          words.handOverStranger(
            to.name,
            unit.name,
            units.map((m) => m.unitName),
          ),
        ]),
    words.handOverItems(items.length),
    ...items.slice(0, MOST_LINES),
    ...(items.length > MOST_LINES ? [words.handOverMore(items.length - MOST_LINES)] : []),
    ...words.handOverBeside(
      beside.instructions.map((i) => shownNumber(i, today)),
      beside.problems.map((p) => shownNumber(p, today)),
    ),
    words.handOverThen(unit.name, from.name, to.name),
  ];
  await answer(context, {
    type: 'card',
    card: card({
      title: words.handOverTitle,
      template: 'wathet',
      elements: [
        markdown(lines.map(escapeMarkdown).join('<br>')),
        row([press(true, words.handOverAgree), press(false, words.handOverDrop)]),
      ],
    }),
  });
}

async function decide(clicked: Clicked, click: HandOverClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  const waiting = WaitingHandOver.safeParse(pending?.options[0]);
  if (!pending || !waiting.success) return forged('unknown question');
  if (!mayHandOver(clicked.context, waiting.data.handOver)) return refuse(words.handOverOnlyMain);
  return change(clicked, async (context) => {
    if (click.agree) {
      const { text, changeId } = await carryOutHandOver(context, pending);
      return changeId ? ok(intentWords.done, doneCard(text, changeId)) : info(text);
    }
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(progressWords.settledBefore);
    return ok(words.handOverDropped, doneCard(words.handOverDropped));
  });
}

/** Carries out, once, what was shown; nothing where the asker, or who had the place, is no longer who they were. */
export async function carryOutHandOver(
  context: Context,
  pending: { id: string; options: unknown[] },
): Promise<{ text: string; changeId?: string }> {
  const { db } = context.deps;
  const { handOver: unitId, ...people } = WaitingHandOver.parse(pending.options[0]);
  if (!mayHandOver(context, unitId)) return { text: words.handOverOnlyMain };
  if (!(await settlePending(db, pending.id, context.now)))
    return { text: progressWords.settledBefore };
  const unit = await lockUnit(db, unitId);
  const [to] = await findPeople(db, [people.to]);
  const from = await findMain(db, unitId);
  if (!unit || !to || from?.id !== people.from) return { text: words.handOverOvertaken };
  return handOver(context, { unit, from, to });
}

export const HAND_OVER_CLICKS: ClickHandler[] = [onClick(HandOverClick, decide)];
