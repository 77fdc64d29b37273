import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestionOrder } from '../../src/intent/question-orders.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { readPath } from '../../src/policy/clause-path.ts';
import type { UnansweredQuestion } from '../../src/policy/unanswered-queries.ts';
import { findClauseByPath } from '../../src/standard-answers/clauses.ts';
import { clusterQuestions } from '../../src/standard-answers/cluster.ts';
import { readAnswer } from '../../src/standard-answers/read-answer.ts';
import { ALIKE, formOf, sameness } from '../../src/standard-answers/same-question.ts';
import { weeklyDue } from '../../src/standard-answers/weekly.ts';
import { content, put } from '../policy/library.ts';
import { rolledBack } from '../support/db.ts';

const alike = (a: string, b: string) => sameness(formOf(a), formOf(b)) >= ALIKE;

describe('the same question in other words is one', () => {
  test.each([
    ['高企首次认定奖多少', '高新技术企业第一次认定奖励多少钱'],
    ['数字化车间怎么申报', '数字化车间如何申请'],
    ['厂房租金补贴标准', '厂房租金补贴标准是多少？'],
    ['企业招聘大学生有补贴吗', '企业招用大学生有没有补贴'],
    ['綠色工廠獎補標準', '绿色工厂奖励多少'],
    ['技术改造项目补助比例是多少', '技改项目补助比例多少'],
  ])('%s = %s', (a, b) => expect(alike(a, b)).toBe(true));

  test.each([
    ['高企首次认定奖多少', '高企复审奖多少'],
    ['2023年技改补助标准是什么', '2024年技改补助标准是什么'],
    ['省级绿色工厂奖励多少', '国家级绿色工厂奖励多少'],
    ['数字化车间怎么申报', '申报数字化车间要什么条件'],
    ['光伏备案需要哪些材料', '光伏备案要多久'],
    ['这项工作谁牵头', '这项工作谁配合'],
    ['员工宿舍租金补贴标准', '厂房装修补贴标准'],
  ])('%s ≠ %s', (a, b) => expect(alike(a, b)).toBe(false));

  test('in whatever order they came, the groups are the same', () => {
    const texts = [
      '高企首次认定奖多少',
      '高新技术企业第一次认定奖励多少钱',
      '高企复审奖多少',
      '数字化车间怎么申报',
      '数字化车间如何申请',
      '厂房租金补贴标准',
    ];
    const rows = texts.map((question, i) => ({ no: i + 1, question, askedBy: `ou_${i}` }));
    const groupsOf = (list: typeof rows) =>
      clusterQuestions(list as UnansweredQuestion[]).map((c) => c.questions.map((q) => q.no));
    expect(groupsOf(rows)).toEqual([[1, 2], [4, 5], [3], [6]]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(groupsOf(shuffled)).toEqual(groupsOf(rows));
      }),
    );
  });
});

