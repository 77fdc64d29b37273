import { type Day, splitDay } from '../calendar/county-time.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';

export const YEAR = '(?:今年|本年|去年|上年|前年|(?:19|20)\\d{2}年)';

/** How many years ago a phrase speaks of. */
export function agoIn(phrase: string, today: Day): { ago?: number } {
  const said = new RegExp(YEAR, 'u').exec(phrase)?.[0] ?? '';
  if (said === '') return {};
  const spoken = { 今: 0, 本: 0, 去: 1, 上: 1, 前: 2 }[said.charAt(0)];
  return { ago: spoken ?? splitDay(today).year - Number.parseInt(said, 10) };
}

const BEFORE = new RegExp(
  `(?:${YEAR.replace('今年|本年|', '')}|早|多年|以前|之前)[^，。]{0,4}(?:就|已|便)`,
  'u',
);

const NOW = verbose`
  首次|首个|首家|第一次|初次|头一[次回年]|刚刚?(?!性)|才(?:评|认|入|升|进|获|突破)
  |新(?:评|认定|获|入选|入规|升规|纳入|进入|增)
  |今年(?:才|内)?(?:评|认定|获|入选|入规|升规|纳入|新)
`;

/** Whether it was said to have come about now, or to have been so before. 2023年首次入规 is neither: its window may be past. */
export function sinceIn(phrase: string, today: Day): { since?: 'now' | 'before' } {
  if (BEFORE.test(phrase)) return { since: 'before' };
  const { ago = 0 } = agoIn(phrase, today);
  return NOW.test(phrase) && ago <= 0 ? { since: 'now' } : {};
}

/** When something happened: 去年, 三年前; 出过 does not say. */
export function whenIn(phrase: string, today: Day): { ago?: number; past?: true } {
  const before = /([一二三四五六七八九十两\d]+)年(?:以)?前/u.exec(phrase)?.[1];
  const ago = before === undefined ? agoIn(phrase, today).ago : readNumber(before);
  if (ago !== undefined) return { ago };
  return /过(?!期|剩|程)|曾|以前|之前|从前/u.test(phrase) ? { past: true } : {};
}
