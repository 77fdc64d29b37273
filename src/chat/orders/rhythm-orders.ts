import type { Act } from '../../audit/record.ts';
import { dayOf, splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { hourOf, readRhythmWords } from '../../intent/rhythm-words.ts';
import { tidy } from '../../intent/tidy.ts';
import { findPlan, listPublishedPlans } from '../../plan/queries.ts';
import { nextMonthCardMoment } from '../../remind/due.ts';
import { HoldClick, holdMonth } from '../../remind/eve.ts';
import { Rhythm, rhythmSetting } from '../../remind/rhythm.ts';
import { setRhythm } from '../../remind/set-rhythm.ts';
import { words as remindWords } from '../../remind/wording.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting, setSetting } from '../../settings/queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  refuse,
} from '../clicked.ts';
import type { SayClick } from '../clicks.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { rhythmWords, words } from '../wording.ts';
import { isOffice, sayWithUndo } from './people-commands.ts';

export const RHYTHM_CLICKS: ClickHandler[] = [
  { schema: HoldClick, run: (c) => hold(c, HoldClick.parse(c.action.value)) },
];

/** 提醒时间改为9点半, 每月20日汇总: the rhythm, changed in words. */
export async function setReminder(
  context: Context,
  order: Extract<AdminCommand, { kind: 'set-reminder' }>,
  text: string,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { db, newId } = context.deps;
  const before = await getSetting(db, rhythmSetting);
  const said = tidy(text);
  const asked = {
    ...(order.time ? { [hourOf(said)]: order.time } : {}),
    ...(order.day ? { digestDay: order.day } : {}),
    ...readRhythmWords(said),
  };
  const wanted = Rhythm.safeParse({ ...before, ...asked });
  if (!wanted.success) return say(context, rhythmWords.outside);
  if (Object.keys(asked).length === 0) return say(context, rhythmWords.how(before));
  const act = actOf(context);
  const { changeId } = await setRhythm(db, act, wanted.data, newId);
  await sayWithUndo(context, rhythmWords.now(wanted.data), changeId);
}

/** Gives the rhythm back as it was. */
export async function undoRhythm(db: Db, act: Act, data: Record<string, unknown>): Promise<string> {
  const before = Rhythm.parse(data.before);
  await setSetting(db, rhythmSetting, before, act.at);
  return rhythmWords.back(before);
}

/** 暂缓4月提醒, 恢复4月提醒: for every plan of the year whose cards of that month are still to go out. */
export async function holdByWord(
  context: Context,
  order: Extract<AdminCommand, { kind: 'hold-month' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { db, newId } = context.deps;
  const { month } = order;
  if (month === undefined) return askWhichMonth(context);
  const act = order.hold ? 'remind-hold' : 'remind-release';
  const year = Number(context.today.slice(0, 4));
  const changes: string[] = [];
  for (const plan of (await listPublishedPlans(db)).filter((p) => p.year === year)) {
    const done = await holdMonth(db, actOf(context), { act, plan: plan.id, month }, newId);
    if (done) changes.push(done.changeId);
  }
  const [only, second] = changes;
  if (!only) return say(context, order.hold ? remindWords.heldBefore : remindWords.releasedBefore);
  const text = order.hold ? remindWords.heldByWord(month) : remindWords.released(month);
  await (second ? say(context, text) : sayWithUndo(context, text, only));
}

/** 12月的提醒都停一停, 先别催财政局: the months that were named, or the next one; a single unit cannot be held. */
export async function askWhatToHold(
  context: Context,
  { months, units }: Extract<AdminCommand, { kind: 'ask-hold' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const next = await nextCardMonth(context);
  const asked = months.length > 0 ? months : [next];
  const others = months.length > 0 ? [] : [rhythmWords.pauseAll];
  const text =
    units.length > 0
      ? rhythmWords.holdNoUnit(units, asked)
      : months.length > 0
        ? rhythmWords.holdAskMonths(asked)
        : rhythmWords.holdAsk(next);
  await offer(context, text, [...asked.map(rhythmWords.holdMonth), ...others]);
}

/** 暂缓提醒 alone: the next month's cards, or everything. */
async function askWhichMonth(context: Context): Promise<void> {
  const month = await nextCardMonth(context);
  await offer(context, rhythmWords.holdAsk(month), [
    rhythmWords.holdMonth(month),
    rhythmWords.pauseAll,
  ]);
}

async function nextCardMonth({ deps, now }: Context): Promise<number> {
  const timeZone = deps.config.APP_TIMEZONE;
  const { cardAt } = await getSetting(deps.db, rhythmSetting);
  const at = nextMonthCardMoment(now, timeZone, await loadOwnDays(deps.db), cardAt);
  return splitDay(dayOf(at, timeZone)).month;
}

async function offer(context: Context, ask: string, offers: string[]): Promise<void> {
  const buttons = offers.map((text) =>
    button({ text, value: { act: 'say', text } satisfies SayClick }),
  );
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
  if (!clicked.context.person.roles.has('office')) return refuse(words.notAllowed(words.office));
  if (!(await findPlan(clicked.deps.db, click.plan))) return forged('unknown plan');
  return change(clicked, async (context) => {
    const done = await holdMonth(context.deps.db, actOf(context), click, context.deps.newId);
    const held = click.act === 'remind-hold';
    if (!done) return info(held ? remindWords.heldBefore : remindWords.releasedBefore);
    return ok((held ? remindWords.held : remindWords.released)(click.month));
  });
}
