import { type Day, makeDay, splitDay } from '../calendar/county-time.ts';
import { findNoSuchDay } from '../calendar/no-such-day.ts';
import { fold } from '../text/fold.ts';
import { readDeadline, readPeriod, type When } from './deadline.ts';
import { dayText } from './diff-lines.ts';
import { readItemNumber } from './item-number.ts';
import { countedInCell, takeNumber } from './own-number.ts';
import type { ParsedPlan, ParsedTask } from './plan.ts';
import type { RawTask } from './raw-task.ts';
import { DOUBTS, placeText } from './reading-wording.ts';
import { unbrokenNames } from './split-units.ts';
import { deadlineInPassing, findDeadline, refineWithText } from './text-deadline.ts';
import { assignUnits, readInlineRoles } from './unit-roles.ts';

/** What holds for the whole plan. */
export type PlanFacts = {
  title: string;
  /** The first year of the plan, and the last where it names several. */
  year: number | null;
  lastYear: number | null;
  /** The one month, quarter or half that the title is for: 2025年5月重点工作安排. */
  period?: string;
  /** Whether the document says that the first of several responsible units leads. */
  firstLeads: boolean;
  /** The day it sets for all tasks that have none of their own. */
  dueOn?: Day;
};

/** Names longer than this are sentences. */
const LONGEST_NAME = 30;

/** Turns what was found into tasks: units split, dates counted out, doubts listed. */
export function finishTasks(
  raws: RawTask[],
  facts: PlanFacts,
): Pick<ParsedPlan, 'tasks' | 'problems'> {
  const problems: ParsedPlan['problems'] = [];
  const known = knownNames(raws);
  const counted = countedInCell(raws);
  const seen = new Map<string, string>();
  const tasks: ParsedTask[] = [];
  let previous: { seq: number; section: string; period: string | undefined } | undefined;
  for (const raw of raws) {
    const where = placeText(raw.source);
    const doubt = (message: string) => problems.push({ where, message });
    const section = `${raw.period ?? ''}/${raw.section ?? ''}`;
    const expected = previous?.section === section ? previous.seq + 1 : 1;
    const { content, n } = counted.has(raw)
      ? { content: readItemNumber(raw.content)?.rest ?? raw.content }
      : takeNumber(raw.content, raw.number, expected, previous?.seq);
    // Where nothing is numbered, tasks are counted through each month.
    const count = previous && previous.period === raw.period ? previous.seq + 1 : 1;
    const seq = raw.number ?? n ?? count;
    previous = { seq, section, period: raw.period };

    const units = assignUnits(raw.units, known, facts.firstLeads);
    if (raw.doubts.includes('inherited-units')) doubt(DOUBTS.inheritedUnits);
    if (units.lead.length === 0) doubt(units.coop.length === 0 ? DOUBTS.noUnits : DOUBTS.noLead);
    for (const name of [...units.lead, ...units.coop])
      if (name.length > LONGEST_NAME) doubt(DOUBTS.longUnit(name));

    // A document's title set as a heading is no part of it.
    const heading =
      raw.section
        ?.split(' / ')
        .filter((part) => part !== facts.title)
        .join(' / ') || undefined;
    const when = whenOf(raw, content, facts, doubt);
    if (isUnread(raw, facts.year ?? ANY_YEAR))
      doubt(DOUBTS.deadline(raw.deadline ?? '', when.dueOn && dayText(when.dueOn)));
    const noDay = noSuchDay(`${raw.deadline ?? ''} ${content}`, facts.year ?? ANY_YEAR);
    if (noDay) doubt(DOUBTS.noSuchDay(noDay));
    const task: ParsedTask = {
      month: when.month,
      seq,
      content,
      leadUnits: units.lead,
      coopUnits: units.coop,
      startOn: when.startOn,
      dueOn: when.dueOn,
      recurrence: when.recurrence,
      source: raw.source,
      ...(raw.title === undefined ? {} : { title: raw.title }),
      ...(heading === undefined ? {} : { section: heading }),
      ...(raw.leaders === undefined ? {} : { leaders: raw.leaders }),
      ...(raw.milestones === undefined ? {} : { milestones: raw.milestones }),
      ...(raw.goal === undefined ? {} : { goal: raw.goal }),
      ...(raw.note === undefined ? {} : { note: raw.note }),
    };
    const key = JSON.stringify([
      content,
      task.leadUnits,
      task.coopUnits,
      task.month,
      task.dueOn,
      raw.section,
    ]);
    const twin = seen.get(key);
    if (twin !== undefined) doubt(DOUBTS.twice(twin));
    else seen.set(key, where);
    tasks.push(task);
  }
  return { tasks, problems };
}

