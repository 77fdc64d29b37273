/** What a mark makes of a unit. */
export type Part = 'lead' | 'coop' | 'responsible';

/** Signs with which tables mark a unit's part. */
export const SIGN = '[★☆●○◎⊙◉▲△▼▽√✓✔☑■□◆◇※]';

const WORDS: [Part, string][] = [
  ['lead', '牵头|主办|主责|主抓'],
  ['coop', '配合|协办|协同|协助|会办|参与'],
  ['responsible', '责任|负责|承办|落实'],
];

const HEADED = /^\s*(?:[（(【]?\s*)?(?:备?注|附注|图例|说明|标注|符号|标识)/u;
/** What is longer tells of the work, and its signs are bullets. */
const LONGEST = 120;
/** From the strongest to the weakest; tried in this order. */
const MARKS = [/[；;。]/u, /[，,]/u, /[、\s]/u];
const TOKEN = new RegExp(
  `(?<signs>${SIGN}(?:[、/和及或与\\s]*${SIGN})*)|${WORDS.map(([part, words]) => `(?<${part}>${words})`).join('|')}`,
  'gu',
);
/** 其余为配合单位: the marks that are not named. */
const REST = /其[他它余]|未标|没有?标/u;

type Token = { signs: string[] } | { part: Part };
type Said = { sign: string | 'rest'; part: Part }[];

/**
 * What the signs of a table stand for, as the lines in and around it say (★为牵头单位, 牵头单位打★, 牵头（★）、配合（▲）, 图例：★
 * 牵头 ▲ 配合), those that are headed as a legend first. A sign that is explained in two ways, or in a sentence that cannot be
 * taken apart, is left out: nobody knows. Pure.
 */
export function readLegend(lines: string[], signs: string[]): Map<string, Part> {
  const short = lines.filter((l) => l.length <= LONGEST && signs.some((s) => l.includes(s)));
  const headed = explained(
    short.filter((l) => HEADED.test(l)),
    signs,
  );
  return headed.size > 0 ? headed : explained(short, signs);
}

function explained(lines: string[], signs: string[]): Map<string, Part> {
  const said = lines.flatMap((line) => readLine(line) ?? []);
  const of = (sign: string) => new Set(said.flatMap((s) => (s.sign === sign ? [s.part] : [])));
  const [rest] = of('rest');
  return new Map(
    signs.flatMap((sign): [string, Part][] => {
      const [part = rest, second] = of(sign);
      return part && !second ? [[sign, part]] : [];
    }),
  );
}

/** Undefined where it cannot be told which sign a role goes with. */
function readLine(text: string, level = 0): Said | undefined {
  const tokens = tokensOf(text);
  const parts = [...new Set(tokens.flatMap((t) => ('part' in t ? [t.part] : [])))];
  const signs = tokens.flatMap((t) => ('signs' in t ? [t.signs] : []));
  const [part, second] = parts;
  if (signs.length === 0) return part && REST.test(text) ? [{ sign: 'rest', part }] : [];
  if (!part) return undefined;
  if (!second && signs.length === 1) return signs.flat().map((sign) => ({ sign, part }));
  const mark = MARKS[level];
  if (!mark) return inTurn(tokens);
  const pieces = text.split(mark).map((piece) => readLine(piece, level + 1));
  const isRead = pieces.every((p) => p !== undefined);
  return isRead ? pieces.flat() : inTurn(tokens);
}

/** ★牵头▲配合 or 牵头★配合▲: sign and role take turns to the end. */
function inTurn(tokens: Token[]): Said | undefined {
  if (tokens.length % 2 !== 0) return undefined;
  const said: Said = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const pair = tokens.slice(i, i + 2);
    const role = pair.find((t) => 'part' in t);
    const run = pair.find((t) => 'signs' in t);
    const isTurned = i > 0 && 'part' in (pair[0] ?? {}) !== 'part' in (tokens[0] ?? {});
    if (!role || !run || isTurned) return undefined;
    said.push(...run.signs.map((sign) => ({ sign, part: role.part })));
  }
  return said;
}

/** Runs of signs and words of roles in their order; 牵头责任单位 is one word, and 责任 beside another role says nothing. */
function tokensOf(text: string): Token[] {
  const all = [...text.matchAll(TOKEN)].map(({ groups = {} }): Token => {
    const { signs } = groups;
    if (signs !== undefined)
      return { signs: [...signs.matchAll(new RegExp(SIGN, 'gu'))].map((m) => m[0]) };
    return { part: WORDS.find(([part]) => groups[part] !== undefined)?.[0] ?? 'responsible' };
  });
  const isSaid = all.some((t) => 'part' in t && t.part !== 'responsible');
  const telling = all.filter((t) => !(isSaid && 'part' in t && t.part === 'responsible'));
  return telling.filter((t, i) => {
    const before = telling[i - 1];
    return !(before && 'part' in t && 'part' in before && t.part === before.part);
  });
}
