import { dayOf, splitDay, wallClock } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import { listHistory, type NamedReport } from '../progress/queries.ts';
import { isOverdue } from '../progress/task-status.ts';
import { type ItemLine, itemsCard, summaryCard, taskCard } from '../summary/cards.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import { type Line, leadStatus, partStatus, summarise } from '../summary/summarise.ts';
import { asOfText, periodName, STATUS_WORDS, words } from '../summary/wording.ts';
import type { ProgressQuery } from './intent.ts';

const LINES_ON_A_CARD = 15;

type Asked = Pick<Deps, 'db' | 'config'> & { now: Date };

/**
 * The card that answers a progress question. Without a period: January to the current month of the plan's year (CONTRACT
 * section 5). The caller has checked that the asker may see it.
 */
export async function progressCard(asked: Asked, query: ProgressQuery): Promise<Card> {
  const today = splitDay(dayOf(asked.now, asked.config.APP_TIMEZONE));
  const upTo = query.year === today.year ? today.month : 12;
  // A window of days can reach beyond the months that would be shown by default.
  const months = query.months ?? Array.from({ length: query.window ? 12 : upTo }, (_, i) => i + 1);
  const ledger = await loadLedger(asked.db, query.year, months);
  const unitIds = query.units.flatMap(
    (name) => [...ledger.units.values()].find((u) => u.name === name)?.id ?? [],
  );
  const wantsList =
    query.kind === 'list' || query.kind === 'task_detail' || query.status !== null || query.topic;
  if (wantsList) return listCard(asked, ledger, query, months, unitIds);
  if (unitIds.length === 1 && query.kind !== 'compare')
    return listCard(asked, ledger, query, months, unitIds);
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

function listCard(
  asked: Asked,
  ledger: Ledger,
  query: ProgressQuery,
  months: number[],
  unitIds: string[],
): Card {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  // A unit's own list shows its part of what others lead, and the leads' word on what it leads.
  const part = (l: Line) => unitIds.find((u) => unitIds.length === 1 && !l.leads.includes(u));
  const statusOf = (l: Line) => {
    const unit = part(l);
    return unit ? partStatus(l, unit) : leadStatus(l);
  };
  const shares = (l: Line) => {
    const wanted =
      query.role === 'lead' ? l.leads : query.role === 'coop' ? l.coops : [...l.leads, ...l.coops];
    return unitIds.length === 0 || wanted.some((u) => unitIds.includes(u));
  };
  const fits = (l: Line): boolean => {
    const status = statusOf(l);
    switch (query.status) {
      case null:
        return true;
      case 'not_done':
        return status !== 'done';
      case 'overdue':
        return isOverdue(status, l.dueOn, today);
      case 'no_report':
        return status === 'none';
      default:
        return status === query.status;
    }
  };
  const inWindow = (l: Line) =>
    !query.window || (l.dueOn >= query.window.from && l.dueOn <= query.window.to);
  const topical = topicFilter(ledger, query.topic);
  const lines = ledger.lines.filter((l) => shares(l) && fits(l) && inWindow(l) && topical(l));
  const period = periodName(query.year, months, splitDay(today).year);
  const who = query.units.join('、');
  return itemsCard({
    title: words.listTitle(who, period, query.status ? LIST_WORDS[query.status] : ''),
    asOf: asOfText(asked.now, timeZone),
    year: query.year,
    months,
    total: lines.length,
    lines: lines.slice(0, LINES_ON_A_CARD).flatMap((l): ItemLine[] => {
      const item = ledger.items.get(l.occurrenceId);
      if (!item) return [];
      const status = statusOf(l);
      const unit = part(l);
      const said = lastWords(l, ledger, unit ? [unit] : l.leads);
      return [
        {
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

/** Tasks that share most pairs of characters with the topic; all of them when no topic is named. */
function topicFilter(ledger: Ledger, topic: string | undefined): (l: Line) => boolean {
  if (!topic) return () => true;
  const pairs = (s: string) => {
    const c = [...s.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
    return c.length < 2 ? c : c.slice(1).map((x, i) => (c[i] ?? '') + x);
  };
  const wanted = new Set(pairs(topic));
  const score = (l: Line) => {
    const has = new Set(pairs(ledger.items.get(l.occurrenceId)?.content ?? ''));
    return [...wanted].filter((p) => has.has(p)).length / (wanted.size || 1);
  };
  const best = Math.max(0, ...ledger.lines.map(score));
  return (l) => best >= 0.5 && score(l) >= best * 0.8;
}

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
