import type { Amount } from './amount.ts';
import type { Standing } from './pace.ts';
import type { TargetView } from './view.ts';

const shown = (a: Amount) => `${a.value}${a.unit}`;
const BOUNDS = { 'at-least': '', 'at-most': '以内', about: '左右' } as const;

type Aim = Amount & {
  name: string;
  measure: 'level' | 'growth' | 'ratio';
  bound: keyof typeof BOUNDS;
  scope: 'county' | 'city';
};

/** 规上产值 200亿元; 技改投资 增长12%. */
export function aimText(t: Aim): string {
  const falls = t.value.startsWith('-');
  const value = t.value.replace('-', '');
  const how = t.measure === 'growth' ? (falls ? '下降' : '增长') : '';
  return `${t.scope === 'city' ? '全市' : ''}${t.name} ${how}${value}${t.unit}${falls ? '' : BOUNDS[t.bound]}`;
}

const actualText = (measure: Aim['measure'], a: Amount): string => {
  if (measure !== 'growth') return shown(a);
  return a.value.startsWith('-') ? `下降${a.value.slice(1)}${a.unit}` : `增长${shown(a)}`;
};

/** One target in a sentence, for papers and lists. */
export function standingText(v: TargetView): string {
  const { standing: s, target } = v;
  if (!s) return v.parts.length > 0 ? words.byParts : words.noValue;
  const done = `${s.month}月${target.measure === 'level' ? '累计' : ''}${actualText(target.measure, s.actual)}${s.summed ? '（各月合计）' : ''}`;
  if (s.percent === null) return `${done}，${s.behind ? words.belowAim : words.meetsAim}`;
  return `${done}，完成年度目标的${s.percent}%，${paceText(s)}`;
}

function paceText(s: Standing): string {
  return `序时进度${s.due}%，${s.behind ? words.behind : words.onPace}`;
}

export const words = {
  title: (year: number) => `${year}年主要指标`,
  head: (n: number, behind: number, missing: number) =>
    n === 0
      ? '还没有确认的指标。'
      : `共 ${n} 项指标，${behind} 项低于序时，${missing} 项尚无数据。`,
  headBehind: (n: number) => (n === 0 ? '目前没有低于序时的指标。' : `低于序时的指标 ${n} 项：`),
  behind: '低于序时',
  onPace: '达到序时',
  belowAim: '低于年度目标',
  meetsAim: '达到年度目标',
  noValue: '尚无数据',
  byParts: '各单位分别报送，不作合计',
  forecast: (a: Amount) => `按目前进度推算，全年约${shown(a)}`,
  noForecast: '增速和占比不作推算',
  awaited: (month: number) => `${month}月数据待报`,
  lag: (n: number) => `错月指标，数据晚${n}个月`,
  curve: (half: number) => (half === 50 ? '序时按月均衡' : `序时按半年${half}%`),
  part: (unit: string, month: number, span: 'cumulative' | 'current', a: Amount) =>
    `${unit} ${month}月${span === 'cumulative' ? '累计' : '当月'}${shown(a)}`,
  sourceTitle: '目标来源',
  source: (source: string) => `目标来源：${source}`,
  rests: (texts: string[]) => `依据：${texts.join('；')}`,
  restsOn: (month: number, span: 'cumulative' | 'current', a: Amount, unit: string, day: string) =>
    `${unit}${day}报${month}月${span === 'cumulative' ? '累计' : '当月'}${shown(a)}`,
  office: '督办人员',
  aim: '指标',
  goal: '年度目标',
  done: '完成情况',
  pace: '序时',
  // Proposals
  found: (n: number) => `计划中有 ${n} 处数量指标，发送“提取指标”可核对确认。`,
  proposedTitle: '指标待确认',
  proposedHead: (n: number) => `从文件中读到 ${n} 项指标，请核对。确认前不用于任何统计。`,
  proposedNone: '没有读到新的指标。可直接发送，例如“设置指标：规上产值200亿元，技改投资增长12%”。',
  confirm: '确认',
  confirmAll: '全部确认',
  drop: '不要',
  more: (n: number) => `另有 ${n} 项，处理完这些后发送“提取指标”继续。`,
  confirmed: (names: string[]) => `已确认指标：${names.join('、')}。`,
  dropped: (names: string[]) => `已去掉：${names.join('、')}。`,
  restated: (changed: [before: string, now: string][], gone: string[]) =>
    [
      '计划或文件已经修订：',
      ...changed.map(([before, now]) => `${before} 现为 ${now}，请核对后再确认；`),
      ...gone.map((aim) => `${aim} 已不在现行文件中，没有采用；`),
    ]
      .join('\n')
      .replace(/；$/u, '。'),
  decidedBefore: '这些指标已经处理过，没有重复操作。',
  undecided: (n: number) => `已撤销，${n} 项指标恢复为待确认。`,
  // Orders
  onlyOffice: '指标由督办人员设置，没有改动。',
  unknown: (name: string) => `没有叫“${name}”的指标，没有改动。发送“指标进度”查看。`,
  curveSet: (what: string, half: number) => `${what}的序时进度改为：${words.curve(half)}。`,
  allTargets: '各项指标',
  lagSet: (name: string, lag: number) =>
    lag === 0 ? `“${name}”不再按错月指标处理。` : `“${name}”按错月指标处理，数据晚 ${lag} 个月。`,
  unitSet: (name: string, unit: string) => `“${name}”由${unit}报送。`,
  changeUndone: (name: string) => `已撤销，“${name}”恢复为之前的设置。`,
  curveUndone: '已撤销，序时进度恢复为之前的设置。',
  // Values
  valueTitle: '已记录指标数据',
  value: (name: string, month: number, span: 'cumulative' | 'current', a: Amount) =>
    `${name}：${month}月${span === 'cumulative' ? '累计' : '当月'} ${shown(a)}`,
  whichSpan: (name: string, a: Amount) =>
    `${name} ${shown(a)} 没有记录：请写明是“累计”还是“本月”。`,
  valuesUndone: '已撤销，指标数据恢复为之前的数字。',
  notYourTarget: (name: string, unit: string) => `“${name}”由${unit}报送，没有记录。`,
  noTarget: '没有找到对应的指标，没有记录。',
  inPrivate: '指标进度请在与我的私聊中查询。',
};
