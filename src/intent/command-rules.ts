import { type Day, splitDay } from '../calendar/county-time.ts';
import { joinPeriods } from '../calendar/period.ts';
import { readNumber } from '../text/number.ts';
import { type CommandRule, plain, QUESTION, rule } from './command-rule.ts';
import type { AdminCommand } from './intent.ts';
import { PEOPLE_RULES } from './people-rules.ts';
import type { Sentence } from './sentence.ts';
import { readStatus } from './status-words.ts';

<<<<<<< HEAD
=======
type Groups = Record<string, string | undefined>;

/** One way to give an order. `read` gives undefined where the words turn out to be something else. */
export type CommandRule = {
  pattern: RegExp;
  read: (groups: Groups, sentence: Sentence, today: Day) => AdminCommand | undefined;
  example: string;
};

const ROLES: [RegExp, PersonRole][] = [
  [/副联络员|备用联络员|第二联络员/, 'deputy'],
  [/联络员|联系人|填报人|经办人/, 'liaison'],
  [/督办人员|督办员|督办/, 'office'],
  [/领导/, 'leader'],
  [/管理员|管理/, 'admin'],
  [/干部|成员/, 'member'],
];
const ROLE =
  '副联络员|备用联络员|第二联络员|联络员|联系人|填报人|经办人|督办人员|督办员|分管领导|主要领导|领导|管理员|干部|成员';
const NAME = '[^\\s,。、的为是成做当任]{2,12}?';
export const UNIT_NAME = '[^\\s,。、]{2,20}?';
const SP = '\\s*';
const END = '\\s*(?:吧|了|一下|谢谢)?[。.!~]*$';
const QUESTION = /[?]|吗|哪|谁|什么|啥|怎|咋|如何|多少|几[项个家]|没有$|没$/;

const roleOf = (text: string | undefined): PersonRole =>
  ROLES.find(([word]) => word.test(text ?? ''))?.[1] ?? 'liaison';

function person(kind: 'set-person' | 'remove-person') {
  return (g: Groups): AdminCommand => ({
    kind,
    role: roleOf(g.role),
    ...(g.person && { person: g.person }),
    ...(g.unit && { unit: g.unit }),
  });
}

/** An order that is the whole message, with or without polite words around it. */
export const rule = (words: string, example: string, read: CommandRule['read']): CommandRule => ({
  pattern: new RegExp(`^(?:请|麻烦)?(?:帮我|给我)?${words}${END}`, 'iu'),
  read,
  example,
});

/** An order without anything to be named in it. */
export const plain = (words: string, example: string, command: AdminCommand): CommandRule =>
  rule(`(?:${words})`, example, () => command);

>>>>>>> tasks
const BUTTONS: CommandRule[] = [
  plain(
    '撤销(?:刚才|刚刚|上一[条个次]|上次|最近)?(?:的)?(?:操作|那[条个]|反馈|报送|回复|上报|修改|报告|提交)?|撤回(?:刚才|刚刚|上一[条个次]|上次|最近)?(?:的|那[条个]|报的|说的|发的)*(?:操作|反馈|报送|消息|回复|上报|报告|提交)?|回退|取消(?:刚才|上一[条个次]|上次|刚刚)的?(?:操作|修改|反馈|报送|那[条个])?|(?:刚才|刚刚|上一[条个])(?:的|那[条个]|报的|说的)*(?:操作|反馈|报送)?(?:给我)?(?:撤销|撤回|作废|不算)|(?:刚才|刚刚|上一[条个次])[^,。?]{0,8}[,]?(?:帮我|给我|请)?(?:撤销|撤回|作废)(?:一?下|掉)?',
    '撤回刚才的',
    { kind: 'undo' },
  ),
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
];

