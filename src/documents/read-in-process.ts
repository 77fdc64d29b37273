import type { DocumentContent, ReadResult, Refusal } from './document.ts';
import { findMarking } from './marking.ts';
import { isReadable } from './readable.ts';
import { type Format, sniff } from './sniff.ts';

type Reader = (bytes: Uint8Array) => DocumentContent | Promise<DocumentContent>;

/** Each format's libraries are loaded when a file of that format comes. */
const READERS: Record<Format, () => Promise<Reader>> = {
  docx: async () => (await import('./docx.ts')).readDocx,
  xlsx: async () => (await import('./sheet.ts')).readXlsx,
  xls: async () => (await import('./sheet.ts')).readXls,
  doc: async () => (await import('./doc.ts')).readDoc,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  txt: async () => (await import('./txt.ts')).readTxt,
  md: async () => (await import('./markdown.ts')).readMarkdown,
  csv: async () => (await import('./csv.ts')).readCsv,
};

/** Where no thread can be bounded (Workers), only small files are read. */
const LIMIT_BYTES = 5_000_000;

/** Reads a document where it is called: no thread, no limit of time or memory but the file's size. */
export async function readDocumentInProcess(file: {
  name: string;
  bytes: Uint8Array;
  limitBytes?: number;
}): Promise<ReadResult> {
  const limit = file.limitBytes ?? LIMIT_BYTES;
  if (file.bytes.length > limit)
    return refuse({ reason: 'too-large', bytes: file.bytes.length, limit });
  const sniffed = sniff(file.name, file.bytes);
  if ('refusal' in sniffed) return refuse(sniffed.refusal);
  try {
    const read = await READERS[sniffed.format]();
    const content = await read(file.bytes);
    if (content.blocks.length === 0) return refuse({ reason: 'empty' });
    if (!isReadable(content)) return refuse({ reason: 'unreadable' });
    const marking = findMarking(content);
    if (marking && 'secret' in marking)
      return refuse({ reason: 'secret', marking: marking.secret });
    return marking ? { kind: 'read', content, marking: 'internal' } : { kind: 'read', content };
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

/** What a reader threw, by its name: the classes belong to libraries that may not be loaded. */
function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.constructor.name : '';
  const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (name === 'Bomb') return { reason: 'bomb' };
  if (name === 'Scanned') return { reason: 'scanned' };
  if (/password/i.test(message)) return { reason: 'password' };
  return { reason: 'broken' };
}

function refuse(refusal: Refusal): ReadResult {
  return { kind: 'refused', refusal };
}
