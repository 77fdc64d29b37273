import { type Day, splitDay } from '../calendar/county-time.ts';
import { readReply } from '../progress/read-reply.ts';
import type { ReadItem } from '../progress/reading.ts';

/** What words that did not say which item would mean of this one alone; undefined where they say nothing of it. */
export function rereadFor(
  text: string,
  item: { no: number; content: string },
  said: Day,
): ReadItem | undefined {
  const { year, month } = splitDay(said);
  const reading = readReply({
    year,
    month,
    refDate: said,
    tasks: [{ no: item.no, content: item.content }],
    text,
  });
  return reading.kind === 'report' ? reading.items[0] : undefined;
}
