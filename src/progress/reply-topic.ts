import { fold } from '../text/fold.ts';
import { type Metric, readMetrics, readShares } from '../text/metrics.ts';
import { type IndexedTask, pairsOf, partsOf, withFullNames, withoutCommon } from './task-parts.ts';

/** Which open task a clause names by its subject. */
export type Topic =
  | { kind: 'none' }
  | { kind: 'task'; no: number; strength: number }
  /** Words that fit several tasks equally well. */
  | { kind: 'several'; nos: number[] };

/** The open tasks, indexed by the character pairs of their wording. */
export type TopicIndex = { tasks: IndexedTask[]; plan: string };

export function indexTopics(tasks: { no: number; content: string }[]): TopicIndex {
  const indexed = tasks.map(({ no, content }) => {
    const text = fold(content);
    return {
      no,
      text,
      pairs: pairsOf(withFullNames(text)),
      groups: partsOf(text),
      figures: readMetrics(text),
      shares: readShares(text).map((s) => s.percent),
    };
  });
  return { tasks: indexed, plan: indexed.map((t) => t.text).join('\n') };
}

/** 哈工大 for 哈尔滨工业大学: the characters in order, none more than four apart. */
export function abbreviates(short: string, text: string): boolean {
  for (
    let start = text.indexOf(short[0] ?? '');
    start >= 0;
    start = text.indexOf(short[0] ?? '', start + 1)
  ) {
    let at = start;
    const fits = [...short].slice(1).every((c) => {
      const next = text.indexOf(c, at + 1);
      if (next < 0 || next - at > 4) return false;
      at = next;
      return !/[,，;；。、]/u.test(text.slice(start, next));
    });
    if (fits && at - start >= short.length) return true;
  }
  return false;
}

/** The tasks that a short name fits. */
export function tasksNamedShort(index: TopicIndex, name: string): number[] {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [];
  return index.tasks.filter((t) => abbreviates(name, t.text)).map((t) => t.no);
}

/** 征拆 for 征地拆迁: the only task that a short name fits. */
export function taskNamedShort(index: TopicIndex, name: string): number | undefined {
  const [no, another] = tasksNamedShort(index, name);
  return another === undefined ? no : undefined;
}

function threes(text: string): string[] {
  const bare = withoutCommon(text);
  return [...bare.matchAll(/(?=([\p{Script=Han}]{3}))/gu)].map((m) => m[1] ?? '');
}

const SEVERAL = '两二三四五六七八九';

/** 三库 for 诊断库、救治库和巩固库: a number, and a character that ends as many words of the task. */
function sumsUp(masked: string, text: string): boolean {
  return [...masked.matchAll(/([两二三四五六七八九])(\p{Script=Han})/gu)].some((m) => {
    const count = Math.max(2, SEVERAL.indexOf(m[1] ?? '') + 1);
    const ends = text.match(new RegExp(`${m[2]}(?=[、,和与及,]|$)`, 'gu'))?.length ?? 0;
    return !/[项个条家次期批季月天周点类件]/u.test(m[2] ?? '') && ends >= count;
  });
}

/** The pairs of a clause that stand in a task's wording. */
function shared(pairs: Set<string>, task: IndexedTask): Set<string> {
  return new Set([...pairs].filter((p) => task.pairs.has(p)));
}

/** Finds the task a marked clause is about. Two that fit equally well are both returned. */
export function findTopic(index: TopicIndex, masked: string): Topic {
  const pairs = pairsOf(withFullNames(masked));
  // A pair in most tasks tells nothing.
  const common = [...pairs].filter(
    (p) =>
      index.tasks.length > 2 &&
      index.tasks.filter((t) => t.pairs.has(p)).length * 3 > index.tasks.length * 2,
  );
  for (const p of common) pairs.delete(p);
  const scored = index.tasks
    .map((task) => {
      const hits = shared(pairs, task);
      const short = threes(masked).find((s) => !pairHits(s, task) && abbreviates(s, task.text));
      return {
        no: task.no,
        hits,
        score: hits.size + (short === undefined ? 0 : 2) + (sumsUp(masked, task.text) ? 2 : 0),
      };
    })
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { kind: 'none' };
  if (!second) return { kind: 'task', no: best.no, strength: best.score };
  const inBest = [...second.hits].every((p) => best.hits.has(p));
  const clear = best.score > second.score && (inBest || best.score >= 2 * second.score);
  if (clear)
    return { kind: 'task', no: best.no, strength: best.score - (inBest ? 0 : second.score) };
  return { kind: 'several', nos: scored.filter((s) => s.score * 2 > best.score).map((s) => s.no) };
}

/** Tasks named side by side: 对接会和管网改造. One alone, or none where a part fits no single task. */
export function findTopics(index: TopicIndex, masked: string): number[] {
  const pieces = masked.split(/和|与|及|跟|以及|还有|、/u).map((p) => namedBy(index, p));
  const nos = new Set(pieces.flatMap((t) => (t.kind === 'task' ? [t.no] : [])));
  if (nos.size > 1 && pieces.every((t) => t.kind === 'task')) return [...nos];
  const whole = findTopic(index, masked);
  return whole.kind === 'task' ? [whole.no] : [];
}

/** S215线, “3·15”: names that hold a number, by which alone they are called. */
export const numberNamesIn = (text: string): string[] =>
  [...text.matchAll(/[a-z]\d{3,}|\d+[·.]\d+(?=[”"])/gu)].map((m) => m[0].replace(/\D/gu, ''));

function taskOfNumberName(index: TopicIndex, part: string): number | undefined {
  const called = /(?<![\d.])\d{3,}(?![\d.])/u.exec(part)?.[0] ?? '';
  const fits = index.tasks.filter((t) => numberNamesIn(t.text).includes(called));
  return fits.length === 1 ? fits[0]?.no : undefined;
}

/** 拆违任务 beside another: by its words, else by a short name. */
function namedBy(index: TopicIndex, part: string): Topic {
  const topic = findTopic(index, part);
  if (topic.kind !== 'none') return topic;
  const no = taskNamedShort(index, part.slice(0, 2)) ?? taskOfNumberName(index, part);
  return no === undefined ? topic : { kind: 'task', no, strength: 1 };
}

const pairHits = (word: string, task: IndexedTask) =>
  task.pairs.has(word.slice(0, 2)) || task.pairs.has(word.slice(1, 3));

/** How strongly a clause touches one task's wording, in shared character pairs. */
export function touches(index: TopicIndex, no: number, masked: string): number {
  const task = index.tasks.find((t) => t.no === no);
  return task ? shared(pairsOf(withFullNames(masked)), task).size : 0;
}

/** The figures that a task's wording sets. */
export function planFigures(index: TopicIndex, no: number): Metric[] {
  return index.tasks.find((t) => t.no === no)?.figures ?? [];
}

/** Whether a task sets anything that can be exceeded: a figure or a share. */
export function setsFigure(index: TopicIndex, no: number): boolean {
  const task = index.tasks.find((t) => t.no === no);
  return task !== undefined && (task.figures.length > 0 || /\d%/u.test(task.text));
}
