import { dropReadings, simplify } from '../text/fold.ts';

const gbk = new TextDecoder('gb18030');

/** GB 2312 code points of the numerals that number a heading. */
const NUMERALS: [string, number, number][] = [
  ['一', 0xd2, 0xbb],
  ['二', 0xb6, 0xfe],
  ['三', 0xc8, 0xfd],
  ['四', 0xcb, 0xc4],
  ['五', 0xce, 0xe5],
  ['六', 0xc1, 0xf9],
  ['七', 0xc6, 0xdf],
  ['八', 0xb0, 0xcb],
  ['九', 0xbe, 0xc5],
  ['十', 0xca, 0xae],
];

/** A character of two bytes, or nothing where old converters dropped what GBK does not assign. */
function old(first: number, second: number): string {
  const char = gbk.decode(new Uint8Array([first, second]));
  return /[\ufffd\ue000-\uf8ff\u0080-\u009f]|^.{2,}$/u.test(char) ? '' : char;
}

/**
 * `（一）` read one byte late, as web pages of mixed encodings leave it: `。ㄒ唬`, `。ǘ`, `。ㄈ`. The closing bracket's
 * second byte may have swallowed an ASCII character, which the broken one still tells: `。ǘ﹛xxx年` was `（二）xxxx年`.
 */
const HEADS = NUMERALS.map(([numeral, first, second]) => ({
  numeral,
  broken: `。${old(0xa8, first)}${old(second, 0xa3)}`,
})).filter((h) => h.broken.length > 1);

const SWALLOWED = new Map(
  Array.from({ length: 0x7f - 0x40 }, (_, i) => [
    old(0xa9, 0x40 + i),
    String.fromCharCode(0x40 + i),
  ]),
);

function repairHead(line: string): string {
  const head = HEADS.find((h) => line.startsWith(h.broken));
  if (!head) return line;
  const rest = line.slice(head.broken.length);
  const swallowed = SWALLOWED.get(rest.slice(0, 1));
  return `（${head.numeral}）${swallowed ? swallowed + rest.slice(1) : rest}`;
}

/** `。縣` read one byte late is `？h`: the mark keeps the first byte of the character, the letter is its second. */
const SHIFTED = /(?<=\p{Script=Han})[?？]([@-~])(?=[\p{Script=Han}“‘（(《])/gu;

function repairShifted(line: string): string {
  return line.replace(SHIFTED, (whole, low: string) => {
    const char = old(0xbf, low.charCodeAt(0));
    return /^\p{Script=Han}$/u.test(char) ? `。${char}` : whole;
  });
}

const MARKS: Record<string, string> = { ',': '，', ';': '；' };

/**
 * The text as it is shown to people: heads broken by a wrong decoding mended, readings in brackets removed, Simplified,
 * marks between Chinese characters in their Chinese form, residue of word processors removed. Figures stay as written.
 */
export function repair(raw: string): string {
  const lines = raw
    .replace(/\[bookmark: [^\]]*\]/g, '')
    .split('\n')
    .map((line) => repairShifted(repairHead(line.trim())));
  return simplify(dropReadings(lines.join('\n')))
    .replace(
      /(?<=[\p{Script=Han}“”‘’）》%])\s*([,;])\s*/gu,
      (_, mark: string) => MARKS[mark] ?? mark,
    )
    .replace(/[ \t\u3000]+$/gm, '');
}
