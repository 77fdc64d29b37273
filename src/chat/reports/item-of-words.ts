import { findTopic, indexTopics } from '../../progress/reply-topic.ts';
import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';

/** The number of the one item that the words beside a number fit; undefined where they fit none, or several alike. Pure. */
export function itemOfWords(
  items: { no: number; content: string }[],
  text: string,
): number | undefined {
  const said = fold(text);
  const bare = findTaskRefs(said, 'explicit')
    .reduceRight((t, { at, text: ref }) => `${t.slice(0, at)}_${t.slice(at + ref.length)}`, said)
    .replace(/\d+/gu, '_');
  const topic = findTopic(indexTopics(items), bare);
  return topic.kind === 'task' ? topic.no : undefined;
}
