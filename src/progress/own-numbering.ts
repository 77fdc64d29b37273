import type { TaskRef } from '../text/task-number.ts';
import type { MarkedReply } from './reply-marks.ts';
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
