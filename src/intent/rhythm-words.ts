import { splitDay } from '../calendar/county-time.ts';
import type { Rhythm } from '../remind/rhythm.ts';
import { asks } from '../text/asks.ts';
import { readNumber } from '../text/number.ts';
import { type CommandRule, type Groups, plain, rule } from './command-rule.ts';
import type { AdminCommand } from './intent.ts';

const WHICH = '(?<which>本月|这个?月|下个?月)?';
const WHICH2 = '(?<which2>本月|这个?月|下个?月)?';

function heldMonth({ what, month }: Groups): AdminCommand | undefined {
  const n = readNumber(month ?? '');
  return n !== undefined && n >= 1 && n <= 12
    ? { kind: 'hold-month', month: n, hold: !/恢复|继续/u.test(what ?? '') }
    : undefined;
}

const REST =
  '(?:周末|双休日?|(?:周|星期|礼拜)[六日天]|节假日|法定假日|假期|放假|休息(?:日|时间)|晚上|夜里|夜间|半夜|下班(?:以?后|时间)?|非工作(?:日|时间))';
const NOT = '(?:别|不要|不用|不必|不准|勿|不能|能不能不|可不可以不|不)';
/** Whatever else is sent or pushed on, 发补贴, 推进施工, is no matter of the bot's. */
const SENDS =
  '(?:(?:提醒|催办?|推送?|打扰)(?:消息|通知|卡片|任务|我们|大家|人)?|发(?:消息|通知|卡片|东西|提醒|催办|推送)?)(?:了|啊|吧|呀|嘛|吗|么|啦|呢)*(?:[?？。!！]|$)';

/** Orders about the rhythm that do not say 设置 or 改. */
export const RHYTHM_RULES: readonly CommandRule[] = [
  plain(
    `(?:以后|今后)?${REST}(?:[、和及]${REST})*(?:的?时候|期间|时)?(?:系统|机器人)?(?:就|都|也|还|请)*(?:${NOT}|会不会|会|能不能|还)再?(?:给我们?|给大家|给各?单位|给人)?${SENDS}|(?:以后|今后)?(?:请)?${NOT}再?(?:在)?${REST}(?:的?时候|期间|里)?再?(?:给我们?|给大家|给各?单位)?${SENDS}`,
    '周末别发提醒',
    { kind: 'rest-days' },
  ),
  plain(
    '(?:查看|看|看下|看看|看一下)?(?:现在|目前|我们)?的?(?:提醒|催办|推送)的?(?:节奏|频次|频率|规则|规矩|时间)(?:设置)?(?:现在|目前)?(?:是什么(?:样)?的?|是怎样的?|怎么(?:定|设|安排)的?|有哪些)?[?]?',
    '提醒节奏',
    { kind: 'set-reminder' },
  ),
  rule(
    `(?:先|暂时)?(?<what>暂缓|暂停|缓发|先不发|不发|恢复|继续)(?:发送|发)?(?<month>\\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:的)?(?:任务)?(?:提醒|卡片|任务卡片|推送)(?:的?发送)?`,
    '暂缓4月提醒',
    heldMonth,
  ),
  rule(
    `(?:把|将)?(?<month>\\d{1,2}|[一二三四五六七八九十]{1,3})月份?的?(?:任务|月度)*(?:提醒|卡片|任务卡片|推送)(?:先|暂时|暂)*(?<what>暂缓|暂停|缓发|不发|恢复|继续)(?:发送?|一下)?`,
    '4月份的提醒暂缓',
    heldMonth,
  ),
  rule(
    `(?:先|暂时)?(?:把|将)?(?:(?:暂缓|缓发|推迟|延后|缓一缓|压一压)(?:一下)?(?:发送|发)?${WHICH}(?:各单位)?的?(?:任务|月度)*(?:提醒|卡片|任务卡片|推送|催办)(?:的?发送)?|${WHICH2}(?:各单位)?的?(?:任务|月度)*(?:提醒|卡片|任务卡片|推送|催办)(?:的?发送)?(?:先|暂时)?(?:暂缓|缓发|推迟|延后|缓一缓|压一压|先不发|不发)(?:一下)?)`,
    '暂缓提醒',
    ({ which, which2 }, _, today) => {
      const { month } = splitDay(today);
      const said = which || which2;
      if (!said) return { kind: 'hold-month', hold: true };
      return { kind: 'hold-month', hold: true, month: /下/u.test(said) ? (month % 12) + 1 : month };
    },
  ),
  {
    pattern: /^(?=.*(?:到期|期限|截止)(?:日|之)?(?:前|后|当天|当日))(?=.*(?:提醒|催办?)).{4,60}$/u,
    read: (_, { text }) =>
      asks(text) || Object.keys(readRhythmWords(text)).length === 0
        ? undefined
        : { kind: 'set-reminder' },
    example: '到期前5天、2天提醒',
  },
  plain(
    '(?:(?:把)?每月汇总(?:日期)?(?:改|调|设|定)(?:到|为|成|在)|每月)(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:给督办人员|向督办人员|给我们?)?(?:发)?(?:汇总|小结)?|(?:不发|取消|关闭|停发|不要|别发)(?:了)?每月(?:的)?(?:汇总|小结)(?:了)?|每月(?:的)?(?:汇总|小结)(?:不发了?|取消|关闭|停发)',
    '每月20日汇总',
    { kind: 'set-reminder' },
  ),
];

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const LIST = `(${N}(?:[天日]?(?:[、,和及]|以及)(?:第)?${N})*)`;

