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
import { type DiffLine, diffLines, dueText, taskLine } from './diff-lines.ts';
import { aliasButtons, doubtsOf } from './draft-doubts.ts';
import type { DraftPlan } from './import.ts';
import type { PastDue } from './past-due.ts';
import type { PlanPreview } from './preview.ts';
import type { TaskRow } from './queries.ts';
import { diffWords, words } from './wording.ts';

/** The buttons of a preview: keep or drop a draft. */
export const DraftClick = z.object({
  act: z.enum(['plan-keep', 'plan-discard']),
  draft: z.string().max(64),
});
export type DraftClick = z.infer<typeof DraftClick>;

/** 发布 on a kept plan. */
export const PublishClick = z.object({ act: z.literal('plan-publish'), plan: z.string().max(64) });
export type PublishClick = z.infer<typeof PublishClick>;

/** 上一页 and 下一页 under a long list of a draft: its tasks, or what is doubtful or changes. */
export const DraftPageClick = z.object({
  act: z.literal('plan-page'),
  draft: z.string().max(64),
  list: z.enum(['tasks', 'points']).default('points'),
  page: z.int().min(0).max(10_000),
});
export type DraftPageClick = z.infer<typeof DraftPageClick>;

const UNITS_SHOWN = 60;
/** Entries on one page: with their longest texts they stay below the 30 KB of a card. */
const DOUBTS_ON_A_PAGE = 12;
const CHANGES_ON_A_PAGE = 6;
const TASKS_ON_A_PAGE = 10;

/** Which page of which list of a draft is shown; all others begin with their first. */
type Turned = Pick<DraftPageClick, 'list' | 'page'>;
type Shown = Extract<DraftPlan, { kind: 'new' | 'changed' }>;
const UNTURNED: Turned = { list: 'points', page: 0 };

/** A draft as it waits for a word: all of a new plan, or what a changed one would change. */
export function draftCard(draft: Shown, turned?: Turned): Card {
  return draft.kind === 'new'
    ? previewCard(draft.draftId, draft.preview, turned)
    : diffCard(draft.draftId, draft.preview, draft.diff, turned);
}

/** What was read from a file, for the office to confirm; tasks and doubtful points by pages. */
function previewCard(draftId: string, preview: PlanPreview, turned = UNTURNED): Card {
  const doubts = doubtsOf(preview);
  return card({
    title: words.previewTitle(clip(preview.title, 60)),
    tag: { text: words.previewTag, color: 'orange' },
    template: 'wathet',
    elements: [
      markdown(words.previewHead(preview.total, preview.year, preview.byUnit.length)),
      ...paged(
        draftId,
        {
          list: 'tasks',
          title: words.allTasks(preview.total),
          lines: preview.tasks.map(taskEntry),
          onAPage: TASKS_ON_A_PAGE,
        },
        turned,
      ),
      ...countTables(preview),
      ...paged(
        draftId,
        {
          list: 'points',
          title: words.doubts(doubts.length),
          lines: doubts.map(escapeMarkdown),
          onAPage: DOUBTS_ON_A_PAGE,
        },
        turned,
      ),
      ...(doubts.length === 0 ? [markdown(words.noDoubts)] : []),
      ...aliasButtons(draftId, preview),
      hr(),
      draftButtons(draftId),
    ],
  });
}

/** What a changed document would change, field by field, for the office to confirm; a long list by pages. */
function diffCard(
  draftId: string,
  preview: PlanPreview,
  diff: PlanDiff<TaskRow>,
  turned = UNTURNED,
): Card {
  const { added, changed, withdrawn } = diff;
  const doubts = doubtsOf(preview).map((d) => `**${words.doubt}** ${escapeMarkdown(d)}`);
  const lines = [...diffLines(diff).map(diffEntry), ...doubts];
  return card({
    title: words.diffTitle(clip(preview.title, 50)),
    tag: { text: words.previewTag, color: 'orange' },
    template: 'wathet',
    elements: [
      markdown(words.diffHead(added.length, changed.length, withdrawn.length)),
      ...paged(
        draftId,
        { list: 'points', title: words.diffList, lines, onAPage: CHANGES_ON_A_PAGE },
        turned,
      ),
      ...(doubts.length === 0 ? [markdown(words.noDoubts)] : []),
      ...aliasButtons(draftId, preview),
      hr(),
      draftButtons(draftId),
    ],
  });
}

function diffEntry({ kind, head, fields }: DiffLine): string {
  const told = fields.map(
    ({ name, old, now }) =>
      `　${escapeMarkdown(diffWords.field(name, clip(old, 100), clip(now, 100)))}`,
  );
  return [`**${words[kind]}** ${escapeMarkdown(clip(head, 120))}`, ...told].join('<br>');
}

function taskEntry(task: PlanPreview['tasks'][number]): string {
  const due = task.dueOn || task.recurrence ? dueText(task) : '';
  const facts = words.taskUnits(task.leadUnits.join('、'), task.coopUnits.join('、'), due);
  return `${escapeMarkdown(clip(taskLine(task), 160))}<br><font color='grey'>${escapeMarkdown(clip(facts, 160))}</font>`;
}

/** One page of a list, with buttons to the pages beside it where there are several. */
function paged(
  draft: string,
  {
    list,
    title,
    lines,
    onAPage,
  }: Pick<Turned, 'list'> & {
    title: string;
    lines: string[];
    onAPage: number;
  },
  turned: Turned,
): Element[] {
  if (lines.length === 0) return [];
  const of = Math.ceil(lines.length / onAPage);
  const no = turned.list === list ? Math.min(turned.page, of - 1) : 0;
  const shown = lines.slice(no * onAPage, (no + 1) * onAPage);
  const turn = (text: string, to: number) =>
    button({ text, value: { act: 'plan-page', draft, list, page: to } satisfies DraftPageClick });
  const turns = [
    ...(no > 0 ? [turn(words.previousPage, no - 1)] : []),
    ...(no < of - 1 ? [turn(words.nextPage, no + 1)] : []),
  ];
  return [
    collapsible(
      `**${title}**${of > 1 ? `　${words.page(no + 1, of)}` : ''}`,
      [markdown(shown.join('<br>')), ...(turns.length > 0 ? [row(turns)] : [])],
      true,
    ),
  ];
}

/** A kept plan that waits to be published, and how much of it is over already. */
export function keptCard(plan: { id: string; title: string; total: number }, past: PastDue): Card {
  const over = words.pastDue(past);
  return card({
    title: clip(plan.title, 60),
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(words.kept(plan.title, plan.total))),
      ...(over ? [markdown(over)] : []),
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
      preview.byMonth.map((m) => ({ month: m.name, count: m.count })),
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
