import { expect, test } from 'vitest';
import { EVENT_ROWS, FINISH_ROWS, MANNER_ROWS } from '../../src/progress/finish-rows.ts';
import { messageAct } from '../../src/progress/message-acts.ts';
import { readClause } from '../../src/progress/read-clause.ts';
import { ACT_EXAMPLES, clauseAct } from '../../src/progress/reply-acts.ts';
import { markReply } from '../../src/progress/reply-marks.ts';
import { foldReply, originalOf, TYPO_EXAMPLES } from '../../src/progress/reply-text.ts';
import { STATUS_RULES } from '../../src/progress/status-rules.ts';
import { PLAIN_ROWS, STEP_ROWS } from '../../src/progress/step-words.ts';
import { findTaskRefs } from '../../src/text/task-number.ts';
import { LOOSE } from '../../src/text/task-number-loose.ts';
import { EXPLICIT } from '../../src/text/task-number-rows.ts';

test.each(TYPO_EXAMPLES)('%s is mended to %s', (slip, meant) => {
  expect(foldReply(slip).text).toBe(meant);
});

test('a mended reply still knows where each word was written', () => {
  const reply = foldReply('①已辦結，第２項己完城👌🏻');
  expect(reply.text).toBe('第1项已办结,第2项已完成👌');
  expect(originalOf(reply, 0, 3)).toBe('①');
  expect(originalOf(reply, 7, 13)).toBe('第２項己完城'.slice(0, 6));
});

test.each([...EXPLICIT, ...LOOSE].map((r) => r.example))(
  'the row for %s finds its own example',
  (example) => {
    const found = [...findTaskRefs(example, 'explicit'), ...findTaskRefs(example, 'loose')];
    expect(found).not.toEqual([]);
  },
);

test.each(STATUS_RULES.flatMap((r) => r.examples.map((e) => [r.name, e] as const)))(
  'the rule “%s” is the one that decides %s',
  (name, example) => {
    expect(readClause({ masked: example, shares: [] }, () => false)?.rule).toBe(name);
  },
);

test.each([...STEP_ROWS, ...PLAIN_ROWS, ...FINISH_ROWS, ...EVENT_ROWS, ...MANNER_ROWS])(
  'the words of $example are found in it',
  (row) => {
    expect(row.example).toMatch(new RegExp(row.words, 'u'));
  },
);

test.each(ACT_EXAMPLES)('%s is %s', (example, act) => {
  const { masked } = markReply(foldReply(example).text, '2026-05-20');
  expect(messageAct(foldReply(example).text, '') ?? clauseAct(masked)).toBe(act);
});

test('a word of the tasks’ own wording is no secret marking', () => {
  expect(messageAct('注意保密自查已完成', '')).toBe('secret');
  expect(messageAct('注意保密自查已完成', '开展注意保密自查')).toBeUndefined();
});
