import { z } from 'zod';
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
  table,
} from '../feishu/card.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import type { Summary } from './summarise.ts';
import { percent, STATUS_WORDS, words } from './wording.ts';

/** Opens one unit or one task behind a figure; looked up and checked anew on each click. */
export const OpenClick = z.object({
  act: z.enum(['open-unit', 'open-task', 'open-summary']),
  id: z.string().max(64),
  year: z.number().int(),
  /** Months joined with `,`. */
  months: z.string().regex(/^\d{1,2}(,\d{1,2})*$/),
});
export type OpenClick = z.infer<typeof OpenClick>;

const BARS = 12;

/** The overview: a conclusion, three figures, units as table and chart; every unit opens. */
export function summaryCard(data: {
  title: string;
  period: string;
  asOf: string;
  year: number;
  months: number[];
  summary: Summary;
  unitNames: Map<string, string>;
  /** Units and what they have open, in the order of the plan. */
  attention: string[];
}): Card {
  const { summary, unitNames } = data;
  const name = (id: string) => unitNames.get(id) ?? id;
  const rows = summary.byUnit.filter((u) => u.lead.total + u.coop.total > 0);
  return card({
    title: data.title,
    subtitle: words.asOf(data.asOf),
    summary: words.conclusion(data.period, summary),
    elements: [
      markdown(words.conclusion(data.period, summary)),
      markdown(words.silent(summary.silentUnits.length, summary.units), 'notation'),
      ...(summary.total + rows.length === 0
        ? []
        : [
            figures([
              [String(summary.total), words.figureTotal],
              [`${summary.done}（${percent(summary.rate)}）`, words.figureDone],
              [String(summary.overdue), words.figureOverdue],
            ]),
            ...(data.attention.length > 0
              ? [
                  markdown(
                    `**${words.attention}**<br>${data.attention
                      .slice(0, 3)
                      .map((l) => escapeMarkdown(clip(l, 120)))
                      .join('<br>')}`,
                  ),
                ]
              : []),
            unitTable(rows, name),
            ...charts(summary, rows, name),
            row(
              rows.slice(0, 8).map((u) =>
                button({
                  text: name(u.unitId),
                  value: {
                    act: 'open-unit',
                    id: u.unitId,
                    year: data.year,
                    months: data.months.join(','),
                  } satisfies OpenClick,
                }),
              ),
            ),
          ]),
    ],
  });
}

/** Items with state, deadline and the last words said on them. */
export function itemsCard(data: {
  title: string;
  asOf: string;
  year: number;
  months: number[];
  lines: ItemLine[];
  total: number;
}): Card {
  const rest = data.total - data.lines.length;
  return card({
    title: clip(data.title, 60),
    subtitle: words.asOf(data.asOf),
    elements: [
      markdown(data.total > 0 ? words.listHead(data.total) : words.listEmpty),
      ...data.lines.map((line) => itemRow(line, data)),
      ...(rest > 0 ? [note(words.moreInList(rest))] : []),
    ],
  });
}

export type ItemLine = {
  /** Under which number it can be spoken of. */
  no: number;
  occurrenceId: string;
  content: string;
  status: TaskStatus;
  overdue: boolean;
  due: string;
  leads: string;
  said: string;
};

/** One task with everything reported on it, withdrawn words included. */
export function taskCard(data: {
  content: string;
  asOf: string;
  status: TaskStatus;
  due: string;
  leads: string;
  coops: string;
  history: string[];
}): Card {
  const fact = (label: string, value: string) => (value ? [`${label}：${value}`] : []);
  return card({
    title: words.taskTitle,
    subtitle: words.asOf(data.asOf),
    elements: [
      markdown(escapeMarkdown(data.content)),
      markdown(
        [
          ...fact(words.status, STATUS_WORDS[data.status]),
          ...fact(words.due, data.due),
          ...fact(words.leads, data.leads),
          ...fact(words.coop, data.coops),
        ]
          .map(escapeMarkdown)
          .join('<br>'),
      ),
      markdown(
        `**${words.history}**<br>${
          data.history.length > 0
            ? data.history.map((h) => escapeMarkdown(clip(h, 300))).join('<br>')
            : words.noReportYet
        }`,
      ),
    ],
  });
}

function itemRow(line: ItemLine, of: { year: number; months: number[] }): Element {
  const colour = line.status === 'done' ? 'green' : line.status === 'blocked' ? 'orange' : 'grey';
  return columns([
    {
      weight: 5,
      elements: [
        markdown(
          [
            `**${line.no}.** ${escapeMarkdown(clip(line.content.replace(/\s+/g, ' '), 120))}`,
            `<font color='${colour}'>${STATUS_WORDS[line.status]}</font> <font color='grey'>${escapeMarkdown(
              [`${words.due} ${line.due}`, line.leads].join(' · '),
            )}</font>`,
            ...(line.said
              ? [`<font color='grey'>${escapeMarkdown(clip(line.said, 100))}</font>`]
              : []),
          ].join('<br>'),
        ),
      ],
    },
    {
      elements: [
        button({
          text: words.open_,
          type: 'text',
          value: {
            act: 'open-task',
            id: line.occurrenceId,
            year: of.year,
            months: of.months.join(','),
          } satisfies OpenClick,
        }),
      ],
    },
  ]);
}

function figures(list: [string, string][]): Element {
  return columns(
    list.map(([value, label]) => ({
      weight: 1,
      background: 'grey-50',
      elements: [
        { ...markdown(`**${value}**<br><font color='grey'>${label}</font>`), text_align: 'center' },
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
