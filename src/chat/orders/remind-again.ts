import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { dayOf } from '../../calendar/county-time.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { listGranted } from '../../matters/granted-queries.ts';
import { listUnnudged } from '../../matters/queries.ts';
import { findPlan } from '../../plan/queries.ts';
import { findCurrentReports, settlePending } from '../../progress/queries.ts';
import { isReportedDone } from '../../progress/task-status.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { sendCopy } from '../../remind/nudge.ts';
import { type ListedItem, listListed } from '../../remind/nudge-queries.ts';
import { type Contact, listContacts } from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { liaisonOf } from '../../units/recipient.ts';
import { findUnit } from '../../units/resolve.ts';
import { myTasks } from '../answers/handle-progress.ts';
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
import { recentQuery } from '../conversation.ts';
import { doneCard } from '../done-card.ts';
import { planSpokenOf } from '../reports/named-plan.ts';
import { keepQuestion } from '../reports/propose.ts';
import { reportingUnits } from '../reports/report-scope.ts';
import { rhythmWords } from '../rhythm-wording.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

/** 确认发送 under a request to ask again; what it asks for is computed anew when it is pressed. */
export const AgainClick = z.object({
  act: z.literal('remind-again'),
  /** The question that the press settles. */
  pending: z.string().max(64),
  year: z.number().int(),
  months: z.string().regex(/^\d{1,2}(,\d{1,2})*$/),
  /** Ids joined with `,`; empty: all units. */
  units: z.string().max(2_000),
  /** Absent: of every plan. */
  plan: z.string().max(64).optional(),
  /** Only units that have reported nothing on these months' items. */
  silent: z.literal(true).optional(),
});
export type AgainClick = z.infer<typeof AgainClick>;

/** 明天上午提醒开发区: another time than now is asked for. */
const LATER =
  /明[天早]|后天|下[周个]|周[一二三四五六日].{0,4}(?:提醒|催|发)|[上下]午|晚上|\d点|稍后|过[几两]天/u;

/** 把5月的任务再催一下: shown first, sent after a word. */
export async function askAgain(
  context: Context,
  order: Extract<AdminCommand, { kind: 'resend' }>,
  text: string,
): Promise<void> {
  // 任务再发一遍, by a unit's person: the own list.
  if (!isOffice(context))
    return order.units.length === 0 && reportingUnits(context).length > 0
      ? myTasks(context)
      : say(context, words.notAllowed(words.office));
  const { deps } = context;
  const silent = order.status === 'no_report';
  const { year, months: asOf, units } = await askedOf(context, order, silent);
  const found = await Promise.all(units.map((name) => findUnit(deps.db, name)));
  const unitIds = found.flatMap((u) => (u ? [u.id] : []));
  const planId = await planSpokenOf(context, text);
  const plan = planId && (await findPlan(deps.db, planId));
  const planned = await planAgain(context, year, asOf, { unitIds, planId, silent });
  if (planned.length === 0) {
    const listed = await listedFor(deps.db, year, asOf, { unitIds, planId });
    return say(context, listed.length > 0 ? rhythmWords.nobody : rhythmWords.noCards(asOf, units));
  }
  const items = planned.reduce((n, p) => n + p.items.length, 0);
  const months = [...new Set(planned.flatMap((p) => p.items.map((i) => i.month)))].sort(
    (a, b) => a - b,
  );
  const asked = {
    act: 'remind-again' as const,
    year,
    months: months.join(','),
    units: unitIds.join(','),
    ...(planId ? { plan: planId } : {}),
    ...(silent ? { silent } : {}),
  };
  const pending = await keepQuestion(context, rhythmWords.againTitle, [asked]);
  const click: AgainClick = { ...asked, pending };
  await answer(context, {
    type: 'card',
    card: card({
      title: rhythmWords.againTitle,
      template: 'wathet',
      elements: [
        markdown(
          escapeMarkdown(
            rhythmWords.againAsk(months, unitsIn(planned), items, {
              plan: plan ? plan.title : '',
              silent,
            }),
          ),
        ),
        ...(LATER.test(text) ? [markdown(rhythmWords.againAtOnce)] : []),
        row([button({ text: rhythmWords.againSend, type: 'primary', value: click })]),
      ],
    }),
  });
}

