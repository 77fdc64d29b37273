import type { Metric } from '../text/metrics.ts';

/** What a task's wording sets to be reached: so many of something, or a share of the whole. */
export type Targets = { figures: Metric[]; shares: number[] };

/** Units that count the same things; 个 and a number alone count whatever the task counts. */
const ALIKE: readonly string[][] = [
  ['次', '场', '回', '趟', '遍'],
  ['座', '处', '个', '所'],
  ['台', '辆', '部', '套'],
  ['家', '户'],
  ['件', '起', '宗', '项'],
  ['人', '名', '位', '人次'],
  ['公里', 'km', '千米', '里'],
  ['平方米', '平方', '平米', '平'],
  ['株', '棵'],
];
const bare = (unit: string) => unit.replace(/^[万亿]+/u, '');
const isMoney = (unit: string) => /^(?:[万亿]+元?|元|块)$/u.test(unit);
/** Length, ground, weight, money: nothing else is counted by them. */
const MEASURED = /^(?:亩|公里|km|千米|里|米|平方米|平方|平米|平|吨|元|块|度|千瓦时)$/u;

/** Whether a figure told can only be of the measure that a target sets. */
export function isOfMeasure(told: Metric, asked: Metric): boolean {
  // 3万平米已完成2.6万: a scale alone counts whatever the target counts.
  if (told.unit === '' || /^[万亿]+$/u.test(told.unit)) return true;
  if (isMoney(told.unit) || isMoney(asked.unit)) return isMoney(told.unit) && isMoney(asked.unit);
  const [a, b] = [bare(told.unit), bare(asked.unit)];
  if (a === b || a === '') return true;
  if (a === '个') return !MEASURED.test(b);
  return ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** 二百八 of a target of 300亩 is 280; 五百 of 500万元 are 500万: a number alone is told in the scale of the target. */
function amountOf(told: Metric, asked: Metric): number {
  if (told.unit !== '') return told.amount;
  const scale = asked.value === 0 ? 1 : asked.amount / asked.value;
  return told.amount >= asked.amount || told.amount * scale > asked.amount * 20
    ? told.amount
    : told.amount * scale;
}

/**
 * How figures stand against targets: every one reached, one of them short, or nothing said of them. `shares` are told
 * shares in percent. Pure.
 */
export function againstTargets(
  told: { figures: Metric[]; shares: number[] },
  targets: Targets,
): 'reached' | 'short' | 'unsaid' {
  const shares = [...told.shares, ...sharesAmong(told.figures, targets)];
  const results = [
    ...targets.figures.map((asked) => {
      const own = told.figures.filter((t) => isOfMeasure(t, asked));
      return own.length === 0 ? undefined : own.every((t) => amountOf(t, asked) >= asked.amount);
    }),
    ...targets.shares.map((asked) =>
      shares.length === 0 ? undefined : shares.every((s) => s >= asked),
    ),
  ];
  if (results.length === 0 || results.every((r) => r === undefined)) return 'unsaid';
  if (results.includes(false)) return 'short';
  return results.every((r) => r === true) ? 'reached' : 'unsaid';
}

/** 收缴率九十六点二, where a share is all that the task sets. */
const sharesAmong = (figures: Metric[], { figures: asked, shares }: Targets): number[] =>
  asked.length === 0 && shares.length > 0
    ? figures.filter((f) => f.unit === '' && f.value <= 100).map((f) => f.value)
    : [];
