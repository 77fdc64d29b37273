import { NUMBER, readNumber } from './number.ts';

/** A figure with its unit, as the writer used it: 3200 万元 stays 3200 万元. */
export type Metric = {
  value: number;
  unit: string;
  /** The same in the base unit, for comparison only: 32000000. */
  amount: number;
  /** 累计 and 本月 of one series must never be added up. */
  span?: 'cumulative' | 'current';
  /** As written, and where it stands. */
  text: string;
  at: number;
};

/** A share of the whole, 0 to 100 and above: 85%, 百分之八十五, 八成五, 三分之二, 一半. */
export type Share = { percent: number; text: string; at: number };

/** Longest first; 项 and 个 count whatever stands beside them. */
const UNITS =
  '个百分点|人次|万方|km|平方公里|万元|亿元|平方米|立方米|千瓦时|公里|千米|立方|平方|平米|工作日|标准厂房|元|家|户|个|项|亩|位|名(?![单册录额])|人|场(?![地馆所])|次|件|份|台(?!账)|套|吨|度|栋|幢|条(?!件|例)|批|期|篇|块|宗|起|笔|张|辆|间|组|支|所|对|轮(?!不?得?到我)|单(?!位|项|据|个)|株|棵|头|只(?![剩差有欠缺完要是能需])|口|座|处|盏|米|方(?!面|案|式|法|向)|平(?![\\p{Script=Han}])|回(?![事头到来去答复])|趟';
const METRIC = new RegExp(
  `(?<![第\\d.a-z])(?<number>${NUMBER})(?:余|多|来)?(?<unit>${UNITS})|(?<![第\\d.a-z])(?<money>(?:\\d[\\d,.]*|[一二两三四五六七八九十百千零]+)[万亿][一二两三四五六七八九千百万]*)(?![\\d元])`,
  'gu',
);
/** Words that only look like a figure with a unit: 一个, 一下, 一期工程, 三位一体. */
const NO_FIGURE = /^[一二三四五]期$|^一(?:个|次|批|期|块|组|起|支|对|条|度|位|名|件|份|张)$/u;
const CUMULATIVE = /累计|总计|合计|共计|累积|年初以来|1-\d+月|至今|共$/u;
const CURRENT = /本月|当月|这个月|本周|本季度?|新增|当年|本期/u;

/**
 * Figures with units in a folded text, in the order written. Masked figures (xx, **) are none. Where parts of `text`
 * have been blotted out, `words` is the same text in full: 累计 and 本月 are looked for there.
 */
export function readMetrics(text: string, words: string = text): Metric[] {
  const found: Metric[] = [];
  for (const m of text.matchAll(METRIC)) {
    const number = m.groups?.number ?? m.groups?.money ?? '';
    const unit = m.groups?.unit ?? '';
    if (NO_FIGURE.test(m[0])) continue;
    const amount = readNumber(number);
    if (amount === undefined) continue;
    const scale = /亿/.test(number) ? 1e8 : /万/.test(number) ? 1e4 : 1;
    const word = scale === 1e8 ? '亿' : scale === 1e4 ? '万' : '';
    const outer = unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1;
    const value = Math.round((amount / scale) * 1e6) / 1e6;
    found.push({
      value,
      unit: word + unit,
      amount: amount * outer,
      ...spanBefore(words.slice(0, m.index)),
      text: m[0],
      at: m.index,
    });
  }
  return found;
}

/** The nearest such word in the same clause decides: 累计10亿，本月1.2亿. */
function spanBefore(before: string): { span?: 'cumulative' | 'current' } {
  const clause = before.slice(Math.max(...[...',;。，；'].map((c) => before.lastIndexOf(c))) + 1);
  if (CUMULATIVE.test(clause)) return { span: 'cumulative' };
  return CURRENT.test(clause) ? { span: 'current' } : {};
}

const SHARES: { pattern: RegExp; read: (m: RegExpExecArray) => number | undefined }[] = [
  { pattern: /(\d+(?:\.\d+)?)\s*(?:%|个?百分之百)/gu, read: (m) => Number(m[1]) },
  {
    pattern: /百分之([零一二两三四五六七八九十百\d]+(?:点[零一二三四五六七八九]+)?)/gu,
    read: (m) => {
      const [whole = '', part] = (m[1] ?? '').split('点');
      const base = whole === '百' ? 100 : readNumber(whole);
      const tenths = part === undefined ? 0 : readNumber(part.slice(0, 1));
      return base === undefined || tenths === undefined ? undefined : base + tenths / 10;
    },
  },
  {
    pattern:
      /([一二两三四五六七八九十\d])成([一二三四五六七八九半])?(?=$|[^\p{Script=Han}]|左右|以上|多|了|的|已|任务|进度|工程|工作)/gu,
    read: (m) => {
      const tens = readNumber(m[1] ?? '');
      const rest = m[2] === '半' ? 5 : m[2] === undefined ? 0 : readNumber(m[2]);
      return tens === undefined || rest === undefined ? undefined : tens * 10 + rest;
    },
  },
  {
    pattern: /([二三四五六七八九十\d]+)分之([一二两三四五六七八九\d]+)/gu,
    read: (m) => {
      const [whole, part] = [readNumber(m[1] ?? ''), readNumber(m[2] ?? '')];
      return whole && part !== undefined ? Math.round((part / whole) * 1000) / 10 : undefined;
    },
  },
  {
    pattern:
      /(?<=进度|完成率|完成度|完成比例)(?:约|大约|达到?|到|为|是)?(\d{1,3}(?:\.\d+)?)(?![\d.%月号日项个家万亿点:])/gu,
    read: (m) => (Number(m[1]) <= 100 ? Number(m[1]) : undefined),
  },
  {
    // 39/42, 3.8/6公里: so many of so many; 5/20 may be a day.
    pattern: /(?<![\d./])(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)(?![\d/.])/gu,
    read: (m) => {
      const [part, whole] = [Number(m[1]), Number(m[2])];
      const isDay = /^\d+\/\d+$/u.test(m[0]) && part <= 12 && whole <= 31;
      return isDay || part > whole ? undefined : Math.round((part / whole) * 1000) / 10;
    },
  },
  { pattern: /一半/gu, read: () => 50 },
];

/** Shares of the whole in a folded text, in the order written; growth rates too: the words around decide. */
export function readShares(text: string): Share[] {
  const found: Share[] = [];
  for (const { pattern, read } of SHARES) {
    for (const m of text.matchAll(pattern)) {
      const percent = read(m);
      const taken = found.some(
        (f) => m.index < f.at + f.text.length && f.at < m.index + m[0].length,
      );
      if (percent !== undefined && !taken) found.push({ percent, text: m[0], at: m.index });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
