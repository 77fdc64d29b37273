import { fold } from '../text/fold.ts';
import { NUMBER, readNumber } from '../text/number.ts';
import { readFigures } from './figures.ts';

/**
 * Words a sentence may be joined with that need not stand in its source: they add no fact, no name and no order. Whatever
 * else is said, negations included, has to stand in the cited text.
 */
const JOINING = new Set(
  '根据 按照 依据 对于 关于 可以 能够 可 对 的 和 与 及 或 或者 以及 并 且 并且 其中 此外 同时 另外 而 则 即 为 是 有 在 由 于 从 向 至 到 按 以 等 如下 包括 分别 需要 需 须 应 应当 该 这 其 上述 文件 规定 明确 条款 如果 若 时 后 前 内 中 也 还 均 都 每 各 一 个 了 着 得 给 将 被 把 所 之 就 时候 情况 情形 方面 相关 具体 表示 指出 提出 标准 金额 方式'.split(
    ' ',
  ),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const RUN = /[a-z0-9]+/g;

/** Marks that a sentence of an answer may hold: no markup, no mention, no link. */
const PLAIN = /^[\p{Script=Han}\p{Nd}a-zA-Z\s，。、；：:,.;%‰“”‘’（）()《》〔〕【】\-—~～·/℃²]*$/u;

const NEGATIONS = /[不未无非免禁停撤拒]\p{Script=Han}/gu;

/** `title` is the document's, with its 文号: both may be named beside what the text says. */
export type Source = { text: string; title: string };

/**
 * Whether a sentence says nothing that its sources do not say: every number with its unit, every word, every name in
 * marks, every negation stands in the cited text, and a figure stands beside the words it stands beside there.
 */
export function isFaithful(sentence: string, sources: Source[]): boolean {
  if (!PLAIN.test(sentence)) return false;
  const said = fold(sentence);
  const text = fold(sources.map((s) => s.text).join('\n'));
  const all = fold(sources.map((s) => `${s.title}\n${s.text}`).join('\n'));
  return (
    namesOf(sentence).every((name) => all.includes(fold(name))) &&
    [...said.matchAll(RUN)].every(([run]) => hasRun(all, run)) &&
    [...said.matchAll(NEGATIONS)].every(([pair]) => text.includes(pair)) &&
    numbersOf(said).every((n) => numbersOf(all).includes(n)) &&
    wordsOf(said).every((word) => JOINING.has(word) || all.includes(word)) &&
    figuresStandAlike(sentence, sources)
  );
}

const hasRun = (text: string, run: string) =>
  new RegExp(`(?<![a-z0-9])${run}(?![a-z0-9])`).test(text) ||
  (/^\d+$/.test(run) && text.includes(run));

/** What stands in quotation or book-title marks. */
const namesOf = (text: string) =>
  [...text.matchAll(/[“《【〔]([^”》】〕]+)[”》】〕]/g)].map((m) => m[1] ?? '');

/** Values of all numbers, 一万 and 10000 alike. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(new RegExp(NUMBER, 'gu'))].flatMap((m) => {
    // 一 of 一次性, 一个: a word, no number.
    const value = /^[一两]$/.test(m[0]) ? undefined : readNumber(m[0]);
    return value === undefined ? [] : [value];
  });
}

/** Words of two characters and more, and single ones; figures and marks left out. */
const wordsOf = (text: string) =>
  [...segmenter.segment(text.replace(new RegExp(NUMBER, 'gu'), ' '))]
    .filter((s) => s.isWordLike && /\p{Script=Han}/u.test(s.segment))
    .map((s) => s.segment);

const CLAUSE = /[，,；;。\n]/;

const clausesOf = (text: string) => text.split(CLAUSE).filter((c) => c.trim() !== '');

/** 首次认定奖励25万元，重新认定奖励10万元: neither sum may change its words. */
function figuresStandAlike(sentence: string, sources: Source[]): boolean {
  const there = sources.flatMap((s) => clausesOf(s.text));
  const holding = (figure: string) => there.filter((c) => figuresOf(c).includes(figure));
  return clausesOf(sentence).every((clause) =>
    figuresOf(clause).every((figure) => {
      const own = holding(figure);
      if (own.length === 0) return false;
      const ownText = fold(own.join('\n'));
      const others = fold(
        there.filter((c) => figuresOf(c).length > 0 && !own.includes(c)).join('\n'),
      );
      return wordsOf(fold(clause)).every(
        (word) => JOINING.has(word) || ownText.includes(word) || !others.includes(word),
      );
    }),
  );
}

/** Figures with their units in one form: 25万元 and 二十五万元 alike. */
const figuresOf = (text: string) =>
  readFigures(text).map(({ value, unit }) => {
    const scale = /^[万亿]+/.exec(unit)?.[0] ?? '';
    const factor = readNumber(`1${scale}`) ?? 1;
    return `${Math.round(value * factor * 1e6) / 1e6}${unit.slice(scale.length).replace(/^％$/, '%')}`;
  });
