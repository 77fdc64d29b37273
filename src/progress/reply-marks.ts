import { addDays, type Day } from '../calendar/county-time.ts';
import { type DatePhrase, findDatePhrases } from '../calendar/date-phrase.ts';
import { type Metric, readMetrics, readShares, type Share } from '../text/metrics.ts';
import { findTaskRefs, type TaskRef } from '../text/task-number.ts';
import { verbose } from '../text/verbose.ts';

/**
 * A reply whose references, dates and figures are blotted out with capital letters of the same length, so that the
 * rules for statuses see `RRRR已完成, 预计FFF完成` and never mistake a figure for a word. The folded text is lower case.
 */
export type MarkedReply = {
  text: string;
  masked: string;
  refs: TaskRef[];
  dates: DatePhrase[];
  shares: Share[];
  metrics: Metric[];
};

/** What each letter hides. */
export const MASK = {
  ref: 'R',
  /** A day that lies ahead, a period that holds the day of writing, a day gone by. */
  future: 'F',
  now: 'T',
  past: 'P',
  share: 'C',
  quantity: 'Q',
} as const;

/** A year alone is no day of a report: 去年完成了 is of another list. */
const ANOTHER_YEAR = /^(?:去年|前年|往年|上一?年度?)$/u;
/** 〔2026〕31号 is no day. */
const DOCUMENT_NUMBER = /[〔[(]\d{4}[〕\])]\s*第?\d+号/gu;
/** Days: 6月办完了 written in May is a slip or a wish, and not of last June. */
const LONGEST_BACK = 200;
const REPORTED =
  /已|了|过|刚|曾|[开办演搞做批印发签交报送定到下建搬装](?:[了过完好]|下来|出去)*的(?=$|\s)/u;
/** 清明前就种完了. */
const TOLD = /前就(?!能|会|可|要)[^,]{0,8}了/u;
/** 票决会4号开了: the meeting itself is no promise. */
const PROMISED = verbose`
  预计|计划|拟|将|争取|力争|能|(?<!\p{Script=Han})会(?![商议计员展])
  |会(?=在|于|按|尽|抓|全|完|办[理完结好]|报|再|把|将|及时|继续|给|争|努)|可|要|请|延|推迟
  |[改推拖挪][到至]|前|底|内
`;

/** 1号发的方案, on the 20th: a day that is past this month, and what came of it. */
const isOfLastRound = ({ at, text, end }: DatePhrase, masked: string, ref: Day): boolean =>
  /^[\d一二三四五六七八九十]{1,3}[号日]$/u.test(text) &&
  end.slice(0, 7) > ref.slice(0, 7) &&
  /^(?:就|才|刚)?[印发开办签批报交送](?:出去|下去)?的\p{Script=Han}/u.test(
    masked.slice(at + text.length),
  );

/** Marks a folded reply written on `ref`. */
export function markReply(text: string, ref: Day): MarkedReply {
  let masked = text;
  const blot = (at: number, length: number, letter: string) => {
    masked = masked.slice(0, at) + letter.repeat(length) + masked.slice(at + length);
  };
  for (const n of masked.matchAll(DOCUMENT_NUMBER)) blot(n.index, n[0].length, '_');
  const found = findTaskRefs(masked, 'explicit').flatMap((r) => linesOf(masked, r));
  const refs = found.filter((r, i) => !isFigure(masked, r, found[i - 1]));
  for (const r of refs) blot(r.at, r.text.length, MASK.ref);

  const ahead = findDatePhrases(masked, ref).filter((d) => !ANOTHER_YEAR.test(d.text));
  const behind = findDatePhrases(masked, ref, 'back');
  const dates = ahead.map((date) => {
    const clause = clauseAround(text, masked, date.at);
    const told = REPORTED.test(clause) && (TOLD.test(clause) || !PROMISED.test(clause));
    const back = told || isOfLastRound(date, masked, ref);
    const near = (b: DatePhrase) => b.at === date.at && b.end >= addDays(ref, -LONGEST_BACK);
    return (back ? behind.find(near) : undefined) ?? date;
  });
  for (const d of dates) blot(d.at, d.text.length, letterOf(d, ref));

  const shares = readShares(masked);
  for (const s of shares) blot(s.at, s.text.length, MASK.share);
  const metrics = readMetrics(masked, text);
  for (const m of metrics) blot(m.at, m.text.length, MASK.quantity);

  const loose = findTaskRefs(masked, 'loose').flatMap((r) => linesOf(masked, r));
  for (const r of loose) blot(r.at, r.text.length, MASK.ref);
  return {
    text,
    masked,
    refs: [...refs, ...loose].sort((a, b) => a.at - b.at),
    dates,
    shares,
    metrics,
  };
}

