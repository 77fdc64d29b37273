import { dayOf, splitDay } from '../../calendar/county-time.ts';
import { periodBefore } from '../../calendar/period.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { idsOf, type Picked, pickLines, sharesOf } from '../../intent/pick-lines.ts';
import { findOpenMatters } from '../../matters/queries.ts';
import type { NamedReport } from '../../progress/queries.ts';
import { isOverdue } from '../../progress/task-status.ts';
import { words as remindWords } from '../../remind/wording.ts';
import { type ItemLine, itemsCard, type OpenClick } from '../../summary/cards.ts';
import { type Ledger, loadBehind, loadFigures, loadLedger } from '../../summary/load.ts';
import { measured } from '../../summary/rank.ts';
import {
  type Counts,
  type Line,
  leadStatus,
  strugglingHelpers,
  summarise,
  tasksIn,
} from '../../summary/summarise.ts';
import { summaryCard } from '../../summary/summary-card.ts';
import { asOfText, periodName, STATUS_WORDS, several, words } from '../../summary/wording.ts';
import { historyLine } from '../history-line.ts';
import type { Numbering } from '../reports/shown-list.ts';
import { onPage, wayBack } from '../ways.ts';
import { answerCompare, answerRanking } from './answer-ranking.ts';
import { askedFor } from './asked-for.ts';
import { questionWords } from './question-wording.ts';

const LINES_ON_A_CARD = 15;
const NAMED_IN_A_SENTENCE = 2;

type Asked = Pick<Deps, 'db' | 'config'> & {
  now: Date;
  /** Where the answer is a list that people go on to speak of by number. */
  number?: (unitIds: string[], first: number) => Promise<Numbering>;
};

/**
 * The card that answers a progress question. Without a period: January to the current month of the plan's year (CONTRACT
 * section 5). The caller has checked that the asker may see it. `page`: which part of a long list, from 0.
 */
