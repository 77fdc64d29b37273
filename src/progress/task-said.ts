import type { ClauseSaid } from './read-clause.ts';
import type { Clause } from './reply-clauses.ts';
import { reachedIn } from './reply-details.ts';
import type { ReplyContext } from './reply-statements.ts';
import type { Status } from './report.ts';
import { verdictOn } from './task-verdict.ts';

/** What tells how far a task has come only once it is known that a task is spoken of. */
const TOLD_OF_TASK: readonly { pattern: RegExp; status: Status; rule: string; example: string }[] =
  [
    {
      pattern: /还早(?!就)|没影|没谱|压根/u,
      status: 'not_started',
      rule: 'not begun',
      example: '还早',
    },
    {
      pattern: /^R*卡(?![口点片上内住])\p{Script=Han}{2}/u,
      status: 'blocked',
      rule: 'an obstacle',
      example: '卡审计那儿',
    },
    {
      pattern: /(?<![存现所内旨])在(?![于线内编])\p{Script=Han}|\p{Script=Han}呢$|没[停断歇]/u,
      status: 'in_progress',
      rule: 'under way',
      example: '在打地下室',
    },
    {
      pattern:
        /(?<!刚)刚(?![好才刚])|走(?:流程|程序)|照\p{Script=Han}{2,4}走|第[一二三四五六\d]+稿|调试|浇|砌/u,
      status: 'in_progress',
      rule: 'on its way',
      example: '刚面试完',
    },
  ];

/** What a clause says of tasks that it is known to speak of, where its words alone tell no status. */
export function saidOfTasks(context: ReplyContext, clause: Clause, nos: number[]): ClauseSaid {
  if (nos.length === 0) return undefined;
  const all = nos.map((no) => saidOf(context, no, clause));
  const [first] = all;
  return first && all.every((s) => s?.rule === first.rule) ? first : undefined;
}

export function saidOf(context: ReplyContext, no: number, clause: Clause): ClauseSaid {
  const task = context.index.tasks.find((t) => t.no === no);
  if (!task) return undefined;
  const said = (status: Status, rule: string): ClauseSaid => ({
    rule,
    beside: false,
    subject: '',
    said: { status },
  });
  const verdict = verdictOn(task, [{ ...clause, figures: reachedIn(context, [clause]) }]);
  if (verdict === 'done' || verdict === 'reached') return said('done', 'has taken place');
  if (verdict === 'short') return said('in_progress', 'figures only');
  const row = TOLD_OF_TASK.find((r) => r.pattern.test(clause.masked));
  return row && said(row.status, row.rule);
}

export const TOLD_EXAMPLES = TOLD_OF_TASK.map((r) => r.example);
