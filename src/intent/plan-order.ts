import type { Day } from '../calendar/county-time.ts';
import type { TaskChange } from '../plan/change-task.ts';

/** Which task an order means, as far as its words say. */
export type Which = {
  /** Months 1–12 of the plan; null where none is named. */
  months: number[] | null;
  year: number;
  /** Number in the plan's month; with a unit, in that unit's list of the month. */
  no?: number;
  /** Canonical name. */
  unit?: string;
  /** 那个任务, 上一条: the one that was changed or shown last. */
  last?: true;
  /** Words of the task; beside a number both must fit. */
  topic?: string;
};

/** An order of the office about one task of the plan. Names of units are as written. */
export type PlanOrder =
  | {
      kind: 'add';
      /** A leader gave it (县长交办). */
      byLeader?: true;
      content: string;
      month: number | null;
      year: number;
      dueOn?: Day;
      leadUnits: string[];
      coopUnits: string[];
    }
  | { kind: 'change'; which: Which; change: TaskChange };

/**
 * What was said, which may not be an order yet. `vague`: 推迟半个月, a change that does not say to when; `no-such-day`: 12月32日.
 */
export type SaidPlanOrder =
  | PlanOrder
  | { kind: 'vague'; which: Which }
  | { kind: 'no-such-day'; day: string };