export async function progressCard(asked: Asked, query: ProgressQuery, page = 0): Promise<Card> {
  if (query.kind === 'ranking') return answerRanking(asked, query);
  if (query.kind === 'compare') return answerCompare(asked, query);
  const months = monthsOf(query, dayOf(asked.now, asked.config.APP_TIMEZONE));
  const wantsList =
    query.kind === 'list' || query.kind === 'task_detail' || query.status !== null || query.topic;
  if (!wantsList && query.units.length !== 1) return overviewCard(asked, query, months);
  const ledger = await loadLedger(asked.db, query.year, months);
  return listCard(asked, ledger, query, { months, unitIds: idsOf(ledger, query.units), page });
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
  const isMeant = (l: Line) =>
    unitIds.length === 0 || sharesOf(l, query.role).some((u) => unitIds.includes(u));
  const lines = figures.lines.filter(isMeant);
  const summary = summarise(lines, months, today);
  const order = new Map([...figures.units.keys()].map((id, i) => [id, i]));
  summary.byUnit = summary.byUnit
    .filter((u) => unitIds.length === 0 || unitIds.includes(u.unitId))
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
  const period = `${several(query.units, NAMED_IN_A_SENTENCE)}${periodName(year, months, splitDay(today).year)}`;
  const waiting = lines.filter(
    (l) => ['blocked', 'extension'].includes(leadStatus(l)) || strugglingHelpers(l).length > 0,
  );
  const behind = await loadBehind(asked.db, waiting.slice(0, 3));
  const previous =
    unitIds.length === 0 ? await countsBefore(asked, { year, months }, today) : undefined;
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

async function listCard(
  asked: Asked,
  ledger: Ledger,
  query: ProgressQuery,
  of: { months: number[]; unitIds: string[]; page: number },
): Promise<Card> {
  const { months, unitIds, page } = of;
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const picked = pickLines(ledger, query, unitIds, today);
  const { statusOf, partOf } = picked;
  const period = periodName(query.year, months, splitDay(today).year);
  const who = query.units.join('、');
  const [only, ...others] = unitIds;
  const isWholeUnit =
    only !== undefined && others.length === 0 && query.status === null && !query.topic;
  const figures = isWholeUnit ? summarise(ledger.lines, months, today, only) : undefined;
  const first = page * LINES_ON_A_CARD;
  const numbering = await asked.number?.(unitIds, first);
  const lines = numbering?.inOrder(picked.lines) ?? picked.lines;
  const notes = countNotes(ledger, query, { months, unitIds, today }, { lines, partOf });
  const canTurn = !query.topic && !query.window && !query.role && query.units.length === 0;
  const shown = lines.slice(first, first + LINES_ON_A_CARD);
  const matters = await findOpenMatters(
    asked.db,
    shown.map((l) => l.occurrenceId),
  );
  const card = itemsCard({
    title: words.listTitle(who, period, query.status ? questionWords.states[query.status] : ''),
    asOf: asOfText(asked.now, timeZone),
    year: query.year,
    months,
    total: lines.length,
    tasks: tasksIn(lines),
    asked: askedFor(query, today),
    ...(figures && figures.total > 0 && { conclusion: words.unitConclusion(who, period, figures) }),
    ...(notes && { conclusion: notes }),
    part: {
      page,
      size: LINES_ON_A_CARD,
      ...(canTurn && {
        next: {
          act: 'open-list',
          id: query.status ?? '',
          year: query.year,
          months: months.join(','),
          page: page + 1,
        } satisfies OpenClick,
      }),
    },
    ways: [
      wayBack(query.year, months),
      ...onPage(asked.config, only && others.length === 0 ? `/units/${only}` : '/tasks', {
        year: query.year,
        months,
      }),
    ],
    lines: shown.flatMap((l, i): ItemLine[] => {
      const item = ledger.items.get(l.occurrenceId);
      if (!item) return [];
      const status = statusOf(l);
      const unit = partOf(l);
      const said = lastWords(l, ledger, unit ? [unit] : l.leads);
      const matter = matters.find(
        (m) =>
          m.occurrenceId === l.occurrenceId && (unitIds.length === 0 || unitIds.includes(m.unitId)),
      );
      return [
        {
          no: numbering?.numberOf(l) ?? first + i + 1,
          occurrenceId: l.occurrenceId,
          content: item.content,
          status,
          overdue: isOverdue(status, l.dueOn, today),
          due: l.dueOn,
          leads: item.leadUnits.join('、'),
          said: said ? historyLine(said, ledger, timeZone) : '',
          ...(matter ? { waits: remindWords.waits(matter.kind) } : {}),
        },
      ];
    }),
  });
  await numbering?.remember();
  return card;
}

/**
 * Why a list of tasks in a state is not as long as the overview's figure for it: difficulties of cooperating units stand in it
 * besides, and of what recurs the overview takes all times together.
 */
function countNotes(
  ledger: Ledger,
  { status, role, topic, window }: ProgressQuery,
  of: { months: number[]; unitIds: string[]; today: string },
  { lines, partOf }: Pick<Picked, 'lines' | 'partOf'>,
): string {
  if (status === null || of.unitIds.length === 1) return '';
  const led = lines.filter((l) => partOf(l) === undefined);
  const helpers = tasksIn(lines) - tasksIn(led);
  const isWhole = of.unitIds.length === 0 && !role && !topic && !window;
  const counted = isWhole
    ? measured(summarise(ledger.lines, of.months, of.today), status)
    : tasksIn(led);
  return [
    ...(helpers > 0 ? [words.ofHelpers(helpers)] : []),
    ...(counted !== tasksIn(led) ? [words.ofAllTimes(counted)] : []),
  ].join('');
}

/** The newest report of these units on an item. */
function lastWords(line: Line, ledger: Ledger, unitIds: string[]): NamedReport | undefined {
  return ledger.reports
    .filter((r) => r.occurrenceId === line.occurrenceId && unitIds.includes(r.unitId))
    .sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime())[0];
}

function decisionLine(line: Line, ledger: Ledger): string {
  const content = ledger.items.get(line.occurrenceId)?.content.replace(/\s+/g, ' ') ?? '';
  const [helper] = strugglingHelpers(line);
  const note = ledger.reports.find(
    (r) => r.occurrenceId === line.occurrenceId && r.note && (!helper || r.unitId === helper),
  )?.note;
  const state = helper ? `${STATUS_WORDS.blocked}${words.asCoop}` : STATUS_WORDS[leadStatus(line)];
  return `${state}：${content}${note ? `（${note}）` : ''}`;
}
