import { LOOSE } from './task-number-loose.ts';
import { EXPLICIT } from './task-number-rows.ts';

/** Which tasks of a numbered list a phrase points at. */
export type TaskRef = { at: number; text: string } & TaskRefKind;

export type TaskRefKind =
  | { kind: 'numbers'; numbers: number[]; style: 'ordinal' | 'bare' | 'header' }
  /** 前两项, 最后一项: counted from one end. */
  | { kind: 'end'; from: 'first' | 'last'; count: number }
  /** 中间那项, 中间三项; without a count all between the first and the last. */
  | { kind: 'middle'; count?: number }
  /** 倒数第二项. */
  | { kind: 'from-end'; nth: number }
  /** 所有任务, 三项全部: all, with the count the writer believes in. */
  | { kind: 'all'; count?: number }
  /** 其余, 剩下两项. */
  | { kind: 'rest'; count?: number }
  /** 这项, 以上两项: what was spoken of, or what the message is about. */
  | { kind: 'these'; count?: number }
  /** 3项: so many, no matter which. */
  | { kind: 'count'; count: number }
  /** 有的, 几项, 中间几项: some of them, not said which. */
  | { kind: 'some' }
  /** 上个月那两项: of another list. */
  | { kind: 'other'; month?: number };

/**
 * Task references in a folded text, in the order written. `explicit` rows carry their own sign (第, 项, 其余); `loose`
 * ones are bare numbers, to be looked for after dates and quantities have been blotted out of the text.
 */
export function findTaskRefs(text: string, rows: 'explicit' | 'loose'): TaskRef[] {
  const found: TaskRef[] = [];
  for (const row of rows === 'explicit' ? EXPLICIT : LOOSE) {
    for (const m of text.matchAll(row.pattern)) {
      const [at, end] = [m.index, m.index + m[0].length];
      if (m[0] === '' || found.some((f) => at < f.at + f.text.length && f.at < end)) continue;
      const read = row.read(m);
      if (read) found.push({ ...read, at, text: m[0] });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
