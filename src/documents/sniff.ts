import type { DocumentContent, Refusal } from './document.ts';

export type Format = DocumentContent['format'];

const OF_EXTENSION: Record<string, Format> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xls',
  et: 'xls',
  doc: 'doc',
  wps: 'doc',
  pdf: 'pdf',
  txt: 'txt',
  md: 'md',
  markdown: 'md',
  csv: 'csv',
  tsv: 'csv',
};

/** Formats that people mix up without harm: a .doc saved as docx opens in Word as if nothing had happened. */
const FAMILY: Record<Format, string> = {
  docx: 'word',
  doc: 'word',
  xlsx: 'sheet',
  xls: 'sheet',
  pdf: 'pdf',
  txt: 'text',
  md: 'text',
  csv: 'text',
};

const CALLED: Record<Format, string> = {
  docx: 'Word 文档（.docx）',
  doc: 'Word 97–2003 文档（.doc）',
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97–2003 工作簿（.xls）',
  pdf: 'PDF（.pdf）',
  txt: '纯文本（.txt）',
  md: '纯文本（.txt）',
  csv: '纯文本（.txt）',
};

type Found = { format: Format } | { other: string } | { password: true } | { broken: true };

/** First bytes, as Latin-1 text, by which a file is known whatever its name says. */
const SIGNS: { starts: string[]; is: (bytes: Uint8Array) => Found }[] = [
  { starts: ['PK\u0003\u0004'], is: inZip },
  { starts: ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'], is: inOle },
  { starts: ['%PDF-'], is: () => ({ format: 'pdf' }) },
  { starts: ['{\\rtf'], is: () => ({ other: 'RTF 文档' }) },
  { starts: ['<!doctype html', '<html', 'mime-version:'], is: () => ({ other: '网页' }) },
  { starts: ['<?xml'], is: () => ({ other: 'XML 文件' }) },
  {
    starts: ['\u0089png', '\u00ff\u00d8\u00ff', 'gif8', 'ii*\0', 'mm\0*'],
    is: () => ({ other: '图片' }),
  },
  { starts: ['rar!', '7z\u00bc\u00af', '\u001f\u008b'], is: () => ({ other: '压缩包' }) },
  { starts: ['mz\u0090', '\u007felf'], is: () => ({ other: '程序' }) },
];

/** What a file is, by its content; its name only chooses among kinds of plain text and must not contradict. */
export function sniff(name: string, bytes: Uint8Array): { format: Format } | { refusal: Refusal } {
  if (bytes.length === 0) return { refusal: { reason: 'empty' } };
  const extension = /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = OF_EXTENSION[extension];
  const head = latin(bytes.subarray(0, 200))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const sign = SIGNS.find(({ starts }) => starts.some((s) => begins(head, s)));
  const found: Found = sign?.is(bytes) ?? {
    format: named && FAMILY[named] === 'text' ? named : 'txt',
  };
  if ('password' in found) return { refusal: { reason: 'password' } };
  const binary = !sign && named && FAMILY[named] !== 'text' && bytes.subarray(0, 1000).includes(0);
  if ('broken' in found || binary) return { refusal: { reason: 'broken' } };
  if (!named && (!('format' in found) || !sign))
    return { refusal: { reason: 'unknown-format', name } };
  if ('other' in found)
    return { refusal: { reason: 'wrong-extension', name, looksLike: found.other } };
  if (named && FAMILY[named] !== FAMILY[found.format])
    return { refusal: { reason: 'wrong-extension', name, looksLike: CALLED[found.format] } };
  return { format: found.format };
}

function begins(head: string, sign: string): boolean {
  return head.slice(0, sign.length).toLowerCase() === sign.toLowerCase();
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => String.fromCharCode(b)).join('');
}

/** Names of a zip's entries stand in its directory at the end as plain text. */
function inZip(bytes: Uint8Array): Found {
  const has = (name: string) => contains(bytes, name);
  if (has('word/document.xml')) return { format: 'docx' };
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return { format: 'xlsx' };
  if (has('ppt/presentation.xml')) return { other: '演示文稿' };
  if (has('word/')) return { format: 'docx' };
  return { other: '压缩包' };
}

/** Names of streams in an OLE file are UTF-16. */
function inOle(bytes: Uint8Array): Found {
  const has = (name: string) => contains(bytes, [...`${name}\0`].map((c) => `${c}\0`).join(''));
  if (has('EncryptedPackage')) return { password: true };
  if (has('WordDocument')) return { format: 'doc' };
  if (has('Workbook') || has('Book')) return { format: 'xls' };
  if (has('PowerPoint Document')) return { other: '演示文稿' };
  return { broken: true };
}

function contains(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (c) => c.charCodeAt(0));
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((w, i) => bytes[at + i] === w)) return true;
  }
  return false;
}
