import {
  button,
  type Card,
  card,
  chart,
  clip,
  collapsible,
  columns,
  type Element,
  escapeMarkdown,
  markdown,
  note,
  row,
  select,
  table,
} from '../feishu/card.ts';
import { type OpenClick, waysOn } from './cards.ts';
import type { Counts, Summary } from './summarise.ts';
import { percent, words } from './wording.ts';

const BARS = 12;
/** Units that have a button of their own; all of them stand in the list to choose from. */
const BUTTONS = 6;
const DECISIONS = 3;

/** Something that waits for a leader's word, and the task behind it. */
export type Decision = { text: string; occurrenceId: string };

/**
 * The overview: a conclusion of at most 200 characters, three figures, three matters to decide; then units as table and
 * chart. Every figure, matter and unit opens.
 */
export function summaryCard(data: {
  title: string;
  period: string;
  asOf: string;
  year: number;
  months: number[];
  summary: Summary;
  unitNames: Map<string, string>;
  /** What is in difficulty or asks for time, in the order of the plan. */
  decisions: Decision[];
  /** The period before, where the plan knows one. */
  previous?: { name: string; counts: Counts };
  /** The same on the dashboard. */
  page?: Element[];
}): Card {
  const { summary, unitNames } = data;
  const name = (id: string) => unitNames.get(id) ?? id;
  const rows = summary.byUnit.filter((u) => u.lead.total + u.coop.total > 0);
  const open = (act: OpenClick['act'], id: string): OpenClick => ({
    act,
    id,
    year: data.year,
    months: data.months.join(','),
  });
  const conclusion = conclusionOf(data);
  const isEmpty = summary.total + rows.length === 0;
  return card({
    title: data.title,
    subtitle: words.asOf(data.asOf),
    summary: conclusion,
    elements: [
      markdown(conclusion),
      markdown(words.silent(summary.silentUnits.length, summary.units), 'notation'),
      ...(isEmpty
        ? []
        : [
            figures([
              [String(summary.total), words.figureTotal, open('open-list', '')],
              [
                `${summary.done}（${percent(summary.rate)}）`,
                words.figureDone,
                open('open-list', 'done'),
              ],
              [String(summary.overdue), words.figureOverdue, open('open-list', 'overdue')],
            ]),
            ...decisions(data.decisions, (id) => open('open-task', id)),
            unitTable(rows, name),
            ...charts(summary, rows, name),
            ...units(rows, name, (id) => open('open-unit', id)),
            ...(summary.repeating > 0 ? [note(words.repeating(summary.repeating))] : []),
          ]),
      ...waysOn(data.page ?? []),
    ],
  });
}

/** What it comes to, at most 200 characters: where things stand, and how they stood the period before. */
function conclusionOf({
  period,
  summary,
  previous,
}: {
  period: string;
  summary: Summary;
  previous?: { name: string; counts: Counts };
}): string {
  const stands = words.conclusion(period, summary);
  const moved = previous ? words.compared(previous.name, summary, previous.counts) : '';
  const whole = `${stands}${moved}`;
  return clip([...whole].length > 200 ? stands : whole, 200);
}

function decisions(list: Decision[], open: (id: string) => OpenClick): Element[] {
  if (list.length === 0) return [];
  return [
    markdown(`**${words.attention}**`),
    ...list.slice(0, DECISIONS).map((d) =>
      columns([
        { weight: 5, elements: [markdown(escapeMarkdown(clip(d.text, 120)))] },
        {
          elements: [button({ text: words.open_, type: 'text', value: open(d.occurrenceId) })],
        },
      ]),
    ),
    ...(list.length > DECISIONS ? [note(words.moreDecisions(list.length - DECISIONS))] : []),
  ];
}

function units(
  rows: UnitCounts[],
  name: (id: string) => string,
  open: (id: string) => OpenClick,
): Element[] {
  return [
    row(rows.slice(0, BUTTONS).map((u) => button({ text: name(u.unitId), value: open(u.unitId) }))),
    ...(rows.length > BUTTONS
      ? [
          select({
            name: 'unit',
            placeholder: words.chooseUnit(rows.length),
            options: rows.slice(0, 100).map((u) => ({ text: name(u.unitId), value: u.unitId })),
            value: open(''),
          }),
        ]
      : []),
  ];
}

function figures(list: [value: string, label: string, open: OpenClick][]): Element {
  return columns(
    list.map(([value, label, open]) => ({
      weight: 1,
      background: 'grey-50',
      elements: [
        { ...markdown(`**${value}**`), text_align: 'center' },
        button({ text: label, type: 'text', value: open, fill: true }),
      ],
    })),
  );
}

type UnitCounts = Summary['byUnit'][number];

function unitTable(rows: UnitCounts[], name: (id: string) => string): Element {
  return table(
    [
      { name: 'unit', title: words.unit },
      { name: 'lead', title: words.lead, type: 'number' },
      { name: 'done', title: words.leadDone, type: 'number' },
      { name: 'coop', title: words.coop, type: 'number' },
      { name: 'coopDone', title: words.coopDone, type: 'number' },
    ],
    rows.slice(0, 80).map((u) => ({
      unit: name(u.unitId),
      lead: u.lead.total,
      done: u.lead.done,
      coop: u.coop.total,
      coopDone: u.coop.done,
    })),
    5,
  );
}

/** The trend by month where there is one, with the units behind a tap; of a single month the units. */
function charts(summary: Summary, rows: UnitCounts[], name: (id: string) => string): Element[] {
  const byUnit = unitChart(rows, name);
  if (summary.byMonth.length < 2) return byUnit;
  const values = summary.byMonth.flatMap((m) => [
    { month: `${m.month}月`, state: words.done, count: m.done },
    { month: `${m.month}月`, state: words.open, count: m.total - m.done },
  ]);
  const trend = chart(stacked(words.trendTitle, values, { xField: 'month', yField: 'count' }));
  return byUnit.length > 0 ? [trend, collapsible(`**${words.chartTitle}**`, byUnit)] : [trend];
}

/** Horizontal: names of units are long. */
function unitChart(rows: UnitCounts[], name: (id: string) => string): Element[] {
  const bars = rows.filter((u) => u.lead.total > 0).slice(0, BARS);
  if (bars.length === 0) return [];
  const values = bars.flatMap((u) => [
    { unit: name(u.unitId), state: words.done, count: u.lead.done },
    { unit: name(u.unitId), state: words.open, count: u.lead.total - u.lead.done },
  ]);
  return [
    chart({
      ...stacked(words.chartTitle, values, { xField: 'count', yField: 'unit' }),
      direction: 'horizontal',
    }),
  ];
}

function stacked(
  title: string,
  values: Record<string, string | number>[],
  fields: { xField: string; yField: string },
): Record<string, unknown> {
  return {
    type: 'bar',
    title: { text: title },
    data: { values },
    ...fields,
    seriesField: 'state',
    stack: true,
    legends: { visible: true, orient: 'bottom' },
  };
}
