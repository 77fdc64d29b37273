import { fold } from '../text/fold.ts';
import type { ReplyInput } from './reading.ts';

/** Shorter wordings may be a report's own words. */
const SHORTEST = 8;

/**
 * A task's wording copied back (完成化工园区认定申报，正在组卷) names the task and says nothing of it: it stands as 第3项,
 * with blanks up to its length so that places stay true. What is told (已…, …了) is the writer's own sentence. Pure.
 */
export function namesForQuotes(text: string, tasks: ReplyInput['tasks']): string {
  let result = text;
  for (const { no, content } of tasks) {
    const wording = fold(content)
      .toLowerCase()
      .replaceAll('，', ',')
      .replace(/[。.;；]+$/u, '');
    if (wording.length < SHORTEST || tasks.some((t) => t.no !== no && t.content.includes(content)))
      continue;
    for (let at = result.indexOf(wording); at >= 0; at = result.indexOf(wording, at + 1)) {
      const before = result.slice(0, at).replace(/[“"「『《]+$/u, '');
      if (
        /[\p{Script=Han}]$/u.test(before) &&
        !/(?:关于|对|针对|将|把|就|项|的|任务|工作)$/u.test(before)
      )
        continue;
      const name = `第${no}项`;
      const head = /[\d一二三四五六七八九十]+[.、:)）]?\s*$/u.test(before) ? '' : name;
      result =
        result.slice(0, at) + head.padEnd(wording.length, ' ') + result.slice(at + wording.length);
    }
  }
  return result;
}