const PUSHES: CommandRule[] = [
  plain(
    '(?:先|暂时|临时)?(?:把)?(?:暂停|停止|关闭|关掉|关了|停掉|停了|停|取消|关|屏蔽)(?:一下|掉|了)?(?:所有|自动|每月|每天|本群|全部|的|各单位|给我|对我)*(?:推送|提醒|催办|通知|消息|定时任务|发送|机器人)(?:功能|消息)?|(?:今天|明天|这周|最近|这几天|暂时|先)*(?:别|不要|不用|停止|不)(?:再)?(?:给我|向我|往群里|往这里|自动)?(?:推送?|提醒|发(?:消息|提醒|通知)|催)(?:了|我了|消息了|我)?|(?:推送|提醒|催办)(?:功能)?(?:先)?(?:暂停|停一停|停掉|关掉|关闭|停了|停一下|关一下)',
    '暂停推送',
    { kind: 'pause' },
  ),
  plain(
    '(?:把)?(?:恢复|重新开启|重启|打开|开启|继续|重新打开|开通|启用)(?:一下)?(?:所有|自动|每月|本群|全部|的)*(?:推送|提醒|催办|通知|消息|发送)(?:功能)?|(?:推送|提醒|催办)(?:功能)?(?:恢复|打开|开启|继续|重新打开)(?:一下)?',
    '恢复推送',
    { kind: 'resume' },
  ),
  plain(
    '(?:查看|看|看下|看看|看一下)?(?:提醒|催办|推送|催办名单)(?:的)?(?:预览|名单|计划|安排)|预览(?:一下)?(?:提醒|催办|推送)|(?:下次|下一次|这次|月底|今天|明天)(?:会|要|将)?(?:提醒|催|推送)(?:哪些|谁|什么)(?:人|单位)?|(?:下次)?(?:会|要)(?:提醒|催|推送给?)(?:哪些单位|哪些人|谁)',
    '提醒预览',
    { kind: 'remind-preview' },
  ),
  {
    pattern:
      /^(?=.*(?:提醒|催办|推送|催报|催收))(?=.*(?:设置?|改|调|定|每[天周月]|每个|提前|修改|变更|调整|换))(?!.*(?:联络员|[?]|吗|哪|什么时候|几号|几点))(?:.*(?:时间|日期|[点号日时天]|早上|上午|下午|周[一二三四五]|频率|次数|规则|设置))/,
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
    '(?:我|我们?(?:局|单位|镇)?|本单位)?(?:还|现在|目前)*(?:欠|欠着)(?:些)?(?:什么|啥|哪些|多少|几项)(?:没(?:有)?(?:报|交|反馈|填|完成|做完?)的?|账|任务)*|我(?:还)?(?:有)(?:什么|哪些|啥)(?:没(?:有)?(?:报|交|反馈|填)的?|任务|待办)*|我的(?:任务|待办|工作|清单|待办事项|未完成任务)(?:清单|列表)?',
    '我还欠什么',
    { kind: 'my-open-items' },
  ),
  plain(
    '(?:查看|看|看下|看看)?(?:工作)?计划(?:的)?(?:情况|状态|概况|发布了吗|发布了没有|发布情况|导入情况)(?:怎么样|如何)?|(?:现在|目前)?(?:用的|生效的)?(?:是)?哪(?:个|份)计划|有(?:几|哪些|哪几)(?:个|份)?计划',
    '计划情况',
    { kind: 'plan-status' },
  ),
  {
    pattern:
      /^(?!.*(?:怎么|如何|咋|吗[?]?$|在哪)).*(?:(?:导入|录入|载入|上传|更新|替换|导进|导到|录进|录到|读取|识别|解析|入库|存一下|收录).*(?:计划|任务|明细表|工作表|方案|文件|表|附件|word|excel|文档)|(?:计划|任务表|明细表|工作表|表|附件|文件|文档|方案).*(?:导入|录入|载入|上传|更新一下|替换|导进|录进|录到|导一下|录一下|收录|读一下|解析|读进去|入库|加进去))/i,
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
    pattern:
      /^(?:我要|我想|要|想)?(?:提(?:个|一个|点|条)?)?(?<what>投诉建议|投诉|意见建议|意见反馈|建议(?=$|[:,\s]|提醒|把|能|以后|增加|改)|吐槽|意见箱)(?:一下)?[:,\s]*(?<text>.*)$/,
    read: (g) => ({ kind: 'complain', text: (g.text ?? '').trim() }),
    example: '投诉建议 提醒发得太早',
  },
  {
    pattern: /^(?:我要|我想)提(?:个|一个|点|条)?(?:意见|建议)[:,\s]*(?<text>.*)$/,
    read: (g) => ({ kind: 'complain', text: (g.text ?? '').trim() }),
    example: '我想提个意见：提醒发得太早',
  },
];

const NUDGES: CommandRule[] = [
  {
    pattern:
      /(?:^|[,把将对给让])[^?]*?(?:再)?(?:催(?:一?[催下报遍次轮]|[他她它]们?|一催|$)|催促|催办|催收|督促|督办一下|提醒(?!预览|时间|我|设置|名单|功能)|敲打|点一?下名|通知(?!书|里|上|文件|精神|要求|什么|的)|发(?:个|一个|一下|一遍|一次)?(?:提醒|通知|催办)|重发|再发一[遍次下]|补发|下发提醒|(?:下?发|推送?)(?:到|给|至)(?:各|相关|牵头|责任|有关)(?:个)?(?:单位|部门|乡镇)|叫.{1,8}(?:抓紧|尽快|赶紧)|让.{1,10}(?:抓紧|尽快|赶紧|赶快|报(?:一下)?(?:进[度展]|情况)))/,
    read: (_, s, today) =>
      QUESTION.test(s.text.replace(/哪些(?:没|未|还没)/, '')) ? undefined : resend(s, today),
    example: '把5月的任务再催一下',
  },
];

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
  ...BUTTONS,
  ...PEOPLE_RULES,
  ...PUSHES,
  ...PLAN,
  ...NUDGES,
];
