import { z } from 'zod';
import { dayOf, splitDay } from '../../calendar/county-time.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { findPlan, listPublishedPlans } from '../../plan/queries.ts';
import { nextMonthCardMoment } from '../../remind/due.ts';
import { HoldClick, holdMonth } from '../../remind/eve.ts';
import { rhythmSetting } from '../../remind/rhythm.ts';
import { words as remindWords } from '../../remind/wording.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting } from '../../settings/queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onOfficeClick,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { rhythmWords } from '../rhythm-wording.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';
import { setPaused } from './sending-commands.ts';

/** 暂缓4月提醒, 恢复4月提醒: for every plan of the year whose cards of that month are still to go out. */
export async function holdByWord(
  context: Context,
  order: Extract<AdminCommand, { kind: 'hold-month' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { db, newId } = context.deps;
  const { month } = order;
  if (month === undefined) return askWhichMonth(context);
  const { hold } = order;
  const year = Number(context.today.slice(0, 4));
  const plans = (await listPublishedPlans(db)).filter((p) => p.year === year);
  const planIds = plans.map((p) => p.id);
  const done = await holdMonth(db, actOf(context), { hold, planIds, month }, newId);
  if (!done) return say(context, hold ? remindWords.heldBefore : remindWords.releasedBefore);
  const text = hold ? remindWords.heldByWord(month) : remindWords.released(month);
  await sayWithUndo(context, text, done.changeId);
}

/** 12月的提醒都停一停, 先别催财政局: the months that were named, or the next one; a single unit cannot be held. */
export async function askWhatToHold(
  context: Context,
  { months, units }: Extract<AdminCommand, { kind: 'ask-hold' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const next = await nextCardMonth(context);
  const asked = months.length > 0 ? months : [next];
  const text =
    units.length > 0
      ? rhythmWords.holdNoUnit(units, asked)
      : months.length > 0
        ? rhythmWords.holdAskMonths(asked)
        : rhythmWords.holdAsk(next);
  await offer(context, text, asked, months.length === 0);
}

/** 暂缓提醒 alone: the next month's cards, or everything. */
async function askWhichMonth(context: Context): Promise<void> {
  const month = await nextCardMonth(context);
  await offer(context, rhythmWords.holdAsk(month), [month], true);
}

async function nextCardMonth({ deps, now }: Context): Promise<number> {
  const timeZone = deps.config.APP_TIMEZONE;
  const { cardAt } = await getSetting(deps.db, rhythmSetting);
  const at = nextMonthCardMoment(now, timeZone, await loadOwnDays(deps.db), cardAt);
  return splitDay(dayOf(at, timeZone)).month;
}

async function offer(
  context: Context,
  ask: string,
  months: number[],
  canPause: boolean,
): Promise<void> {
  const buttons = months.map((month) =>
    button({
      text: rhythmWords.holdMonth(month),
      value: { act: 'hold-month', month } satisfies HoldMonthClick,
    }),
  );
  const pause = { act: 'push-pause' } satisfies PauseClick;
  if (canPause) buttons.push(button({ text: rhythmWords.pauseAll, value: pause }));
  await answer(context, {
    type: 'card',
    card: card({
      title: rhythmWords.holdTitle,
      template: 'wathet',
      elements: [markdown(escapeMarkdown(ask)), row(buttons)],
    }),
  });
}

async function hold(clicked: Clicked, click: HoldClick): Promise<Answered> {
  if (!(await findPlan(clicked.deps.db, click.plan))) return forged('unknown plan');
  return change(clicked, async (context) => {
    const hold = click.act === 'remind-hold';
    const order = { hold, planIds: [click.plan], month: click.month };
    const done = await holdMonth(context.deps.db, actOf(context), order, context.deps.newId);
    if (!done) return info(hold ? remindWords.heldBefore : remindWords.releasedBefore);
    return ok((hold ? remindWords.held : remindWords.released)(click.month));
  });
}

/** What the question what to hold offers; pressed, it is answered like the order in words. */
const HoldMonthClick = z.object({
  act: z.literal('hold-month'),
  month: z.number().int().min(1).max(12),
});
type HoldMonthClick = z.infer<typeof HoldMonthClick>;
const PauseClick = z.object({ act: z.literal('push-pause') });
type PauseClick = z.infer<typeof PauseClick>;

const byWord = (clicked: Clicked, order: (context: Context) => Promise<void>) =>
  change(clicked, async (context) => {
    await order(context);
    return {};
  });

export const HOLD_CLICKS: ClickHandler[] = [
  onOfficeClick(HoldClick, hold),
  onOfficeClick(HoldMonthClick, (clicked, { month }) =>
    byWord(clicked, (context) => holdByWord(context, { kind: 'hold-month', month, hold: true })),
  ),
  onOfficeClick(PauseClick, (clicked) => byWord(clicked, (context) => setPaused(context, true))),
];
