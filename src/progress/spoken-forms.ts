import { addDays, type Day, daysInMonth, makeDay, splitDay } from '../calendar/county-time.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import type { ReplyInput } from './reading.ts';
import { type Edit, edited, type ReplyText } from './reply-text.ts';

/** 4.18发的, 11.8号, 6.13那天: a day with a point, where a day can stand and no measure follows. */
const POINTED = new RegExp(
  verbose`
    (?<![\d.])(?<month>1[0-2]|[1-9])\.(?<date>3[01]|[12]\d|0?[1-9])
    (?![\d.%万亿公米亩千百吨元个家户倍版])
    (?=号|日|那天|当天|\p{Script=Han}{0,4}(?:的|过|了)(?![\p{Script=Han}]{0,2}[万亿亩]))
  `,
  'gu',
);
/** 第二那个 for 第二项. */
const POINTED_AT = /(?<=第(?:\d{1,2}|[一二三四五六七八九十]{1,3}))[那这]个(?![月季年])/gu;
/** 办完1、2，3还在评: behind the comma stands a number with a state of its own, which no list before it has. */
const OF_ITS_OWN =
  /(?<=\d[、和与]\d{1,2})[,，]\s*(?<no>\d{1,2})(?=(?:还|没|未|尚|正在?|在|仍|暂|则|刚)\p{Script=Han})/gu;
const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天末]';
/** 1周五完成, 第2月底完成, 5年底兑付: an item right before its day; 第一周, 2月底, 5年 and 3号周五 have other meanings. */
const BEFORE_DAY = new RegExp(
  `(?<=^|[\\s,;。:、])(?:第(?<item>\\d{1,2}|[一二三四五六七八九十]{1,3})(?=${WEEKDAY}|[月年][底末])|(?<no>\\d{1,2})(?=${WEEKDAY}|年[底末]))`,
  'gu',
);
/** 1周五完成，2月底完成: in such a list 2 is an item too. */
const BEFORE_MONTH_END = /(?<=^|[\s,;。])(?<no>\d{1,2})(?=月[底末])/gu;
/** Days: how far back or ahead a day told without its year is looked for. */
const BACK = 92;
const AHEAD = 31;

/** Days and numbers as they are said aloud, written out: 4月18日发的, 第二项. Pure. */
export function spelledOut(
  reply: ReplyText,
  { refDate: ref, tasks }: Pick<ReplyInput, 'refDate' | 'tasks'>,
): ReplyText {
  const days = [...reply.text.matchAll(POINTED)].flatMap((m): Edit[] => {
    const [month, date] = [Number(m.groups?.month), Number(m.groups?.date)];
    if (!isNear(ref, month, date)) return [];
    const isClosed = /^[号日]/u.test(reply.text.slice(m.index + m[0].length));
    const text = `${month}月${date}${isClosed ? '' : '日'}`;
    return [{ at: m.index, length: m[0].length, text }];
  });
  const numbers = [...reply.text.matchAll(POINTED_AT)].map(
    (m): Edit => ({ at: m.index, length: m[0].length, text: '项' }),
  );
  const apart = [...reply.text.matchAll(OF_ITS_OWN)].map(
    (m): Edit => ({ at: m.index, length: m[0].length, text: `;第${m.groups?.no}项` }),
  );
  const itemsAt = (pattern: RegExp) =>
    [...reply.text.matchAll(pattern)].flatMap((m): Edit[] => {
      const no = readNumber(m.groups?.item ?? m.groups?.no ?? '');
      const isOpen = tasks.some((t) => t.no === no);
      return isOpen ? [{ at: m.index, length: m[0].length, text: `第${no}项` }] : [];
    });
  const sure = itemsAt(BEFORE_DAY);
  const items = sure.length > 0 ? [...sure, ...itemsAt(BEFORE_MONTH_END)] : sure;
  return edited(reply, [...days, ...numbers, ...apart, ...items]);
}

function isNear(ref: Day, month: number, date: number): boolean {
  const { year } = splitDay(ref);
  return [year - 1, year, year + 1].some((y) => {
    if (date > daysInMonth(y, month)) return false;
    const day = makeDay(y, month, date);
    return day >= addDays(ref, -BACK) && day <= addDays(ref, AHEAD);
  });
}
