import type { Day } from '../calendar/county-time.ts';
import type { Metric } from '../text/metrics.ts';
import type { Status } from './report.ts';

/** What a unit liaison wrote, and what it answers. */
export type ReplyInput = {
  /** Month of the list the reply answers; its year may be passed along and decides nothing. */
  year?: number;
  month: number;
  /** The day on which it was written, in the county. */
  refDate: Day;
  /** The unit's open tasks, as numbered in the message it received. */
  tasks: { no: number; content: string }[];
  text: string;
};

/** What is said of one task. */
export type ReadItem = {
  no: number;
  status: Status;
  /** Only where the writer gives a share; never made out of a narrative. */
  percent?: number;
  /** Last day of the period named for finishing. */
  eta?: Day;
  /** 25日前 on the 26th, as written: this month's is past, and next month's is taken. */
  nextMonth?: string;
  /** The writer's words on it, without the bare status; may be empty. */
  note: string;
  /** 除第3项外都完成了 says nothing of item 3 but that it is not among the done: shown, never recorded. */
  unsaid?: true;
  /** 就差第5项了 says so of the others without naming them: shown before it is recorded. */
  implied?: true;
  /** 没完成 says no more than that it is not done: recorded as under way, for it may long have begun. */
  unfinished?: true;
  /** Neither a number nor a word of the task names it: it is the only one that is open, and more than its state is told. */
  assumed?: true;
  /** 都完成了, 其余正常推进: neither a number nor a word of the task names it. */
  swept?: true;
  /** 资金到位就能完成, 今年不办了: shown with what follows from it before it is recorded. */
  doubt?: Doubt;
  metrics?: Metric[];
  /** 目标100个: what is aimed at, and not reached yet. */
  targets?: Metric[];
};

/** What holds only under a condition; what is given up, which is for the office to decide. */
export const DOUBTS = ['condition', 'dropped'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** The status that an item is recorded with. */
export const heldStatus = ({
  status,
  unfinished,
}: Pick<ReadItem, 'status' | 'unfinished'>): Status => (unfinished ? 'in_progress' : status);

/** What has to be asked before anything is recorded. */
export type Ask = {
  why:
    | 'which-task'
    | 'which-status'
    /** 2月底前: task 2 by the end of the month, or by the end of February? */
    | 'date-or-tasks'
    /** 3项: task 3, or three of them? */
    | 'count-or-number'
    | 'same-as-before'
    | 'other-month'
    | 'unknown-number'
    | 'own-or-not'
    /** A document rather than a reply: it is asked for as a file or task by task. */
    | 'too-long'
    /** 2月30号: a day that no calendar has. */
    | 'no-such-day'
    | 'amends';
  /** The words in doubt, as written. */
  text: string;
  /** Tasks it could be about, where that is known. */
  candidates?: number[];
  /** Numbers that the list does not have. */
  unknown?: number[];
};

export type Act =
  | 'ack'
  | 'thanks'
  | 'question'
  | 'policy'
  | 'file'
  | 'dispute'
  | 'chitchat'
  | 'injection'
  | 'secret'
  | 'claim'
  /** 我要请假，让王五顶上: who hears it is for the unit to say. */
  | 'away'
  | 'none-this-month'
  | 'unclear';

/** Said beside a report of some tasks, and nothing to record: for the office to hear. */
export type Beside = {
  act: 'dispute' | 'none-this-month' | 'question';
  tasks: number[];
  text: string;
};

/**
 * How a reply is understood. A report may still leave something to ask (`asks`); an ambiguous reply changes nothing,
 * its `items` are what it would record if the doubt were settled that way.
 */
export type Reading =
  | { kind: 'report'; items: ReadItem[]; asks: Ask[]; beside?: Beside[] }
  | { kind: 'ambiguous'; asks: Ask[]; items: ReadItem[] }
  /** `tasks`: those spoken of, for a dispute or a question. */
  | { kind: 'not_a_report'; act: Act; tasks: number[] };
