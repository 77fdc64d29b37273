import { readNumber } from '../text/number.ts';
import type { Passage } from './queries.ts';

const N = '[一二三四五六七八九十百零〇\\d]+';
const ARTICLE = new RegExp(`^(第${N}章)?第(${N})条(?:第${N}款)?(?:第?[（]?(${N})[）]?项?)?$`);
const PART = new RegExp(`^第(${N})(?:部分|大?点|项)(?:第?[（]?(${N})[）]?[项条点款])?$`);

/** 第五条, 第5条第（二）项, 一（二）, 第一部分第二项, 附件2/三: a place as a document writes it, or undefined. */
export function readPath(said: string): string | undefined {
  const text = said
    .replace(/\s/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    // 第（七）条 is what people call （七）.
    .replace(new RegExp(`第（(${N})）条`), '第$1条');
  const article = ARTICLE.exec(text);
  if (article)
    return `${article[1] ?? ''}第${article[2]}条${article[3] ? `（${article[3]}）` : ''}`;
  const part = PART.exec(text);
  if (part) return `${part[1]}${part[2] ? `（${part[2]}）` : ''}`;
  return /^(?:附件\d*\/)?(?:第.{1,3}章|[一二三四五六七八九十]+|（[一二三四五六七八九十\d]+）|\d{1,2}|[、.])+$/u.test(
    text,
  )
    ? text.replace(/[、.]/g, '')
    : undefined;
}

/** The passage with which the clause of this path begins, as people cite it. */
export function findByPath(pieces: Passage[], path: string): Passage | undefined {
  return (
    pieces.find((p) => samePath(p.path, path)) ??
    pieces.find((p) => endsWithPath(p.path, path)) ??
    // An article that is a list has only its items.
    pieces.find((p) => endsWithPath(withoutItem(p.path), path)) ??
    findNumbered(pieces, path)
  );
}

/** All passages of the clause of this path, its items among them, in reading order; empty where there is none. */
export function piecesOfPath(pieces: Passage[], path: string): Passage[] {
  const first = findByPath(pieces, path);
  if (!first) return [];
  const whole =
    endsWithPath(first.path, path) || !endsWithPath(withoutItem(first.path), path)
      ? first.path
      : withoutItem(first.path);
  return pieces.filter((p) => p.path === whole || withoutItem(p.path) === whole);
}

export const withoutItem = (path: string) => path.replace(/（[^（）]+）$/, '');

/**
 * 第五条 of a document without articles: its （五） where those numbers run on through all its parts, else its 五、.
 */
function findNumbered(pieces: Passage[], path: string): Passage | undefined {
  const number = /^第(.+)条$/.exec(numbered(path))?.[1];
  if (number === undefined || pieces.some((p) => /第[^章]+条/.test(p.path))) return undefined;
  const items = pieces.filter((p) => ITEM.test(p.path));
  const runsOn =
    items.length > 0 &&
    new Set(items.map((p) => ITEM.exec(p.path)?.[1])).size ===
      new Set(items.map((p) => p.path)).size;
  const label = runsOn ? ITEM : FIRST_PART;
  return pieces.find((p) => String(readNumber(label.exec(p.path)?.[1] ?? '')) === number);
}

/** The item of a path 三（十）, and its first part. */
const ITEM = /（([一二三四五六七八九十]+)）/;
const FIRST_PART = /^([一二三四五六七八九十]+)/;

/** 第5条 is 第五条. */
const samePath = (a: string, b: string) => a === b || numbered(a) === numbered(b);
const endsWithPath = (path: string, end: string) => numbered(path).endsWith(numbered(end));

const numbered = (path: string) =>
  path.replace(/第([一二三四五六七八九十百零〇\d]+)([章条])/g, (whole, n: string, kind: string) => {
    const value = readNumber(n);
    return value === undefined ? whole : `第${value}${kind}`;
  });
