import { dayOf, splitDay, wallClock } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import { listHistory, type NamedReport } from '../progress/queries.ts';
import { isOverdue } from '../progress/task-status.ts';
import { type ItemLine, itemsCard, summaryCard, taskCard } from '../summary/cards.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import { type Line, leadStatus, summarise } from '../summary/summarise.ts';
import { asOfText, periodName, STATUS_WORDS, words } from '../summary/wording.ts';
import { answerCompare, answerRanking } from './answer-ranking.ts';
import type { ProgressQuery } from './intent.ts';
import { monthsOf } from './months-of.ts';
import { idsOf, pickLines } from './pick-lines.ts';
import type { Numbering } from './shown-list.ts';

const LINES_ON_A_CARD = 15;

type Asked = Pick<Deps, 'db' | 'config'> & {
  now: Date;
  /** Where the answer is a list that people go on to speak of by number. */
  number?: (unitIds: string[]) => Promise<Numbering>;
};

/**
 * The card that answers a progress question. Without a period: January to the current month of the plan's year (CONTRACT
 * section 5). The caller has checked that the asker may see it.
 */
export async function progressCard(asked: Asked, query: ProgressQuery): Promise<Card> {
  if (query.kind === 'ranking') return answerRanking(asked, query);
  if (query.kind === 'compare') return answerCompare(asked, query);
  const months = monthsOf(query, dayOf(asked.now, asked.config.APP_TIMEZONE));
  const ledger = await loadLedger(asked.db, query.year, months);
  const unitIds = idsOf(ledger, query.units);
  const wantsList =
    query.kind === 'list' || query.kind === 'task_detail' || query.status !== null || query.topic;
  if (wantsList) return listCard(asked, ledger, query, months, unitIds);
  if (unitIds.length === 1) return listCard(asked, ledger, query, months, unitIds);
  return overviewCard(asked, ledger, query.year, months, unitIds);
}

/** Everything a unit leads or helps with in these months. */
export async function unitCard(
  asked: Asked,
  unitId: string,
  year: number,
  months: number[],
): Promise<Card> {
  const ledger = await loadLedger(asked.db, year, months);
  const name = ledger.units.get(unitId)?.name;
  const query: ProgressQuery = {
    kind: 'unit_detail',
    year,
    months,
    units: name ? [name] : [],
    role: null,
    status: null,
  };
  return listCard(asked, ledger, query, months, [unitId]);
}

/** One item with everything ever reported on it. */
export async function oneTaskCard(
  asked: Asked,
  occurrenceId: string,
  year: number,
  months: number[],
): Promise<Card | undefined> {
  const ledger = await loadLedger(asked.db, year, months);
  const item = ledger.items.get(occurrenceId);
  const line = ledger.lines.find((l) => l.occurrenceId === occurrenceId);
  if (!item || !line) return undefined;
  const history = await listHistory(asked.db, occurrenceId);
  return taskCard({
    content: item.content,
    asOf: asOfText(asked.now, asked.config.APP_TIMEZONE),
    status: leadStatus(line),
    due: item.dueOn,
    leads: item.leadUnits.join('、'),
    coops: item.coopUnits.join('、'),
    history: history.slice(0, 20).map((r) => historyLine(r, ledger, asked.config.APP_TIMEZONE)),
  });
}

function overviewCard(
  asked: Asked,
  ledger: Ledger,
  year: number,
  months: number[],
  unitIds: string[],
): Card {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const period = periodName(year, months, splitDay(today).year);
  const lines =
    unitIds.length === 0
      ? ledger.lines
      : ledger.lines.filter((l) => [...l.leads, ...l.coops].some((u) => unitIds.includes(u)));
  const summary = summarise(lines, months, today);
  const order = [...ledger.units.keys()];
  summary.byUnit = summary.byUnit
    .filter((u) => unitIds.length === 0 || unitIds.includes(u.unitId))
    .sort((a, b) => order.indexOf(a.unitId) - order.indexOf(b.unitId));
  return summaryCard({
    title: words.title(period),
    period,
    asOf: asOfText(asked.now, timeZone),
    year,
    months,
    summary,
    unitNames: new Map([...ledger.units].map(([id, u]) => [id, u.name])),
    attention: lines
      .filter((l) => ['blocked', 'extension'].includes(leadStatus(l)))
      .map((l) => attentionLine(l, ledger)),
  });
}

async function listCard(
  asked: Asked,
  ledger: Ledger,
  query: ProgressQuery,
  months: number[],
  unitIds: string[],
): Promise<Card> {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const { lines, statusOf, partOf } = pickLines(ledger, query, unitIds, today);
  const period = periodName(query.year, months, splitDay(today).year);
  const who = query.units.join('、');
  const numbering = await asked.number?.(unitIds);
  const shown = lines.slice(0, LINES_ON_A_CARD);
  const card = itemsCard({
    title: words.listTitle(who, period, query.status ? LIST_WORDS[query.status] : ''),
    asOf: asOfText(asked.now, timeZone),
    year: query.year,
    months,
    total: lines.length,
    lines: shown.flatMap((l, i): ItemLine[] => {
      const item = ledger.items.get(l.occurrenceId);
      if (!item) return [];
      const status = statusOf(l);
      const unit = partOf(l);
      const said = lastWords(l, ledger, unit ? [unit] : l.leads);
      return [
        {
          no: numbering?.numberOf(l) ?? i + 1,
          occurrenceId: l.occurrenceId,
          content: item.content,
          status,
          overdue: isOverdue(status, l.dueOn, today),
          due: l.dueOn,
          leads: item.leadUnits.join('、'),
          said: said ? historyLine(said, ledger, timeZone) : '',
        },
      ];
    }),
  });
  await numbering?.remember();
  return card;
}

const LIST_WORDS: Record<NonNullable<ProgressQuery['status']>, string> = {
  done: '已完成',
  not_done: '未完成',
  overdue: '超期',
  blocked: '有困难',
  extension: '申请延期',
  not_started: '未开始',
  in_progress: '进行中',
  no_report: '未反馈',
};

/** The newest report of these units on an item. */
function lastWords(line: Line, ledger: Ledger, unitIds: string[]): NamedReport | undefined {
  return ledger.reports
    .filter((r) => r.occurrenceId === line.occurrenceId && unitIds.includes(r.unitId))
    .sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime())[0];
}

function attentionLine(line: Line, ledger: Ledger): string {
  const content = ledger.items.get(line.occurrenceId)?.content.replace(/\s+/g, ' ') ?? '';
  const note = ledger.reports.find((r) => r.occurrenceId === line.occurrenceId && r.note)?.note;
  return `${STATUS_WORDS[leadStatus(line)]}：${content}${note ? `（${note}）` : ''}`;
}

function historyLine(report: NamedReport, ledger: Ledger, timeZone: string): string {
  const { day } = wallClock(report.reportedAt, timeZone);
  const line = words.historyLine(
    day,
    ledger.units.get(report.unitId)?.name ?? '',
    report.reporter,
    STATUS_WORDS[report.status],
    report.note,
  );
  const after = [
    ...(report.decision ? [words.decision(report.status, report.decision)] : []),
    ...(report.via === 'office' ? [words.proxy(report.source)] : []),
    ...(report.withdrawnAt ? [words.withdrawn] : []),
  ];
  return `${line}${after.join('')}`;
}
