import type { Day } from '../calendar/county-time.ts';
import { type DatePhrase, findDatePhrases } from '../calendar/date-phrase.ts';
import { findNoSuchDay } from '../calendar/no-such-day.ts';
import { fold } from '../text/fold.ts';

/** A date of an order; `isWhole`: a month, and no day of it. */
type Named = DatePhrase & { isWhole: boolean };

const LABEL =
  '(?:务必|必须|确保|要求|须|需|应|请)*(?:于|在)?(?:(?:完成|办结)?(?:时限|期限)|(?:完成|办结)时间|截止(?:时间|日期)?|截至|时间节点|限期?|最晚|最迟|不(?:得)?[晚迟]于|务必|必须|确保|要求)(?:要求)?[:：为是到在至于]*\\s*';
const BEHIND = '(?:务必|必须|须|需)?(?:全面|全部)?(?:完成|办结|办完|做完|完工|到位)?';
/** A clause that holds a deadline and nothing else: 期限12月20日, 限12月20日, 月底前完成, （12月中旬）. */
const CLAUSE = new RegExp(
  `(?:^|[\\s,，;；。]+|(?<=[(（]))(?<label>${LABEL})?(?<when>[^,，;；。()（）\\s]{2,14}?)${BEHIND}(?=$|[\\s,，;；。)）])`,
  'gu',
);
/** 月底前, 中旬, 20号前: a day of the month that the task stands in. */
const OF_ITS_MONTH = /^(?:当月|月)?(?=底|末|[上中下]旬|\d{1,2}[日号])/u;

const ofMonth = (text: string, month: Named | undefined) =>
  month?.isWhole ? text.replace(OF_ITS_MONTH, month.text) : text;

/** 召开座谈会，20号前报结果: a clause that opens with a day; 梳理12月20日前到期的合同 gives none. */
export function dateOfClause(text: string, month: Named, refDate: Day): Named | undefined {
  for (const clause of text.split(/[,，;；。\s]+/u)) {
    const date = dateAtStart(ofMonth(fold(clause), month), refDate);
    if (date && !date.isWhole) return date;
  }
  return undefined;
}

/** The date with which a text begins. */
export function dateAtStart(text: string, refDate: Day): Named | undefined {
  const [first] = findDatePhrases(fold(text), refDate);
  return first?.at === 0 ? named(first) : undefined;
}

/** The first date of a text, wherever it stands. */
export function dateIn(text: string, refDate: Day): Named | undefined {
  const first = findDatePhrases(fold(text), refDate).find(({ precision }) =>
    ['day', 'week', 'month'].includes(precision),
  );
  return first && named(first);
}

const named = (date: DatePhrase): Named => ({
  ...date,
  isWhole: date.precision === 'month' && /月份?$/u.test(date.text),
});

/**
 * Takes the deadline of a new task out of its words: the clause that holds nothing else. `noSuchDay` where it names a day
 * that no calendar has. Pure.
 */
export function takeDeadline(
  said: string,
  refDate: Day,
): { rest: string; when?: Named; noSuchDay?: string } {
  const month = dateAtStart(said, refDate);
  for (const m of said.matchAll(CLAUSE)) {
    const { label, when = '' } = m.groups ?? {};
    const inMonth = ofMonth(fold(when), month);
    const date = dateAtStart(inMonth, refDate);
    const rest = `${said.slice(0, m.index)} ${said.slice(m.index + m[0].length)}`;
    if (date?.text === inMonth && (label || !date.isWhole))
      return { rest: rest.replace(/[(（][\s,，;；]*[)）]/u, ' '), when: date };
    const noSuchDay = findNoSuchDay(inMonth, refDate);
    if (label && noSuchDay) return { rest, noSuchDay };
  }
  return { rest: said };
}
