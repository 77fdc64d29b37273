import { isLikePersonName } from '../text/person-name.ts';
import { verbose } from '../text/verbose.ts';
import { bareName, goesOn, isWholeName } from './unit-shape.ts';

/** Marks that always part two names. A blank or a line break may also stand inside one. */
const SEPARATORS = '、，,；;/';
const OPENING = '（([【《〔';
const CLOSING = '）)]】》〕';

/** Cells that say nobody. */
const NOBODY = new RegExp(
  verbose`
    ^(?:
      [-—–―－_~～/／\\＼|×xX*.·…]+
      |[(（【]?(?:
        空|(?:暂)?无(?:配合|协办|牵头|责任|会办)?(?:单位|部门)?|没有|不涉及|不适用|n/?a|nil
        |none
      )[)）】]?
    )$
  `,
  'iu',
);

/**
 * Splits the text of a units cell into names, exactly as written and in order. `known` are names that stand unbroken
 * elsewhere in the document: they settle whether a line break parts two names or breaks one.
 */
export function splitUnits(text: string, known: ReadonlySet<string> = new Set()): string[] {
  const names: string[] = [];
  const pieces = hardPieces(text);
  const called = whomToCall(pieces);
  for (const [at, piece] of pieces.entries()) {
    if (called.has(at)) continue;
    const fragments = piece.split(/[\s\u3000]+/u).filter((f) => f !== '' && !PHONE.test(f));
    // 财 政 局: a short name spread to the width of its column.
    if (fragments.length > 1 && fragments.every((f) => f.length === 1)) {
      names.push(fragments.join(''));
      continue;
    }
    let open: string | undefined;
    for (const fragment of fragments) {
      if (open !== undefined && isWholeName(open) && isPerson(fragment)) continue;
      if (open !== undefined && joins(open, fragment, known)) open += fragment;
      else {
        if (open !== undefined) names.push(open);
        open = fragment;
      }
    }
    if (open !== undefined) names.push(open);
  }
  return names
    .flatMap((name) => partConjunction(clean(name)))
    .flatMap(partUnmarked)
    .filter((name) => name !== '' && !NOBODY.test(name));
}

/** Names that stand whole in a text: parted by marks, with no blank or break inside. */
export function unbrokenNames(text: string): string[] {
  return hardPieces(text)
    .filter((piece) => !/\s/u.test(piece))
    .map((piece) => bareName(clean(piece)))
    .filter((name) => name.length >= 2);
}

function hardPieces(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const c of text) {
    if (OPENING.includes(c)) depth++;
    else if (CLOSING.includes(c)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATORS.includes(c)) {
      pieces.push(piece.trim());
      piece = '';
    } else piece += depth > 0 && /\s/u.test(c) ? '' : c;
  }
  pieces.push(piece.trim());
  return pieces.filter((p) => p !== '');
}

function joins(first: string, second: string, known: ReadonlySet<string>): boolean {
  const [a, b, both] = [bareName(first), bareName(second), bareName(first + second)];
  if (known.has(both) && !(known.has(a) && known.has(b))) return true;
  if (known.has(a) && known.has(b)) return false;
  return goesOn(first, second);
}

function clean(name: string): string {
  return name
    .replace(/^(?:\d{1,2}[.、．)）]|[①-⑳]|[-·•▪◆●])\s*/u, '')
    .replace(/[。.：:]+$/u, '')
    .replace(/[(（]([^()（）]{2,30})[)）]$/u, (bracket, inner) => (isContact(inner) ? '' : bracket))
    .replace(/^.*\p{Script=Han}[:：]?[\d*-]{7,}$/u, withoutPhone)
    .trim();
}

/** A telephone number and nothing else: 13900001111, 0796-6011224, 139****2211. */
const PHONE = /^[\d*＊xX][\d*＊xX-]{4,}$/u;

/** 县住建局，钱某，6011222: the places of the numbers, and of the persons' names right before them. */
function whomToCall(pieces: string[]): Set<number> {
  const places = new Set<number>();
  for (const [at, piece] of [...pieces.entries()].reverse())
    if (PHONE.test(piece) || (places.has(at + 1) && isPerson(piece))) places.add(at);
  return places;
}

/** 范军13900001111 in the bracket of a unit, or the name alone: whom to call there. */
function isContact(text: string): boolean {
  const parts = text
    .split(/[\s,，、:：;；]+|(?<=\p{Script=Han})(?=[\d*])/u)
    .filter((p) => p !== '');
  return parts.some((p) => PHONE.test(p)) || isPerson(text);
}

/** 县交通运输局范军6011224: the unit alone. */
function withoutPhone(written: string): string {
  const bare = written.replace(/[:：]?[\d*-]+$/u, '');
  const end = [bare.length, bare.length - 2, bare.length - 3].find(
    (n) => isWholeName(bare.slice(0, n)) && (n === bare.length || isPerson(bare.slice(n))),
  );
  return bare.slice(0, end);
}

/** 县工信局（张某某）: who does it for the unit is no part of its name. */
function isPerson(text: string): boolean {
  const bare = text.replace(/(?:局长|主任|书记|[县区镇乡]长|[科股]长|经理)$/u, '');
  return !isWholeName(text) && (isLikePersonName(bare) || /^\p{Script=Han}某{1,2}$/u.test(bare));
}

/** What begins the name of another body of the county; 县城, 市场, 区域 and 园区 are words of their own. */
const NEXT_NAME =
  /团?(?<level>县(?![城域乡])|旗(?![舰帜])|市(?![场民政区])|(?<![园社景库校院厂场矿村])区(?!域|块))|各(?:乡|镇|街)/gu;

/**
 * 县委办县政府办 are two: both parts are whole names, and each begins with the county. 县委县政府 before a name (县委县政府督查室)
 * is one body of both.
 */
function partUnmarked(name: string): string[] {
  for (const found of name.matchAll(NEXT_NAME)) {
    const left = name.slice(0, found.index);
    const level = found.groups?.level;
    const alike = level === undefined || left.startsWith(level) || left.startsWith(`团${level}`);
    if (left.length < 3 || !alike || !isWholeName(left)) continue;
    const right = name.slice(found.index);
    if (isWholeName(right)) return [left, ...partUnmarked(right)];
  }
  return [name];
}

/** 县发改局和县财政局 are two; 自然资源和规划局 is one: the words before 和 must be a whole name. */
function partConjunction(name: string): string[] {
  for (const found of name.matchAll(/以及|[和及与]/gu)) {
    const left = name.slice(0, found.index);
    const right = name.slice(found.index + found[0].length);
    if (/[(（]/u.test(left) && !/[)）]/u.test(left)) continue;
    const parts = isWholeName(left) && isWholeName(right) && left.length >= 2 && right.length >= 2;
    if (parts && !/^(?:规划|建设|旅游|体育|革命|改革|信息化|社会)/u.test(right))
      return [left, ...partConjunction(right)];
  }
  return [name];
}
