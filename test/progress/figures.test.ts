import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND_EXAMPLES } from '../../src/progress/named-short.ts';
import { readReply } from '../../src/progress/read-reply.ts';
import { RESULTS } from '../../src/progress/task-results.ts';
import { TOLD_EXAMPLES } from '../../src/progress/task-said.ts';
import { inOneLine, read } from './reading.ts';

const answer = (task: string, text: string) =>
  inOneLine(
    readReply({ month: 5, refDate: '2026-05-20', tasks: [{ no: 1, content: task }], text }),
  );
const statusOf = (task: string, text: string) => answer(task, text).split(' ')[1];

/** Tasks that set a number, as plans word them, and how people tell what was reached. */
const COUNTED = fc.constantFrom(
  { task: (n: number) => `走访企业不少于${n}家。`, told: (n: string) => `企业走了${n}家` },
  { task: (n: number) => `改造老旧小区${n}个。`, told: (n: string) => `小区改好${n}个` },
  { task: (n: number) => `培训技能人才${n}人次。`, told: (n: string) => `培训了${n}人次` },
  { task: (n: number) => `完成土地流转${n}亩。`, told: (n: string) => `流转${n}亩` },
  { task: (n: number) => `新建污水管网${n}公里。`, told: (n: string) => `管网建了${n}公里` },
);
const PREFIX = fc.constantFrom('', '第1项', '目前', '已经');
const TAIL = fc.constantFrom('', '了', '，够了', '，照片在群里');

describe('a figure against the target of the task', () => {
  test('one that falls short is never done, however it is told', () => {
    const short = fc
      .tuple(COUNTED, fc.integer({ min: 20, max: 900 }), fc.nat())
      .map(([c, target, less]) => ({ c, target, told: 13 + (less % (target - 13)) }));
    fc.assert(
      fc.property(short, PREFIX, TAIL, ({ c, target, told }, prefix, tail) => {
        expect(statusOf(c.task(target), `${prefix}${c.told(String(told))}${tail}`)).not.toBe(
          'done',
        );
      }),
    );
  });

  test('one that reaches it is done, told with the verb of the task or an everyday one', () => {
    const reached = fc
      .tuple(COUNTED, fc.integer({ min: 13, max: 900 }), fc.nat({ max: 50 }))
      .map(([c, target, more]) => ({ c, target, told: target + more }));
    fc.assert(
      fc.property(reached, ({ c, target, told }) => {
        expect(answer(c.task(target), c.told(String(told)))).toBe('1 done');
      }),
    );
  });

  test('words that take it back, and steps on the way, keep even the full figure from done', () => {
    const held = fc.constantFrom(
      (t: string) => `计划${t}`,
      (t: string) => `预计${t}`,
      (t: string) => `${t}的方案定了`,
      (t: string) => `${t}还在谈`,
      (t: string) => `${t}还没验收`,
      (t: string) => `${t}开工了`,
      (t: string) => `${t}的合同在走流程`,
      (t: string) => `下月${t}`,
    );
    fc.assert(
      fc.property(COUNTED, fc.integer({ min: 13, max: 900 }), held, (c, n, hold) => {
        expect(statusOf(c.task(n), hold(c.told(String(n))))).not.toBe('done');
      }),
    );
  });

  test.each([
    ['培训技能人才600人次。', '报名600人'],
    ['培训技能人才600人次。', '应培训600人'],
    ['走访企业不少于40家。', '联系了40家企业'],
    ['走访企业不少于40家。', '收集企业问题45个'],
    ['走访企业不少于40家。', '走访企业40家左右'],
    ['开工建设亿元项目5个。', '亿元项目5个立项了'],
    ['争取上级资金1.1亿元。', '上级资金报了1.2亿'],
    ['调解矛盾纠纷，完成率98%以上。', '调解率下降到98%'],
    ['调解矛盾纠纷，完成率98%以上。', '调解率97.9'],
    ['兑现种粮补贴资金386万元。', '补贴资金已到县里386万'],
    ['采购清雪车2辆。', '清雪车订了2辆'],
    ['完成征收42户。', '征收谈了42户'],
    ['化解信访积案9件。', '积案新增9件'],
    ['招聘教师58名。', '教师58名体检完了'],
    ['完成变电站选址报批。', '选址报上去了'],
    ['印发《防汛应急预案》。', '预案送印了'],
    ['召开安全生产调度会。', '调度会定了'],
    ['推进医院迁建项目建设。', '医院设备装好了'],
  ])('%s — %s: not done', (task, text) => {
    expect(statusOf(task, text)).not.toBe('done');
  });

  test.each([
    ['储备化肥3000吨。', '三千吨整'],
    ['出让工业用地300亩。', '出让二百八', '1 in_progress'],
    ['培训技能人才600人次。', '技能培训六百零二'],
    ['收缴水费，收缴率达到95%以上。', '收缴率九十六点二'],
    ['收缴水费，收缴率达到95%以上。', '才八十八', '1 in_progress'],
    ['上线事项25项。', '已上线事项27项，超年度目标2项'],
    ['完成征收42户。', '推进中，39/42', '1 in_progress'],
  ])('%s — %s', (task, text, understood = '1 done') => {
    expect(answer(task, text)).toBe(understood);
  });
});

describe('the result that a task asks for', () => {
  test.each(RESULTS.map((r) => r.example))('$task: $told is done, $early is not', (row) => {
    expect(answer(row.task, `第1项${row.told}`)).toBe('1 done');
    expect(statusOf(row.task, `第1项${row.early}`)).not.toBe('done');
  });

  test.each(TOLD_EXAMPLES)('%s of a task that is named tells that it is not done', (told) => {
    expect(answer('推进卫生院扩建。', `第1项${told}`)).toMatch(
      /^1 (?:in_progress|not_started|blocked)/,
    );
  });
});

test.each(KIND_EXAMPLES)('$told is of the only task of its kind: $task', ({ told, task }) => {
  const tasks = [task, '完成河道清淤。'].map((content, i) => ({ no: i + 1, content }));
  expect(inOneLine(readReply({ month: 5, refDate: '2026-05-20', tasks, text: told }))).toMatch(
    /^1 /,
  );
});

test.each([
  ['走了31家，诉求收了20条，办了15条', '1 in_progress'],
  ['30家跑完了，收集诉求45条，解决45条', '1 done'],
  ['走访32家完成，梳理问题18个，化解了11个', '1 in_progress'],
])('“%s”: what was found and is not settled is left to do', (text, understood) => {
  expect(inOneLine(read('visits', text))).toBe(understood);
});
