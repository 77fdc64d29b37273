import { type Figure, readFigures } from '../policy/figures.ts';
import { unscaled } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { FIGURES } from './figure-subjects.ts';
import { atLeast, atMost, type Span } from './span.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** A figure with what it is of and how it bounds it. */
export type Bound = {
  subject: Subject;
  span: Span;
  text: string;
  /** 1亿元、5亿元、10亿元: all bounds of a scale, in the subject's count; `span` holds for the first. */
  steps?: number[];
};

/** A figure in the subject's own count: yuan, per cent, pieces, years; undefined where its unit does not fit. */
function valueIn(kind: SubjectKind, figure: Pick<Figure, 'value' | 'unit'>): number | undefined {
  const { value, unit } = figure;
  const { value: scaled, unit: bare } = unscaled(figure);
  switch (kind) {
    case 'money':
      return bare === '元' || (bare === '' && unit !== '') ? round(scaled) : undefined;
    case 'share':
      return unit === '%' || unit === '个百分点' || unit === '百分点'
        ? value
        : unit === '‰'
          ? value / 10
          : undefined;
    case 'count':
      return /^(?:余?[件项个名人家张份套台]|人次)$/.test(bare) ? scaled : undefined;
    case 'years':
      return unit === '年' ? value : unit === '个月' ? value / 12 : undefined;
    case 'flag':
    case 'incident':
      return undefined;
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

/** 8000万 said without 元 is a sum too. */
const BARE_SUM = new RegExp(
  verbose`
    ([\d一二三四五六七八九十百千]+(?:,\d{3})*(?:\.\d+)?)\s*([万亿]+)
    (?![元美吨家户个人名件份张台辆座处所条次批种类套只支千平亩度股倍\d一二三四五六七八九])
  `,
  'gu',
);

type Comparison = { words: RegExp; span: (value: number) => Span; example: string };

/** Before the figure. Negated ones first: 不超过 is no 超过. */
const BEFORE: readonly Comparison[] = [
  {
    words: /(?:不(?:得)?(?:低|少|小)于|不少|不低|至少|最低|≥|>=|大于等于)\s*$/,
    span: (v) => atLeast(v),
    example: '不低于',
  },
  {
    words: /(?:不(?:得)?(?:超过|高于|大于|多于|超出)|至多|最多|最高|≤|<=|小于等于)\s*$/,
    span: (v) => atMost(v),
    example: '不超过',
  },
  { words: /(?:超过|大于|高于|多于|超出|>)\s*$/, span: (v) => atLeast(v, true), example: '超过' },
  {
    words: /(?:低于|小于|少于|不到|不足|未满|不满|没到|<)\s*$/,
    span: (v) => atMost(v, true),
    example: '低于',
  },
  {
    words: /(?:达到?|突破|首次达|首次突破|满|年满|实现)\s*$/,
    span: (v) => atLeast(v),
    example: '达到',
  },
];

/** Behind the figure. */
const BEHIND: readonly Comparison[] = [
  {
    words: /^\s*(?:[（(]含(?:本数)?[）)])?(?:及|或)?以上|^\s*起/,
    span: (v) => atLeast(v),
    example: '以上',
  },
  {
    words: /^\s*[（(]不含(?:本数)?[）)]以上/,
    span: (v) => atLeast(v, true),
    example: '（不含）以上',
  },
  {
    words: /^\s*(?:[（(]含(?:本数)?[）)])?(?:及|或)?(?:以下|以内|之内)/,
    span: (v) => atMost(v),
    example: '以下',
  },
  {
    words: /^\s*[（(]不含(?:本数)?[）)](?:以下|以内)/,
    span: (v) => atMost(v, true),
    example: '（不含）以下',
  },
];

const RANGE = /^\s*(?:[（(]含[）)])?\s*(?:至|到|-|—|–|~|～)+\s*$/;

/**
 * The bounds that a phrase sets: each figure with the subject that stands before it, or right behind it (3件以上发明专利).
 * `bare`: how a figure without a comparing word is taken; a firm's own word is exact, a document's says nothing.
 */
export function readBounds(phrase: string, bare?: (value: number) => Span): Bound[] {
  const text = phrase
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=[\d十百千])[来多余](?=[万亿])/gu, '')
    .replace(/一年半/gu, '18个月')
    .replace(/(?<![上下前后])半年/gu, '6个月')
    .replace(/(?<=[满足过到干做])一年/gu, '12个月')
    .replace(BARE_SUM, (whole) => `${whole}元`);
  // 产值2023年9亿元: the year is no figure of the firm.
  const figures = readFigures(text).filter((f) => !(f.unit === '年' && f.value > 1900));
  const found: Bound[] = [];
  let last: { end: number; subject?: Subject; bound?: Bound } = { end: 0 };
  for (const figure of figures) {
    const end = figure.at + figure.text.length;
    const between = text.slice(last.end, figure.at);
    // 1亿元、5亿元、10亿元: steps of one scale; the first one is what must be reached.
    const isStep = last.bound !== undefined && /^\s*[、/]\s*$/.test(between);
    if (isStep) {
      const { bound } = last;
      const step = bound && valueIn(bound.subject.kind, figure);
      if (bound && step !== undefined) bound.steps = [...(bound.steps ?? [bound.span.min]), step];
      last = { ...last, end };
      continue;
    }
    const behind = text.slice(end);
    const named =
      hiredBefore(between, figure) ??
      nameBehind(behind, figure, ['count']) ??
      nameBefore(between, figure) ??
      nameBehind(behind, figure, ['money']);
    const isRange = last.subject !== undefined && RANGE.test(between);
    const subject = isRange
      ? last.subject
      : (named ?? tenureAfter(last.subject, between) ?? inherited(last.subject, between, figure));
    const value = subject && valueIn(subject.kind, figure);
    if (!subject || value === undefined) {
      last = { end };
      continue;
    }
    if (isRange && last.bound) {
      last.bound.span = {
        ...last.bound.span,
        min: last.bound.span.min,
        max: value,
        maxOpen: false,
      };
      if (last.bound.span.min === -Infinity) last.bound.span.min = value;
      last.bound.text = phrase;
      last = { ...last, end };
      continue;
    }
    const span =
      compare(between, text.slice(end), value) ??
      rangeStart(text.slice(end), value) ??
      bare?.(value);
    const bound = span && { subject, span, text: phrase };
    if (bound) found.push(bound);
    last = { end, subject, ...(bound ? { bound } : {}) };
  }
  return found.filter((b) => !(b.span.min === -Infinity && b.span.max === Infinity));
}