describe('what the office writes behind the number', () => {
  const today = '2026-03-09';
  test.each([
    ['', { kind: 'empty' }],
    ['不属于本局，请问县人社局', { kind: 'redirect', whom: '县人社局' }],
    ['不归我们管，建议咨询县医保局。', { kind: 'redirect', whom: '县医保局' }],
    ['这个问题不属于本单位职责', { kind: 'redirect', whom: '' }],
    ['不属于本局业务范围，请向县市监局咨询', { kind: 'redirect', whom: '县市监局' }],
    ['不是我们的业务，由县医保局负责。', { kind: 'redirect', whom: '县医保局' }],
    ['不归我局管，归县住建局管', { kind: 'redirect', whom: '县住建局' }],
    ['我局不负责这个问题，找县税务局', { kind: 'redirect', whom: '县税务局' }],
    ['该事项不属于我局职责范围。', { kind: 'redirect', whom: '' }],
    ['不在我们职责范围内，县税务局', { kind: 'redirect', whom: '县税务局' }],
    ...[
      '不属于高耗能行业的企业都可以申报',
      '不是规上企业不能申报',
      '不属于本单位职工的不予受理',
      '不是我们的企业不能申报',
      '不在负面清单内的项目都可以',
      '不归类为危险废物的可以回收',
      '不属于本局职责，但企业可以在省平台自行申报，具体看通知',
      '我们不管企业大小都可以受理',
    ].map((text): [string, object] => [text, { kind: 'text', text, validUntil: '2027-03-08' }]),
    ['到6月30日有效', { kind: 'text', text: '到6月30日有效', validUntil: '2026-06-30' }],
    ['长期有效', { kind: 'text', text: '长期有效', validUntil: null }],
    ['《云溪县若干措施》第五条', { kind: 'clause', title: '云溪县若干措施', path: '第五条' }],
    [
      '按 云政办〔2025〕12号 四（八）',
      { kind: 'clause', title: '云政办〔2025〕12号', path: '四（八）' },
    ],
    [
      '按照云政办[2025]12号文件第五条规定执行。',
      { kind: 'clause', title: '云政办[2025]12号', path: '第五条' },
    ],
    ['按《云溪县若干措施》一（二）', { kind: 'clause', title: '云溪县若干措施', path: '一（二）' }],
    [
      '按照《云溪县若干措施》第五条规定执行。',
      { kind: 'clause', title: '云溪县若干措施', path: '第五条' },
    ],
    [
      '见《云溪县若干措施》（云政办〔2025〕12号）第二章第五条',
      { kind: 'clause', title: '云溪县若干措施', path: '第二章第五条' },
    ],
    ['按《若干措施》第五条第（二）项', { kind: 'clause', title: '若干措施', path: '第五条（二）' }],
    ['按《若干措施》第一部分第二项', { kind: 'clause', title: '若干措施', path: '一（二）' }],
    ['请到政务大厅办理', { kind: 'text', text: '请到政务大厅办理', validUntil: '2027-03-08' }],
    [
      '请到政务大厅办理，有效期至2026年12月31日',
      { kind: 'text', text: '请到政务大厅办理', validUntil: '2026-12-31' },
    ],
    ['每月10日前申报（长期有效）', { kind: 'text', text: '每月10日前申报', validUntil: null }],
    ['由园区受理。有效期两年。', { kind: 'text', text: '由园区受理', validUntil: '2028-03-08' }],
    ['补200元，有效期至2025年6月30日', { kind: 'past', until: '2025-06-30' }],
    ['补200元，有效期到上个月底', { kind: 'past', until: '2026-02-28' }],
    ['补200元，有效期0年', { kind: 'past', until: '2026-03-08' }],
    ['补200元，有效期至2026年2月30日', { kind: 'no-such-day', said: '2026年2月30日' }],
    ['补200元，有效期到项目结束', { kind: 'no-such-day', said: '项目结束' }],
    ['补200元，有效期到年底', { kind: 'text', text: '补200元', validUntil: '2026-12-31' }],
    ['补200元，有效期到2027年6月底。', { kind: 'text', text: '补200元', validUntil: '2027-06-30' }],
    ['补200元（至2026年9月30日有效）', { kind: 'text', text: '补200元', validUntil: '2026-09-30' }],
    ['补200元，有效期六个月', { kind: 'text', text: '补200元', validUntil: '2026-09-08' }],
    [
      '申报时间到2026年6月30日',
      { kind: 'text', text: '申报时间到2026年6月30日', validUntil: '2027-03-08' },
    ],
    [
      '证书有效期至2025年6月30日',
      { kind: 'text', text: '证书有效期至2025年6月30日', validUntil: '2027-03-08' },
    ],
    ['按《若干措施》附件1', { kind: 'clause', title: '若干措施', path: '附件1' }],
    ['按《若干措施》附件1执行', { kind: 'clause', title: '若干措施', path: '附件1' }],
    ['第五条', { kind: 'clause', title: '', path: '第五条' }],
    ['一（二）', { kind: 'clause', title: '', path: '一（二）' }],
    ['按工业用地内部指导价第一条', { kind: 'clause', title: '工业用地内部指导价', path: '第一条' }],
    ['按若干措施第五条', { kind: 'clause', title: '若干措施', path: '第五条' }],
    ['见培育办法一（二）', { kind: 'clause', title: '培育办法', path: '一（二）' }],
    ['按措施执行', { kind: 'text', text: '按措施执行', validUntil: '2027-03-08' }],
    [
      '项目有效期至2026年2月30日',
      { kind: 'text', text: '项目有效期至2026年2月30日', validUntil: '2027-03-08' },
    ],
  ])('%s', (said, expected) => expect(readAnswer(said, today)).toEqual(expected));

  test.each([
    ['第5条', '第5条'],
    ['一(二)', '一（二）'],
    ['二、（三）', '二（三）'],
    ['附件2/三', '附件2/三'],
    ['补助标准', undefined],
  ])('%s as a place', (said, path) => expect(readPath(said)).toBe(path));
});

