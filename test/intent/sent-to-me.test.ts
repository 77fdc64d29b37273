import { expect, test } from 'vitest';
import { recognise } from '../../src/intent/recognise.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const read = (text: string) =>
  recognise({ text, refDate: '2026-03-02', units: indexUnitNames([{ name: '财政局' }]) });

test.each([
  '把我的任务再发一遍',
  '清单没收到',
  '任务清单再发我一下',
  '我们没收到这个月的清单',
  '麻烦把3月的任务单重新发给我',
  '我的卡片找不到了，麻烦再发一份',
  '卡片没看到啊，再发一下',
  '能不能再给我发一份任务清单',
  '本月任务卡片一直没收到',
])('“%s” asks for the own list', (text) => {
  expect(read(text)).toMatchObject({ kind: 'admin', command: { kind: 'my-open-items' } });
});

test.each([
  '第3项材料没收到',
  '第2项的清单没收到企业反馈',
  '把3月的任务再发一遍给财政局',
  '清单已经发给企业了',
  '提醒财政局再发一遍',
])('“%s” does not', (text) => {
  expect(read(text)).not.toMatchObject({ command: { kind: 'my-open-items' } });
});
