import { readNumber } from './number.ts';
import type { TaskRefKind } from './task-number.ts';

/** One way of pointing at tasks; `list` is the named group that holds the numbers. */
export type Row = {
  pattern: RegExp;
  read: (m: RegExpExecArray) => TaskRefKind | undefined;
  example: string;
};

export const N = '(?:\\d{1,2}|两|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})';
export const SEP = '\\s*(?:[、,，./+&和与及跟\\s]|以及|还有)\\s*';
export const TO = '\\s*(?:[-~—–〜]+|至|到)\\s*';
/** 1、3-5 as numbers; 一二 without a sign between is two numbers. */
function expand(list: string): number[] | undefined {
  const numbers: number[] = [];
  const parts = list.split(/(\d+|[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾]+)/u);
  let range = false;
  for (const part of parts) {
    if (!/[\d一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾]/u.test(part)) {
      range = /[-~—–〜至到]/u.test(part);
      continue;
    }
    const run = /^[一二三四五六七八九]{2,}$/u.test(part) ? [...part] : [part];
    for (const one of run) {
      const n = readNumber(one);
      if (n === undefined || n > 99) return undefined;
      const last = numbers.at(-1);
      if (range && last !== undefined) {
        for (let i = Math.min(last, n) + 1; i < Math.max(last, n); i++) numbers.push(i);
        range = false;
      }
      numbers.push(n);
    }
  }
  return [...new Set(numbers)].sort((a, b) => a - b);
}

export const numbers = (list: string, style: 'ordinal' | 'bare' | 'header') => {
  const read = expand(list);
  // 2.0版 is no list.
  if (style !== 'ordinal' && read?.includes(0)) return undefined;
  return read && read.length > 0 ? ({ kind: 'numbers', numbers: read, style } as const) : undefined;
};
