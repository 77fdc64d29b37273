import { type Day, splitDay } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import { findNoSuchPeriod } from '../calendar/no-such-period.ts';
import { joinPeriods, range } from '../calendar/period.ts';
import type { PackKind } from '../papers/packs.ts';
import { asks } from '../text/asks.ts';
import { verbose } from '../text/verbose.ts';
import { tidy } from './tidy.ts';

/** A paper about all of the county that somebody asks for. */
export type PackOrder = { kind: PackKind; year: number; months: number[] };

/** 关闭调度材料推送 switches, 第2项总结材料已报送 reports. */
const NO_ORDER = /关闭|开启|打开|停止|停用|恢复|推送|启用|第[\d一二三四五六七八九十]+项/u;

const DISPATCH = /调度会?(?:的)?(?:材料|资料|汇报材料|汇报|清单|专报)|月30(?:的)?(?:材料|资料)/u;
const NEXT_PLAN = verbose`
  (?:明年|下(?:一)?年度?|来年|次年|(?<year>20\d{2})年度?)(?:的)?(?:重点|年度)?(?:工作)?
  (?:计划|任务清单)(?:的)?(?:草稿|草案|初稿|底稿)
  |(?:起草|草拟|生成|拟写?|列出?)(?:一[份个])?(?:明年|下(?:一)?年度?|来年)(?:的)?
  (?:重点|年度)?(?:工作)?计划
`;
const SUMMING_UP = verbose`
  ^(?:请|帮我)?(?:起草|生成|导出|草拟|写|出|准备|拟)?(?:一[份个])?.{0,8}?
  (?:年终|年度|全年|年底|半年|季度|季|月度|月份?)(?:重点)?(?:工作)?总结(?:的)?
  (?:草稿|初稿|材料|报告)?(?:发我|给我|发给我|一下)?[。.]?$
`;

/** 我们局上半年总结 is about one unit: another file. */
const OF_A_UNIT =
  /我们?|本(?:局|单位|镇|办)|(?:局|委|镇|乡|区|办|中心|公司)的?(?=.{0,6}(?:年|季|月))/u;

/** Reads 调度材料, 3月调度材料, 一季度调度材料, 明年计划草稿, 年终总结; undefined for anything else. */
export function readPackOrder(message: string, today: Day): PackOrder | undefined {
  const text = tidy(message);
  if (text.length > 40 || asks(text) || NO_ORDER.test(text)) return undefined;
  if (findNoSuchPeriod(text)) return undefined;
  const next = NEXT_PLAN.exec(text);
  if (next) {
    const named = next.groups?.year ? Number(next.groups.year) - 1 : splitDay(today).year;
    return { kind: 'next-plan', year: named, months: range(1, 12) };
  }
  if (DISPATCH.test(text)) return { kind: 'dispatch', ...periodOf(text, today) };
  if (SUMMING_UP.test(text) && !OF_A_UNIT.test(text))
    return { kind: 'report', ...periodOf(text, today) };
  return undefined;
}

/** The months named; 季度, 半年 and 年 without a number mean the running ones, nothing the running month. */
function periodOf(text: string, today: Day): { year: number; months: number[] } {
  const named = joinPeriods(findPeriods(text, today));
  if (named) return { year: named.year, months: named.months };
  const { year, month } = splitDay(today);
  if (/年终|年度|全年|年底/u.test(text)) return { year, months: range(1, 12) };
  if (/半年/u.test(text)) return { year, months: month <= 6 ? range(1, 6) : range(7, 12) };
  if (/季/u.test(text)) {
    const first = month - ((month - 1) % 3);
    return { year, months: range(first, first + 2) };
  }
  return { year, months: [month] };
}
