/** Marks in `Sentence.marked`: one for each unit, one for each period. */
export const UNIT = '\uE001';
export const PERIOD = '\uE002';
