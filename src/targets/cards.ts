import { z } from 'zod';
import {
  button,
  type Card,
  card,
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
import { shortDay as writtenDay } from '../text/short-day.ts';
import type { TargetRow } from './queries.ts';
import type { TargetView } from './view.ts';
import { aimText, standingText, words } from './wording.ts';

/** 确认 or 不要 on proposed targets, ids joined with `,`. */
export const TargetClick = z.object({
  act: z.enum(['target-confirm', 'target-drop']),
  ids: z.string().max(1_000),
});
export type TargetClick = z.infer<typeof TargetClick>;

const LISTED = 12;
const OPENED = 8;

/** What was read from documents, each with its sentence; nothing counts before it is confirmed. */
export function proposalCard(targets: TargetRow[]): Card {
  const list = targets.slice(0, LISTED);
  const rest = targets.length - list.length;
  const click = (act: TargetClick['act'], ids: string[]) =>
    ({ act, ids: ids.join(',') }) satisfies TargetClick;
  return card({
    title: words.proposedTitle,
    template: 'wathet',
    elements: [
      markdown(words.proposedHead(targets.length)),
      ...list.map((t, i) =>
        columns([
          {
            weight: 5,
            elements: [
              markdown(
                `**${i + 1}.** ${escapeMarkdown(aimText(t))}<br><font color='grey'>${escapeMarkdown(clip(t.source, 90))}</font>`,
              ),
            ],
          },
          {
            elements: [
              button({ text: words.confirm, value: click('target-confirm', [t.id]) }),
              button({ text: words.drop, type: 'text', value: click('target-drop', [t.id]) }),
            ],
          },
        ]),
      ),
      ...(rest > 0 ? [note(words.more(rest))] : []),
      row([
        button({
          text: words.confirmAll,
          type: 'primary',
          value: click(
            'target-confirm',
            list.map((t) => t.id),
          ),
        }),
      ]),
    ],
  });
}

/** Targets with where they stand: a line of conclusion, a table, and what stands behind each. */
export function targetsCard(data: {
  year: number;
  asOf: string;
  views: TargetView[];
  behindOnly: boolean;
}): Card {
  const { views } = data;
  const behind = views.filter((v) => v.standing?.behind).length;
  const missing = views.filter((v) => !v.standing).length;
  return card({
    title: words.title(data.year),
    subtitle: data.asOf,
    elements: [
      markdown(
        data.behindOnly
          ? words.headBehind(views.length)
          : words.head(views.length, behind, missing),
      ),
      ...(views.length === 0
        ? []
        : [
            table(
              [
                { name: 'aim', title: words.goal },
                { name: 'done', title: words.done },
                { name: 'pace', title: words.pace },
              ],
              views.slice(0, 60).map((v) => ({
                aim: aimText(v.target),
                done: v.standing ? `${v.standing.actual.value}${v.standing.actual.unit}` : '—',
                pace: v.standing?.percent
                  ? `${v.standing.percent}% / ${v.standing.due}%`
                  : standingText(v),
              })),
              8,
            ),
            ...views.slice(0, OPENED).map(details),
          ]),
    ],
  });
}

/** One target in full: the conclusion first, then what it rests on. */
export function targetCard(view: TargetView, asOf: string): Card {
  return card({
    title: clip(view.target.name, 40),
    subtitle: asOf,
    summary: standingText(view),
    elements: [
      markdown(`**${escapeMarkdown(aimText(view.target))}**`),
      ...lines(view).map((l) => markdown(escapeMarkdown(l))),
      note(escapeMarkdown(clip(words.source(view.target.source), 160))),
    ],
  });
}

function details(view: TargetView): Element {
  return collapsible(`**${escapeMarkdown(view.target.name)}**`, [
    ...lines(view).map((l) => markdown(escapeMarkdown(l))),
    note(escapeMarkdown(clip(words.source(view.target.source), 160))),
  ]);
}

function lines(view: TargetView): string[] {
  const { standing, target } = view;
  return [
    standingText(view),
    ...(standing?.forecast ? [words.forecast(standing.forecast)] : []),
    ...(target.measure === 'level' ? [words.curve(view.half)] : [words.noForecast]),
    ...(target.lag > 0 ? [words.lag(target.lag)] : []),
    ...(view.awaited ? [words.awaited(view.awaited)] : []),
    ...view.parts.map((p) => words.part(p.unitName ?? words.office, p.month, p.span, p)),
    ...(view.values.length > 0 ? [words.rests(restsOn(view))] : []),
  ];
}

/** What a standing rests on, by who said it and when. */
export function restsOn(view: TargetView): string[] {
  return view.values.map((v) =>
    words.restsOn(v.month, v.span, v, v.unitName ?? words.office, writtenDay(v.on)),
  );
}
