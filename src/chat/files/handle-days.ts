import { type OwnDayProblem, type OwnDaysTable, readOwnDays } from '../../calendar/own-days.ts';
import { ownDayProblem } from '../../calendar/wording.ts';
import type { OwnDays } from '../../calendar/working-days.ts';
import { importDays } from '../../remind/import-days.ts';
import { describeDays } from '../../remind/known-days.ts';
import { dayWords as words } from '../../remind/wording.ts';
import { asksOutright } from '../../text/asks.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';

const PROBLEMS_SHOWN = 15;

/** A table of working days that the office or an administrator sent: stored at once, taken back with 撤销. */
export async function takeDays(context: Context, days: OwnDays): Promise<void> {
  const { deps } = context;
  const done = await importDays(deps.db, actOf(context), days, deps.newId);
  if (!done) return say(context, words.same);
  await sayWithUndo(context, words.imported(done.years, done.moved), done.changeId);
}

/** 2027-02-30 休: a line of the table, whether there is such a day or not. */
const DAY_LINE =
  /^\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[\s,，、]*(?:放?假|休|调休|上?班)/u;

/** Lines of a table written into the chat: 2027-01-01 休. Undefined where the words are about something else. Pure. */
export function readWrittenDays(text: string): OwnDaysTable | undefined {
  if (asksOutright(text)) return undefined;
  const lines = text.split(/[\n;；]+/u).filter((l) => l.trim() !== '');
  const read = readOwnDays(lines.map((l, i) => ({ where: words.line(i + 1), text: l })));
  if (lines.length > 0 && lines.every((l) => DAY_LINE.test(l))) return read;
  return read.days.size > 0 && read.problems.length < lines.length ? read : undefined;
}

/** A table with wrong lines: each is named, and nothing is stored. */
export async function refuseDays(context: Context, problems: OwnDayProblem[]): Promise<void> {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(ownDayProblem);
  await say(context, words.wrong(shown, problems.length));
}

/** 放假安排: what is known of the calendar. */
export async function listDays(context: Context): Promise<void> {
  await say(context, await describeDays(context.deps.db, context.today));
}
