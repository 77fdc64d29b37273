import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  collapsible,
  type Element,
  escapeMarkdown,
  hr,
  markdown,
  row,
  table,
} from '../feishu/card.ts';
import type { PlanDiff } from './diff.ts';
import type { PlanPreview } from './preview.ts';
import type { TaskRow } from './queries.ts';
import { monthName, words } from './wording.ts';

/** The buttons of a preview: keep or drop a draft. */
export const DraftClick = z.object({
  act: z.enum(['plan-keep', 'plan-discard']),
  draft: z.string().max(64),
});
export type DraftClick = z.infer<typeof DraftClick>;

/** 发布 on a kept plan. */
export const PublishClick = z.object({ act: z.literal('plan-publish'), plan: z.string().max(64) });
export type PublishClick = z.infer<typeof PublishClick>;

const UNITS_SHOWN = 60;
const LINES_SHOWN = 12;

/** What was read from a file, for the office to confirm. */
export function previewCard(draftId: string, preview: PlanPreview): Card {
  return card({
    title: words.previewTitle(clip(preview.title, 60)),
    tag: { text: words.previewTag, color: 'orange' },
    template: 'wathet',
    elements: [
      markdown(words.previewHead(preview.total, preview.year, preview.byUnit.length)),
      ...countTables(preview),
      ...doubts(preview),
      hr(),
      draftButtons(draftId),
    ],
  });
}

/** What a changed document would change, for the office to confirm. */
export function diffCard(draftId: string, preview: PlanPreview, diff: PlanDiff<TaskRow>): Card {
  const { added, changed, withdrawn } = diff;
  return card({
    title: words.diffTitle(clip(preview.title, 50)),
    tag: { text: words.previewTag, color: 'orange' },
    template: 'wathet',
    elements: [
      markdown(words.diffHead(added.length, changed.length, withdrawn.length)),
      ...taskPanel(
        words.added,
        added.map((a) => taskLine(a.now.month, a.now.content)),
      ),
      ...taskPanel(
        words.changed,
        changed.map(
          (c) => `${taskLine(c.now.month, c.now.content)}（${words.changedWhat(c.what)}）`,
        ),
      ),
      ...taskPanel(
        words.withdrawn,
        withdrawn.map((w) => taskLine(w.month, w.content)),
      ),
      ...doubts(preview),
      hr(),
      draftButtons(draftId),
    ],
  });
}

/** A kept plan that waits to be published. */
export function keptCard(plan: { id: string; title: string; total: number }): Card {
  return card({
    title: clip(plan.title, 60),
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(words.kept(plan.title, plan.total))),
      row([
        button({
          text: words.publish,
          type: 'primary_filled',
          size: 'medium',
          value: { act: 'plan-publish', plan: plan.id } satisfies PublishClick,
        }),
      ]),
    ],
  });
}

function draftButtons(draft: string): Element {
  return row([
    button({
      text: words.keep,
      type: 'primary_filled',
      size: 'medium',
      value: { act: 'plan-keep', draft } satisfies DraftClick,
    }),
    button({
      text: words.discard,
      size: 'medium',
      value: { act: 'plan-discard', draft } satisfies DraftClick,
    }),
  ]);
}

function countTables(preview: PlanPreview): Element[] {
  const rest = preview.byUnit.length - UNITS_SHOWN;
  return [
    markdown(`**${words.byMonth}**`),
    table(
      [
        { name: 'month', title: words.month },
        { name: 'count', title: words.count, type: 'number' },
      ],
      preview.byMonth.map((m) => ({ month: monthName(m.month), count: m.count })),
      6,
    ),
    markdown(`**${words.byUnit}**`),
    table(
      [
        { name: 'unit', title: words.unit },
        { name: 'lead', title: words.lead, type: 'number' },
        { name: 'coop', title: words.coop, type: 'number' },
      ],
      preview.byUnit
        .slice(0, UNITS_SHOWN)
        .map((u) => ({ unit: u.unit, lead: u.lead, coop: u.coop })),
      5,
    ),
    ...(rest > 0 ? [markdown(words.more(rest), 'notation')] : []),
  ];
}

function doubts(preview: PlanPreview): Element[] {
  const lines = [
    ...(preview.groups.length > 0 ? [words.groups(preview.groups)] : []),
    ...preview.similar.map(([a, b]) => words.similar(a, b)),
    ...preview.problems.map((p) => words.problem(p.where, p.message)),
  ];
  if (lines.length === 0) return [markdown(words.noDoubts)];
  const shown = lines.slice(0, LINES_SHOWN).map((l) => escapeMarkdown(clip(l, 160)));
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(words.moreProblems(rest));
  return [collapsible(`**${words.doubts(lines.length)}**`, [markdown(shown.join('<br>'))], true)];
}

function taskPanel(title: string, lines: string[]): Element[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LINES_SHOWN).map((l) => escapeMarkdown(clip(l, 120)));
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(words.moreTasks(rest));
  return [
    collapsible(
      `**${title}**（${lines.length}）`,
      [markdown(shown.join('<br>'))],
      lines.length <= 6,
    ),
  ];
}

function taskLine(month: number | null, content: string): string {
  return `${monthName(month)} ${content.replace(/\s+/g, ' ')}`;
}
