import { splitDay } from '../calendar/county-time.ts';
import { LOG_LEVELS, type LogLevel } from '../log.ts';
import { readNumber } from '../text/number.ts';
import { type CommandRule, plain, rule, SP } from './command-rule.ts';
import type { AdminCommand } from './intent.ts';

const N = '(?<no>\\d{1,5}|[一二三四五六七八九十]{1,3})';
const LETTER = '(?:投诉建议|投诉|意见建议|建议|意见|(?:企业)?诉求)';
/** How long a level holds when nobody says. */
const MINUTES = 30;
const MOST_MINUTES = 24 * 60;

function answerOf(g: Record<string, string | undefined>): AdminCommand | undefined {
  const no = readNumber(g.no ?? '');
  const text = g.text?.trim();
  return no === undefined || !text ? undefined : { kind: 'answer-complaint', no, text };
}

function levelOf(g: Record<string, string | undefined>): AdminCommand | undefined {
  const level = LOG_LEVELS.find((l): l is LogLevel => l === g.level?.toLowerCase()) ?? 'debug';
  const count = readNumber(g.n ?? '') ?? undefined;
  const each = g.unit?.includes('小时') ? 60 : 1;
  const minutes = Math.min(Math.max(1, (count ?? MINUTES / each) * each), MOST_MINUTES);
  return { kind: 'log-level', level, minutes };
}

const FOR_A_WHILE = `(?:${SP}(?:持续|保持)?(?<n>\\d{1,4}|[一二三四五六七八九十]{1,3})${SP}个?(?<unit>分钟|小时))?`;

/** Orders of those who look after the bot: what people complain of, how much it sends, what it logs. */
export const CARE_RULES: readonly CommandRule[] = [
  rule(
    `(?:答复|回复|处理)${LETTER}${SP}(?:第|编号)?${SP}${N}${SP}号?${SP}[:,]?${SP}(?<text>\\S.*?)`,
    '答复投诉建议 3：已改到九点',
    answerOf,
  ),
  rule(
    `(?:答复|回复|处理)(?:第|编号)?${SP}${N}${SP}号?(?:的)?${LETTER}${SP}[:,]?${SP}(?<text>\\S.*?)`,
    '回复3号投诉建议：已改到九点',
    answerOf,
  ),
  rule(
    `(?:我们?|本)?(?:要|想)?(?:反映|提出|提交|提|登记|上报|报)?(?:一?[个条项件])?(?:企业|公司|我们?(?:公司|企业|厂))的?诉求(?:登记|上报|反映|如下)?(?:[:,\\s]+(?<text>\\S[\\s\\S]*?))?`,
    '企业诉求：用电容量不足，请协调增容',
    ({ text }) => ({ kind: 'complain', of: 'firm', text: text?.trim() ?? '' }),
  ),
  plain(
    '(?:查看|看看?|列出|有(?:哪些|什么|没有))?(?:收到(?:的|了)?)?(?:哪些|什么|全部|所有|未答复的?|待答复的?)?(?:企业)?诉求(?:清单|列表|台账|办理情况)|有(?:哪些|什么)(?:企业)?诉求|(?:查看|看看?|列出)(?:全部|所有)?(?:收到的)?(?:企业)?诉求',
    '企业诉求清单',
    { kind: 'list-complaints', of: 'firm' },
  ),
  plain(
    `(?:查看|看看?|列出|有(?:哪些|什么|没有))?(?:收到(?:的|了)?)?(?:哪些|什么|全部|所有|未答复的?|待答复的?)?${LETTER}(?:清单|列表|台账|箱里?有(?:什么|哪些))|(?:查看|看看?|列出)(?:全部|所有)?(?:收到的)?(?:投诉建议|投诉)|有(?:哪些|什么)(?:人)?(?:投诉建议|投诉)`,
    '投诉建议清单',
    { kind: 'list-complaints' },
  ),
  rule(
    `(?:查看|看看?|统计)?(?:(?<last>上个?月)|(?<this>本月|这个月)|(?<all>今年|全年|年初(?:以来|到现在))|(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月份?)?(?:的)?(?:减负(?:情况|报表|统计|报告|台账)|消息(?:发送|推送)(?:情况|统计|量)|(?<log>(?:消息|推送|发送|提醒|催办)的?(?:历史)?记录)|(?:一共|总共|共|都|已经?)?(?:发|推送?)了(?:多少|几)[条次]?(?:消息|提醒|催办)|(?:一共|总共|共|都|已经?)?(?:提醒|催办?|推送)了(?:多少|几)[次条回遍])`,
    '3月减负情况',
    (g, _, today) => {
      const now = splitDay(today);
      if (g.this || (g.log && !g.last && !g.all && !g.month))
        return { kind: 'burden', year: now.year, month: now.month };
      if (g.all) return { kind: 'burden', year: now.year };
      const month = g.month ? Number(g.month) : undefined;
      if (month !== undefined && (month < 1 || month > 12)) return undefined;
      // A month that has not come yet is last year's.
      if (month !== undefined)
        return {
          kind: 'burden',
          year: g.year ? Number(g.year) : month > now.month ? now.year - 1 : now.year,
          month,
        };
      return now.month === 1
        ? { kind: 'burden', year: now.year - 1, month: 12 }
        : { kind: 'burden', year: now.year, month: now.month - 1 };
    },
  ),
  rule(
    `(?:把)?日志(?:级别)?${SP}(?:改为|改成|调为|调成|调到|设为|设置为|切换到)?${SP}[:]?${SP}(?<level>debug|info|warn|error)${FOR_A_WHILE}`,
    '日志级别 debug 30分钟',
    levelOf,
  ),
  rule(`(?:打开|开启|启用)(?:调试|详细)日志${FOR_A_WHILE}`, '打开调试日志1小时', levelOf),
  plain(
    '(?:恢复|还原)日志(?:级别)?|日志(?:级别)?(?:恢复|还原)(?:默认|正常)?|(?:关闭|关掉)(?:调试|详细)日志',
    '恢复日志级别',
    { kind: 'log-level', level: 'info', minutes: 0 },
  ),
];
