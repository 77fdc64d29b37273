import { type Day, splitDay } from '../calendar/county-time.ts';
import { findDatePhrases } from '../calendar/date-phrase.ts';
import { joinPeriods } from '../calendar/period.ts';
import { asks } from '../text/asks.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { type CommandRule, plain, rule } from './command-rule.ts';
import type { AdminCommand } from './intent.ts';
import { PERIOD, UNIT } from './marks.ts';
import { PEOPLE_RULES } from './people-rules.ts';
import { RHYTHM_RULES } from './rhythm-words.ts';
import { SENT_TO_ME } from './sent-to-me.ts';
import type { Sentence } from './sentence.ts';
import { readStatus } from './status-words.ts';
import { STOP_RULE, stopsReminding } from './stop-reminding.ts';
import { UNDO_RULES } from './undo-rules.ts';

const BUTTONS: CommandRule[] = [
  plain(
    '(?:确认|确定)?发布(?:一下)?(?:这个|该|新|今年|本年度?|年度|工作|\\d{4}年度?|的)*(?:计划|工作计划|任务|计划表|草案|草稿)?|(?:把)?(?:这个|新|年度)?(?:工作)?计划(?:表)?(?:正式)?发布(?:出去|一下|了)?',
    '发布计划',
    { kind: 'publish' },
  ),
  plain(
    '确认(?:一下|无误|导入|提交|保存|没问题|登记|记录|执行|发送)?|确定|没错|对的?|是的?|没问题,?(?:确认|提交)|就这样(?:吧|提交)?|无误',
    '确认',
    { kind: 'confirm' },
  ),
  plain(
    '放弃(?:导入|这次|本次|草稿|修改|这份|发布|计划)*|不(?:发布|导入|保存|提交|确认)了?|作废(?:草稿|这份|本次)?|丢弃(?:草稿)?|取消(?:导入|发布|确认|草稿)?|不要(?:这份|这个)了?|删(?:除|掉)(?:草稿|这份)',
    '放弃导入',
    { kind: 'discard' },
  ),
  plain(
    '(?:那|还是)?算了[吧啦]?(?:[,。\\s]*(?:先|还是|暂时|就)?(?:不|别|不要|不用)(?:再)?(?:发送?|发出去?|送|改|弄|办|催|提醒|要))?|(?:先|还是|暂时|就)*(?:不|别|不要|不用)(?:再)?(?:发送?|发出去?|送出去?|改|弄)|不(?:取消|撤|延|动)了|不用|不要',
    '算了，不发了',
    { kind: 'drop' },
  ),
];

const DAY_OF_PREVIEW =
  '(?<when>(?:(?:\\d{4}年)?\\d{1,2}月)?\\d{1,2}[日号]|今天|明天|后天|下?周[一二三四五六日])';

