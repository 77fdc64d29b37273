import { readItemNumber } from './item-number.ts';
import type { RawTask } from './raw-task.ts';

/** Rows under one number whose texts count 1, 2, 3 for themselves: the measures against one problem. */
export function countedInCell(raws: RawTask[]): Set<RawTask> {
  const rows: RawTask[][] = [];
  for (const raw of raws) {
    const last = rows.at(-1);
    if (raw.number !== undefined && last?.[0]?.number === raw.number) last.push(raw);
    else rows.push([raw]);
  }
  const counts = (group: RawTask[]) =>
    group.length > 1 && group.every((raw, i) => readItemNumber(raw.content)?.n === i + 1);
  return new Set(rows.filter(counts).flat());
}

/** The content without its number, and the number. A figure such as 1.5亿 is a number only where 1 is due. */
export function takeNumber(
  content: string,
  cell: number | undefined,
  expected: number,
  last: number | undefined,
): { content: string; n?: number } {
  const text = content.trim();
  const number = readItemNumber(text);
  // The first of several numbered lines keeps its number.
  if (
    text
      .split('\n')
      .slice(1)
      .some((line) => readItemNumber(line)?.n === (number?.n ?? 0) + 1)
  )
    return { content: text };
  if (!number || number.rest === '') return { content: text };
  if (number.unsure && number.n !== (cell ?? expected) && number.n !== (last ?? 0) + 1)
    return { content: text };
  // A number in its own cell and another before the text: the text's own belongs to it, unless they agree.
  if (cell !== undefined && number.n !== cell) return { content: text };
  return { content: number.rest, n: number.n };
}
