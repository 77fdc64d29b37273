import type { Cell } from '../documents/document.ts';
import type { Header } from './columns.ts';
import type { Source } from './plan.ts';
import type { RawTask } from './raw-task.ts';

/** A table of a plan, however it came: drawn, typed, or put together again from lines. */
export type Grid = {
  rows: Cell[][];
  source: (row: number) => Source;
  /** Whether merged cells are known as such; where not, an empty cell may be one. */
  keepsMerges: boolean;
  page?: number;
};

/** What is carried from table to table: a header goes on over a page break, the month and section over rows. */
export type Carried = {
  header?: Header;
  period?: string;
  section?: string;
  /** Text of the column of kinds or fields, within the section. */
  category?: string;
  sheet?: string;
  /** The units whose rows these are, in a table by units without a column for them. */
  lends?: string;
  /** The units that lead them all, as a line over the table says. */
  leads?: string;
  last?: RawTask;
  lastPage?: number;
};