/**
 * Of when and whom: what the order says, else what was asked after just now (再催一下 under a unit's list of November); else
 * what is owed up to now, whatever month it is of. 没报的单位 without a month are those of this month.
 */
async function askedOf(
  context: Context,
  order: Extract<AdminCommand, { kind: 'resend' }>,
  silent: boolean,
): Promise<{ year: number; months: number[]; units: string[] }> {
  const { year, months, units } = order;
  const now = Number(context.today.slice(5, 7));
  const recent = months ? undefined : await recentQuery(context);
  if (recent?.months && !recent.unanswered)
    return {
      year: recent.year,
      months: recent.months,
      units: units.length > 0 || silent ? units : recent.units,
    };
  const upToNow = Array.from({ length: now }, (_, i) => i + 1);
  return { year, months: months ?? (silent ? [now] : upToNow), units };
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
  const sent: Planned[] = [];
  const of = { unitIds: unitsOf(asked), planId: asked.plan, silent: asked.silent === true };
  for (const nudge of await planAgain(context, asked.year, months, of)) {
    const key = `again:${nudge.reminderId}:${asked.pending}`;
    if (await sendCopy(deps, key, 'again', nudge, now)) sent.push(nudge);
  }
  const units = unitsIn(sent);
  if (units === 0) return rhythmWords.nobody;
  await recordAudit(deps.db, actOf(context), 'remind.again', 'plan', { months, units });
  return rhythmWords.againSent(units);
}

const unitsOf = ({ units }: AgainClick) => units.split(',').filter(Boolean);

/** A unit has a card for each plan. */
const unitsIn = (planned: Planned[]) =>
  new Set(planned.flatMap((p) => p.items.map((i) => i.unitId))).size;

type Planned = { reminderId: string; to: Contact; items: ListedItem[] };

/** Lead items of these months that stood on a card, of these units and this plan. */
async function listedFor(
  db: Context['deps']['db'],
  year: number,
  months: number[],
  of: { unitIds: string[]; planId: string | undefined },
): Promise<ListedItem[]> {
  return (await listListed(db, `${year}-01-01`, `${year}-12-31`)).filter(
    (i) =>
      months.includes(i.month) &&
      (of.unitIds.length === 0 || of.unitIds.includes(i.unitId)) &&
      (of.planId === undefined || of.planId === i.planId),
  );
}

/**
 * Lead items of these months that are not done, about which the office owes no answer, and for which the time that it
 * agreed to is over, by unit.
 */
async function planAgain(
  { deps, now }: Context,
  year: number,
  months: number[],
  of: { unitIds: string[]; planId: string | undefined; silent: boolean },
): Promise<Planned[]> {
  const { db, config } = deps;
  const listed = await listedFor(db, year, months, of);
  const reports = await findCurrentReports(db, [...new Set(listed.map((l) => l.occurrenceId))]);
  const done = new Set(
    reports.filter((r) => r.role === 'lead' && isReportedDone(r)).map((r) => r.occurrenceId),
  );
  const today = dayOf(now, config.APP_TIMEZONE);
  const granted = (await listGranted(db)).filter((g) => g.grantedOn >= today);
  const unnudged = [...(await listUnnudged(db, today)), ...granted];
  const reported = (i: ListedItem) =>
    reports.some((r) => r.unitId === i.unitId && r.occurrenceId === i.occurrenceId);
  const spoke = new Set(of.silent ? listed.filter(reported).map((i) => i.unitId) : []);
  const open = listed.filter(
    (i) =>
      !spoke.has(i.unitId) &&
      !done.has(i.occurrenceId) &&
      !unnudged.some((u) => u.unitId === i.unitId && u.occurrenceId === i.occurrenceId),
  );
  const contacts = await listContacts(db, [...new Set(open.map((i) => i.unitId))]);
  return [...Map.groupBy(open, (i) => i.reminderId)].flatMap(([reminderId, items]) => {
    const to = liaisonOf(contacts, items[0]?.unitId ?? '');
    return to ? [{ reminderId, to, items }] : [];
  });
}

export const AGAIN_CLICKS: ClickHandler[] = [onOfficeClick(AgainClick, again)];
