import { readNumber } from '../text/number.ts';
import { type Edit, edited, type ReplyText } from './reply-text.ts';
import type { TopicIndex } from './reply-topic.ts';

const HAN = '一二三四五六七八九十';
/** 1、 2. (3) 第4项 五、 or a number alone; behind it no measure, no decimal. */
const HEAD = new RegExp(
  `(?<open>\\(?)(?<mark>第?)(?<no>(?<!\\d|\\d\\.(?=\\d+(?![\\d.])))\\d{1,2}|(?<![${HAN}])[${HAN}]{1,3})(?<word>(?<=第.{1,3})[项条个])?(?<sign>\\)?[、.:]?)(?!\\d*(?:\\.\\d+)?[%月日号家户个万亿年])`,
  'gu',
);
/** Where a number without a sign of its own can stand. */
const AT_HEAD = /(?:^|[\s,;。!?])$/u;
/** Something is told: words, ticks, figures. */
const TELLS = /[\p{L}\p{N}✓✗]/u;
/** One state for several: 2、3都没动. */
const OF_BOTH = /^[都均全皆]/u;
/** － or / in place of what should be told; 2-4 and 2/3 are none. */
const FILLED = /[-—–/~_。.?]+(?=[\s,;]|$)/u;

type Head = { no: number; style: string; signed: boolean; at: number; end: number };
/** An item with what follows its number, up to the next. */
type Item = { head: Head; told: string };

/**
 * A list on one line in which an item is left blank (1、完成 2、 3、完成): the blank is closed, so that it does not share the
 * state of the next. 2、3 are divided there as the items themselves are, and not as numbers named together. Pure.
 */
export function withBlanksClosed(reply: ReplyText, { tasks }: TopicIndex): ReplyText {
  const heads = [...reply.text.matchAll(HEAD)].flatMap((m) => headOf(m, reply.text) ?? []);
  const known = heads.filter((h) => tasks.some((t) => t.no === h.no));
  const styles = [...new Set(known.map((h) => h.style))];
  const blanks = styles.flatMap((s) => blanksOf(rising(known, s), reply.text));
  return edited(
    reply,
    blanks.map(({ head, told }): Edit => ({ at: head.end, length: told.length, text: ':;' })),
  );
}

function headOf(m: RegExpExecArray, text: string): Head | undefined {
  const { open = '', mark = '', no = '', word = '', sign = '' } = m.groups ?? {};
  const value = readNumber(no);
  const signed = sign !== '' || open !== '';
  const isBare = !signed && mark === '';
  if (value === undefined || (isBare && !AT_HEAD.test(text.slice(0, m.index)))) return undefined;
  const numeral = /\d/u.test(no) ? '1' : HAN[0];
  const style = [open, mark, numeral, word, sign].join('');
  return { no: value, style, signed, at: m.index, end: m.index + m[0].length };
}

/** The heads of one style, as far as they count up. */
function rising(heads: Head[], style: string): Head[] {
  let last = 0;
  return heads.filter((h) => {
    const isNext = h.style === style && h.no > last;
    if (isNext) last = h.no;
    return isNext;
  });
}

/** The items of a list that nothing is told of. */
function blanksOf(list: Head[], text: string): Item[] {
  const items = list.map((head, i) => ({ head, told: text.slice(head.end, list[i + 1]?.at) }));
  const told = items.filter((i) => TELLS.test(i.told));
  const dividers = told.slice(0, -1).map((i) => /[^\p{L}\p{N}✓✗]*$/u.exec(i.told)?.[0] ?? '');
  const isSpaced = told.some((i) => /^\s/u.test(i.told));
  return items.filter(({ head, told: gap }, i) => {
    if (TELLS.test(gap) || i === items.length - 1 || OF_BOTH.test(items[i + 1]?.told ?? ''))
      return false;
    if (items.slice(0, i).some((b) => told.includes(b))) return isDivided(head, gap, dividers);
    // 1、 2、完成 3、没动: apart from the next, where what is told follows its sign at once.
    return head.signed && /^\s+$/u.test(gap) && !isSpaced && told.length > 1;
  });
}

/** Whether a number stands apart from the next as the items do that are told. */
function isDivided(head: Head, gap: string, dividers: string[]): boolean {
  if (FILLED.test(gap)) return true;
  if (head.signed && gap !== '') return true;
  const kind = (sign: string) => /[,;。!?\n]/u.exec(sign)?.[0] ?? sign.slice(0, 1);
  return dividers.some(
    (d) => kind(d) === kind(gap) || (head.signed && d.trim() === '' && gap.includes(d)),
  );
}
