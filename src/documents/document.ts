/** What every reader returns: the document's content in reading order, untouched but for layout. */
export type DocumentContent = {
  format: 'docx' | 'xlsx' | 'xls' | 'doc' | 'pdf' | 'txt' | 'md' | 'csv';
  blocks: Block[];
  /** What could not be read, in words for people, with its place. */
  problems: { where: string; message: string }[];
};

export type Block = ParagraphBlock | TableBlock;

/** One paragraph; line breaks inside it are `\n`. `heading` is the outline level where the format has one. */
type ParagraphBlock = { kind: 'paragraph'; text: string; heading?: number; place: Place };

/** A table as a full grid: a merged cell stands in each position it covers, with `merged` true but in its first. */
export type TableBlock = { kind: 'table'; rows: Cell[][]; place: Place };

export type Cell = { text: string; merged?: boolean };

/** Where it stands, as far as the format knows: sheet name, page from 1, paragraph or table number from 1. */
type Place = { sheet?: string; page?: number; paragraph?: number; table?: number };

/** Why a file is not read; the wording is `documents/wording.ts`. */
export type Refusal =
  | { reason: 'empty' }
  /** Bytes that open, and hold no language: noise, one endless word. */
  | { reason: 'unreadable' }
  | { reason: 'unknown-format'; name: string }
  | { reason: 'wrong-extension'; name: string; looksLike: string }
  | { reason: 'password' }
  | { reason: 'too-large'; bytes: number; limit: number }
  | { reason: 'bomb' }
  | { reason: 'scanned' }
  | { reason: 'broken' }
  | { reason: 'timeout' }
  | { reason: 'secret'; marking: string };

export type ReadResult =
  | { kind: 'read'; content: DocumentContent; marking?: 'internal' }
  | { kind: 'refused'; refusal: Refusal };