/** More tasks than any list holds. */
const BEYOND_LISTS = 50;

/** 第1项已完成80个: beside a task that is named, and beyond any list, so many are things in it. */
function isFigure(text: string, ref: TaskRef, before: TaskRef | undefined): boolean {
  if (ref.kind !== 'count' || !ref.text.endsWith('个')) return false;
  const isBeside =
    before?.kind === 'numbers' &&
    !/[,，。;；!?\n\s]/u.test(text.slice(before.at + before.text.length, ref.at));
  return isBeside || ref.count > BEYOND_LISTS;
}

/** 2、 on one line and 3、 at the head of the next are two items of a list; 第2、 3项 within a sentence is one reference. */
function linesOf(text: string, ref: TaskRef): TaskRef[] {
  if (ref.kind !== 'numbers' || !/(?:^|\n)[ \t(]*$/u.test(text.slice(0, ref.at))) return [ref];
  const lines = [...ref.text.matchAll(/[^\n、.:\s][^\n]*?(?=[、.:)\s]*(?:\n|$))/gu)];
  if (lines.length < 2 || lines.length !== ref.numbers.length) return [ref];
  return lines.map((line, i) => ({
    ...ref,
    at: ref.at + line.index,
    text: line[0],
    numbers: ref.numbers.slice(i, i + 1),
  }));
}

/** A marked reply without what stands at a place. */
export function blot(marked: MarkedReply, at: number, length: number): MarkedReply {
  const outside = (x: { at: number }) => x.at < at || x.at >= at + length;
  return {
    ...marked,
    masked: marked.masked.slice(0, at) + ' '.repeat(length) + marked.masked.slice(at + length),
    refs: marked.refs.filter(outside),
    dates: marked.dates.filter(outside),
    shares: marked.shares.filter(outside),
    metrics: marked.metrics.filter(outside),
  };
}

function letterOf(date: DatePhrase, ref: Day): string {
  // 1月底前 read in May: a deadline gone by says nothing of whether it was kept.
  if (date.end < ref) return /前$/u.test(date.text) ? MASK.now : MASK.past;
  // A deadline in the current month or week still lies ahead, though the period has begun.
  if (date.start > ref || /[前底末内]$/u.test(date.text)) return MASK.future;
  if (date.start === ref && date.end > ref) return MASK.future;
  return MASK.now;
}

/** The words around a date up to the next sign or task: those of another statement say nothing of it. */
function clauseAround(text: string, masked: string, at: number): string {
  const signs = [...` ,;。!?\n外${MASK.ref}`];
  const start = Math.max(...signs.map((c) => masked.lastIndexOf(c, at))) + 1;
  const ends = signs.map((c) => masked.indexOf(c, at)).filter((i) => i >= 0);
  return text.slice(start, Math.min(text.length, ...ends));
}

const BODY = '\\p{Script=Han}{1,8}(?:局|委|办|中心|公司|集团|镇|乡|街道|区|院|行|商会|协会)';
/** 我们局和统计局的, 我们跟税务局一起. */
const WRITERS = new RegExp(
  `(?:我们?|咱们?|本|我方)(?:单位|[局委办镇乡县])?(?:这边)?[和与跟同及]${BODY}(?:[、和与跟同及]${BODY})*(?:的|一起|一块儿?|联合|共同|合作|两家|[一]?道)+`,
  'gu',
);

/** Without who did it together: 统计局 in 我们局和统计局的 names no task of 统计. */
export function withoutWriters(marked: MarkedReply): MarkedReply {
  const masked = marked.masked.replace(WRITERS, (w) => '_'.repeat(w.length));
  return { ...marked, masked };
}
