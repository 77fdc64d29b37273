import type { Requirement } from './conditions.ts';

/** A clause of a document in reading order. */
export type ClauseText = {
  path: string;
  headings: string[];
  text: string;
  /** Of a row of a table, under the names of its columns. */
  cells?: { label: string; text: string }[];
};

/** A requirement and the clause it stands in; `isExclusion`: `text` says who gets nothing, `any` what that is not. */
export type CitedRequirement = Requirement & { section: string; isExclusion?: true };

/** Something a document offers to firms that meet its requirements. */
export type Offer = {
  /** The nearest heading, or the beginning of the sentence. */
  name: string;
  /** The sentence that says what is given; undefined where the document only lists conditions. */
  gives?: string;
  section: string;
  requirements: CitedRequirement[];
};

/** Where a clause stands. */
export const sectionOf = (c: ClauseText) =>
  [c.path, c.headings.at(-1) ?? ''].filter((p) => p !== '').join(' ');
