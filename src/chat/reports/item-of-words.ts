import { findTopic, indexTopics, touches } from '../../progress/reply-topic.ts';
import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';

/** So many pairs of characters are no chance. */
const PLAIN = 3;

/** The number of the one item that the words beside a number fit; undefined where they fit none, or several alike. Pure. */
export function itemOfWords(
  items: { no: number; content: string }[],
  text: string,
): number | undefined {
  const topic = findTopic(indexTopics(items), besideNumbers(text));
  return topic.kind === 'task' ? topic.no : undefined;
}

/**
 * 第1项考核数据已提供, where the words are plainly of item 2 and in nothing of item 1: the number that they speak for. Pure.
 */
export function numberAgainst(
  items: { no: number; content: string }[],
  no: number,
  text: string,
): { other: number; as: string } | undefined {
  const [ref, second] = findTaskRefs(fold(text), 'explicit');
  if (ref?.kind !== 'numbers' || ref.numbers.length !== 1 || ref.numbers[0] !== no || second)
    return undefined;
  const index = indexTopics(items);
  const said = besideNumbers(text);
  const topic = findTopic(index, said);
  if (topic.kind !== 'task' || topic.strength < PLAIN || touches(index, no, said) > 0)
    return undefined;
  const as = fold(text).replace(ref.text, `第${topic.no}项`);
  return topic.no === no ? undefined : { other: topic.no, as };
}

function besideNumbers(text: string): string {
  const said = fold(text);
  return findTaskRefs(said, 'explicit')
    .reduceRight((t, { at, text: ref }) => `${t.slice(0, at)}_${t.slice(at + ref.length)}`, said)
    .replace(/\d+/gu, '_');
}