const PUSHES: CommandRule[] = [
  rule(
    `(?:查看|看|看下|看看|看一下)?(?:(?:提醒|催办|推送)(?:的)?预览\\s*${DAY_OF_PREVIEW}|${DAY_OF_PREVIEW.replace('when', 'when2')}的?(?:会|要|将|应该?)?(?:提醒|催|推送)(?:给)?(?:哪些|哪几个|谁|什么)(?:人|单位)?[?]?|预览(?:一下)?${DAY_OF_PREVIEW.replace('when', 'when3')}的?(?:提醒|催办|推送))`,
    '12月18号会提醒谁',
    ({ when, when2, when3 }, _, today) => {
      const [day] = findDatePhrases(when ?? when2 ?? when3 ?? '', today);
      return day ? { kind: 'remind-preview', on: day.end } : undefined;
    },
  ),
  plain(
    '(?:这|近|最近|接下来|往后)(?:几|两|三)?(?:天|日|周)?(?:都|会|要|还|该|将)*(?:提醒|催|推送)(?:给)?(?:哪些|哪几个|谁|什么)(?:人|单位)?[?]?',
    '这几天都要提醒谁',
    { kind: 'remind-preview' },
  ),
  plain(
    '(?:先|暂时|临时)?(?:把)?(?:暂停|停止|关闭|关掉|关了|停掉|停了|停|取消|关|屏蔽)(?:一下|掉|了)?(?:所有|自动|每月|每天|本群|全部|的|各单位|给我|对我)*(?:推送|提醒|催办|通知|消息|定时任务|发送|机器人)(?:功能|消息)?|(?:今天|明天|这周|最近|这几天|暂时|先)*(?:别|不要|不用|停止|不)(?:再)?(?:给我|向我|往群里|往这里|自动)?(?:推送?|发消息)了?|(?:推送|提醒|催办)(?:功能)?(?:先)?(?:暂停|停一停|停掉|关掉|关闭|停了|停一下|关一下)',
    '暂停推送',
    { kind: 'pause' },
  ),
  plain(
    '(?:把)?(?:恢复|重新开启|重启|打开|开启|继续|重新打开|开通|启用)(?:一下)?(?:所有|自动|每月|本群|全部|的)*(?:推送|提醒|催办|通知|消息|发送)(?:功能)?|(?:推送|提醒|催办)(?:功能)?(?:恢复|打开|开启|继续|重新打开)(?:一下)?',
    '恢复推送',
    { kind: 'resume' },
  ),
  STOP_RULE,
  plain(
    '(?:查看|看|看下|看看|看一下)?(?:\\d{1,2}月|本月)?(?:提醒|催办|推送|催办名单)(?:的)?(?:预览|名单|计划|安排|情况)|预览(?:一下)?(?:提醒|催办|推送)|(?:下次|下一次|这次|月底|今天|明天)(?:会|要|将)?(?:提醒|催|推送)(?:哪些|谁|什么)(?:人|单位)?|(?:下次|下一次|这次)?的?(?:会|要)?(?:提醒|催|推送)(?:给|要?发给|会发给)?(?:哪些单位|哪些人|谁)|(?:看一?下|看看|查看?)(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?(?:会|要)(?:提醒|催)(?:哪些单位|哪些人|谁)',
    '提醒预览',
    { kind: 'remind-preview' },
  ),
  plain(
    '(?:查看|看|看下|看看|看一下|查|查一下|列出)?(?:今年|明年|本年度?|\\d{4}年?度?)?(?:的)?(?:节假日|放假|放假调休|调休|节假日调休|工作日历|工作日|假期|日历)(?:的)?(?:安排|情况|表|日历|时间|有哪些)?(?:是什么|怎么样|到哪年|知道到哪年)?',
    '放假安排',
    { kind: 'calendar' },
  ),
  plain(
    '(?:请问)?(?:今年|明年)?(?:的)?(?:元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|十一)(?:怎么|如何|哪天|哪几天|几号|什么时候|是)*(?:放假|调休|休息|上班|放)(?:安排)?(?:怎么|几天|哪几天|是)*[?]?',
    '今年国庆怎么调休',
    { kind: 'calendar' },
  ),
  {
    pattern: verbose`
      ^(?=.*(?:提醒|催办|推送|催报|催收|任务卡片))
      (?=.*(?:设置?|改|调|定|每[天周月]|每个|提前|修改|变更|调整|换))(?!
        .*(?:
          联络员|[?]|吗|哪|什么时候|几号|几点
          |(?:没有?|未|不|不要|不用|不能|别|已经?)再?(?:设|改|调整|定|变更|修改|换)
        )
      )(?:.*(?:时间|日期|[点号日时天]|早上|上午|下午|周[一二三四五]|频率|次数|规则|设置))
    `,
    read: (_, { text }) => ({ kind: 'set-reminder', ...dayOf(text), ...timeOf(text) }),
    example: '设置提醒时间为每月25日上午9点',
  },
];

function dayOf(text: string): { day?: number } {
  const m = /(\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?!志|常)/.exec(text);
  const day = m && readNumber(m[1] ?? '');
  return day && day >= 1 && day <= 31 ? { day } : {};
}

