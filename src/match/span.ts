/** Values from `min` to `max`; an open end leaves its own value out. Unbounded ends are infinite. */
export type Span = { min: number; max: number; minOpen?: boolean; maxOpen?: boolean };

export const atLeast = (min: number, open = false): Span => ({ min, max: Infinity, minOpen: open });
export const atMost = (max: number, open = false): Span => ({ min: -Infinity, max, maxOpen: open });
export const exactly = (value: number): Span => ({ min: value, max: value });

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
