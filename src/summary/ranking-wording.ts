import type { CompareRow, Figure } from './compare.ts';
import type { Measure, Ranked } from './rank.ts';
import { measured } from './rank.ts';
import { percent, several, words } from './wording.ts';

const MEASURES: Record<Measure, string> = {
  rate: '完成率',
  done: '已完成项数',
  not_done: '未完成项数',
  overdue: '超期项数',
  blocked: '有困难项数',
  extension: '申请延期项数',
  not_started: '未开始项数',
  in_progress: '进行中项数',
  no_report: '未反馈项数',
};

const FIGURES: Record<Figure, string> = {
  total: '任务（项）',
  done: '已完成（项）',
  rate: '完成率',
  inProgress: '进行中（项）',
  blocked: '有困难（项）',
  extension: '申请延期（项）',
  notStarted: '未开始（项）',
  noReport: '未反馈（项）',
  overdue: '超期（项）',
  coop: '配合任务（项）',
  coopDone: '配合完成（项）',
  units: '涉及单位（个）',
  silent: '尚未反馈单位（个）',
};

const figureOf = (r: Ranked, measure: Measure) =>
  measure === 'rate'
    ? `${percent(r.counts.rate)}，${r.counts.done}/${r.counts.total} 项`
    : `${measured(r.counts, measure)} 项`;

const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '持平');

const more = (n: number, up: string, down: string, unit: string) =>
  n === 0 ? '持平' : `${n > 0 ? up : down} ${Math.abs(n)} ${unit}`;

export const rankingWords = {
  title: (period: string, role: 'lead' | 'coop', measure: Measure) =>
    `${period}${role === 'lead' ? '牵头' : '配合'}任务${MEASURES[measure]}排名`,
  conclusion: (
    n: number,
    order: 'best' | 'worst',
    first: Ranked[],
    names: string[],
    m: Measure,
  ) => {
    const [one] = first;
    if (!one)
      return m === 'rate' || m === 'done' ? '没有可以列入排名的单位。' : '没有单位报这种情况。';
    const figure = m === 'rate' && first.length > 1 ? percent(one.counts.rate) : figureOf(one, m);
    const end = order === 'best' ? '居首' : m === 'rate' || m === 'done' ? '居末' : '最多';
    return `${n} 个单位列入名次，${several(names)}${end}（${figure}）。`;
  },
  silentTitle: (period: string) => `${period}尚未反馈的单位`,
  within: ({ side, rate }: { side: 'below' | 'from'; rate: number }, n: number, of: number) =>
    `列入名次的 ${of} 个单位中，完成率${side === 'below' ? `低于 ${percent(rate)}` : `不低于 ${percent(rate)}`}的有 ${n} 个。`,
  asked: (name: string, place: number, of: number, r: Ranked, m: Measure) =>
    `${name}列第 ${place} 名，共 ${of} 个单位（${figureOf(r, m)}）。`,
  askedSilent: (name: string) => `${name}尚未反馈，不列名次。`,
  askedNone: (name: string) => `${name}本期没有可以列入排名的任务。`,
  silent: (names: string[], role: 'lead' | 'coop' | undefined, placed: boolean) =>
    `${role ? `${words[role]}任务均无反馈` : '尚未反馈'}${placed ? '' : '、不列名次'}的单位（${names.length} 个）：${names.join('、')}。`,
  askedEarly: (name: string) => `${name}没有超期的任务，不列名次。`,
  early: (names: string[], role: 'lead' | 'coop') =>
    `${words[role]}任务没有超期、不列名次的单位（${names.length} 个）：${names.join('、')}。`,
  tooEarly: {
    best: '本期没有超期的任务，也尚无办结，暂不排名。',
    worst: '本期没有超期的任务，不排落后名次。各单位办理情况可以看汇总。',
  },
  note: '只供领导和督办人员参考。几个单位共同牵头的任务各自计入；任务少的单位完成率起伏较大，请结合项数看。',
  measure: (m: Measure) => MEASURES[m],
  place: { best: '名次', worst: '倒数' },
  unit: words.unit,
  total: '任务',
  done: '已完成',
  rate: '完成率',
  overdue: '超期',
  noReport: '未反馈',
};

export const compareWords = {
  title: (about: string, names: string[], kind: 'yoy' | 'previous' | 'other') =>
    `${about ? `${about} · ` : ''}${names.join('与')}对比${kind === 'yoy' ? '（同比）' : kind === 'previous' ? '（环比）' : ''}`,
  figure: '指标',
  difference: '相差',
  name: (figure: Figure) => FIGURES[figure],
  value: (row: CompareRow, i: number) => {
    const value = row.values[i] ?? null;
    if (value === null) return '—';
    return row.figure === 'rate' ? percent(value) : String(value);
  },
  differs: (row: CompareRow) => {
    if (row.difference === null) return '—';
    const text = signed(row.difference);
    if (row.difference === 0) return text;
    const unit = row.figure === 'units' || row.figure === 'silent' ? '个' : '项';
    return `${text} ${row.figure === 'rate' ? '个百分点' : unit}`;
  },
  conclusion: (names: string[], rows: CompareRow[]) => {
    const of = (figure: Figure) => rows.find((r) => r.figure === figure)?.difference ?? null;
    const [total, done, rate] = [of('total'), of('done'), of('rate')];
    const parts = [
      ...(total === null ? [] : [`任务${more(total, '多', '少', '项')}`]),
      ...(done === null ? [] : [`已完成${more(done, '多', '少', '项')}`]),
      ...(rate === null ? [] : [`完成率${more(rate, '高', '低', '个百分点')}`]),
    ];
    return parts.length > 0 ? `${names[0]}与${names[1]}相比，${parts.join('，')}。` : '';
  },
  note: '各方均按截至时的最近反馈计算；完成率之差以百分点计。',
  noteUnits: '共同牵头的任务各单位分别计入。',
  notOver: (names: string[]) => `${names.join('、')}尚未结束。`,
};
