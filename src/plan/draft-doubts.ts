import { z } from 'zod';
import { button, clip, type Element, row } from '../feishu/card.ts';
import type { PlanPreview } from './preview.ts';
import { words } from './wording.ts';

/** Which names are new to the county, in few lines: those near a unit each with it, the others together. */
export function strangerLines({ strangers }: PlanPreview): string[] {
  const own = strangers.flatMap((s) => (s.near ? [] : [s.name]));
  return [
    ...strangers.flatMap((s) => (s.near ? [words.nearUnit(s.name, s.near)] : [])),
    ...(own.length > 0 ? [words.newUnits(own)] : []),
  ];
}

/** 是同一单位: the name becomes another one of the unit, and the draft is shown anew. */
export const DraftAliasClick = z.object({
  act: z.literal('plan-alias'),
  draft: z.string().max(64),
  name: z.string().max(60),
  unit: z.string().max(60),
});
export type DraftAliasClick = z.infer<typeof DraftAliasClick>;

const ALIASES_OFFERED = 8;

export function aliasButtons(draft: string, { strangers, similar }: PlanPreview): Element[] {
  const near = strangers.flatMap((s): [string, string][] => (s.near ? [[s.name, s.near]] : []));
  const offered = [...near, ...similar].map(([name, unit]) =>
    button({
      text: words.sameUnit(clip(name, 16), clip(unit, 16)),
      value: { act: 'plan-alias', draft, name, unit } satisfies DraftAliasClick,
    }),
  );
  return offered.length > 0 ? [row(offered.slice(0, ALIASES_OFFERED))] : [];
}

export function doubtsOf(preview: PlanPreview): string[] {
  return [
    ...(preview.groups.length > 0 ? [words.groups(preview.groups)] : []),
    ...preview.similar.map(([a, b]) => words.similar(a, b)),
    ...strangerLines(preview),
    ...preview.problems.map((p) => words.problem(p.where, p.message)),
  ].map((line) => clip(line, 160));
}
