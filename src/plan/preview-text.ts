import { diffLines } from './diff-lines.ts';
import { strangerLines } from './draft-doubts.ts';
import type { DraftPlan } from './import.ts';
import { diffWords, words } from './wording.ts';

/** A preview as plain lines, for the command line. */
export function previewText(draft: Extract<DraftPlan, { kind: 'new' | 'changed' }>): string[] {
  const { preview } = draft;
  const plain = (s: string) => s.replaceAll('**', '');
  return [
    preview.title,
    plain(words.previewHead(preview.total, preview.year, preview.byUnit.length)),
    `${words.byMonth}：${preview.byMonth.map((m) => `${m.name} ${m.count}`).join('，')}`,
    `${words.byUnit}：${preview.byUnit.map((u) => `${u.unit} ${words.lead}${u.lead} ${words.coop}${u.coop}`).join('，')}`,
    ...(preview.groups.length > 0 ? [words.groups(preview.groups)] : []),
    ...preview.similar.map(([a, b]) => words.similar(a, b)),
    ...strangerLines(preview),
    ...preview.problems.map((p) => words.problem(p.where, p.message)),
    ...(draft.kind === 'changed'
      ? [
          plain(
            words.diffHead(
              draft.diff.added.length,
              draft.diff.changed.length,
              draft.diff.withdrawn.length,
            ),
          ),
          ...diffLines(draft.diff).flatMap(({ kind, head, fields }) => [
            `${words[kind]} ${head}`,
            ...fields.map((f) => `  ${diffWords.field(f.name, f.old, f.now)}`),
          ]),
        ]
      : []),
  ];
}