function timeOf(text: string): { time?: string } {
  const m =
    /(上午|早上|早晨|下午|晚上|傍晚|中午)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:[点时:](半|\d{1,2}|[一二三四五六]?十[五]?)?分?)/.exec(
      text,
    );
  const hour = m && readNumber(m[2] ?? '');
  if (!m || hour === undefined || hour === null || hour > 24) return {};
  const minute = m[3] === '半' ? 30 : (readNumber(m[3] ?? '0') ?? 0);
  const h = /下午|晚上|傍晚/.test(m[1] ?? '') && hour < 12 ? hour + 12 : hour;
  return { time: `${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

const PLAN: CommandRule[] = [
  plain(
    '(?:我|我们?(?:局|单位|镇)?|本单位)?(?:还|现在|目前)*(?:欠|欠着)(?:些)?(?:什么|啥|哪些|多少|几项)(?:没(?:有)?(?:报|交|反馈|填|完成|做完?)的?|账|任务)*|我(?:还)?(?:有)(?:什么|哪些|啥)(?:没(?:有)?(?:报|交|反馈|填)的?|任务|待办)*|我的(?:任务|待办|工作|清单|待办事项|未完成任务)(?:清单|列表)?|(?:我们?|咱们?)?(?:今[天日]|现在|目前|最近|眼下|手[头上])*(?:还)?有(?:什么|啥|哪些)(?:要紧|重要|急)?的?(?:事情?|活儿?)(?:要(?:我们?)?(?:办|做|处理|报))?',
    '我还欠什么',
    { kind: 'my-open-items' },
  ),
  ...SENT_TO_ME.map((pattern) =>
    plain(pattern, '把我的任务再发一遍', { kind: 'my-open-items' as const }),
  ),
  plain(
    '(?:查看|看|看下|看看)?(?:工作)?计划(?:的)?(?:情况|状态|概况|发布了吗|发布了没有|发布情况|导入情况)(?:怎么样|如何)?|(?:现在|目前)?(?:用的|生效的)?(?:是)?哪(?:个|份)计划|有(?:几|哪些|哪几)(?:个|份)?计划',
    '计划情况',
    { kind: 'plan-status' },
  ),
  plain(
    '(?:请|帮我)?(?:再)?(?:查看?|看|打开|预览|显示|列出)(?:一?下|一遍|看)?(?:刚才|刚刚|刚|上次|这份|那份|导入|上传|发|读出|今年|本年度?|年度|全年|现在|目前|的)*(?:重点)?(?:工作)?(?:计划|草稿)(?:的)?(?:表|清单|列表|内容|明细|全文|预览|草稿)?|(?:计划|草稿)(?:预览|内容|明细)|把?(?:刚才|刚刚|刚|上次)?(?:导入|上传|发)?的?(?:工作)?(?:计划|草稿|预览)(?:卡片)?再?(?:发|给|显示)(?:我|一下|出来)*(?:看看|看一下|一遍|看)?',
    '查看计划',
    { kind: 'view-plan' },
  ),
  {
    pattern: new RegExp(
      verbose`
        ^(?!
          .*(?:
            怎么|如何|咋|吗[?]?$|在?哪|什么|谁|多少|几|有没有|[没未]有?(?:导入|录入|上传|更新)
          )
        ).*(?:
          (?:
            导入|录入|载入|上传|更新|替换|导进|导到|录进|录到|读取|识别|解析|入库|存一下|收录
          ).*(?:计划|任务|明细表|工作表|方案|文件|表|附件|word|excel|文档)
          |(?:计划|任务表|明细表|工作表|表|附件|文件|文档|方案).*(?:
            导入|录入|载入|上传|更新一下|替换|导进|录进|录到|导一下|录一下|收录|读一下|解析
            |读进去|入库|加进去
          )
        )
      `,
      'iu',
    ),
    read: (_, { text }) =>
      /导入了没有|录入了没有/.test(text) ? undefined : { kind: 'import-plan' },
    example: '工作计划发你了，导入一下',
  },
  rule('(?:导入|录入)(?:一下)?', '导入', () => ({ kind: 'import-plan' })),
  rule(
    '(?:新增|添加|增加|加|补充|追加|再加|临时加|插入|加上)(?:一下)?(?:一?[项个条]|\\d+[项个条])?(?:新的?|临时|重点)?(?:\\d+月份?的?|本月|下月|这个月)?(?:任务|工作|事项|工作任务|重点工作)(?:[:,\\s](?<text>.+))?',
    '新增一项任务：召开企业座谈会',
    (g) => ({
      kind: 'add-task',
      text: g.text?.trim() ?? '',
    }),
  ),
  {
    pattern: verbose`
      ^(?:我要|我想|要|想)?(?:提(?:个|一个|点|条)?)?(?<what>
        投诉建议|投诉|意见建议|意见反馈|建议(?=$|[:,\s]|提醒|把|能|以后|增加|改)|吐槽|意见箱
      )(?:一下)?[:,\s]*(?<text>.*)$
    `,
    read: (g) => ({ kind: 'complain', text: (g.text ?? '').trim() }),
    example: '投诉建议 提醒发得太早',
  },
  {
    // A plea about the load is no question about a task: it is shown where such things go.
    pattern: verbose`
      ^(?!.*(?:完成|办结|推进|企业|第[\d一二三四五六七八九十]+[项条])).*
      (?:任务|工作|事情|活儿?|指标|报表|材料|提醒|消息).*(?:太|过于?|这么|那么|好)
      (?:多|重|密|频繁|勤).*(?:能不能|能否|可不可以|可否|希望|麻烦|请)[^?]{0,6}(?:
        少(?:派|安排|分|给|压|发|报|一?[点些])|减(?:轻|少|掉|一?[点些])
        |别再?(?:派|安排|压|加)
      )
    `,
    read: () => ({ kind: 'complain', text: '' }),
    example: '这个月任务太重了，能不能少派点',
  },
  {
    pattern: /^(?:我要|我想)提(?:个|一个|点|条)?(?:意见|建议)[:,\s]*(?<text>.*)$/,
    read: (g) => ({ kind: 'complain', text: (g.text ?? '').trim() }),
    example: '我想提个意见：提醒发得太早',
  },
];

const NUDGES: CommandRule[] = [
  {
    pattern: verbose`
      (?:^|[,把将对给让])[^?]*?(?:再)?(?:
        催(?:一?[催下报遍次轮]|[他她它]们?|一催|$)|催促|催办|催收|督促|督办一下
        |提醒(?!预览|时间|我|设置|名单|功能)|敲打|点一?下名
        |通知(?!书|里|上|文件|精神|要求|什么|的)
        |发(?:个|一个|一下|一遍|一次)?(?:提醒|通知|催办)|重发|再发一[遍次下]|补发|下发提醒
        |(?:下?发|推送?)(?:到|给|至)(?:各|相关|牵头|责任|有关)(?:个)?(?:单位|部门|乡镇)
        |叫.{1,8}(?:抓紧|尽快|赶紧)
        |让.{1,10}(?:抓紧|尽快|赶紧|赶快|报(?:一下)?(?:进[度展]|情况))
      )
    `,
    read: (_, s, today) =>
      asks(s.text.replace(/哪些(?:没|未|还没)|(?<=[的那这])几[项个家]/g, '')) ||
      stopsReminding(s.marked)
        ? undefined
        : resend(s, today),
    example: '把5月的任务再催一下',
  },
  {
    pattern: verbose`
      ^(?:请|要求|烦请|望)(?:[^,。?]{0,4})(?:各个?|全体|所有|相关|有关)(?:牵头|责任|配合)*
      (?:单位|部门|乡镇|股室)[^?]{0,24}?
      (?:报(?:上来|一下|送|来)|上报|填报|反馈|报(?:一下)?.{0,6}(?:进[展度]|情况))
    `,
    // Days are by when they report, not what of.
    read: (_, s, today) =>
      asks(s.text)
        ? undefined
        : resend({ ...s, periods: s.periods.filter((p) => !p.window) }, today),
    example: '请各单位周五前把进展报上来',
  },
  {
    pattern: /催/,
    read: (_, s, today) => (NUDGES_UNITS.test(s.marked) ? resend(s, today) : undefined),
    example: '再催财政局',
  },
];

const WHOM = `(?:${UNIT}|(?:各个?|所有|全部|全体|相关)(?:单位|部门|乡镇|家)|大家|他们)`;
const MATTER = '(?:(?:任务|工作|进[展度]|情况|材料)(?:情况)?)';
/** Whom to nudge and of when, and that they report; nothing else. */
const NUDGES_UNITS = new RegExp(
  `^(?:${PERIOD}的?${MATTER}?)?[,]?(?:请|麻烦)?(?:帮我)?(?:再|继续|去|还得|要)*催(?:一?下)?\\s*(?:${PERIOD}的?)?${WHOM}(?:${WHOM}|${PERIOD}|${MATTER}|[,、和与跟及的吧把将再都\\s]|抓紧|尽快|赶紧|赶快|快点|按时|上来|报送?|上报|填报?|反馈|回复|交|一?下)*[.。!]?$`,
  'u',
);

function resend(s: Sentence, today: Day): AdminCommand {
  const period = joinPeriods(s.periods);
  return {
    kind: 'resend',
    year: period?.year ?? splitDay(today).year,
    months: period?.months ?? null,
    units: [...new Set(s.units.map((u) => u.name))],
    status: readStatus(s.marked),
  };
}

/** Every order and how it is given. The first row that fits is taken. */
export const COMMAND_RULES: readonly CommandRule[] = [
  ...UNDO_RULES,
  ...BUTTONS,
  ...PEOPLE_RULES,
  ...RHYTHM_RULES,
  ...PUSHES,
  ...PLAN,
  ...NUDGES,
];