type Part = { pattern: RegExp; read: (m: RegExpExecArray) => Partial<Rhythm>; example: string };

const PARTS: readonly Part[] = [
  {
    pattern: /(?:到期|期限|截止)(?:日|之)?前(?:不|不再|不用|无需)(?:提醒|催)/u,
    read: () => ({ before: [] }),
    example: '到期前不提醒',
  },
  {
    pattern: new RegExp(
      `(?:到期|期限|截止)(?:日|之)?前(?:的?提醒)?[^，。\\d一二三四五六七八九十]{0,8}${LIST}[天日]`,
      'u',
    ),
    read: (m) => ({ before: numbers(m[1]).sort((a, b) => b - a) }),
    example: '到期前5天、2天提醒',
  },
  {
    pattern: /(?:到期|期限|截止)(?:日)?(?:当天|当日)(?<not>不|不再|不用|无需)?/u,
    read: (m) => ({ onDue: m.groups?.not === undefined }),
    example: '到期当天不提醒',
  },
  {
    pattern: /(?:到期|期限|截止|逾期)(?:日|之)?后(?:不|不再|不用|无需)(?:提醒|催)/u,
    read: () => ({ after: [] }),
    example: '到期后不再提醒',
  },
  {
    pattern: new RegExp(
      `(?:到期|期限|截止|逾期)(?:日|之)?后(?:的?提醒)?[^，。\\d一二三四五六七八九十]{0,8}${LIST}[天日]`,
      'u',
    ),
    read: (m) => ({ after: numbers(m[1]).sort((a, b) => a - b) }),
    example: '到期后第1、5、12天提醒',
  },
  {
    pattern:
      /(?:不发|取消|关闭|停发|不要|别发)了?每月的?(?:汇总|小结)|每月的?(?:汇总|小结)(?:不发|取消|关闭|停发)/u,
    read: () => ({ digestDay: 0 }),
    example: '不发每月汇总',
  },
  {
    pattern: new RegExp(
      `(?:汇总|小结)[^，。]{0,8}?(${N})[日号]|每月(${N})[日号][^，。]{0,8}(?:汇总|小结)`,
      'u',
    ),
    read: (m) => ({ digestDay: numbers(m[1] ?? m[2])[0] ?? 0 }),
    example: '每月20日汇总',
  },
];

/** Which of the two other hours a time is meant for; without one it is that of the month cards. */
export function hourOf(text: string): 'eveAt' | 'nudgeAt' | 'cardAt' {
  if (/预告/u.test(text)) return 'eveAt';
  return /(?:到期|期限|催办)(?:的)?(?:提醒)?(?:时间)?/u.test(text) ? 'nudgeAt' : 'cardAt';
}

/** What a sentence says of the days of the rhythm; empty where it says nothing of them. Pure. */
export function readRhythmWords(text: string): Partial<Rhythm> {
  return Object.assign(
    {},
    ...PARTS.toReversed().map(({ pattern, read }) => {
      const m = pattern.exec(text);
      return m ? read(m) : {};
    }),
  );
}

function numbers(list: string | undefined): number[] {
  const found = (list ?? '').match(new RegExp(N, 'gu')) ?? [];
  return [...new Set(found.flatMap((n) => readNumber(n) ?? []))];
}
