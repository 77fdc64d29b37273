import type { Cell, DocumentContent } from '../documents/document.ts';
import { isMarkLine } from '../documents/marking.ts';
import { type Numbered, readNumber } from './numbering.ts';
import { repair } from './repair.ts';
import { RUN_IN, splitSentences } from './sentences.ts';
import { cellText, gatherTables, readRows } from './table-rows.ts';

/** One clause of a document in reading order: a paragraph below its headings, or a row of a table. */
export type Clause = {
  /** 二（三）2, 附件/3月/10. */
  path: string;
  /** What it stands under, outermost first; an item of a list ends with the sentence that opens it, colon included. */
  headings: string[];
  kind: 'paragraph' | 'table-row';
  /** As shown: repaired, Simplified. */
  text: string;
  raw: string;
  /** A row's cells under the names of their columns. */
  cells?: { label: string; text: string }[];
};

export type Structure = {
  /** Empty where the document has none. */
  title: string;
  /** The lines above the first clause (marking, 文号, title) and below the last (signature, date, 抄送). */
  frame: string[];
  clauses: Clause[];
};

type Line = { text: string; raw: string };

/** Longest heading without a full stop that people write on a line of its own. */
const HEADING_LENGTH = 45;
const TITLE_LENGTH = 60;

const ATTACHMENT = /^附\s*件\s*(\d{0,2}|[一二三四五六七八九十]?)\s*[:：]?$/;
const ATTACHMENT_LIST = /^附\s*件\s*\d{0,2}\s*[:：]\s*\S/;
const FRAME =
  /^(?:抄送|主题词|分送|报送|发[：:]|来源[：:]|（?此件|（?信息公开|联系人|责任编辑)|印发$|^\S{2,20}(?:\s+)?\d{4}年\d{1,2}月\d{1,2}日印发/;
const DATE_LINE = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年\s*\S{1,3}月\s*\S{1,3}日$/;
const SIGNATURE =
  /^[^，。；：]{4,24}(?:委员会|人民政府|政府|办公室|局|县委|市委|省委|厅|部|领导小组)$/;

/** Reads the structure of a document from its own text: title, numbered headings, clauses, table rows, attachments. */
export function readStructure(content: DocumentContent): Structure {
  const reader = createReader();
  for (const block of gatherTables(content.blocks)) {
    if (block.kind === 'table') reader.table(block.rows);
    else for (const raw of block.text.split('\n')) reader.line({ raw, text: repair(raw) });
  }
  return reader.end();
}

function createReader() {
  const clauses: Clause[] = [];
  const frame: string[] = [];
  const titleLines: string[] = [];
  const open: Open[] = [];
  let lead = '';
  let prefix = '';
  let attachmentTitle: string | undefined;
  let tables = 0;
  const started = () => clauses.length > 0 || open.length > 0;
  const path = () => prefix + open.map((o) => o.label).join('');
  const headings = () => [
    ...(attachmentTitle ? [attachmentTitle] : []),
    ...open.flatMap((o) => [o.heading, o.lead ?? '']).filter((h) => h !== ''),
  ];
  const add = (text: string, raw: string) => {
    const last = open.at(-1);
    if (last) delete last.alone;
    if (text.trim())
      clauses.push({ path: path(), headings: headings(), kind: 'paragraph', text, raw });
  };

  function line({ text, raw }: Line): void {
    if (!text.trim()) return;
    const attachment = ATTACHMENT.exec(text);
    if (attachment) {
      prefix = `附件${attachment[1] ?? ''}/`;
      attachmentTitle = '';
      while (open.length > 0) close();
      return;
    }
    if (ATTACHMENT_LIST.test(text) || FRAME.test(text) || (started() && isSigning(text))) {
      frame.push(text);
      return;
    }
    if (attachmentTitle === '' && isTitle(text)) {
      attachmentTitle = text;
      return;
    }
    if (!started() && isTitle(text) && !readNumber(text)) {
      (isFrameLine(text) ? frame : titleLines).push(text);
      return;
    }
    const numbered = readNumber(text);
    if (numbered) {
      numberedLine(numbered, raw);
      return;
    }
    add(text, raw);
    lead = isListLead(text) ? text : '';
  }

  /** 2.营业执照复印件, with nothing below it, is an item and no heading. */
  function close() {
    const last = open.at(-1);
    if (last?.alone !== undefined) add(last.heading, last.alone);
    open.pop();
  }

  function numberedLine(numbered: Numbered, raw: string) {
    const level = listLevel(open, numbered, lead) ?? numbered.level;
    lead = '';
    while ((open.at(-1)?.level ?? -1) >= level) close();
    const { heading, body } = splitHeading(numbered.rest);
    const parent = open.at(-1);
    if (parent) delete parent.alone;
    open.push({ level, label: numbered.label, heading, ...(body ? {} : { alone: raw }) });
    if (isListLead(body || heading)) lead = body || heading;
    if (body) add(body, raw);
  }

  function table(rows: Cell[][]): void {
    tables++;
    for (const part of open) delete part.alone;
    const read = readRows(rows);
    if (read.caption && attachmentTitle === '') attachmentTitle = read.caption;
    for (const row of read.rows) {
      clauses.push({
        path: `${path()}${path() && !path().endsWith('/') ? '/' : ''}表${tables}/${row.name}`,
        headings: [...headings(), ...(read.caption ? [read.caption] : [])].filter(
          (h, i, all) => h && all.indexOf(h) === i,
        ),
        kind: 'table-row',
        text: row.cells.map(cellText).join('；'),
        raw: row.raw,
        cells: row.cells,
      });
    }
  }

  function end(): Structure {
    while (open.length > 0) close();
    const imprint = imprintOf(frame);
    if (imprint && clauses.length > 0)
      clauses.push({ path: '版记', headings: [], kind: 'paragraph', text: imprint, raw: imprint });
    return { title: titleLines.join('').replace(COPY_NUMBER, '').trim(), frame, clauses };
  }
  return { line, table, end };
}

