import type { TaskRef } from '../text/task-number.ts';
import { verbose } from '../text/verbose.ts';
import { blot, type MarkedReply } from './reply-marks.ts';
import { originalOf, type ReplyText } from './reply-text.ts';
import { findTopic, type TopicIndex, touches } from './reply-topic.ts';

/** 一、 2. （3） ④ 第五，: as a writer counts up the points of a message; 第5项 is of the list that was sent. */
const ENUMERATOR = /^[（(]?第?[\d一二三四五六七八九十①-⑳❶-❿]{1,3}[)）]?[、.．:：]?$/u;
/** Shared pairs of characters by which an item names a task clearly. */
const CLEARLY = 2;

type Item = { ref: TaskRef & { kind: 'numbers' }; no: number; names: number | 'nothing' };

/**
 * A list whose numbers are the message's own (一、 followed by the words of task 3): what an item names goes before its
 * number, and an item that names nothing is of no known task. Where no number is belied, the numbers hold. Pure.
 */
export function settleOwnNumbering(
  given: MarkedReply,
  reply: ReplyText,
  index: TopicIndex,
): MarkedReply {
  const uncounted = withoutCounting(given);
  const all = itemsIn(uncounted, reply, index);
  const points = runsIn(all, reply)
    .filter((run) => areOfHeading(uncounted, index, run))
    .flat();
  const marked = points.reduce((m, { ref }) => blot(m, ref.at, ref.text.length), uncounted);
  const found = all.filter((item) => !points.includes(item));
  if (!found.some(({ names, no }) => names !== 'nothing' && names !== no)) return marked;
  const settled = new Map<TaskRef, TaskRef>(
    found.map(({ ref, names }) => [
      ref,
      names === 'nothing'
        ? { at: ref.at, text: ref.text, kind: 'some' }
        : { ...ref, numbers: [names] },
    ]),
  );
  return { ...marked, refs: marked.refs.map((r) => settled.get(r) ?? r) };
}

/** 一是…；二是… counts measures, and names no item by its number. */
const COUNTING =
  /(?<=(?:^|[\s,;。:、!?()])[一二三四五六七八九十])是|(?<=^|[\s,;。:、!?()])[一二三四五六七八九十](?=是)/gu;

const withoutCounting = (marked: MarkedReply): MarkedReply =>
  [...marked.masked.matchAll(COUNTING)].reduce((m, c) => blot(m, c.index, c[0].length), marked);

/** The lists in a message, each counted from 1 on in signs of one kind: 3、认定：①材料已报②等批复 holds ①②. */
function runsIn(items: Item[], reply: ReplyText): Item[][] {
  const runs: { style: string; items: Item[] }[] = [];
  for (const item of items) {
    const { at, text } = item.ref;
    const style = styleOf(originalOf(reply, at, at + text.length));
    const run = runs.findLast((r) => r.style === style);
    if (run && item.no === run.items.length + 1) run.items.push(item);
    else if (item.no === 1) runs.push({ style, items: [item] });
  }
  return runs.map((r) => r.items);
}

const styleOf = (written: string) =>
  written
    .replace(/[①-⑳❶-❿]/gu, '①')
    .replace(/\d+/gu, '1')
    .replace(/[一二三四五六七八九十]+/gu, '一')
    .trim();

/** What stands right before a list and opens it: 管网改造进展： or 第3项： */
const HEADING = /(?:^|[\n。;,])([^\n。;,:]+)(?::\s*|\s*\n\s*)\(?$/u;
/** 第2项目前进展，1.…; 第2项 1.…; 第2项查了60家，其中1、…: a number with no status of its own, or 其中, right before it. */
const HEADING_OF_ITEM = verbose`
  (?:^|[\n。;,\s])(
    R+[项条]?的?(?:目前|当前|现在|截至)?(?:主要)?(?:完成|推进|工作|办理|落实)?
    (?:进展|进度|情况|工作|做法|措施)?(?:主要)?(?:是|有|为|如下)?
  )[,、.\s]+\(?$
`;
/** 第2项查了60家，其中1、…: points of what was spoken of last. */
const AMONG = /(?:^|[\n。;])([^\n。;]+?)(?:其中|包括|分别是?|主要[是有])[,:\s]*\(?$/u;

/** 管网改造进展：1.天然气已通；2.还差供热: points of the one task that the line before them names, counted from 1 on. */
function areOfHeading(marked: MarkedReply, index: TopicIndex, items: Item[]): boolean {
  const [first] = items;
  if (!first || items.some(({ no }, i) => no !== i + 1)) return false;
  const before = marked.masked.slice(0, first.ref.at);
  const among = AMONG.exec(before)?.[1];
  const heading = among ?? HEADING_OF_ITEM.exec(before)?.[1] ?? HEADING.exec(before)?.[1] ?? '';
  const topic = findTopic(index, heading);
  // Of several before it, the one that stands in the heading: 1、方案已印发 2、排查：①60家②58家.
  const start = before.lastIndexOf(heading);
  const refs = marked.refs.filter((r) => r.at < first.ref.at && r.at >= start);
  const [ref, more] = among === undefined ? refs : refs.slice(-1);
  const numbered = ref?.kind === 'numbers' && !more ? ref.numbers : [];
  const clear = topic.kind === 'task' && topic.strength >= CLEARLY && !ref ? [topic.no] : [];
  const [head, second] = heading.includes('R') ? numbered : clear;
  if (head === undefined || second !== undefined || /等/u.test(heading)) return false;
  return items.every(({ names }) => names === 'nothing' || names === head);
}

function itemsIn(marked: MarkedReply, reply: ReplyText, index: TopicIndex): Item[] {
  const numbered = marked.refs.flatMap((ref) => {
    const written = originalOf(reply, ref.at, ref.at + ref.text.length).trim();
    return ref.kind === 'numbers' && ref.numbers.length === 1 && ENUMERATOR.test(written)
      ? [ref]
      : [];
  });
  return numbered.map((ref, i) => {
    const [no = 0] = ref.numbers;
    const told = marked.masked.slice(ref.at + ref.text.length, numbered[i + 1]?.at);
    return { ref, no, names: namedIn(index, no, told) };
  });
}

/** The task that an item names: its own as soon as one word of it is told, else the one that its head names clearly. */
function namedIn(index: TopicIndex, no: number, told: string): Item['names'] {
  if (touches(index, no, told) > 0) return no;
  const [head = ''] = told.replace(/^[\s、.:,)]+/u, '').split(/[,;:。\n]/u);
  const topic = findTopic(index, head);
  return topic.kind === 'task' && topic.strength >= CLEARLY ? topic.no : 'nothing';
}
