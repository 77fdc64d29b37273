import { button, type Card, card, escapeMarkdown, markdown, note, table } from '../feishu/card.ts';
import { type OpenClick, waysOn } from './cards.ts';
import type { CompareRow } from './compare.ts';
import type { Measure, Ranked, Ranking } from './rank.ts';
import { measured } from './rank.ts';
import { compareWords as c, rankingWords as w } from './ranking-wording.ts';
import { percent, words } from './wording.ts';

/** Units by completion, with how many tasks stand behind a rate; who has not reported is named as such. */
export function rankingCard(data: {
  period: string;
  asOf: string;
  year: number;
  months: number[];
  measure: Measure;
  role: 'lead' | 'coop';
  order: 'best' | 'worst';
  ranking: Ranking;
  /** How many have a place, before the list was cut. */
  placed: number;
  /** Units that are silent were looked for in all they share in, not only in what is ranked. */
  ofUnits: boolean;
  /** Nothing is done and nothing had to be: then no unit is named, neither as behind nor as silent. */
  isTooEarly: boolean;
  /** Sentences on the units that were asked about. */
  asked: string[];
  unitNames: Map<string, string>;
}): Card {
  const { measure, order, isTooEarly } = data;
  const ranking = isTooEarly ? { ranked: [], silent: [], early: [] } : data.ranking;
  const name = (id: string) => data.unitNames.get(id) ?? id;
  const first = ranking.ranked.filter((r) => r.place === 1);
  const text =
    data.asked.length > 0
      ? data.asked.join('')
      : isTooEarly
        ? w.tooEarly
        : w.conclusion(
            data.placed,
            order,
            first,
            first.map((r) => name(r.unitId)),
            measure,
          );
  const placed = measure !== 'rate' && measure !== 'done';
  const ranked = ranking.ranked.length > 0 ? [rankTable(ranking.ranked, data, name)] : [];
  const whose = data.ofUnits ? undefined : data.role;
  const silent =
    ranking.silent.length > 0
      ? [markdown(escapeMarkdown(w.silent(ranking.silent.map(name), whose, placed)))]
      : [];
  const early =
    ranking.early.length > 0
      ? [markdown(escapeMarkdown(w.early(ranking.early.map(name), data.role)))]
      : [];
  // Whoever looks for the worst looks for those first of whom nobody has heard.
  const isSilentFirst = order === 'worst' || data.ofUnits;
  const shown = ranking.ranked.length > 0 ? ranking.ranked.map((r) => r.unitId) : ranking.silent;
  return card({
    title:
      data.ofUnits && ranking.ranked.length === 0
        ? w.silentTitle(data.period)
        : w.title(data.period, data.role, measure),
    subtitle: words.asOf(data.asOf),
    summary: text,
    elements: [
      markdown(escapeMarkdown(text)),
      ...(isSilentFirst ? [...silent, ...ranked] : [...ranked, ...silent]),
      ...early,
      ...waysOn(
        shown.slice(0, 8).map((unitId) =>
          button({
            text: name(unitId),
            value: {
              act: 'open-unit',
              id: unitId,
              year: data.year,
              months: data.months.join(','),
            } satisfies OpenClick,
          }),
        ),
      ),
      note(w.note),
    ],
  });
}

function rankTable(
  ranked: Ranked[],
  { measure, order }: { measure: Measure; order: 'best' | 'worst' },
  name: (id: string) => string,
) {
  const inTable = ['rate', 'done', 'overdue', 'no_report'].includes(measure);
  return table(
    [
      { name: 'place', title: w.place[order], type: 'number' },
      { name: 'unit', title: w.unit },
      ...(inTable ? [] : [{ name: 'value', title: w.measure(measure) }]),
      { name: 'total', title: w.total, type: 'number' },
      { name: 'done', title: w.done, type: 'number' },
      { name: 'rate', title: w.rate },
      { name: 'overdue', title: w.overdue, type: 'number' },
      { name: 'noReport', title: w.noReport, type: 'number' },
    ],
    ranked.map(({ unitId, place, counts }) => ({
      place,
      unit: name(unitId),
      ...(inTable ? {} : { value: String(measured(counts, measure)) }),
      total: counts.total,
      done: counts.done,
      rate: percent(counts.rate),
      overdue: counts.overdue,
      noReport: counts.noReport,
    })),
  );
}

/** Sides beside each other, with differences where there are two. */
export function compareCard(data: {
  names: string[];
  /** What all sides have in common: a period, or units; may be empty. */
  about: string;
  kind: 'yoy' | 'previous' | 'other';
  asOf: string;
  rows: CompareRow[];
  notes: string[];
}): Card {
  const { names, rows } = data;
  const isPair = names.length === 2;
  const conclusion = isPair ? c.conclusion(names, rows) : '';
  return card({
    title: c.title(data.about, names, data.kind),
    subtitle: words.asOf(data.asOf),
    ...(conclusion ? { summary: conclusion } : {}),
    elements: [
      ...(conclusion ? [markdown(escapeMarkdown(conclusion))] : []),
      table(
        [
          { name: 'figure', title: c.figure },
          ...names.map((title, i) => ({ name: `side${i}`, title })),
          ...(isPair ? [{ name: 'difference', title: c.difference }] : []),
        ],
        rows.map((r) => ({
          figure: c.name(r.figure),
          ...Object.fromEntries(names.map((_, i) => [`side${i}`, c.value(r, i)])),
          ...(isPair ? { difference: c.differs(r) } : {}),
        })),
      ),
      note(data.notes.join('')),
    ],
  });
}