/** A part that is open; `lead` is the sentence that opens a list under it, `list` the level as which its items are numbered. */
type Open = {
  level: number;
  label: string;
  heading: string;
  lead?: string;
  list?: number;
  /** Its line, while nothing stands below it. */
  alone?: string;
};

const LEAD_LENGTH = 90;

const isListLead = (text: string) => /[：:]$/.test(text) && text.length <= LEAD_LENGTH;

/** 1, （一）, ① opens a list. */
const FIRST = /^[（(]?[一1①][）)]?$/;

/** Items after ……的，不予兑付： stand under that sentence, however they are numbered; undefined for any other line. */
function listLevel(open: Open[], numbered: Numbered, lead: string): number | undefined {
  const last = open.at(-1);
  if (lead && last && FIRST.test(numbered.label) && numbered.level !== last.level) {
    last.list = numbered.level;
    if (lead !== last.heading) last.lead = lead;
    return last.level + ITEM;
  }
  const parent = open.findLast((o) => o.list === numbered.level);
  return parent ? parent.level + ITEM : undefined;
}

/** An item of a list stands between its parent's level and the next one. */
const ITEM = 0.5;

/** 文号, who issued it and when, who is informed: asked for like anything else. */
function imprintOf(frame: string[]): string | undefined {
  const lines = frame.filter(
    (line) => !/^附\s*件|^来源|^责任编辑/.test(line) && !/[：:]$/.test(line),
  );
  return lines.length > 0
    ? lines
        .map((line) => line.replace(/\s+/g, ' ').replace(/^(?=\S{1,12}〔\d{4}〕\d+号$)/, '文号：'))
        .join('；')
    : undefined;
}

const isTitle = (text: string) =>
  text.length <= TITLE_LENGTH && !/[。；;！!]|[，,：:].*[，,：:]/.test(text);

/** 000001关于……: the number of the copy on the title's own line. */
const COPY_NUMBER = /^\s*0\d{5}\s*(?=\p{Script=Han})/u;

/** 某某县人民政府文件: the issuing body in red above the line, no part of the title. */
const RED_HEAD = /^(?!.*关于)[^《》]{3,30}(?:文件|函|令)$/u;

const isFrameLine = (text: string) =>
  DATE_LINE.test(text) ||
  RED_HEAD.test(text) ||
  /〔\d{4}〕|\[\d{4}\]\d+号/.test(text) ||
  /[：:]$/.test(text) ||
  text.includes('★') ||
  isMarkLine(text);

const isSigning = (text: string) => DATE_LINE.test(text) || SIGNATURE.test(text);

/** A document's name heads nothing: it is an item of those that are repealed or kept. */
const NAME_ALONE = /^《(?:[^《》]|《[^《》]*》)+》(?:[（(〔[][^）)]*[）)])?$/;

/**
 * A first sentence with a comma may be a heading (加强领导，落实责任。) or say something itself, as one does that forbids or
 * allows (企业不得转租。): it is kept as both.
 *
 * `（一）支持企业上市。对……`: what stands before the first full stop, when it is short and something follows. A short
 * line that ends in a full stop may be a heading or a clause: it is kept as both.
 */
function splitHeading(text: string): { heading: string; body: string } {
  if (text.length <= HEADING_LENGTH && !/[。；]./.test(text))
    return /[。；]$/.test(text) || NAME_ALONE.test(text)
      ? { heading: text.replace(/[。；]$/, ''), body: text }
      : { heading: text, body: '' };
  const [first = ''] = splitSentences(text);
  const body = text.slice(text.indexOf(first) + first.length).trim();
  if (first.length <= HEADING_LENGTH && body && /[。]$/.test(first) && !/\d/.test(first))
    return {
      heading: first.replace(/。$/, ''),
      body: /，|不得|应当|必须|可以/.test(first) ? text : body,
    };
  return { heading: '', body: text };
}

/** A lead-in such as `突出创新驱动。一是……`: short, says what the rest is about, holds no figure. */
export function leadIn(sentence: string): string | undefined {
  const text = sentence.replace(RUN_IN, '').replace(/[。：:]$/, '');
  return text.length <= 24 && /[。：:]$/.test(sentence) && !/\d|[xX*]{1,}/.test(text)
    ? text
    : undefined;
}
