import type { DocumentContent } from '../documents/document.ts';
import { findTasks } from './find-tasks.ts';
import { finishTasks } from './finish.ts';
import type { ParsedPlan } from './plan.ts';
import { planDeadline } from './plan-deadline.ts';
import { guessYear } from './plan-year.ts';
import { optional } from './raw-task.ts';
import { type NotAPlan, PLAN_DOUBTS } from './reading-wording.ts';
import { periodOfTitle, yearsIn } from './title.ts';
import { toSimplified } from './to-simplified.ts';

export type ReadPlanResult =
  | { kind: 'plan'; plan: ParsedPlan }
  | { kind: 'not-a-plan'; reason: NotAPlan };

/** 责任单位中排在第一位的为牵头单位 */
const FIRST_LEADS =
  /(?:第一(?:个|家|位)?|首(?:位|个|家)|排(?:名|列)?(?:在)?(?:第一|首位|最前))[^。；\n]{0,16}牵头/u;

/**
 * Reads a work plan from a document's content. `fileName` names the plan where the document does not; `given` is its year
 * where the title has none, as a person says it.
 */
export function readPlan(
  document: DocumentContent,
  fileName: string,
  given?: number,
): ReadPlanResult {
  const content = toSimplified(document);
  const found = findTasks(content);
  if (found.tasks.length === 0)
    return { kind: 'not-a-plan', reason: found.noUnitColumn ? 'no-unit-column' : 'no-tasks' };
  const problems = [...content.problems, ...found.notes];
  const title = found.title || fileName.replace(/^.*[\\/]|\.[^.]+$/g, '');
  const named = yearsIn(title);
  const said = named[0] ?? given;
  const guessed = said === undefined ? guessYear(content, fileName) : undefined;
  const year = said ?? guessed?.year ?? null;
  if (guessed)
    problems.push({ where: '标题', message: PLAN_DOUBTS.yearFrom(guessed.year, guessed.from) });
  else if (year === null) problems.push({ where: '标题', message: PLAN_DOUBTS.noYear });
  const finished = finishTasks(found.tasks, {
    title,
    year,
    lastYear: named.at(-1) ?? year,
    ...optional('period', periodOfTitle(title)),
    ...optional(
      'dueOn',
      year === null
        ? undefined
        : planDeadline(
            content,
            year,
            found.tasks.map((t) => t.content),
          ),
    ),
    firstLeads: content.blocks.some((block) =>
      block.kind === 'paragraph'
        ? FIRST_LEADS.test(block.text)
        : block.rows.some((row) => row.some((cell) => FIRST_LEADS.test(cell.text))),
    ),
  });
  return {
    kind: 'plan',
    plan: { title, year, tasks: finished.tasks, problems: [...problems, ...finished.problems] },
  };
}
