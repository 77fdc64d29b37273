import { splitDay } from '../calendar/county-time.ts';
import { clip } from '../feishu/card.ts';
import type { ChangedField, Named } from './diff.ts';
import type { ParsedTask, Recurrence } from './plan.ts';
import { aimsText, shownText } from './shown-text.ts';
import { FIELD_WORDS, monthName, placeInYear, diffWords as words } from './wording.ts';

/** One change of a revised plan for people: a headline, and below it what a field was and what it becomes. */
export type DiffLine = {
  kind: 'added' | 'changed' | 'withdrawn';
  head: string;
  fields: { name: string; old: string; now: string }[];
};

type Told = Pick<
  ParsedTask,
  'month' | 'seq' | 'content' | 'leadUnits' | 'coopUnits' | 'dueOn' | 'recurrence'
> &
  Named;

type Changes = {
  added: { now: Told }[];
  changed: { old: Told; now: Told; what: ChangedField[] }[];
  withdrawn: Told[];
};

/** A diff as lines, in the order in which people look: what is new, what changed, what goes. Pure. */
export function diffLines(diff: Changes): DiffLine[] {
  return [
    ...diff.added.map(
      ({ now }): DiffLine => ({
        kind: 'added',
        head: taskLine(now),
        fields: (['due', 'lead', 'coop'] as const).flatMap((f) => {
          const value = fieldText(now, f);
          return value === words.none ? [] : [{ name: FIELD_WORDS[f], old: '', now: value }];
        }),
      }),
    ),
    ...diff.changed.map(
      ({ old, now, what }): DiffLine => ({
        kind: 'changed',
        head: taskLine(what.includes('content') || what.includes('title') ? old : now),
        fields: what.map((f) => ({
          name: FIELD_WORDS[f],
          old: fieldText(old, f),
          now: fieldText(now, f),
        })),
      }),
    ),
    ...diff.withdrawn.map(
      (task): DiffLine => ({ kind: 'withdrawn', head: taskLine(task), fields: [] }),
    ),
  ];
}

/** 3月第2项 and the task as people are shown it, in one line. */
export function taskLine(task: Told): string {
  return words.task(placeInYear(task), task.seq, shownText(task).replace(/\s+/g, ' '));
}

function fieldText(task: Told, field: ChangedField): string {
  switch (field) {
    case 'title':
      return clip(task.title ?? words.none, 100);
    case 'aims':
      return clip(aimsText(task) || words.none, 150);
    case 'content':
      return clip(task.content.replace(/\s+/g, ' '), 150);
    case 'month':
      return monthName(task.month);
    case 'due':
      return dueText(task);
    case 'lead':
      return task.leadUnits.join('、') || words.none;
    case 'coop':
      return task.coopUnits.join('、') || words.none;
  }
}

/** When a task is due, as far as the document says. */
export function dueText({ dueOn, recurrence }: Pick<Told, 'dueOn' | 'recurrence'>): string {
  const said = [
    ...(recurrence ? [repeatText(recurrence)] : []),
    ...(dueOn ? [dayText(dueOn)] : []),
  ];
  return said.join('，') || words.none;
}

function repeatText({ every, day, months }: Recurrence): string {
  const when = months?.length && every !== 'month' ? words.months(months) : words.every[every];
  return day ? words.dayOf(when, day) : when;
}

/** 2026年3月31日 */
export function dayText(day: string): string {
  const { year, month, date } = splitDay(day);
  return words.day(year, month, date);
}
