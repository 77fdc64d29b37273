import { dayOf, splitDay } from '../../calendar/county-time.ts';
import { periodBefore } from '../../calendar/period.ts';
import type { Card } from '../../feishu/card.ts';
import { byTopic, planMeant } from '../../intent/by-topic.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { idsOf, isAbout } from '../../intent/pick-lines.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import {
  type Ledger,
  loadBehind,
  loadFigures,
  loadLedger,
  withOpenOfYearBefore,
} from '../../summary/load.ts';
import {
  type Counts,
  type Line,
  leadStatus,
  strugglingHelpers,
  summarise,
} from '../../summary/summarise.ts';
import { summaryCard } from '../../summary/summary-card.ts';
import { asOfText, periodName, STATUS_WORDS, several, words } from '../../summary/wording.ts';
import { reasonBehind } from '../../summary/words-behind.ts';
import { onPage } from '../ways.ts';
import { type Asked, listCard } from './answer-list.ts';
import { answerCompare, answerRanking } from './answer-ranking.ts';

const NAMED_IN_A_SENTENCE = 2;

/**
 * The card that answers a progress question. Without a period: January to the current month of the plan's year (CONTRACT
 * section 5). The caller has checked that the asker may see it. `page`: which part of a long list, from 0.
 */
export async function progressCard(asked: Asked, query: ProgressQuery, page = 0): Promise<Card> {
  if (query.kind === 'ranking' && !query.ofMonths) return answerRanking(asked, query);
  if (query.kind === 'compare') return answerCompare(asked, query);
  const months = monthsOf(query, dayOf(asked.now, asked.config.APP_TIMEZONE));
  // 完成了多少 is answered with what of how many, and not with what is done alone.
  if (query.kind === 'summary' && query.status === 'done')
    return progressCard(asked, { ...query, status: null }, page);
  const wantsList =
    query.kind === 'list' || query.kind === 'task_detail' || query.status !== null || query.topic;
  if (!wantsList && query.units.length !== 1) return overviewCard(asked, query, months);
  const own = await loadLedger(asked.db, query.year, months);
  const ledger = asksOfNow(query) ? await withOpenOfYearBefore(asked.db, own, query.year) : own;
  const elsewhere = await planElsewhere(asked, ledger, query);
  if (elsewhere) return progressCard(asked, elsewhere, page);
  return listCard(asked, ledger, query, { months, unitIds: idsOf(ledger, query.units), page });
}

/** What is overdue, or how one matter stands, asked without a time: New Year ends neither. */
const asksOfNow = ({ months, window, status, topic }: ProgressQuery) =>
  months === null && !window && (status === 'overdue' || topic !== undefined);

/** The question asked of another year, where it names no time and a plan by that year's title: 立山那个方案进展. */
async function planElsewhere(
  { db }: Asked,
  ledger: Ledger,
  query: ProgressQuery,
): Promise<ProgressQuery | undefined> {
  const { topic, months, year } = query;
  if (!topic || months || !byTopic(ledger, topic).isNear) return undefined;
  const others = (await listPublishedPlans(db)).filter((p) => p.year !== year);
  const title = planMeant(
    topic,
    others.map((p) => p.title),
  );
  const plan = others.find((p) => p.title === title);
  return plan && { ...query, kind: 'list', year: plan.year };
}

/** Everything a unit leads or helps with in these months; undefined for a unit that does not exist. */
export async function unitCard(
  asked: Asked,
  unitId: string,
  year: number,
  months: number[],
): Promise<Card | undefined> {
  const ledger = await loadLedger(asked.db, year, months);
  const name = ledger.units.get(unitId)?.name;
  if (!name) return undefined;
  const query: ProgressQuery = {
    kind: 'unit_detail',
    year,
    months,
    units: [name],
    role: null,
    status: null,
  };
  return listCard(asked, ledger, query, { months, unitIds: [unitId], page: 0 });
}

async function overviewCard(asked: Asked, query: ProgressQuery, months: number[]): Promise<Card> {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const { year } = query;
  const figures = await loadFigures(asked.db, year, months);
  const unitIds = idsOf(figures, query.units);
  const lines = figures.lines.filter(isAbout(figures, query, unitIds));
  const summary = summarise(lines, months, today);
  const order = new Map([...figures.units.keys()].map((id, i) => [id, i]));
  const out = idsOf(figures, query.except ?? []);
  summary.byUnit = summary.byUnit
    .filter((u) => unitIds.length === 0 || unitIds.includes(u.unitId))
    .filter((u) => !out.includes(u.unitId))
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
  const period = `${several(query.units, NAMED_IN_A_SENTENCE)}${periodName(year, months, splitDay(today).year)}${words.without(query.except)}`;
  const waiting = lines.filter(
    (l) => ['blocked', 'extension'].includes(leadStatus(l)) || strugglingHelpers(l).length > 0,
  );
  const behind = await loadBehind(asked.db, waiting.slice(0, 3));
  const previous =
    unitIds.length + out.length === 0
      ? await countsBefore(asked, { year, months }, today)
      : undefined;
  return summaryCard({
    title: words.title(period),
    period,
    asOf: asOfText(asked.now, timeZone),
    year,
    months,
    summary,
    unitNames: new Map([...figures.units].map(([id, u]) => [id, u.name])),
    decisions: waiting.map((l) => ({
      text: behind.items.has(l.occurrenceId) ? decisionLine(l, behind) : '',
      occurrenceId: l.occurrenceId,
    })),
    ...(previous && { previous }),
    page: onPage(asked.config, '/', query.months ? { year, months } : undefined),
  });
}

/** How the period before stands by now, where it has tasks. */
async function countsBefore(
  asked: Asked,
  of: { year: number; months: number[] },
  today: string,
): Promise<{ name: string; counts: Counts } | undefined> {
  const before = periodBefore(of);
  const { lines } = await loadFigures(asked.db, before.year, before.months);
  const counts = summarise(lines, before.months, today);
  const name = periodName(before.year, before.months, splitDay(today).year);
  return counts.total > 0 ? { name, counts } : undefined;
}

function decisionLine(line: Line, ledger: Ledger): string {
  const content = ledger.items.get(line.occurrenceId)?.content.replace(/\s+/g, ' ') ?? '';
  const [helper] = strugglingHelpers(line);
  const note = reasonBehind(line, ledger.reports);
  const state = helper ? `${STATUS_WORDS.blocked}${words.asCoop}` : STATUS_WORDS[leadStatus(line)];
  return `${state}：${content}${note ? `（${note}）` : ''}`;
}
