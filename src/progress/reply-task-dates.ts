import { type DatePhrase, readDatePhrase } from '../calendar/date-phrase.ts';
import type { TaskRef } from '../text/task-number.ts';
import type { Ask, ReplyInput } from './reading.ts';
import type { MarkedReply } from './reply-marks.ts';

/**
 * 1、3完成，2月底前: behind bare task numbers, 2月底前 may be task 2 by the end of this month. Where February is this
 * month or the next the words fit both and have to be asked; else the date would be past or far off, so the task is
 * meant (domain.md section 5).
 */
export function settleTaskDates(
  marked: MarkedReply,
  input: ReplyInput,
): { marked: MarkedReply; doubt?: Ask } {
  for (const date of marked.dates) {
    const m = /^(\d{1,2})(月(?:底|末|初|中|上旬|中旬|下旬|内).*)$/u.exec(date.text);
    const no = Number(m?.[1]);
    if (!m || !input.tasks.some((t) => t.no === no)) continue;
    if (!followsBareNumbers(marked, date, no)) continue;
    const near = no === input.month || no === (input.month % 12) + 1;
    if (near)
      return {
        marked: without(marked, date),
        doubt: { why: 'date-or-tasks', text: date.text, candidates: [no] },
      };
    return { marked: asTask(marked, date, no, m[2] ?? '', input) };
  }
  return { marked };
}

/** Earlier numbers are bare, this one is not among them, and nothing before it in its clause names a task. */
function followsBareNumbers(marked: MarkedReply, date: DatePhrase, no: number): boolean {
  const before = marked.refs.filter((r) => r.at < date.at && r.kind === 'numbers');
  const bare = before.some((r) => r.kind === 'numbers' && r.style === 'bare');
  const named = marked.refs.some((r) => r.kind === 'numbers' && r.numbers.includes(no));
  const start = /[^,，。;!?\n\s、]*$/u.exec(marked.masked.slice(0, date.at))?.[0] ?? '';
  return bare && !named && start === '';
}

/** The date left out of the reading: it must not turn 1、3完成 into a forecast. */
function without(marked: MarkedReply, date: DatePhrase): MarkedReply {
  const { at, text } = date;
  const masked =
    marked.masked.slice(0, at) + ' '.repeat(text.length) + marked.masked.slice(at + text.length);
  return { ...marked, masked, dates: marked.dates.filter((d) => d !== date) };
}

function asTask(
  marked: MarkedReply,
  date: DatePhrase,
  no: number,
  rest: string,
  input: ReplyInput,
): MarkedReply {
  const digits = String(no).length;
  const read = readDatePhrase(rest, input.refDate);
  const letters = 'R'.repeat(digits) + 'F'.repeat(rest.length);
  const at = date.at;
  const ref: TaskRef = { kind: 'numbers', numbers: [no], style: 'bare', at, text: String(no) };
  const dates = marked.dates.filter((d) => d !== date);
  return {
    ...marked,
    masked:
      marked.masked.slice(0, date.at) + letters + marked.masked.slice(date.at + letters.length),
    refs: [...marked.refs, ref].sort((a, b) => a.at - b.at),
    dates: read ? [...dates, { ...read, at: date.at + digits }] : dates,
  };
}
