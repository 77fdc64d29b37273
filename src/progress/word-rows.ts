/** Words of one kind as regular-expression alternatives, and a clause, as marked, that they are found in. */
export type WordRow = { words: string; example: string };

/** The words of all rows as one pattern's alternatives, in their order. */
export const alternatives = (rows: readonly WordRow[]): string =>
  rows.map((r) => r.words).join('|');
