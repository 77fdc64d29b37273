import { describe, expect, test } from 'vitest';
import { LIST_CUES, SUMMARY_CUES } from '../../src/intent/cues.ts';
import { DECISIONS } from '../../src/intent/decide-kind.ts';
import { FORMAT_WORDS, readExport } from '../../src/intent/export-words.ts';
import { hasOwnWords } from '../../src/intent/general-words.ts';
import { asksPolicy, POLICY_WORDS } from '../../src/intent/policy-words.ts';
import { RANK_WORDS, readRanking } from '../../src/intent/rank-words.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { looksLikeReport, REPORT_WORDS } from '../../src/intent/report-words.ts';
import { ROLE_WORDS, readRole } from '../../src/intent/role-words.ts';
import { SMALL_TALK } from '../../src/intent/small-talk.ts';
import { readStatus, STATUS_WORDS } from '../../src/intent/status-words.ts';
import { CLOSERS, OPENERS, tidy } from '../../src/intent/tidy.ts';
import { COUNTY } from './county.ts';

const asked = (text: string) => recognise({ text, refDate: '2022-06-15', units: COUNTY });

describe('each rule reads its own example', () => {
  test.each(STATUS_WORDS)('$example is $status', ({ example, status }) => {
    expect(readStatus(example)).toBe(status);
  });
  test.each(ROLE_WORDS)('$example is $role', ({ example, role }) => {
    expect(readRole(example)).toBe(role);
  });
  test.each(RANK_WORDS)('$example asks for the $order first', ({ example, order }) => {
    expect(readRanking(example)?.order).toBe(order);
  });
  test.each(FORMAT_WORDS)('$example is a $format', ({ example, format }) => {
    expect(readExport(example.replace(' ', ''))).toBe(format);
  });
  test.each(POLICY_WORDS)('$example is asked of the documents', ({ example }) => {
    expect(asksPolicy(example)).toBe(true);
  });
  test.each(REPORT_WORDS)('$example is a report', ({ example }) => {
    expect(looksLikeReport(example, example)).toBe(true);
  });
  test.each(SMALL_TALK)('$example is small talk', ({ example, intent }) => {
    expect(asked(example)).toEqual(intent);
  });
  test.each([...LIST_CUES, ...SUMMARY_CUES])(
    '$example fits its pattern',
    ({ example, pattern }) => {
      expect(pattern.test(example)).toBe(true);
    },
  );
  test.each(OPENERS)('$example loses what stands before the matter', ({ example }) => {
    expect(tidy(example)).toBe('3月进度');
  });
  test.each(CLOSERS)('$example loses what stands after the matter', ({ example }) => {
    expect(tidy(example)).toMatch(/^(?:把)?3月进度$/);
  });
  test.each(DECISIONS)('$example is decided as $kind', ({ example, kind }) => {
    expect(asked(example)).toMatchObject({ query: { kind } });
  });
});

test.each([
  '总体完成情况怎么样',
  '这个月还有哪些任务没有完成',
  '各单位进度排名',
  '重点工作推进情况',
  '一共多少项',
])('a text of general words names no task: %s', (text) => {
  expect(hasOwnWords(text)).toBe(false);
});

test.each(['高企', '大讲堂', '5G基站', '亩均评价', '绿色工厂'])(
  'a text names a task: %s',
  (text) => {
    expect(hasOwnWords(text)).toBe(true);
  },
);

test.each([
  ['完成情况怎么样', null],
  ['完成率多少', null],
  ['完成得好不好', null],
  ['完成了没有', null],
  ['都完成了吗', null],
  ['完成和没完成的各多少', null],
  ['有没有完成', null],
  ['月底前要完成的', null],
  ['没有完成的', 'not_done'],
  ['有没有没完成的', 'not_done'],
  ['逾期没完成的', 'overdue'],
  ['没动员会议', null],
])('a state is a state, a question about it is not: %s', (text, status) => {
  expect(readStatus(text)).toBe(status);
});

test.each(['随便', '啊啊啊啊', 'asdfgh', '石头剪刀布', '高企申报'])(
  'what cannot be read offers two ways on: %s',
  (text) => {
    const intent = asked(text);
    expect(intent.kind).toBe('unknown');
    if (intent.kind === 'unknown') expect(intent.nearest).toHaveLength(2);
  },
);

test('only marks say nothing; a question mark asks what can be done', () => {
  expect(asked('？')).toEqual({ kind: 'help' });
  expect(asked('。。。')).toEqual({ kind: 'chat', act: 'other' });
});

test('the asker’s own unit is marked, not guessed', () => {
  expect(asked('我们局还有哪些没完成')).toMatchObject({
    query: { kind: 'list', own: true, units: [], status: 'not_done' },
  });
});

test.each(['没什么进展', '本月无进展', '都正常推进', '第2项没有什么困难，已完成'])(
  '%s reports, though it holds 什么 or names no item',
  (text) => expect(asked(text)).toMatchObject({ kind: 'report' }),
);

test.each(['有没有什么困难', '哪些没进展', '还有什么没完成'])('%s asks', (text) =>
  expect(asked(text)).toMatchObject({ kind: 'progress' }),
);
