import type { Cell } from '../documents/document.ts';
import type { Column, Header } from './columns.ts';
import { readItemNumber } from './item-number.ts';
import type { RawTask } from './raw-task.ts';

/** One row is one task, several (a cell with numbered lines), or one in each month's column. */
export function tasksOf(
  row: Cell[],
  { columns, byPeriods }: Header,
  text: string,
  base: Omit<RawTask, 'content'>,
  number: number | undefined,
): RawTask[] {
  const periods = periodsOf(row, columns);
  if (byPeriods && text !== '')
    return periods.map((p) => ({
      ...base,
      content: text,
      period: p.period,
      units: [{ role: 'responsible', text: p.text }],
      doubts: [],
    }));
  if (text !== '') {
    const milestones = periods.length > 0 ? { milestones: periods } : {};
    if ((number !== undefined && !isTimedByLine(text, base)) || periods.length > 0)
      return [
        { ...base, ...milestones, content: text, ...(number === undefined ? {} : { number }) },
      ];
    return splitNumbered(text, base);
  }
  return periods.flatMap((p) => splitNumbered(p.text, { ...base, period: p.period }));
}

/** What stands under each month; a cell drawn over several (4月 to 6月) is one, to be reached by its end. */
function periodsOf(row: Cell[], columns: Column[]): { period: string; text: string }[] {
  const found: { from: string; to: string; text: string }[] = [];
  for (const [c, { role, heading }] of columns.entries()) {
    const { text = '', merged } = row[c] ?? {};
    if (role !== 'period-column' || text.trim() === '') continue;
    const last = found.at(-1);
    const goesOn = merged && columns[c - 1]?.heading === last?.to && last?.text === text.trim();
    if (last && goesOn) last.to = heading;
    else found.push({ from: heading, to: heading, text: text.trim() });
  }
  return found.map(({ from, to, text }) => ({ period: from === to ? to : `${from}—${to}`, text }));
}

/** `1.…⏎2.…⏎3.…` or `①…；②…` in one cell are several tasks; so are their units where the units cell counts alike. */
function splitNumbered(text: string, base: Omit<RawTask, 'content'>): RawTask[] {
  const parts = numberedParts(text);
  if (parts.length < 2) return [{ ...base, content: text }];
  const units = base.units.map((u) => ({
    role: u.role,
    parts: numberedParts(u.text),
    text: u.text,
  }));
  const times = numberedParts(base.deadline ?? '');
  return parts.map((content, i) => ({
    ...base,
    ...(times.length === parts.length ? { deadline: withoutNumber(times[i] ?? '') } : {}),
    content: content.replace(/[；;、]$/u, ''),
    units: units.map((u) => ({
      role: u.role,
      text: u.parts.length === parts.length ? (u.parts[i] ?? '') : u.text,
    })),
    doubts: [...base.doubts],
  }));
}

/** 1.3月底⏎2.5月底 beside 1.…⏎2.…: the points of one row fall due apart, so each is a task. */
function isTimedByLine(text: string, { deadline = '' }: Omit<RawTask, 'content'>): boolean {
  const count = numberedParts(text).length;
  return count > 1 && numberedParts(deadline).length === count;
}

const withoutNumber = (part: string) =>
  (readItemNumber(part)?.rest ?? part).replace(/[；;、。]$/u, '');

/** Where a line ends, and where a sentence does before the next number: `①…；②…`. */
const PART_END = /\n|(?<=[；;。、])(?=\s*(?:[①-⑳]|[(（]?\d{1,2}(?:[.、．](?!\d(?!\d?月))|[)）])))/u;

/** The numbered parts of a text; the text itself where it does not begin with a number. */
export function numberedParts(text: string): string[] {
  const parts: string[] = [];
  let expected: number | undefined;
  for (const line of text.split(PART_END)) {
    const number = readItemNumber(line);
    const begins =
      number &&
      number.style !== 'chapter' &&
      (expected === undefined ? number.n >= 1 && parts.length === 0 : number.n === expected);
    if (begins) {
      parts.push(line.trim());
      expected = number.n + 1;
    } else if (parts.length === 0) return [text];
    else parts.push(`${parts.pop()}\n${line.trim()}`);
  }
  return parts;
}
