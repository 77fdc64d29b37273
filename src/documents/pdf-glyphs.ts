/** One character with its estimated place on the page, in points from the lower left. */
export type Glyph = { char: string; x: number; right: number; y: number; size: number };

/** One printed line. */
export type Line = { text: string; x: number; right: number; y: number; size: number };

type Item = { str: string; transform: number[]; width: number; height: number };

/** Radicals that some programs write into a PDF's text for the characters they look like; NFKC knows the other block. */
const RADICALS = new Map(
  '⺠民 ⺟母 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟 ⻯竜 ⺌小 ⺝月 ⺼肉 ⻌辶 ⻏阝 ⻖阝 ⻗雨 ⻙韦 ⻪黾'
    .split(' ')
    .map(([radical = '', character = '']) => [radical, character]),
);

function plainCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf]/gu, (c) => c.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (c) => RADICALS.get(c) ?? c)
    .replaceAll('⸺', '——');
}

/**
 * Characters of a text run. Runs overlap (a quotation mark is often drawn apart, over a blank left for it), so lines
 * can only be put together character by character.
 */
export function glyphsOf(item: Item): Glyph[] {
  const chars = [...plainCharacters(item.str)];
  const x = item.transform[4] ?? 0;
  const y = item.transform[5] ?? 0;
  const size = item.height || Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
  const weights = chars.map((c) => ((c.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2));
  const unit =
    item.width /
    Math.max(
      1,
      weights.reduce((a, b) => a + b, 0),
    );
  let at = x;
  return chars.map((char, i) => {
    const left = at;
    at += unit * (weights[i] ?? 1);
    return { char, x: left, right: at, y, size };
  });
}

/** Puts glyphs into lines from the top, each line's characters from the left. */
export function linesOf(glyphs: Glyph[]): Line[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - glyph.y < Math.max(2, first.size * 0.45)) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => {
    const line = toLine(row.sort((a, b) => a.x - b.x));
    return line ? [line] : [];
  });
}

function toLine(row: Glyph[]): Line | undefined {
  const printed = row.filter((g) => g.char.trim() !== '');
  const first = printed[0];
  const last = printed.at(-1);
  if (!first || !last) return undefined;
  let text = '';
  let previous: Glyph | undefined;
  for (const glyph of printed) {
    const gap = previous ? glyph.x - previous.right : 0;
    const latin = previous && /[\w.]/.test(previous.char) && /\w/.test(glyph.char);
    if (gap > glyph.size * 1.5) text += '\t';
    else if (gap > glyph.size * 0.15 && (latin || blankBetween(row, previous, glyph))) text += ' ';
    text += glyph.char;
    previous = glyph;
  }
  const size = Math.max(...printed.map((g) => g.size));
  return { text, x: first.x, right: last.right, y: first.y, size };
}

/** Whether the writer put a blank between two characters: a gap alone may come from spreading a line to its width. */
function blankBetween(row: Glyph[], before: Glyph | undefined, glyph: Glyph): boolean {
  const isBlank = row[row.indexOf(glyph) - 1]?.char.trim() === '';
  return isBlank && [before, glyph].every((g) => /\p{Script=Han}/u.test(g?.char ?? ''));
}

/** `2.` after a full stop, 配合单位： */
const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d)))/u;
const LABEL =
  /^(?:牵头|配合|责任|主办|协办|承办|参与|分管|完成|办结|整改)(?:单位|部门|领导|人|科室|股室|时限|时间)?[:：]/u;

/** Whether a line begins an item or a field of its own, though the one before reaches the edge. */
function beginsItem(before: string, line: string): boolean {
  return LABEL.test(line) || (ITEM.test(line) && /[。；;：:）)]$/u.test(before));
}

/**
 * Joins lines that were only wrapped: one that reaches the right edge (up to two characters, as a mark may not begin
 * a line) goes on in the next; a shorter one ends where its writer ended it, and its break is kept.
 */
export function unwrap(lines: Line[], rightEdge: number, isNew: (line: Line) => boolean): string {
  let text = '';
  let previous: Line | undefined;
  for (const line of lines) {
    const reaches = previous && rightEdge - previous.right < previous.size * 1.9;
    const wrapped = previous && reaches && !isNew(line) && !beginsItem(previous.text, line.text);
    if (previous && !wrapped) text += '\n';
    else if (previous && /\w$/.test(text) && /^[A-Za-z]/.test(line.text)) text += ' ';
    text += line.text;
    previous = line;
  }
  return text;
}
