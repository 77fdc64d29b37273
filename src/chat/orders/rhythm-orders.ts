import { z } from 'zod';
import { type Act, recordAudit } from '../../audit/record.ts';
import { dayOf, splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { hourOf, readRhythmWords } from '../../intent/rhythm-words.ts';
import { tidy } from '../../intent/tidy.ts';
import { listUnnudged } from '../../matters/queries.ts';
import { findPlan, listPublishedPlans } from '../../plan/queries.ts';
import { findCurrentReports, settlePending } from '../../progress/queries.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { nextMonthCardMoment } from '../../remind/due.ts';
import { HoldClick, holdMonth } from '../../remind/eve.ts';
import { sendCopy } from '../../remind/nudge.ts';
import { type ListedItem, listListed } from '../../remind/nudge-queries.ts';
import { Rhythm, rhythmSetting } from '../../remind/rhythm.ts';
import { setRhythm } from '../../remind/set-rhythm.ts';
import { words as remindWords } from '../../remind/wording.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting, setSetting } from '../../settings/queries.ts';
import { type Contact, listContacts } from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { liaisonOf } from '../../units/recipient.ts';
import { findUnit } from '../../units/resolve.ts';
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
import type { SayClick } from '../clicks.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { keepQuestion } from '../reports/propose.ts';
import { rhythmWords, words } from '../wording.ts';
import { doneCard, isOffice, sayWithUndo } from './people-commands.ts';

/** 确认发送 under a request to ask again; what it asks for is computed anew when it is pressed. */
export const AgainClick = z.object({
  act: z.literal('remind-again'),
  /** The question that the press settles. */
  pending: z.string().max(64),
  year: z.number().int(),
  months: z.string().regex(/^\d{1,2}(,\d{1,2})*$/),
  /** Ids joined with `,`; empty: all units. */
  units: z.string().max(2_000),
});
export type AgainClick = z.infer<typeof AgainClick>;

export const RHYTHM_CLICKS: ClickHandler[] = [
  onOfficeClick(HoldClick, hold),
  onOfficeClick(AgainClick, again),
];

/** 把5月的任务再催一下: shown first, sent after a word. */
export async function askAgain(
  context: Context,
  order: Extract<AdminCommand, { kind: 'resend' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps } = context;
  const found = await Promise.all(order.units.map((name) => findUnit(deps.db, name)));
  const unitIds = found.flatMap((u) => (u ? [u.id] : []));
  const months = order.months ?? [Number(context.today.slice(5, 7))];
  const planned = await planAgain(context, order.year, months, unitIds);
  if (planned.length === 0) return say(context, rhythmWords.nobody);
  const items = planned.reduce((n, p) => n + p.items.length, 0);
  const asked = {
    act: 'remind-again' as const,
    year: order.year,
    months: months.join(','),
    units: unitIds.join(','),
  };
  const pending = await keepQuestion(context, rhythmWords.againTitle, [asked]);
  const click: AgainClick = { ...asked, pending };
  await answer(context, {
    type: 'card',
    card: card({
      title: rhythmWords.againTitle,
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(rhythmWords.againAsk(months, planned.length, items))),
        row([button({ text: rhythmWords.againSend, type: 'primary', value: click })]),
      ],
    }),
  });
}

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
  if (!(await findPlan(clicked.deps.db, click.plan))) return forged('unknown plan');
  return change(clicked, async (context) => {
    const done = await holdMonth(context.deps.db, actOf(context), click, context.deps.newId);
    const held = click.act === 'remind-hold';
    if (!done) return info(held ? remindWords.heldBefore : remindWords.releasedBefore);
    return ok((held ? remindWords.held : remindWords.released)(click.month));
  });
}

async function again(clicked: Clicked, click: AgainClick): Promise<Answered> {
  const months = click.months.split(',').map(Number);
  const unitIds = unitsOf(click);
  const isKnown = (await findUnits(clicked.deps.db, unitIds)).length === unitIds.length;
  if (!isKnown || months.some((m) => m < 1 || m > 12)) return forged('unknown unit or month');
  return change(clicked, async (context) => {
    const text = await sendAgain(context, click);
    return text ? ok(words.done, doneCard(text)) : info(progressWords.settledBefore);
  });
}

/** Sends what was asked for, once, and says to how many; undefined when the question was settled before. */
export async function sendAgain(context: Context, asked: AgainClick): Promise<string | undefined> {
  const { deps, now } = context;
  if (!(await settlePending(deps.db, asked.pending, now))) return undefined;
  const months = asked.months.split(',').map(Number);
  let units = 0;
  for (const nudge of await planAgain(context, asked.year, months, unitsOf(asked))) {
    const key = `again:${nudge.reminderId}:${asked.pending}`;
    if (await sendCopy(deps, key, 'again', nudge, now)) units++;
  }
  if (units === 0) return rhythmWords.nobody;
  await recordAudit(deps.db, actOf(context), 'remind.again', 'plan', { months, units });
  return rhythmWords.againSent(units);
}

const unitsOf = ({ units }: AgainClick) => units.split(',').filter(Boolean);

type Planned = { reminderId: string; to: Contact; items: ListedItem[] };

/** Lead items of these months that are not done and about which the office owes no answer, by unit. */
async function planAgain(
  { deps, now }: Context,
  year: number,
  months: number[],
  unitIds: string[],
): Promise<Planned[]> {
  const { db, config } = deps;
  const listed = (await listListed(db, `${year}-01-01`, `${year}-12-31`)).filter(
    (i) => months.includes(i.month) && (unitIds.length === 0 || unitIds.includes(i.unitId)),
  );
  const reports = await findCurrentReports(db, [...new Set(listed.map((l) => l.occurrenceId))]);
  const done = new Set(
    reports.filter((r) => r.role === 'lead' && r.status === 'done').map((r) => r.occurrenceId),
  );
  const unnudged = await listUnnudged(db, dayOf(now, config.APP_TIMEZONE));
  const open = listed.filter(
    (i) =>
      !done.has(i.occurrenceId) &&
      !unnudged.some((u) => u.unitId === i.unitId && u.occurrenceId === i.occurrenceId),
  );
  const contacts = await listContacts(db, [...new Set(open.map((i) => i.unitId))]);
  return [...Map.groupBy(open, (i) => i.reminderId)].flatMap(([reminderId, items]) => {
    const to = liaisonOf(contacts, items[0]?.unitId ?? '');
    return to ? [{ reminderId, to, items }] : [];
  });
}
