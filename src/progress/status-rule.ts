import type { Ask } from './reading.ts';
import type { Status } from './report.ts';

/** What one clause says, if a rule fits. */
export type Said =
  | { status: Status /** Said of the whole task, not of an event in it. */; whole?: boolean }
  | { ask: Ask['why'] };

export type StatusRule = {
  name: string;
  pattern: RegExp;
  /** Where this also fits, the rule does not hold. */
  unless?: RegExp;
  said: Said;
  /** Says done without a verb of finishing that could be narrowed. */
  complete?: true;
  /** Clauses as marked by reply-marks.ts. */
  examples: string[];
};
