import type { Source } from './plan.ts';

/** One task as found in the document, its fields still the text that stands there. */
export type RawTask = {
  content: string;
  /** The number as written, in its cell or before the content. */
  number?: number;
  title?: string;
  section?: string;
  /** Month or quarter in whose row, column or section it stands. */
  period?: string;
  deadline?: string;
  start?: string;
  units: UnitText[];
  leaders?: string;
  note?: string;
  /** How much of it is to be reached: 2026年目标：9% */
  goal?: string;
  /** What is to be reached by when, from columns of months or quarters. */
  milestones?: { period: string; text: string }[];
  source: Source;
  doubts: string[];
};

export type UnitRole = 'lead' | 'coop' | 'responsible';

/** The text of one cell, clause or line that names units, and what its heading calls them. */
export type UnitText = { role: UnitRole; text: string };

/** A property only where it has a value. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
