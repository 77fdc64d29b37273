import type { Fact, Facts } from './facts.ts';
import type { Span } from './span.ts';
import { subjectOf } from './subjects.ts';
import { words } from './wording.ts';

/** Sums whose growth documents ask for, with the names of its rate and its amount. */
const GROWN = [
  ['revenue', 'growth', 'revenue-rise'],
  ['output', 'output-growth', 'output-rise'],
  ['rd-spend', 'rd-growth', 'rd-rise'],
] as const;

/**
 * By how much a figure has grown over the year before, in per cent and in yuan, where both years were said and nothing else
 * says it. Spans reckon with their ends: what was not said exactly stays a span. Pure.
 */
export function readGrowth(facts: Facts): Facts {
  const grown = GROWN.flatMap(([id, rate, rise]): [string, Fact][] => {
    const fact = facts.get(id);
    if (!fact || !('span' in fact)) return [];
    const ago = fact.ago ?? 0;
    const before = fact.earlier?.find((year) => year.ago === ago + 1);
    if (!before || !(before.span.min > 0)) return [];
    const share = spanOf((now, then) => round((now / then - 1) * 100), fact.span, before.span);
    const sum = spanOf((now, then) => now - then, fact.span, before.span);
    const of = { ago, text: words.grown(subjectOf(rate)?.label ?? '', share) };
    return [
      [rate, { ...of, subject: rate, span: share }],
      [rise, { ...of, subject: rise, span: sum }],
    ];
  });
  return new Map(grown);
}

const spanOf = (by: (now: number, then: number) => number, now: Span, then: Span): Span => ({
  min: by(now.min, then.max),
  max: by(now.max, then.min),
  minOpen: now.minOpen === true || then.maxOpen === true,
  maxOpen: now.maxOpen === true || then.minOpen === true,
});

const round = (value: number) => Math.round(value * 100) / 100;
