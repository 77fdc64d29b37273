import { verbose } from '../text/verbose.ts';
import type { UnitKind } from './figures.ts';

/** What kind of thing would answer. */
export type Asked =
  | { kind: 'figure'; unit: UnitKind | 'any'; measures: string[] }
  | { kind: 'when'; often: boolean }
  | { kind: 'where' }
  | { kind: 'list' }
  | { kind: 'who'; role: 'lead' | 'coop' | 'any' }
  | { kind: 'yes-no' }
  | { kind: 'text' };

type AskRow = { pattern: RegExp; read: (match: RegExpMatchArray) => Asked; example: string };

export const MEASURES =
  '家|户|个月|个人|个|项|人|名|件|所|支|间|层|款|篇|份|张|台|辆|座|分|小时|处|条|次|回|场|期|批|种|类|栋|套|亩|位|强|天|年|倍|岁|门|册|吨|千瓦时|平方米|%|百分点';

/** Same things are counted in several ways. */
const SAME_MEASURE: Record<string, string[]> = {
  个: ['个', '项', '家', '条', '种', '处', '座', '名', '大', '类', '余个'],
  项: ['项', '个', '条'],
  人: ['人', '名', '余人', '人次', '位'],
  个人: ['人', '名', '余人', '位'],
  名: ['名', '人', '个', '位'],
  份: ['份', '余份', '册'],
  张: ['张', '余张', '份', '个'],
  次: ['次', '场', '期', '批', '人次'],
  回: ['次', '场', '期', '批', '回'],
  场: ['场', '次', '期'],
  条: ['条', '余条', '个', '项'],
  期: ['期', '次', '场'],
  位: ['位', '名', '人', '个'],
  所: ['所', '家', '个'],
  天: ['天', '日', '个工作日', '工作日', '小时'],
  日: ['天', '日', '个工作日', '工作日', '小时'],
  年: ['年', '个月'],
  岁: ['岁', '周岁'],
  个月: ['个月', '月', '年'],
  类: ['类', '个', '种', '大类'],
  种: ['种', '类', '个'],
  户: ['户', '家', '个', '余家'],
  家: ['家', '户', '余家', '个'],
};

