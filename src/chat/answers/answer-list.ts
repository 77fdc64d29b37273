import { dayOf, splitDay } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { type Picked, pickLines } from '../../intent/pick-lines.ts';
import { findOpenMatters } from '../../matters/queries.ts';
import type { NamedReport } from '../../progress/queries.ts';
import { isOverdue } from '../../progress/task-status.ts';
import { words as remindWords } from '../../remind/wording.ts';
import { type ItemLine, itemsCard, type OpenClick } from '../../summary/cards.ts';
import type { Ledger } from '../../summary/load.ts';
import { measured } from '../../summary/rank.ts';
import { type Line, summarise, tasksIn } from '../../summary/summarise.ts';
import { asOfText, periodName, several, words } from '../../summary/wording.ts';
import { historyLine } from '../history-line.ts';
import type { Numbering } from '../reports/shown-list.ts';
import { onPage, wayBack } from '../ways.ts';
import { askedFor } from './asked-for.ts';
import { questionWords } from './question-wording.ts';

const LINES_ON_A_CARD = 15;

/** What a question about progress is answered from. */
export type Asked = Pick<Deps, 'db' | 'config'> & {
  now: Date;
  /** Where the answer is a list that people go on to speak of by number. */
  number?: (unitIds: string[], first: number) => Promise<Numbering>;
};

/**
 * A part of a list of tasks: of a unit in the order of its numbers, of several as the plan has them. What was numbered is
 * remembered, so that a number said after it is understood.
 */
export async function listCard(
  asked: Asked,
  ledger: Ledger,
  query: ProgressQuery,
  of: { months: number[]; unitIds: string[]; page: number },
): Promise<Card> {
  const { months, unitIds, page } = of;
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const picked = pickLines(ledger, query, unitIds, today);
  const { statusOf, partOf, grantedOn, isNear } = picked;
  const wordsOf = (l: Line) => {
    const unit = partOf(l);
    return lastWords(l, ledger, unit ? [unit] : l.leads);
  };
  const told = query.why ? picked.lines.filter((l) => wordsOf(l)?.note) : [];
  const found = told.length > 0 ? told : picked.lines;
  const period = periodName(query.year, months, splitDay(today).year);
  const who = several(query.units);
  const [only, ...others] = unitIds;
  const isWholeUnit =
    only !== undefined && others.length === 0 && query.status === null && !query.topic;
  const figures = isWholeUnit ? summarise(ledger.lines, months, today, only) : undefined;
  const rated =
    query.kind === 'summary' && query.topic && !isNear
      ? words.topicConclusion(query.topic, period, summarise(found, months, today))
      : '';
  const carried = found.filter((l) => l.carried);
  const first = page * LINES_ON_A_CARD;
  const canTurn =
    !query.topic && !query.window && !query.role && query.units.length === 0 && !query.except;
  const numbering = await asked.number?.(unitIds, first);
  const lines = query.longest ? found : (numbering?.inOrder(found) ?? found);
  const notes =
    isNear && query.topic && found.length > 0
      ? words.nearTopic(query.topic)
      : carried.length > 0
        ? words.ofYearBefore(tasksIn(carried))
        : query.why
          ? words.reasonsOf(tasksIn(told), tasksIn(picked.lines) - tasksIn(told))
          : countNotes(ledger, query, { months, unitIds, today }, { ...picked, lines });
  const shown = lines.slice(first, first + LINES_ON_A_CARD);
  const matters = await findOpenMatters(
    asked.db,
    shown.map((l) => l.occurrenceId),
  );
  const card = itemsCard({
    title: words.listTitle(
      who,
      `${period}${words.without(query.except)}`,
      query.status ? questionWords.states[query.status] : '',
      query.longest,
    ),
    asOf: asOfText(asked.now, timeZone),
    year: query.year,
    months,
    total: lines.length,
    tasks: tasksIn(lines),
    asked: askedFor(query, today),
    ...(query.topic ? { byTopic: true } : {}),
    ...(figures && figures.total > 0 && { conclusion: words.unitConclusion(who, period, figures) }),
    ...((rated || notes) && { conclusion: `${rated}${notes}` }),
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
      const until = grantedOn(l);
      const said = wordsOf(l);
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
          ...(matter
            ? { note: remindWords.waits(matter.kind) }
            : until
              ? { note: words.grantedUntil(until) }
              : {}),
        },
      ];
    }),
  });
  await numbering?.remember();
  return card;
}

/**
 * Why a list of tasks in a state is not as long as the overview's figure for it: difficulties of cooperating units and
 * extensions that have been granted stand in it besides, and of what recurs the overview takes all times together.
 */
function countNotes(
  ledger: Ledger,
  { status, role, topic, window, limit, except }: ProgressQuery,
  of: { months: number[]; unitIds: string[]; today: string },
  { lines, statusOf, partOf }: Pick<Picked, 'lines' | 'statusOf' | 'partOf'>,
): string {
  if (status === null || of.unitIds.length === 1) return '';
  const isGranted = (l: Line) => status === 'extension' && statusOf(l) !== 'extension';
  const granted = lines.filter(isGranted);
  const led = lines.filter((l) => partOf(l) === undefined && !isGranted(l));
  const helpers = tasksIn(lines) - tasksIn(led) - tasksIn(granted);
  const isWhole = of.unitIds.length === 0 && !role && !topic && !window && !limit && !except;
  const counted = isWhole
    ? measured(summarise(ledger.lines, of.months, of.today), status)
    : tasksIn(led);
  return [
    ...(granted.length > 0 ? [words.ofGranted(tasksIn(granted))] : []),
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