describe('orders of the office', () => {
  test.each([
    ['没人回答的问题', { kind: 'questions' }],
    ['有哪些问题没答上来', { kind: 'questions' }],
    ['答复 每人补200元', { kind: 'questions' }],
    ['回复3号：每人补200元', { kind: 'answer', no: 3, said: '每人补200元' }],
    ['回复3：每人补200元', { kind: 'answer', no: 3, said: '每人补200元' }],
    ['未答问题', { kind: 'questions' }],
    ['还有哪些没回答的问题', { kind: 'questions' }],
    ['待答复的提问', { kind: 'questions' }],
    ['标准答复', { kind: 'answers' }],
    ['答复 12', { kind: 'answer', no: 12, said: '' }],
    ['答复12：请到园区办理', { kind: 'answer', no: 12, said: '请到园区办理' }],
    ['答復３ 请到园区（Ａ座）办理', { kind: 'answer', no: 3, said: '请到园区（Ａ座）办理' }],
    ['答复第二号问题，见窗口公示', { kind: 'answer', no: 2, said: '见窗口公示' }],
    ['答复5不属于本局', { kind: 'answer', no: 5, said: '不属于本局' }],
  ])('%s', (text, order) => expect(readQuestionOrder(text)).toEqual(order));

  test.each(['答复3月的任务', '标准答复率是多少', '5月未完成的任务', '没回答'])(
    '%s is none',
    (text) => expect(readQuestionOrder(text)).toBeUndefined(),
  );
});

describe('the week’s list', () => {
  const due = (at: string) =>
    weeklyDue(new Date(`${at}+08:00`), { weekday: 1, at: '09:30' }, 'Asia/Shanghai', new Map());
  test.each([
    ['2026-03-09T09:29:00', undefined],
    ['2026-03-09T09:30:00', '2026-03-09'],
    ['2026-03-09T18:00:00', undefined],
    ['2026-03-10T10:00:00', '2026-03-09'],
    ['2026-03-11T10:00:00', undefined],
    // 国庆: Monday to Wednesday are holidays, Thursday works.
    ['2026-10-05T10:00:00', undefined],
    ['2026-10-08T10:00:00', '2026-10-05'],
    // 春节 takes the whole week.
    ['2026-02-18T10:00:00', undefined],
  ])('%s', (at, week) => expect(due(at)).toBe(week));
});

describe('the clause that the office names', () => {
  test.each([
    ['《云溪县稳岗补贴实施细则》', '第三条', '第二章第三条', '每人500元'],
    ['《稳岗细则》', '第3条', '第二章第三条', '每人500元'],
    ['《稳岗补贴实施细则》', '第四条', '第二章第四条', '欠缴社会保险费的'],
    ['《稳岗补贴实施细则》', '第四条（二）', '第二章第四条', '不予补贴：'],
  ])('%s%s', (title, path, section, text) =>
    rolledBack(async (db) => {
      await put(
        db,
        '细则.txt',
        content(`云溪县稳岗补贴实施细则
第一章 总则
第一条 为规范稳岗补贴，制定本细则。
第二章 补贴
第二条 县人社局负责受理。
第三条 稳岗补贴按照每人500元计算。
第四条 有下列情形之一的企业不予补贴：
（一）欠缴社会保险费的；
（二）有重大事故的。`),
      );
      const clause = await findClauseByPath(db, PUBLIC, title.slice(1, -1), path);
      expect(clause?.section).toContain(section);
      expect(clause?.text).toContain(text);
    }),
  );

  test.each([
    ['云溪县促进工业稳增长若干措施', '第一条', '首次入规'],
    ['云溪县人民政府关于促进工业稳增长若干措施的通知', '第三条', '每台补助'],
  ])('《%s》%s where the items are numbered on through all parts', (title, path, text) =>
    rolledBack(async (db) => {
      await put(
        db,
        '促进工业稳增长若干措施.txt',
        content(`云溪县人民政府关于促进工业稳增长若干措施的通知
一、支持做大
（一）首次入规的企业奖励10万元。
（二）产值过亿的企业奖励20万元。
二、支持改造
（三）购买机器人的，每台补助1万元。`),
      );
      expect((await findClauseByPath(db, PUBLIC, title, path))?.text).toContain(text);
    }),
  );

  test('第二条 where each part numbers its items anew is its second part', () =>
    rolledBack(async (db) => {
      await put(
        db,
        '稳增长意见.txt',
        content(`云溪县稳增长意见
一、目标
（一）企业新增8家。
（二）投资增长9%。
二、措施。对入规企业给予奖励。
（一）奖励10万元。`),
      );
      const clause = await findClauseByPath(db, PUBLIC, '云溪县稳增长意见', '第二条');
      expect(clause?.section).toMatch(/^二/);
    }));
});
