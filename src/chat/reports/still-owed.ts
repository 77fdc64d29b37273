import type { Day } from '../../calendar/county-time.ts';
import { splitDay } from '../../calendar/county-time.ts';
import { findPeriods } from '../../calendar/find-periods.ts';
import type { PeriodMention } from '../../calendar/period.ts';
import { indexTopics, touches } from '../../progress/reply-topic.ts';
import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import type { ReportScope } from './report-scope.ts';
import {
  byWordsOnly,
  type HeardReport,
  idIn,
  type Meaning,
  meaningOf,
  readItems,
} from './which-list.ts';

/**
 * The same where something of earlier months is still owed and stands on no list: its own words find it, with no list at
 * all its number does too, and it is shown before it is recorded. Pure.
 */
export function meaningBeside(
  lists: ReportScope[],
  owed: ReportScope[],
  text: string,
  today: Day,
): Meaning {
  const meaning = meaningOf(lists.length > 0 ? lists : owed, text, today);
  const said =
    meaning.kind === 'sure' ? [meaning.heard] : meaning.kind === 'which' ? meaning.options : [];
  if (lists.length === 0) {
    // 厂房封顶了, where all that is owed is something else.
    const options = said.filter(({ reading }) => !reading.items.some((i) => i.assumed));
    if (options.length > 0) return { kind: 'which', options };
    return said.length > 0 ? { kind: 'unsure', heard: undefined } : meaning;
  }
  const corrected = new Set(
    said.flatMap(({ scope, reading }) =>
      reading.items.filter((i) => i.status !== 'done').map((i) => idIn(scope, i.no)),
    ),
  );
  const rivals = lists.flatMap((l) =>
    l.items.filter((i) => i.open || corrected.has(i.occurrenceId)),
  );
  const earlier = earlierPeriod(text, today);
  const named = owed.flatMap((scope) =>
    // 11月简报发了, in December: beside this month's, which the words fit as well.
    earlier
      ? namedByWords([], ofTime(scope, earlier), withoutPeriod(text, earlier), today)
      : namedByWords(rivals, scope, text, today),
  );
  const others = said.filter(
    ({ scope, reading }) => scope.answered || !reading.items.some((i) => i.assumed),
  );
  if (named.length > 0) return { kind: 'which', options: [...others, ...named] };
  // What was done of that time stands on no list: this month's item may not be meant, unless it is called so itself.
  const byWords = earlier && findTaskRefs(fold(text), 'explicit').length === 0;
  const isCalledSo = said.some(({ scope, reading }) =>
    scope.items.some(
      ({ no, content }) =>
        reading.items.some((i) => i.no === no) && fold(content).includes(earlier?.text ?? ''),
    ),
  );
  return byWords && !isCalledSo && meaning.kind === 'sure'
    ? { kind: 'which', options: said }
    : meaning;
}

/**
 * The time of this year that a text begins with, where it is over: 10月, 三季度, 上个月那个; or that stands behind a task's
 * name: 用电量分析10月的.
 */
function earlierPeriod(text: string, today: Day): PeriodMention | undefined {
  const said = fold(text).trim();
  const [period] = findPeriods(said, today);
  const { year, month: now } = splitDay(today);
  const isOver =
    period && (period.year < year || (period.year === year && period.months.every((m) => m < now)));
  if (!isOver || period.window) return undefined;
  const isOfTask = /^份?的/u.test(said.slice(period.at + period.length));
  return period.at === 0 || isOfTask ? period : undefined;
}

/** 上个月那个技改弄完了: what is left tells which of that time. */
function withoutPeriod(text: string, { at, length }: PeriodMention): string {
  const said = fold(text).trim();
  const rest = said.slice(at + length).replace(/^份?的?(?:[那这]一?[个项件条])?的?/u, '');
  return `${said.slice(0, at).trim()}${rest}`;
}

/**
 * What a question about a vague text offers: of the time that it names what is still owed of that time, else the lists and
 * what its words touch of earlier months. Pure.
 */
export function offeredFor(
  lists: ReportScope[],
  owed: ReportScope[],
  text: string,
  today: Day,
): ReportScope[] {
  const earlier = earlierPeriod(text, today);
  const own = earlier ? [...owed, ...lists].map((s) => ofTime(s, earlier)) : [];
  const meant = own.filter((s) => s.items.length > 0);
  if (meant.length > 0) return meant;
  if (findTaskRefs(fold(text), 'explicit').length > 0) return lists;
  const touched = owed.map((scope) => {
    const index = indexTopics(scope.items);
    return { ...scope, items: scope.items.filter((i) => touches(index, i.no, text) > 0) };
  });
  return [...lists, ...touched.filter((s) => s.items.length > 0)];
}

const ofTime = (
  scope: ReportScope,
  { year, months }: Pick<PeriodMention, 'year' | 'months'>,
): ReportScope => ({
  ...scope,
  items: scope.items.filter(({ owedOf }) => owedOf?.year === year && months.includes(owedOf.month)),
});

/** What the words tell of items still owed, where they fit them better than any rival. */
function namedByWords(
  rivals: ReportScope['items'],
  owed: ReportScope,
  text: string,
  today: Day,
): HeardReport[] {
  const own = rivals.filter((i) => i.unitId === owed.unitId);
  const items = byWordsOnly([...own, ...owed.items]);
  const reading = readItems(owed.month, items, text, today);
  if (reading.kind !== 'report') return [];
  const index = indexTopics(items);
  const meant = reading.items.map(({ no }) => items.find((i) => i.no === no));
  const areOwed = meant.every(
    (i) =>
      owed.items.some((o) => o.occurrenceId === i?.occurrenceId) &&
      touches(index, i?.no ?? 0, text) > 0,
  );
  return areOwed ? [{ scope: { ...owed, items }, reading }] : [];
}

/**
 * 第1项已完成，观摩会也开了: the clauses that speak of something owed, apart from the rest of what is said by number.
 * Undefined where there are none. Pure.
 */
export function owedApart(
  lists: ReportScope[],
  owed: ReportScope[],
  text: string,
  today: Day,
): [rest: string, ofOwed: string] | undefined {
  const rivals = lists.flatMap((l) => l.items);
  const clauses = text.split(/(?<=[,，。;；\n])/u);
  const isNumbered = (clause: string) => findTaskRefs(fold(clause), 'explicit').length > 0;
  const isOfOwed = (clause: string) =>
    !isNumbered(clause) && owed.some((o) => isMeantBeside(rivals, o, clause, today));
  const [rest, apart] = [clauses.filter((c) => !isOfOwed(c)), clauses.filter(isOfOwed)];
  return apart.length > 0 && rest.some(isNumbered) ? [rest.join(''), apart.join('')] : undefined;
}

/** One word that is shared may tell more of the item before it (已签约3家), unless 也 begins another. */
function isMeantBeside(
  rivals: ReportScope['items'],
  owed: ReportScope,
  clause: string,
  today: Day,
): boolean {
  const least = /也|另外|还有/u.test(clause) ? 1 : 2;
  return namedByWords(rivals, owed, clause, today).some(({ scope, reading }) => {
    const index = indexTopics(scope.items);
    return reading.items.every(
      ({ no }) => touches(index, no, clause.replace(/\d+/gu, ' ')) >= least,
    );
  });
}
