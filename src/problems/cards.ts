import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  columns,
  escapeMarkdown,
  markdown,
  note,
} from '../feishu/card.ts';
import { words } from './wording.ts';

/** 销号 beside a problem. */
export const SolveClick = z.object({
  act: z.literal('problem-solve'),
  problem: z.string().max(64),
});
export type SolveClick = z.infer<typeof SolveClick>;

export type ProblemLine = {
  id: string;
  no: string;
  content: string;
  unitName: string;
  dueOn: string | null;
  raisedOn: string;
  /** Whether the reader may strike it off. */
  maySolve: boolean;
};

const LISTED = 15;

/** 问题清单: what is not yet struck off. */
export function problemsCard(lines: ProblemLine[]): Card {
  const rest = lines.length - LISTED;
  return card({
    title: words.title,
    elements: [
      markdown(words.head(lines.length)),
      ...lines.slice(0, LISTED).map((p) =>
        columns([
          {
            weight: 5,
            elements: [
              markdown(
                `**${p.no}.** ${escapeMarkdown(clip(p.content.replace(/\s+/g, ' '), 160))}<br><font color='grey'>${escapeMarkdown(words.facts(p))}</font>`,
              ),
            ],
          },
          {
            elements: p.maySolve
              ? [
                  button({
                    text: words.solve,
                    value: { act: 'problem-solve', problem: p.id } satisfies SolveClick,
                  }),
                ]
              : [],
          },
        ]),
      ),
      ...(rest > 0 ? [note(words.more(rest))] : []),
    ],
  });
}
