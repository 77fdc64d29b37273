import { type Day, splitDay } from '../../calendar/county-time.ts';
import { rereadFor } from '../../intent/reread.ts';
import { readReply } from '../../progress/read-reply.ts';
import type { Status } from '../../progress/report.ts';
import { STATUS_WORDS, words } from '../../progress/wording.ts';
import { withoutPhones } from '../../text/without-phones.ts';

/** What was chosen and written on the card for one item. */
export type FormSaid = { status: Status; note?: string; eta?: Day };

/**
 * A form read as the same words in the chat would be: 已完成 with 还差一个乡镇没走完 is not done. In: the choice, the item
 * and the day. Out: what to record, or in one line why it is not and what to do. Pure.
 */
export function readForm(
  said: FormSaid,
  item: { no: number; content: string },
  today: Day,
): { record: FormSaid } | { doubt: string } {
  const { status, eta } = said;
  const note = said.note && withoutPhones(said.note);
  const kept = { status, ...(note ? { note } : {}), ...(eta ? { eta } : {}) };
  if (status === 'done' && eta && eta > today) return { doubt: words.doneButExpected(eta) };
  if (status === 'done' && note && !staysDone(note, item, today))
    return { doubt: words.doneButNote(note) };
  if (status === 'extension' && !eta) {
    const named = note && rereadFor(`${STATUS_WORDS.extension}，${note}`, item, today)?.eta;
    return named ? { record: { ...kept, eta: named } } : { doubt: words.extensionNeedsDay };
  }
  return { record: kept };
}

/** What is no report at all (请查收附件) takes nothing back. */
function staysDone(note: string, item: { no: number; content: string }, today: Day): boolean {
  const { year, month } = splitDay(today);
  const text = `${STATUS_WORDS.done}，${note}`;
  const reading = readReply({ year, month, refDate: today, tasks: [item], text });
  if (reading.kind === 'not_a_report') return true;
  return reading.kind === 'report' && reading.items.every((i) => i.status === 'done');
}
