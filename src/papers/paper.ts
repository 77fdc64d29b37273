/** 公文: an official document as data; `official-docx.ts` lays it out by GB/T 9704-2012. */
export type Paper = {
  /** Issuing body in red and 发文字号, above the red line; absent for a paper that is not issued. */
  head?: { issuer: string; number: string };
  title: string;
  /** 主送机关, without its colon. */
  to?: string;
  body: PaperBlock[];
  /** Signing body, then the date, `YYYY-MM-DD`. */
  signature?: string;
  date?: string;
  /** 附件 pages, each on a new page; their titles make the 附件说明 below the body. */
  annexes?: Annex[];
  /** 版记 at the end: 抄送 (optional), 印发机关 and its date, `YYYY-MM-DD`. */
  imprint?: { copies?: string; printer: string; date: string };
  /** A language model wrote parts of it: said in the text and in the file's properties. */
  modelWritten?: boolean;
};

export type Annex = { title: string; body: PaperBlock[] };

/** Numbers (`一、`, `（一）`, `1.`) are part of the text: official documents number by hand. */
export type PaperBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | PaperTable;

export type PaperTable = {
  kind: 'table';
  /** `weight`: share of the width. */
  columns: { title: string; weight: number; align?: 'left' | 'center' }[];
  rows: string[][];
  /** So many first columns are merged downwards: an empty cell there belongs to the one above it. */
  merged?: number;
  /** Smaller type, for many columns or rows. */
  compact?: boolean;
};
