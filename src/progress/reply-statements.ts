import type { Act, Ask, ReplyInput } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import type { MarkedReply } from './reply-marks.ts';
import type { ReplyText } from './reply-text.ts';
import type { TopicIndex } from './reply-topic.ts';

/** Everything the stages after marking look at. */
export type ReplyContext = {
  input: ReplyInput;
  reply: ReplyText;
  marked: MarkedReply;
  index: TopicIndex;
  /** Numbers of the open tasks, in order. */
  openNos: number[];
};

/** Tasks a statement is about: named ones, every open one, or those not named elsewhere in the message. */
export type Target =
  | { kind: 'tasks'; nos: number[] }
  | { kind: 'all' }
  | { kind: 'rest'; count?: number }
  /** 完成了3项: settled only where just so many are not named elsewhere. */
  | { kind: 'some'; count: number };

export type Statement = {
  target: Target;
  /** How its tasks were found: the surer the way, the more it takes to leave it. */
  by: 'number' | 'header' | 'topic' | 'only-task' | 'every';
  clauses: Clause[];
  /** What follows from the words without being said: 除第4项外 leaves 4 undone. */
  implied?: 'done' | 'not_started';
  /** The writer says that it is not theirs. */
  disputed?: boolean;
  /** 已完成第1项: what follows without a verb is more of the list. */
  verbFirst?: boolean;
};

/** All that was heard in a reply. */
export type Heard = {
  statements: Statement[];
  asks: Ask[];
  /** `text`: the words of an act, where it is of tasks. */
  acts: { act: Act; tasks: number[]; text?: string }[];
};
