import type { TaskRef } from '../text/task-number.ts';
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
  marked: MarkedReply,
  reply: ReplyText,
  index: TopicIndex,
): MarkedReply {
  const found = itemsIn(marked, reply, index);
  if (areOfHeading(marked, index, found))
    return found.reduce((m, { ref }) => blot(m, ref.at, ref.text.length), marked);
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

/** The line right before a list, which opens it: 管网改造进展： or 第3项： */
const HEADING = /(?:^|[\n。;,])([^\n。;,:]+)(?::\s*|\s*\n\s*)\(?$/u;

/** 管网改造进展：1.天然气已通；2.还差供热: points of the one task that the line before them names, counted from 1 on. */
function areOfHeading(marked: MarkedReply, index: TopicIndex, items: Item[]): boolean {
  const [first] = items;
  if (!first || items.some(({ no }, i) => no !== i + 1)) return false;
  const heading = HEADING.exec(marked.masked.slice(0, first.ref.at))?.[1] ?? '';
  const topic = findTopic(index, heading);
  const [ref, more] = marked.refs.filter((r) => r.at < first.ref.at);
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
