import { expect, test } from 'vitest';
import { verbose } from '../../src/text/verbose.ts';

test('a pattern over several lines is the same as on one, blanks within a line and all', () => {
  const inserted = '甲|乙';
  const pattern = verbose`
    (?:${inserted})\s*
    (?:已完成|没 动)
    |[^\p{Script=Han}]$
  `;
  expect(pattern).toEqual(/(?:甲|乙)\s*(?:已完成|没 动)|[^\p{Script=Han}]$/u);
});
