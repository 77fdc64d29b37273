import { type DatePhrase, readDatePhrase } from '../calendar/date-phrase.ts';
import type { TaskRef } from '../text/task-number.ts';
import type { Ask, ReplyInput } from './reading.ts';
import type { MarkedReply } from './reply-marks.ts';
import { hasNoSubject } from './reply-scope.ts';

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
    const follows = followsNumbers(marked, date, no);
    // 2月底完成 in November, where nothing else tells which task: as a day it would be far off.
    const isAlone = !follows && isWithoutTask(marked, date, input);
    if (!follows && !isAlone) continue;
    const ahead = (no - input.month + 12) % 12;
    const near = ahead <= (isAlone ? 2 : 1);
    if (near && (isAlone || follows === 'header')) continue;
    if (near)
      return {
        marked: without(marked, date),
        doubt: { why: 'date-or-tasks', text: date.text, candidates: [no] },
      };
    return { marked: asTask(marked, date, no, m[2] ?? '', input) };
  }
  return { marked };
}

/** Whether earlier numbers are bare, or one stands right before (2、3月底), and nothing in its own clause names a task. */
function followsNumbers(
  marked: MarkedReply,
  date: DatePhrase,
  no: number,
): 'bare' | 'header' | undefined {
  const before = marked.refs.filter((r) => r.at < date.at && r.kind === 'numbers');
  const named = marked.refs.some((r) => r.kind === 'numbers' && r.numbers.includes(no));
  const start = /[^,，。;!?\n\s、]*$/u.exec(marked.text.slice(0, date.at))?.[0] ?? '';
  if (named || start !== '') return undefined;
  if (before.some((r) => r.kind === 'numbers' && r.style === 'bare')) return 'bare';
  return before.length > 0 && /\d、\s*$/u.test(marked.text.slice(0, date.at))
    ? 'header'
    : undefined;
}

/** Whether a date stands at the head of what is told, with several tasks open and none named there. */
function isWithoutTask(marked: MarkedReply, date: DatePhrase, { tasks }: ReplyInput): boolean {
  const isHead = /(?:^|[,;。\n])\s*$/u.test(marked.masked.slice(0, date.at));
  const told = /^[^,;。\n]*/u.exec(marked.masked.slice(date.at + date.text.length))?.[0] ?? '';
  return isHead && tasks.length > 1 && !told.includes('R') && hasNoSubject(told);
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
