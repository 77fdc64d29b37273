import { addDays, type Day } from '../calendar/county-time.ts';
import type { TaskStatus } from '../progress/task-status.ts';

/** 进展良好, 正常, 较慢; nothing is said of what nobody has reported on. */
export type PaceClass = 'good' | 'normal' | 'slow' | 'unheard';

/** What is known of a task when it is put into one of the three classes. */
export type Known = {
  status: TaskStatus;
  percent: number | null;
  startOn: Day;
  dueOn: Day;
  /** When the leads mean to be done, if they said so. */
  eta: Day | null;
  /** Numbers of its open problems. */
  problems: number[];
};

export type Reason =
  | { kind: 'done' }
  | { kind: 'overdue' }
  | { kind: 'blocked' }
  | { kind: 'extension' }
  | { kind: 'problem'; nos: number[] }
  | { kind: 'late-promise'; eta: Day }
  | { kind: 'ahead' | 'with' | 'behind'; percent: number; elapsed: number }
  | { kind: 'near-unheard' }
  | { kind: 'near-unstarted' }
  | { kind: 'unheard' }
  | { kind: 'running' };

/** A progress this many points behind the time that has passed is slow. */
const BEHIND = 20;
/** Days before its end at which silence or standing still counts. */
const NEAR = 7;

type Rule = (k: Known, today: Day) => { pace: PaceClass; reason: Reason } | undefined;

/** The first rule that fits decides, and says why. */
const RULES: readonly Rule[] = [
  (k) => (k.status === 'done' ? { pace: 'good', reason: { kind: 'done' } } : undefined),
  (k, today) => (k.dueOn < today ? { pace: 'slow', reason: { kind: 'overdue' } } : undefined),
  (k) => (k.status === 'blocked' ? { pace: 'slow', reason: { kind: 'blocked' } } : undefined),
  (k) => (k.status === 'extension' ? { pace: 'slow', reason: { kind: 'extension' } } : undefined),
  (k) =>
    k.problems.length > 0
      ? { pace: 'slow', reason: { kind: 'problem', nos: k.problems } }
      : undefined,
  (k) =>
    k.eta && k.eta > k.dueOn
      ? { pace: 'slow', reason: { kind: 'late-promise', eta: k.eta } }
      : undefined,
  (k, today) => {
    if (k.percent === null) return undefined;
    const { percent } = k;
    const elapsed = elapsedShare(k, today);
    if (percent >= elapsed) return { pace: 'good', reason: { kind: 'ahead', percent, elapsed } };
    return percent + BEHIND < elapsed
      ? { pace: 'slow', reason: { kind: 'behind', percent, elapsed } }
      : { pace: 'normal', reason: { kind: 'with', percent, elapsed } };
  },
  (k, today) => {
    if (addDays(today, NEAR) < k.dueOn) return undefined;
    if (k.status === 'none') return { pace: 'slow', reason: { kind: 'near-unheard' } };
    return k.status === 'not_started'
      ? { pace: 'slow', reason: { kind: 'near-unstarted' } }
      : undefined;
  },
  (k) => (k.status === 'none' ? { pace: 'unheard', reason: { kind: 'unheard' } } : undefined),
];

/** Which class a task is in, and which rule put it there. Nothing is made of words: only what was reported counts. Pure. */
export function classify(k: Known, today: Day): { pace: PaceClass; reason: Reason } {
  for (const rule of RULES) {
    const found = rule(k, today);
    if (found) return found;
  }
  return { pace: 'normal', reason: { kind: 'running' } };
}

/** How much of a task's time has passed, in percent. */
function elapsedShare({ startOn, dueOn }: Known, today: Day): number {
  const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const whole = days(startOn, dueOn) + 1;
  if (whole <= 0) return 100;
  return Math.max(0, Math.min(100, Math.round(((days(startOn, today) + 1) / whole) * 100)));
}
