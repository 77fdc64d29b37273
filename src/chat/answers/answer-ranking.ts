import { dayOf, splitDay } from '../../calendar/county-time.ts';
import { periodBefore, yearBefore } from '../../calendar/period.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import { type FullSide, sidesOf } from '../../intent/compare-sides.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { idsOf } from '../../intent/pick-lines.ts';
import type { Bound } from '../../intent/rank-words.ts';
import { compareSides, type Side } from '../../summary/compare.ts';
import { type Figures, loadFigures } from '../../summary/load.ts';
import { measured, rankUnits } from '../../summary/rank.ts';
import { compareCard, rankingCard } from '../../summary/ranking-card.ts';
import { compareWords, rankingWords } from '../../summary/ranking-wording.ts';
import { type Counts, summarise } from '../../summary/summarise.ts';
import { asOfText, periodName, several, words } from '../../summary/wording.ts';

type Asked = Pick<Deps, 'db' | 'config'> & { now: Date };

/** Who is ahead and who behind. The caller has checked that the asker is a leader or the office, in private. */
export async function answerRanking(asked: Asked, query: ProgressQuery): Promise<Card> {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const months = monthsOf(query, today);
  const ledger = await loadFigures(asked.db, query.year, months);
  const order = [...ledger.units.keys()];
  const inOrder = (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
  const summary = summarise(ledger.lines, months, today);
  const out = idsOf(ledger, query.except ?? []);
  const among = query.among ? idsOf(ledger, query.units) : undefined;
  const isRanked = (id: string) => !out.includes(id) && (among?.includes(id) ?? true);
  const named = query.among ? several(query.units) : '';
  const byUnit = summary.byUnit
    .filter((u) => isRanked(u.unitId))
    .toSorted((a, b) => inOrder(a.unitId, b.unitId));
  const of = {
    measure: query.status ?? ('rate' as const),
    role: query.role ?? ('lead' as const),
    order: query.order ?? ('best' as const),
    byBound: query.bound !== undefined,
  };
  const all = rankUnits(byUnit, of).ranked;
  const ranking = rankUnits(byUnit, query.limit ? { ...of, limit: query.limit } : of);
  const { bound, never } = query;
  if (bound) ranking.ranked = ranking.ranked.filter((r) => isWithin(r.counts, bound));
  // 哪些单位没反馈 is asked of units, not of the tasks they lead: the same units as in the overview.
  const ofUnits = query.status === 'no_report' && query.role === null;
  if (ofUnits) ranking.silent = summary.silentUnits.filter(isRanked).toSorted(inOrder);
  if (ofUnits && never) ranking.ranked = [];
  const isGood = of.measure === 'rate' || of.measure === 'done';
  const achieved = of.order === 'worst' ? 0 : all.length;
  const isTooEarly = isGood && !bound && achieved + summary.overdue === 0;
  return rankingCard({
    ...of,
    isTooEarly,
    period: `${named}${periodName(query.year, months, splitDay(today).year)}${words.without(query.except)}`,
    asOf: asOfText(asked.now, timeZone),
    year: query.year,
    months,
    ranking,
    placed: all.length,
    ofUnits,
    asked: [
      ...(ofUnits ? [words.silent(ranking.silent.length, byUnit.length)] : []),
      ...(bound ? [rankingWords.within(bound, ranking.ranked.length, all.length)] : []),
      ...(query.among ? [] : query.units).map((name) => {
        const [id] = idsOf(ledger, [name]);
        const place = all.find((r) => r.unitId === id);
        if (place) return rankingWords.asked(name, place.place, all.length, place, of.measure);
        if (ranking.silent.some((u) => u === id)) return rankingWords.askedSilent(name);
        return ranking.early.some((u) => u === id)
          ? rankingWords.askedEarly(name)
          : rankingWords.askedNone(name);
      }),
    ],
    unitNames: new Map([...ledger.units].map(([id, u]) => [id, u.name])),
  });
}

const isWithin = (c: Counts, { side, rate }: Bound) =>
  side === 'below' ? measured(c, 'rate') < rate : measured(c, 'rate') >= rate;

/** Two or more sides held against each other: periods, or units. Without a second side: the period before (环比). */
export async function answerCompare(asked: Asked, query: ProgressQuery): Promise<Card> {
  const timeZone = asked.config.APP_TIMEZONE;
  const today = dayOf(asked.now, timeZone);
  const sides = sidesOf(query, today);
  const [first, second] = sides;
  const sameTime = sides.every(
    (s) => s.year === first?.year && s.months.join() === first.months.join(),
  );
  const shown: Side[] = [];
  for (const side of sides) {
    const ledger = await loadFigures(asked.db, side.year, side.months);
    const period = periodName(side.year, side.months, splitDay(today).year);
    shown.push(sideOf(ledger, side, sameTime ? side.units.join('、') : period, today));
  }
  const common = sameTime
    ? periodName(first?.year ?? query.year, first?.months ?? [], splitDay(today).year)
    : query.units.join('、');
  const names = shown.map((s) => s.name);
  const isOpen = (s: (typeof sides)[number]) => isNotOver(s, today);
  return compareCard({
    names,
    about: common,
    kind: first && second && sides.length === 2 ? relation(first, second) : 'other',
    asOf: asOfText(asked.now, timeZone),
    rows: compareSides(shown),
    notes: [
      compareWords.note,
      ...(sameTime ? [compareWords.noteUnits] : []),
      ...(!sameTime && sides.some(isOpen)
        ? [compareWords.notOver(names.filter((_, i) => sides.slice(i, i + 1).some(isOpen)))]
        : []),
    ],
  });
}

function sideOf(ledger: Figures, side: FullSide, name: string, today: string): Side {
  const unitIds = idsOf(ledger, side.units);
  const only = unitIds.length === 1 ? unitIds[0] : undefined;
  // Of several units together their tasks are those they lead, as of one.
  const lines = ledger.lines.filter(
    (l) =>
      unitIds.length === 0 ||
      (only ? [...l.leads, ...l.coops] : l.leads).some((u) => unitIds.includes(u)),
  );
  const summary = summarise(lines, side.months, today, only);
  const coop = only ? summary.byUnit.find((u) => u.unitId === only)?.coop : undefined;
  return {
    name,
    counts: summary,
    ...(coop ? { coop } : {}),
    ...(unitIds.length === 0
      ? { units: { total: summary.units, silent: summary.silentUnits.length } }
      : {}),
  };
}

function relation(a: FullSide, b: FullSide): 'yoy' | 'previous' | 'other' {
  const is = (p: { year: number; months: number[] }) =>
    p.year === b.year && p.months.join() === b.months.join();
  return is(yearBefore(a)) ? 'yoy' : is(periodBefore(a)) ? 'previous' : 'other';
}

function isNotOver({ year, months }: FullSide, today: string): boolean {
  const now = splitDay(today);
  return year > now.year || (year === now.year && (months.at(-1) ?? 12) >= now.month);
}
