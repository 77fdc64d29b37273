import type { Glyph } from './pdf-glyphs.ts';
import type { Rule } from './pdf-rules.ts';

type Span = { from: number; to: number };
/** A printed line cut at its wide blanks. */
type Cut = { y: number; size: number; spans: Span[]; glyphs: Glyph[] };

/** Fewer columns are running text with a gap in it. */
const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 3;
/** The narrowest blank between two columns, in characters; figures stand nearer to characters than that. */
const GUTTER = 0.35;

/**
 * Lines that stand in for those a table without frame does not draw: between the columns that stay apart over all its
 * printed lines, and, where it draws none across either, above each line that begins a row.
 */
export function inferRules(glyphs: Glyph[], drawn: Rule[]): Rule[] {
  const lines = cutLines(glyphs);
  const rules: Rule[] = [];
  for (let at = 0; at < lines.length; at++) {
    const region = growRegion(lines, at);
    if (!region) continue;
    rules.push(...frame(region.lines, region.columns, drawn));
    at += region.lines.length - 1;
  }
  return rules;
}

function cutLines(glyphs: Glyph[]): Cut[] {
  const lines: Cut[] = [];
  for (const glyph of glyphs.filter((g) => g.char.trim() !== '').sort((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last && last.y - glyph.y < Math.max(2, glyph.size * 0.45)) last.glyphs.push(glyph);
    else lines.push({ y: glyph.y, size: glyph.size, spans: [], glyphs: [glyph] });
  }
  for (const line of lines) {
    line.glyphs.sort((a, b) => a.x - b.x);
    line.spans = joinSpans(
      line.glyphs.map((g) => ({ from: g.x, to: g.right })),
      line.size * GUTTER,
    );
  }
  return lines;
}

function joinSpans(spans: Span[], gap: number): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from - last.to < gap) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

/** The lines from `at` on that keep apart the columns of the first of them. */
function growRegion(lines: Cut[], at: number): { lines: Cut[]; columns: Span[] } | undefined {
  const head = lines[at];
  if (!head || head.spans.length < FEWEST_COLUMNS) return undefined;
  let columns = head.spans;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line) break;
    const next = joinSpans([...columns, ...line.spans], line.size * GUTTER);
    if (next.length < head.spans.length) break;
    columns = next;
  }
  const region = lines.slice(at, end);
  const inColumns = region.filter((l) => l.spans.length >= 2).length;
  return columns.length === head.spans.length && inColumns >= FEWEST_LINES
    ? { lines: region, columns }
    : undefined;
}

function frame(lines: Cut[], columns: Span[], drawn: Rule[]): Rule[] {
  const size = lines[0]?.size ?? 10;
  const left = (columns[0]?.from ?? 0) - size;
  const right = (columns.at(-1)?.to ?? 0) + size;
  const top = (lines[0]?.y ?? 0) + size * 1.3;
  const bottom = (lines.at(-1)?.y ?? 0) - size * 0.6;
  const xs = columns.slice(1).map((c, i) => ((columns[i]?.to ?? 0) + c.from) / 2);
  const across = drawn.filter((r) => r.y1 === r.y2 && r.y1 < top && r.y1 > bottom);
  const ys = across.length >= 2 ? [] : rowTops(lines, columns);
  return [
    ...[left, ...xs, right].map((x) => ({ x1: x, y1: bottom, x2: x, y2: top })),
    ...[top, ...ys, bottom].map((y) => ({ x1: left, y1: y, x2: right, y2: y })),
  ];
}

/**
 * A row begins where an item's number stands first in a column; without numbers, after a wider blank. Its upper edge is
 * half way from the last line of the widest column before it: other cells stand in the middle of their rows.
 */
function rowTops(lines: Cut[], columns: Span[]): number[] {
  const widest = columns.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const written = lines.filter((line) => textIn(line, widest) !== '');
  const begins = written.map((line) =>
    columns.some((c) => /^(?:\d{1,3}|\d{1,3}[.、．].*)$/u.test(textIn(line, c))),
  );
  const gaps = written.slice(1).map((line, i) => (written[i]?.y ?? 0) - line.y);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const numbered = begins.filter(Boolean).length >= FEWEST_LINES;
  return gaps.flatMap((gap, i) => {
    const line = written[i + 1];
    const starts = i === 0 || (numbered ? begins[i + 1] : gap > usual * 1.3);
    return starts && line ? [line.y + gap / 2 + line.size * 0.35] : [];
  });
}

function textIn(line: Cut, column: Span): string {
  return line.glyphs
    .filter((g) => g.x >= column.from - 1 && g.right <= column.to + 1)
    .map((g) => g.char)
    .join('');
}
