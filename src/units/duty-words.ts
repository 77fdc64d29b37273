import type { Duty } from './people-queries.ts';

/** A duty in a unit, for people. */
export const DUTY_WORDS: Record<Duty, string> = {
  main: '联络员',
  deputy: '副联络员',
  member: '干部',
};
