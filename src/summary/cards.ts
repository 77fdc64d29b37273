import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  columns,
  type Element,
  escapeMarkdown,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import { STATUS_WORDS, words } from './wording.ts';

/**
 * Opens what stands behind a figure: a unit, a task, the tasks in a state, or the overview again; looked up and checked
 * anew on each click. `id`: of the unit or task; a list's state, empty for all; empty for the overview, or its unit.
 */
export const OpenClick = z.object({
  act: z.enum(['open-unit', 'open-task', 'open-summary', 'open-list']),
  id: z.string().max(64),
  year: z.number().int(),
  /** Months joined with `,`. */
  months: z.string().regex(/^\d{1,2}(,\d{1,2})*$/),
  /** Which part of a long list, from 0. */
  page: z.number().int().min(0).max(1_000).optional(),
});
export type OpenClick = z.infer<typeof OpenClick>;

/** Items with state, deadline and the last words said on them. */
export function itemsCard(data: {
  title: string;
  asOf: string;
  year: number;
  months: number[];
  lines: ItemLine[];
  total: number;
  /** How many tasks these are: one that recurs has a row each time. */
  tasks: number;
  /** What was understood: said where nothing is found. */
  asked: string[];
  /** Words of a task were looked for: that none has them is no statement about work. */
  byTopic?: boolean;
  /** What the list comes to, in a sentence. */
  conclusion?: string;
  /** Which part of the list this is, from 0, how long a part is, and how the next one is asked for. */
  part?: { page: number; size: number; next?: OpenClick };
  /** Ways on: back, the next part, the same on a page. */
  ways?: Element[];
}): Card {
  const { part = { page: 0, size: data.lines.length } } = data;
  const first = part.page * part.size;
  const rest = data.total - first - data.lines.length;
  return card({
    title: clip(data.title, 60),
    subtitle: words.asOf(data.asOf),
    elements: [
      ...(data.conclusion ? [markdown(escapeMarkdown(data.conclusion))] : []),
      markdown(
        data.total > 0
          ? words.listHead(data.tasks, data.total)
          : data.byTopic
            ? words.topicEmpty(data.asked)
            : words.listEmpty(data.asked),
      ),
      ...data.lines.map((line) => itemRow(line, data)),
      ...(rest > 0 ? [note(words.moreInList(rest))] : []),
      ...waysOn([
        ...(rest > 0 && part.next ? [button({ text: words.nextPart, value: part.next })] : []),
        ...(data.ways ?? []),
      ]),
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
  /** What of it waits for the office, or was agreed by it. */
  note?: string;
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
  ways?: Element[];
}): Card {
  const fact = (label: string, value: string) => (value ? [`${label}：${value}`] : []);
  return card({
    title: words.taskTitle,
    subtitle: words.asOf(data.asOf),
    elements: [
      markdown(escapeMarkdown(data.content)),
      markdown(
        [
          ...fact(
            words.status,
            data.status === 'none' && data.history.length > 0
              ? words.leadsSilent
              : STATUS_WORDS[data.status],
          ),
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
      ...waysOn(data.ways ?? []),
    ],
  });
}

/** A row of buttons, where there are any. */
export function waysOn(ways: Element[]): Element[] {
  return ways.length > 0 ? [row(ways)] : [];
}

/** Reports as they came, newest first; each opens its task. */
export function reportsCard(data: {
  title: string;
  asOf: string;
  total: number;
  /** What was understood: said where nothing is found. */
  asked: string[];
  reports: { occurrenceId: string; year: number; months: number[]; head: string; said: string }[];
}): Card {
  const rest = data.total - data.reports.length;
  return card({
    title: clip(data.title, 60),
    subtitle: words.asOf(data.asOf),
    elements: [
      markdown(data.total > 0 ? words.reportsHead(data.total) : words.reportsNone(data.asked)),
      ...data.reports.map((r) =>
        columns([
          {
            weight: 5,
            elements: [
              markdown(
                `${escapeMarkdown(clip(r.head, 160))}<br><font color='grey'>${escapeMarkdown(clip(r.said, 160))}</font>`,
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
                  id: r.occurrenceId,
                  year: r.year,
                  months: r.months.join(','),
                } satisfies OpenClick,
              }),
            ],
          },
        ]),
      ),
      ...(rest > 0 ? [note(words.moreReports(rest))] : []),
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
            `<font color='${colour}'>${STATUS_WORDS[line.status]}</font>${line.note ?? ''} <font color='grey'>${escapeMarkdown(
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
