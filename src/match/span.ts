import { readNumber } from '../text/number.ts';

/** Values from `min` to `max`; an open end leaves its own value out. Unbounded ends are infinite. */
export type Span = { min: number; max: number; minOpen?: boolean; maxOpen?: boolean };

export const atLeast = (min: number, open = false): Span => ({ min, max: Infinity, minOpen: open });
export const atMost = (max: number, open = false): Span => ({ min: -Infinity, max, maxOpen: open });
export const exactly = (value: number): Span => ({ min: value, max: value });

/** 连续三年, 近三年……均, 近三年每年: in each of so many years; undefined where no run of years is meant. */
export function yearsOnEnd(phrase: string): number | undefined {
  const n = RUN.exec(phrase)
    ?.slice(1)
    .find((m) => m !== undefined);
  return n === undefined ? undefined : readNumber(n);
}

const N = '([一二三四五两\\d])';
const RUN = new RegExp(
  `连续${N}个?(?:会计|自然)?年|(?:近|最近|前|上)${N}个?(?:会计|自然)?年度?[^，。；]{0,20}?(?:均|每年|各年|都|连续|分别)`,
  'u',
);

/** 近三年, 两年内, 上年度: within how many years back, this one being the first. Pure. */
export function yearsBack(phrase: string): number | undefined {
  const n = BACK.exec(phrase)
    ?.slice(1)
    .find((m) => m !== undefined);
  if (n !== undefined) return readNumber(n);
  return /上一?(?:会计|自然)?年度?|去年/u.test(phrase)
    ? 2
    : /[当本](?:会计|自然)?年|申报年/u.test(phrase)
      ? 1
      : undefined;
}

const BACK =
  /(?:近|最近|前|过去|上)([一二三四五六七八九十两\d]+)个?(?:会计|自然)?年|([一二三四五六七八九十两\d]+)个?(?:会计|自然)?年度?(?:之|以)?内/u;

/** What says no more than that it holds in each year. */
export const ON_END = /连续|保持|均|每年|各年|都/gu;

/** Everything in `inner` lies in `outer`. */
export function within(inner: Span, outer: Span): boolean {
  const low =
    inner.min > outer.min ||
    (inner.min === outer.min && (!outer.minOpen || inner.minOpen === true));
  const high =
    inner.max < outer.max ||
    (inner.max === outer.max && (!outer.maxOpen || inner.maxOpen === true));
  return low && high;
}

/** Nothing lies in both. */
export function apart(a: Span, b: Span): boolean {
  const before = (x: Span, y: Span) =>
    x.max < y.min || (x.max === y.min && (x.maxOpen === true || y.minOpen === true));
  return before(a, b) || before(b, a);
}

/** What lies outside of a span that is bounded on one side; undefined for one bounded on both. */
export function outside(span: Span): Span | undefined {
  if (span.max === Infinity && span.min !== -Infinity) return atMost(span.min, !span.minOpen);
  if (span.min === -Infinity && span.max !== Infinity) return atLeast(span.max, !span.maxOpen);
  return undefined;
}