/** 2000万元至1亿元: the first figure opens the range. */
function rangeStart(behind: string, value: number): Span | undefined {
  return /^\s*(?:[（(]含[）)])?\s*(?:至|到|-|—|–|~|～)+\s*\d/.test(behind)
    ? atLeast(value)
    : undefined;
}

function compare(before: string, behind: string, value: number): Span | undefined {
  const after = BEHIND.find((c) => c.words.test(behind));
  if (after) return after.span(value);
  const span = BEFORE.find((c) => c.words.test(before))?.span(value);
  // 小于5000万元（含）: the bound itself belongs to it.
  return span && /^\s*[（(]含/.test(behind) ? { ...span, minOpen: false, maxOpen: false } : span;
}

/** The subject that stands nearest before a figure and whose unit fits it. */
function nameBefore(before: string, figure: Figure): Subject | undefined {
  let best: { subject: Subject; at: number } | undefined;
  for (const subject of FIGURES) {
    if (valueIn(subject.kind, figure) === undefined) continue;
    const all = [...before.matchAll(new RegExp(subject.names.source, 'gu'))];
    const m = all.at(-1);
    // Of two that reach as far the narrower one, which stands first in the table.
    if (m && (!best || m.index + m[0].length > best.at))
      best = { subject, at: m.index + m[0].length };
  }
  return best?.subject;
}

/** 新招20个工人: these are not all of the staff. */
function hiredBefore(before: string, figure: Figure): Subject | undefined {
  const named = nameBefore(before, figure);
  return named?.id === 'hires' ? named : undefined;
}

/** 新招20人满半年: how long they have stayed. */
const tenureAfter = (last: Subject | undefined, between: string) =>
  last?.id === 'hires' && /^[^，。；]{0,6}(?:满|超过|不到|足)\s*$/u.test(between)
    ? FIGURES.find((s) => s.id === 'tenure')
    : undefined;

/** 3件以上有效发明专利, 400万元的生产设备. */
function nameBehind(behind: string, figure: Figure, kinds: SubjectKind[]): Subject | undefined {
  const near =
    /^(?:[（(]含[）)])?(?:及?以上|以下|以内|多|余)?的?(?:有效|授权|自主|国内|核心|生产|年){0,2}([^，。；、]{2,12})/u.exec(
      behind,
    )?.[1] ?? '';
  return FIGURES.find(
    (s) =>
      kinds.includes(s.kind) &&
      valueIn(s.kind, figure) !== undefined &&
      new RegExp(`^(?:${s.names.source})`, 'u').test(near),
  );
}

/** 研发费用不低于300万元且不超过…: a second bound without a name of its own. */
function inherited(
  subject: Subject | undefined,
  between: string,
  figure: Figure,
): Subject | undefined {
  if (!subject || valueIn(subject.kind, figure) === undefined) return undefined;
  return /^[^，。；]{0,4}(?:且|并|但|，)?\s*(?:不|低|高|小|大|≤|≥)/.test(between) &&
    between.length <= 10
    ? subject
    : undefined;
}
