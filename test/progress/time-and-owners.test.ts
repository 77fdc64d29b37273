import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

const CONTENTS = [
  '申报数字车间4个。',
  '召开茶产业推介会。',
  '编制防汛预案。',
  '走访个体工商户70家。',
  '推进净水厂扩建。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const reading = (text: string) => readReply({ month: 11, refDate: '2026-11-18', tasks, text });
const read = (text: string) => inOneLine(reading(text));

describe('more time', () => {
  test.each([
    ['第2项缓到25号行不行', '2 extension by 2026-11-25'],
    ['第2项能不能拖到下周五', '2 extension by 2026-11-27'],
    ['第2项可不可以晚两天', '2 extension by 2026-11-20'],
    ['第2项推到下个月可以吗', '2 extension by 2026-12-31'],
    ['第2项请宽限几天', '2 extension by 2026-11-21'],
    ['第2项给我们多留几天', '2 extension'],
    ['第2项再缓缓', '2 extension'],
  ])('%j asks for it', (text, understood) => {
    expect(read(text)).toMatch(new RegExp(`^${understood}`, 'u'));
  });

  test.each([
    '第2项不用延了',
    '第2项延期申请撤回',
    '撤回第2项的延期申请',
    '第2项延期不要了',
    '第2项不延了',
  ])('%j takes the request back', (text) => {
    expect(read(text)).toBe('2 in_progress');
  });

  test('a state told beside it is what holds', () => {
    expect(read('第2项不用宽限了，已经开了')).toBe('2 done');
    expect(read('第2项不延了，下周五开')).toBe('2 not_started by 2026-11-27');
  });

  test('which item it is about is asked where no item is named', () => {
    expect(read('延期申请撤回')).toBe('ask which-task');
  });
});

describe('an item of another body', () => {
  test.each([
    '第三个本来就是县政府办的事，1完成，2完成',
    '1、2完成，3向来是应急局的活',
    '1完成，2完成，3不归我们牵头',
    '1完成 2完成 3那是应急局的',
    '1、2已完成，3轮不到我们',
  ])('%j disputes that item and reports the others', (text) => {
    const told = reading(text);
    expect(inOneLine(told)).toMatch(/^1 (?:done|in_progress), 2 done$/u);
    expect('beside' in told && told.beside?.map((b) => [b.act, b.tasks])).toEqual([
      ['dispute', [3]],
    ]);
  });
});

describe('as before', () => {
  test.each(['同上月', '还是上次那样', '还那样', '和上个月一样', '维持原状', '一切照旧', '同前'])(
    '第5项%s is asked',
    (words) => {
      expect(read(`第5项${words}`)).toBe('ask same-as-before');
      expect(read(`第2项已召开，第5项${words}`)).toBe('2 done');
    },
  );

  test('一样 in a list may be as above or as the last time: a completion is asked', () => {
    expect(read('1、没动 2、一样')).toBe('1 not_started, 2 not_started');
    expect(read('2、已召开 3、一样')).toBe('2 done');
    expect(read('第2项完成了，第3项也是')).toBe('2 done, 3 done');
  });
});