/** 12月32日前: a day of a month that does not have it. */
function noSuchDay(text: string, year: number): string | undefined {
  const found = findNoSuchDay(fold(text), makeDay(year, 1, 1));
  return found && /[日号]$/u.test(found) ? found : undefined;
}

function knownNames(raws: RawTask[]): Set<string> {
  const known = new Set<string>();
  for (const raw of raws)
    for (const unit of raw.units)
      for (const part of readInlineRoles(unit))
        for (const name of unbrokenNames(part.text)) known.add(name);
  return known;
}

const ANY_YEAR = 2000;
const NEVER: When = { startOn: null, dueOn: null, recurrence: null, month: null };

function whenOf(
  raw: RawTask,
  content: string,
  facts: PlanFacts,
  doubt: (message: string) => void,
): When {
  const { year } = facts;
  const named = raw.period ?? facts.period;
  const period = named === undefined ? undefined : readPeriod(named, year ?? ANY_YEAR);
  // Without a year no day can be counted out, but a month stays a month.
  if (year === null) {
    const when =
      period ?? (raw.deadline === undefined ? undefined : readDeadline(raw.deadline, ANY_YEAR));
    return { ...NEVER, month: when?.month ?? null, recurrence: when?.recurrence ?? null };
  }
  if (raw.period !== undefined && !period) doubt(DOUBTS.period(raw.period));
  const own = ownWhen(raw, content, year, period);
  if (own) {
    const passing = isOfText(raw) ? deadlineInPassing(content, year) : undefined;
    if (passing && own.dueOn) doubt(DOUBTS.passing(passing, dayText(own.dueOn)));
    const startOn = raw.start === undefined ? own.startOn : startOf(raw.start, year, own);
    // The month whose row it stands in wins over the month of the date.
    const month =
      raw.period !== undefined && period && period.month !== null && period.dueOn === null
        ? period.month
        : own.month;
    return { ...own, startOn, month };
  }
  if (period) {
    const { when, elsewhere } = refineWithText(period, content, year);
    if (elsewhere) doubt(DOUBTS.elsewhere(elsewhere, named ?? ''));
    return when;
  }
  const { dueOn } = facts;
  if (dueOn?.startsWith(`${year}-`)) return { ...NEVER, dueOn, month: splitDay(dueOn).month };
  return { ...NEVER, dueOn: dueOn ?? makeDay(facts.lastYear ?? year, 12, 31) };
}

const isOfText = ({ deadline, milestones, period }: RawTask) =>
  deadline === undefined && milestones === undefined && period === undefined;

/** Whether a deadline is written and cannot be counted out; a dash says that there is none. */
function isUnread({ deadline = '' }: RawTask, year: number): boolean {
  return !/^[-—–/\\无\s]*$/u.test(deadline) && readDeadline(deadline, year) === undefined;
}

function startOf(text: string, year: number, own: When): Day | null {
  const start = readDeadline(text, year);
  return start === undefined ? own.startOn : (start.startOn ?? firstDay(text, year, start.dueOn));
}

/** A month as a start stands for its first day. */
function firstDay(text: string, year: number, last: Day | null): Day | null {
  if (last === null) return null;
  return /[日号]|\d[-./]\d+[-./]\d/.test(text)
    ? last
    : `${last.slice(0, 8) || makeDay(year, 1, 1).slice(0, 8)}01`;
}

function ownWhen(
  raw: RawTask,
  content: string,
  year: number,
  period: When | undefined,
): When | undefined {
  const said = raw.deadline === undefined ? undefined : readDeadline(raw.deadline, year);
  if (said) return said;
  if (raw.milestones) {
    const months = raw.milestones.flatMap((m) => {
      const when = readPeriod(m.period, year);
      return (
        when?.month ??
        (when?.dueOn?.startsWith(`${year}-`) ? Number(when.dueOn.slice(5, 7)) : undefined) ??
        []
      );
    });
    const last = Math.max(...months);
    if (months.length > 0) {
      const dueOn = readDeadline(`${last}月`, year)?.dueOn ?? null;
      return months.length === 1
        ? { ...NEVER, dueOn, month: last }
        : {
            ...NEVER,
            dueOn,
            recurrence: { every: 'year', months: [...new Set(months)].sort((a, b) => a - b) },
          };
    }
  }
  // In a plan by months the month is the deadline; the text names other times for other reasons.
  if (period) return undefined;
  return findDeadline(content, year);
}
