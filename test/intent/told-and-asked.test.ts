import { expect, test } from 'vitest';
import { toldAndAsked } from '../../src/intent/told-and-asked.ts';

test.each([
  ['第1项已完成，请问高企奖多少', '第1项已完成', '请问高企奖多少', false],
  ['高企奖多少？第1项办结了', '第1项办结了', '高企奖多少？', false],
  [
    '1、3都弄完了。另外想问一下填累计数还是当月数？',
    '1、3都弄完了。',
    '另外想问一下填累计数还是当月数？',
    false,
  ],
  ['第2项推进中；4是谁负责的', '第2项推进中；', '4是谁负责的', true],
  ['第1项还差两户，第3项哪天截止', '第1项还差两户', '第3项哪天截止', true],
])('“%s” tells and asks', (text, told, asked, ofItem) => {
  expect(toldAndAsked(text)).toEqual({ told, asked, ofItem });
});

test.each([
  '第1项已完成，第2项在推进',
  '第3项什么时候截止？',
  '想问一下，第3项是谁的，我们好对接',
  '会开了，谁去的都记了',
  '第1项哪天报，报给谁，第2项完成了，第3项找谁',
])('“%s” is taken as one', (text) => {
  expect(toldAndAsked(text)).toBeUndefined();
});
