import { readNumber } from '../text/number.ts';
import { isTurnedRound } from '../text/turned-round.ts';
import { fold } from './tidy.ts';

/** What is switched in the chat about digests and packs, and who is in charge of which units. Names are as written. */
export type SwitchOrder =
  | { kind: 'own-digest'; on: boolean }
  | { kind: 'leader-digest'; on?: boolean; at?: string }
  | { kind: 'dispatch'; on?: boolean; day?: number }
  | { kind: 'charge'; on: boolean; person: string; units: string[] }
  | { kind: 'charges' };

type Row = {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => SwitchOrder | undefined;
  example: string;
};

const ON = '开启|打开|恢复|开通|启用|继续|重新';
const OFF = '关闭|关掉|停止|停发|取消|停用|不再|不要再?|别再?';
const END = '[。.!\\s]*$';
const isOn = (word: string | undefined) => new RegExp(ON, 'u').test(word ?? '');

const clock = (hour: string | undefined, minute: string | undefined) => {
  const h = readNumber(hour ?? '');
  const m = minute === '半' ? 30 : minute ? readNumber(minute) : 0;
  if (h === undefined || m === undefined || h > 23 || m > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
};

export const SWITCH_RULES: readonly Row[] = [
  {
    pattern: new RegExp(
      `^(?<how>${ON}|${OFF})(?:给|向)?(?:各位)?领导(?:的)?(?:发|推送|发送)?(?:的)?(?:每月|月度|定时)?(?:汇总|小结|摘要)(?:推送|发送)?${END}`,
      'u',
    ),
    read: ({ how }) => ({ kind: 'leader-digest', on: isOn(how) }),
    example: '关闭领导汇总',
  },
  {
    pattern: new RegExp(
      `^领导(?:的)?(?:每月|月度)?汇总(?:的)?(?:时间|推送)*(?:改为|改到|改成|设为|定在|定为|调到)(?<pm>下午)?(?<hour>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[点时:](?<minute>半|\\d{1,2})?分?)${END}`,
      'u',
    ),
    read: ({ pm, hour, minute }) => {
      const read = readNumber(hour ?? '');
      const at = clock(pm && read !== undefined && read < 12 ? String(read + 12) : hour, minute);
      return at ? { kind: 'leader-digest', at } : undefined;
    },
    example: '领导汇总改为17点',
  },
  {
    pattern: new RegExp(
      `^(?<how>${ON}|${OFF})(?:给我|向我)?(?:接收|发送|推送|发)?(?:给我)?(?:每月|月度)(?:的)?(?:汇总|小结|摘要)(?:给我)?${END}`,
      'u',
    ),
    read: ({ how }) => ({ kind: 'own-digest', on: isOn(how) }),
    example: '恢复每月汇总',
  },
  {
    pattern: new RegExp(
      `^(?:以后|今后|请)?(?:每(?:天|日|个?月|周|个?星期)|定期|定时)(?:都|就)?(?:自动)?(?:给|向)我(?:发送?|报|推送?|来)一?(?:次|下|份|个)?(?:全县)?(?:的)?(?:工作|任务)?(?:进[度展]|汇总|小结|情况|简报)${END}`,
      'u',
    ),
    read: () => ({ kind: 'own-digest', on: true }),
    example: '以后每周给我发一次进度',
  },
  {
    pattern: new RegExp(
      `^(?:请|以后|今后)*(?:不要|别|不用|不必|少)(?:再|老是?|总是?|一直|天天|经常)*(?:给|向)我(?:发送?|推送?|弹)(?:这些|那么多)?(?:消息|通知|提醒|东西|汇总)?了?${END}`,
      'u',
    ),
    read: () => ({ kind: 'own-digest', on: false }),
    example: '别老给我发消息',
  },
  {
    pattern: new RegExp(
      `^(?<how>${ON}|${OFF})(?:自动)?(?:发送?|推送)?(?:每月)?调度(?:会)?材料(?:的)?(?:自动)?(?:推送|发送)?${END}`,
      'u',
    ),
    read: ({ how }) => ({ kind: 'dispatch', on: isOn(how) }),
    example: '关闭调度材料推送',
  },
  {
    pattern: new RegExp(
      `^(?:月度)?调度会?(?:时间|日期|日)?(?:改为|改到|改成|定在|定为|设为|调到)(?:每月)?(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[号日]${END}`,
      'u',
    ),
    read: ({ day }) => {
      const n = readNumber(day ?? '');
      return n !== undefined && n >= 1 && n <= 31 ? { kind: 'dispatch', day: n } : undefined;
    },
    example: '调度会改为每月28日',
  },
  {
    pattern: new RegExp(
      `^(?:查看|看看)?(?:领导)?分管(?:情况|单位|表|分工|名单)(?:一览)?[?]?${END}`,
      'u',
    ),
    read: () => ({ kind: 'charges' }),
    example: '分管情况',
  },
  {
    pattern: new RegExp(
      `^(?<off>取消|不再|撤销|去掉)?(?:设置|设定|请|由|将|把|安排)?\\s*(?<person>[\\p{Script=Han}·]{2,6}?)(?:同志)?\\s*(?<ended>不再)?(?:负责)?分管\\s*(?<units>[\\p{Script=Han}、,，和 ]{2,200}?)(?:等)?(?:单位)?${END}`,
      'u',
    ),
    read: ({ off, ended, person, units }) => {
      if (!person || !units || /谁|哪|什么|吗|怎/u.test(`${person}${units}`)) return undefined;
      if (isTurnedRound(person)) return undefined;
      const names = units.split(
        /[、,，\s]+|和(?=\p{Script=Han}{2,}(?:局|办|委|区|镇|乡|中心|公司))/u,
      );
      return {
        kind: 'charge',
        on: !off && !ended,
        person,
        units: names.filter((n) => n.length >= 2),
      };
    },
    example: '设置顾怀瑾分管科技经信局、开发区',
  },
];

/** The switch a message turns, or undefined. */
export function readSwitchOrder(message: string): SwitchOrder | undefined {
  const text = fold(message);
  for (const { pattern, read } of SWITCH_RULES) {
    const m = pattern.exec(text);
    const order = m && read(m.groups ?? {});
    if (order) return order;
  }
  return undefined;
}