/** How people ask, the more telling first; all that fit are kept, one of each kind. */
const ASKS: AskRow[] = [
  {
    pattern: verbose`
      (?:多少|几)个?百分点|(?:多少|几)个点|多少点|(?<=[高低长降返减提涨补])几点(?!钟|半)
      |百分之(?:多少|几)|多少%|(?<!第)几成|(?:多少|啥|什么)(?:的)?比例
    `,
    read: () => ({ kind: 'figure', unit: 'share', measures: [] }),
    example: '提高多少个百分点',
  },
  {
    pattern: verbose`
      第几(?!批|期|条|章|次)|(?:排名|位次|名次|位列).{0,4}(?:多少|几|哪)
      |(?:多少|几)个?(?:位次|名次)
      |(?:前进|前移|往?前[挪移走赶进冲拱蹿窜爬]|[进升降]|提升|上升|下降|下滑)(?:了|多少|几)+
      (?:位|名(?!额))
    `,
    read: () => ({
      kind: 'figure',
      unit: 'rank',
      measures: ['位', '名', '名次', '位次', '个位次'],
    }),
    example: '增速全市排第几',
  },
  {
    pattern:
      /(?<!比例|年|利率)(?:最高|最多|封顶|上限)(?:额|金额)?(?:能|可以|可|是|为|给|补|奖|拿|贴|不超过|达)*多少(?!家|个|户|年|天|%|名|人|次|亩|期)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '最高补多少',
  },
  {
    pattern: verbose`
      多少[万亿千百]*元|(?:多少|几个)钱|花(?:费)?多少|几[百千万亿]*元
      |几[十百千]*万(?!亩|吨|人)|多少(?:专项)?(?:资金|奖励|奖金|补贴|补助|奖补|经费|投资)
    `,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '一共补多少钱',
  },
  {
    pattern: new RegExp(
      `(?:多少|(?<![哪这那好]|符合|满足)几)(?:多)?(${MEASURES})(?!份|号|点|月|钱|之几|体户)`,
    ),
    read: (m) => ({
      kind: 'figure',
      unit: unitOf(m[1] ?? ''),
      measures: SAME_MEASURE[m[1] ?? ''] ?? [m[1] ?? ''],
    }),
    example: '要新增多少家',
  },
  {
    pattern: verbose`
      多少(?:费用|学费|租金|工资|奖金|税款|贷款|本金|利息)
      |(?:
        费用|学费|租金|价格|单价|奖金|工资|利润|收入|税收|营收|贷款|余额|交易额|成交额
        |进出口额|总额|产值|底价
      )(?:目标|总额)?(?:要|需要|是|为|共|有|达到|达|完成|突破|超过|给|能|可以|大概|约|目标)*
      多少(?!家|个|户|%|分|项|人|名|亩|倍|天|年|次|期)
    `,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '租金是多少',
  },
  {
    pattern:
      /多大(?:的)?面积|面积(?:最[少低小大高多]|至少|不(?:得|能)?[低少超][于过]|要求?|应|须|是|有|达到?)*多[大少]|占地(?:是|有|要)*多[大少]/,
    read: () => ({ kind: 'figure', unit: 'land', measures: [] }),
    example: '厂房要多大面积',
  },
  {
    pattern: /(?:多少|几)(?:企业|公司|厂|个体户|商户|经营主体|市场主体)/,
    read: () => ({ kind: 'figure', unit: 'count', measures: ['家', '户', '余家'] }),
    example: '多少企业升规',
  },
  {
    pattern: /多少(?:[\p{Script=Han}]{0,4})(?:人才|工人|学生|职工|员工|干部|顾问)/u,
    read: () => ({ kind: 'figure', unit: 'count', measures: ['人', '人次', '名', '余人', '位'] }),
    example: '培养多少产业工人',
  },
  {
    pattern:
      /(?:奖|补|奖励|补贴|补助|奖补|资助|扶持|总投资|投资额|缴费?|收费)(?:标准)?(?:的?金额|资金|额度)?(?:是|为|共|给|能|有|达)?(?:多少|几多)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '首次认定奖励多少',
  },
  {
    pattern: verbose`
      (?:增长|增速|增幅|占比|比重|比例|强度|率|提高|下降|降低)(?:率|目标|幅度)?(?:
        要|是|为|达到|达|到|应|须|能|了|约|不(?:得|能|可以?)?[低高少超][于过]|至少|最低|最高
        |的目标是|目标是|目标为|指标是
      )*多少
    `,
    read: () => ({ kind: 'figure', unit: 'share', measures: [] }),
    example: '技改投资增长多少',
  },
  {
    pattern: /(?:增速|增幅|占比|比重|比例|增长率)(?:目标)?(?:是|为)?$/,
    read: () => ({ kind: 'figure', unit: 'share', measures: [] }),
    example: '技改投资增速目标',
  },
  {
    pattern: /(?:总数|数量|数目|总额|总量|人数|户数|家数)(?:是|为)?$/,
    read: () => ({ kind: 'figure', unit: 'any', measures: [] }),
    example: '规上企业总数',
  },
  {
    pattern: /(?:奖励?|奖补|补贴|补助|资助|扶持)(?:的)?(?:标准|金额|额度)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '入规补助标准',
  },
  {
    pattern:
      /多少|几多|多大(?:规模|面积|比例)?|(?<![哪这那好]|符合|满足)几(?![个家]?月|乎|时|号|点|率|何)(?=\p{Script=Han})/u,
    read: () => ({ kind: 'figure', unit: 'any', measures: [] }),
    example: '目标是多少',
  },
  {
    pattern: verbose`
      (?:期限|时限|时间)(?:是|为|有|要)*(?:多久|多长)|期限$|什么时候|啥时候|什么时间|啥时间
      |何时|几月|哪个?一?月|哪一?天|几号|哪一?年|何年|时间(?:是|为)?(?:$|[?？]|什么|哪)|日期
      |时限|多久|多长时间|期限|哪个?季度|几时|几点(?:钟)?
    `,
    read: (m) => ({ kind: 'when', often: /多[久长]|期限$/.test(m[0]) }),
    example: '第二批几月申报',
  },
  {
    pattern:
      /(?<!投向|用到|用在|花在|用于)哪里|哪儿|(?<!用)在哪(?!个|些|几|一|方|月|年|天)|何处|(?<!用)在什么地方|地点|地址/,
    read: () => ({ kind: 'where' }),
    example: '培训班在哪里举办',
  },
  {
    pattern:
      /(?:谁|哪个|哪些|哪几个|哪家|什么|哪).{0,6}(?:配合|协办|协助|参与)|(?:配合|责任|协办)(?:的)?(?:单位|部门)/,
    read: () => ({ kind: 'who', role: 'coop' }),
    example: '哪些单位配合',
  },
  {
    pattern: verbose`
      (?:谁|哪个|哪些|哪几个|哪家|哪位|什么|哪).{0,6}
      (?:牵头|负责|主抓|主管|主办|承办|落实|抓)
      |(?:牵头|主办|负责|承办)(?:的)?(?:单位|部门|人)?(?:是|为|有|由)?(?:谁|哪|什么)
      |归(?:谁|哪)|牵头(?:单位|部门)
    `,
    read: () => ({ kind: 'who', role: 'lead' }),
    example: '由谁牵头',
  },
  {
    pattern:
      /谁|(?:长|书记|主任|经理|负责人|联系人|法人)(?:叫|姓)(?:什么|啥)|哪(?:个|些|几个|家)(?:单位|部门|局|机构|领导)|什么(?:单位|部门)/,
    read: () => ({ kind: 'who', role: 'any' }),
    example: '组长是谁',
  },
  {
    pattern:
      /哪些|哪几|都(?:是|有)(?:些)?(?:啥|什么)|哪[两三四五六七八九十]|(?<!不)包括|分别是|有什么|分成|分为/,
    read: () => ({ kind: 'list' }),
    example: '主导产业是哪些',
  },
  {
    pattern: /吗|不$|有.{1,8}没有?$|是否|有没有|(\p{Script=Han})不\1|可不可以|能否|可否|有无/u,
    read: () => ({ kind: 'yes-no' }),
    example: '复审通过有奖励吗',
  },
];

function unitOf(measure: string): UnitKind {
  if (measure === '%' || measure === '百分点') return 'share';
  if (measure === '亩' || measure === '平方米') return 'land';
  if (measure === '强') return 'rank';
  if (['天', '年', '个月'].includes(measure)) return 'time';
  return 'count';
}

export function readAsked(plain: string): Asked[] {
  const asked: Asked[] = [];
  for (const { pattern, read } of ASKS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const one = read(match);
    const known = asked.some(
      (a) =>
        (a.kind === 'figure' &&
          one.kind === 'figure' &&
          (one.unit === 'any' || a.unit === one.unit || a.unit === 'rank')) ||
        (a.kind === 'who' && one.kind === 'who' && one.role === 'any') ||
        (a.kind !== 'figure' && a.kind !== 'who' && a.kind === one.kind),
    );
    if (!known) asked.push(one);
  }
  const who = asked.some((a) => a.kind === 'who');
  const exact = asked.filter(
    (a) => a.kind !== 'yes-no' && !(who && (a.kind === 'list' || a.kind === 'where')),
  );
  if (exact.length > 0) return exact;
  return asked.length > 0 ? asked : [{ kind: 'text' }];
}
