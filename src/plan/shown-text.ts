import { readPeriod } from './deadline.ts';
import type { Named } from './diff.ts';
import type { ParsedTask } from './plan.ts';

/** The cell of a month that is only ticked. */
const TICK = /^[√✓✔☑●○◎★☆■▲△*＊是有]+$/u;

type Told = Pick<ParsedTask, 'content' | 'recurrence'> & Named;

/**
 * A task as people are shown it: the work it is part of (项目名称) before its own words, and behind them what is to be
 * reached by when. `at`: one time of a task that comes again shows what is to be reached then. Pure.
 */
export function shownText(task: Told, at?: { year: number; months: number[] }): string {
  const { content, title, recurrence } = task;
  const steps = (task.milestones ?? []).filter(({ period, text }) => {
    if (TICK.test(text)) return false;
    const month = at && monthOf(period, at.year);
    const hasItsTime = month !== undefined && recurrence?.months?.includes(month);
    return !hasItsTime || at?.months.includes(month);
  });
  const isNamed = !title || squash(content).includes(squash(title));
  const name = isNamed ? '' : `${title.trim().replace(/[。；：:]$/u, '')}：`;
  const reached = aimsText({ goal: task.goal, milestones: steps });
  return `${name}${content}${reached && `（${reached}）`}`;
}

/** 年度目标：8家；一季度：开工 */
export function aimsText({ goal, milestones }: Pick<Named, 'goal' | 'milestones'>): string {
  const steps = (milestones ?? []).map(({ period, text }) => `${period}：${text}`);
  return [...(goal ? [goal] : []), ...steps].join('；');
}

function monthOf(period: string, year: number): number | undefined {
  const when = readPeriod(period, year);
  return when?.month ?? (when?.dueOn ? Number(when.dueOn.slice(5, 7)) : undefined);
}

const squash = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
