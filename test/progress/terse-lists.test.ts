import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

const CONTENTS = [
  '组织茶农培训。',
  '印发林长制考核细则。',
  '召开防汛现场会。',
  '推进敬老院扩建。',
  '上报桥梁普查结果。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const read = (text: string) =>
  inOneLine(readReply({ month: 5, refDate: '2026-05-20', tasks, text }));

const TOLD = fc.constantFrom(
  { words: '完了', status: 'done' },
  { words: '搞定', status: 'done' },
  { words: '没动', status: 'not_started' },
  { words: '还在弄', status: 'in_progress' },
  { words: '取消了', status: 'blocked' },
);
const HAN = ['一', '二', '三', '四', '五'];

describe('terse lists', () => {
  test.each([
    ['完成1、2，3没动', '1 done, 2 done, 3 not_started'],
    ['办完1、2，3还在弄', '1 done, 2 done, 3 in_progress'],
    ['1、2，3都完成了', '1 done, 2 done, 3 done'],
  ])('%s: a number behind a comma with a state of its own ends the list', (text, understood) => {
    expect(read(text)).toBe(understood);
  });

  test('digits or Chinese numerals at the head of what is told read back as the items they number', () => {
    const some = fc.subarray([1, 2, 3, 4, 5], { minLength: 2 });
    const list = some.chain((nos) =>
      fc.tuple(fc.constant(nos), fc.array(TOLD, { minLength: nos.length, maxLength: nos.length })),
    );
    const way = fc.constantFrom(
      (no: number) => `${no}`,
      (no: number) => `第${no}个`,
      (no: number) => `${no}号`,
      (no: number) => `${no}、`,
    );
    fc.assert(
      fc.property(list, way, fc.constantFrom(' ', '，', '\n'), ([nos, told], head, sign) => {
        const text = nos.map((no, i) => `${head(no)}${told[i]?.words}`).join(sign);
        expect(read(text)).toBe(nos.map((no, i) => `${no} ${told[i]?.status}`).join(', '));
      }),
    );
  });

  test('一, 二, 三 in turn', () => {
    fc.assert(
      fc.property(fc.array(TOLD, { minLength: 2, maxLength: 5 }), (told) => {
        const text = told.map((t, i) => `${HAN[i]}${t.words}`).join(' ');
        expect(read(text)).toBe(told.map((t, i) => `${i + 1} ${t.status}`).join(', '));
      }),
    );
  });

  test.each([
    ['1办了2发了3开了4没人手停了', '1 done, 2 done, 3 done, 4 blocked'],
    ['序号\t是否完成\t备注\n1\t是\t\n2\t否\t征求意见中\n3\t√\t/', '1 done, 2 in_progress, 3 done'],
    ['第二那个跟第三那个弄完了', '2 done, 3 done'],
    ['3号开的', 'ask which-task'],
    ['现场会3号开的', '3 done'],
    ['现场会5.8开的', '3 done'],
    ['明天有雨没', 'no report: question'],
    ['通知已收，将组织各站所认真落实', 'no report: ack'],
    ['敬老院任务已移交县民政局实施，请变更责任单位', 'no report: dispute'],
  ])('%j', (text, understood) => {
    expect(read(text)).toBe(understood);
  });

  test.each([
    ['1 完成\n2 推进中\n3\n4 完成', [3], '1 done, 2 in_progress, 4 done'],
    ['1 完成\n2\n3\n4 完成', [2, 3], '1 done, 4 done'],
    ['1、完成\n2、\n3、完成', [2], '1 done, 3 done'],
    ['1：完成\n2：\n3：完成', [2], '1 done, 3 done'],
    ['1：完成，2：，3：完成', [2], '1 done, 3 done'],
    ['（1）已完成\n（2）\n（3）已完成', [2], '1 done, 3 done'],
    ['第一项：完成\n第二项\n第三项：完成', [2], '1 done, 3 done'],
    ['1.\n2.完成', [1], '2 done'],
    ['1\t完成\n2\t\n3\t完成', [2], '1 done, 3 done'],
    ['序号\t进展\n1\t\n2\t已完成', [1], '2 done'],
    ['1、完成 2、 3、完成', [2], '1 done, 3 done'],
    ['1.完成2.3.完成', [2], '1 done, 3 done'],
    ['①完成②③完成', [2], '1 done, 3 done'],
    ['1完成 2 3完成', [2], '1 done, 3 done'],
    ['1完成，2，3完成', [2], '1 done, 3 done'],
    ['1、完成 2、－ 3、完成', [2], '1 done, 3 done'],
    ['1完成 2/ 3完成', [2], '1 done, 3 done'],
    ['1、 2、完成 3、没动', [1], '2 done, 3 not_started'],
    ['第1项完成 第2项 第3项完成', [2], '1 done, 3 done'],
    ['1、2已完成\n3、4、5没动', [], '1 done, 2 done, 3 not_started, 4 not_started, 5 not_started'],
    ['1.完成 2.3.推进中', [], '1 done, 2 in_progress, 3 in_progress'],
    ['1好 2好 3还差', [1, 2], '3 in_progress'],
  ])('%j: an item left blank is asked about', (text, blank, understood) => {
    const reading = readReply({ month: 5, refDate: '2026-05-20', tasks, text });
    expect(inOneLine(reading)).toBe(understood);
    const asked = reading.kind === 'not_a_report' ? [] : reading.asks;
    expect(asked.flatMap((a) => a.candidates ?? [])).toEqual(blank);
  });

  test('an item of a list on one line that is left blank, or filled with a sign, takes no state of another', () => {
    const blank = fc.constantFrom('', '－', '/', '——', '无', '暂无', '同上', '见附件', '略', '？');
    const cell = fc.oneof(
      TOLD,
      blank.map((words) => ({ words, status: '' })),
    );
    const list = fc.tuple(TOLD, fc.array(cell, { minLength: 2, maxLength: 4 }));
    const head = fc.constantFrom('、', '.', '：', '）');
    fc.assert(
      fc.property(list, head, fc.constantFrom(' ', '；', '，'), ([first, rest], sign, divider) => {
        const cells = [first, ...rest];
        const text = cells.map(({ words }, i) => `${i + 1}${sign}${words}`).join(divider);
        const told = cells.flatMap(({ status }, i) => (status ? [`${i + 1} ${status}`] : []));
        expect(read(text)).toBe(told.join(', '));
      }),
    );
  });

  test.each(['1、已完成；2、3、4都没动', '1完成，2 3没动', '1完成，2、3没动'])(
    '%j: numbers closer to each other than the items are share their state',
    (text) => {
      expect(read(text)).toMatch(/^1 done, 2 not_started, 3 not_started/u);
    },
  );

  test.each(['第1项\n第2项\n第3项已完成', '1\n2\n3 都完成了', '1、2、3完成'])(
    '%j: numbers alone on their lines, and one state behind the last, name them all',
    (text) => {
      expect(read(text)).toBe('1 done, 2 done, 3 done');
    },
  );

  test.each([
    ['1周五完成', '1 in_progress by 2026-05-22'],
    ['第一周五完成', '1 in_progress by 2026-05-22'],
    ['第2月底完成', '2 in_progress by 2026-05-31'],
    ['1周五完成，2月底完成', '1 in_progress by 2026-05-22, 2 in_progress by 2026-05-31'],
    ['3星期五开', '3 not_started by 2026-05-22'],
    ['2周五完成', '2 in_progress by 2026-05-22'],
    ['2号周五完成', 'ask which-task'],
    ['4年底完工', '4 in_progress by 2026-12-31'],
    ['2月底完成', '2 in_progress by 2026-05-31'],
    ['2、3月底完成', '2 in_progress by 2026-05-31, 3 in_progress by 2026-05-31'],
    ['第2项6月底完成', '2 in_progress by 2026-06-30'],
    ['5月底完成', 'ask which-task'],
  ])('%j: a number right before its day is an item', (text, understood) => {
    expect(read(text)).toBe(understood);
  });
});
