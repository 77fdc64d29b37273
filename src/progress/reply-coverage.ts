import type { TopicIndex } from './reply-topic.ts';
import { type Part, pairsOf, withFullNames } from './task-parts.ts';

/** Whether the wording of the given tasks holds a word. */
export function inWording(index: TopicIndex, nos: number[], word: string): boolean {
  return index.tasks.some((t) => nos.includes(t.no) && t.text.includes(word));
}

/** The Chinese characters of some words that stand in no pair of a task's wording. */
export function beyondWording(index: TopicIndex, no: number, words: string): string {
  const runs = words.match(/\p{Script=Han}+/gu) ?? [];
  const isKnown = (pair: string) => pair.length === 2 && inWording(index, [no], pair);
  return runs
    .flatMap((run) =>
      [...run].filter(
        (_, i) => ![run.slice(Math.max(0, i - 1), i + 1), run.slice(i, i + 2)].some(isKnown),
      ),
    )
    .join('');
}

/**
 * Whether clauses that name parts of a task leave a concrete part out: 申报 done is not yet 申报 and 对接. Parts that
 * only promise effort (推进, 做好 …) need no report of their own, unless they make up a subtask (；).
 */
export function leavesOut(index: TopicIndex, no: number, clauses: string[]): boolean {
  const task = index.tasks.find((t) => t.no === no);
  if (!task) return false;
  if (namesOneOf(task.text, clauses.join(','))) return true;
  const parts = task.groups.flat();
  const touched = new Set<Part>();
  for (const clause of clauses.flatMap((c) => c.split(/以及|还有|[和与及、]/u))) {
    const pairs = pairsOf(withFullNames(clause));
    const hits = parts.map((p) => [...pairs].filter((x) => p.pairs.has(x)).length);
    const most = Math.max(0, ...hits);
    for (const [i, part] of parts.entries()) {
      const hit = hits[i] ?? 0;
      // 准备验收材料 beside 完成验收: nothing of its own is left.
      if (hit > 0 && (hit === most || hit * 2 >= part.pairs.size)) touched.add(part);
    }
  }
  if (touched.size === 0) return false;
  return task.groups.some((group) => {
    // 报告交了, where the task is to watch something and 形成 a report on it.
    const from = group.findLastIndex((p) => p.outcome && touched.has(p)) + 1;
    const concrete = group.slice(from).filter((p) => p.concrete);
    if (from === group.length) return false;
    const last = concrete.findLastIndex((p) => touched.has(p));
    const isLeft = (p: Part, i: number) => !touched.has(p) && !(p.groundwork && i < last);
    if (concrete.length > 0) return concrete.some(isLeft);
    return !group.some((p) => touched.has(p)) && task.groups.length > 1;
  });
}

/** 新材料、绿色食品、装备制造三条产业链图谱, 合肥和苏州: things set side by side. */
const ENUMERATION = /[\p{Script=Han}\d]{2,}(?:[、和与及][\p{Script=Han}\d]{2,})+/gu;

/** 新材料图谱完成: one of several things that a task sets side by side is named, and no other. */
function namesOneOf(content: string, told: string): boolean {
  return [...content.matchAll(ENUMERATION)].some(([listed]) => {
    const items = listed.split(/[、和与及]/u);
    // The words around the list cling to its ends: 编制新材料, 装备制造三条产业链图谱.
    const named = items.filter((item, i) =>
      [i < items.length - 1 ? item.slice(-2) : '', i > 0 ? item.slice(0, 2) : '']
        .filter((key) => key !== '')
        .some((key) => told.includes(key)),
    );
    return named.length === 1 && !/等/u.test(told);
  });
}
