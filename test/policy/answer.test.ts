import { describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { type AskPolicy, answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { subjectAfter } from '../../src/policy/follow-up.ts';
import { rolledBack } from '../support/db.ts';
import { content, MASKED, MEASURES, PLAN, put } from './library.ts';

const inLibrary = (
  run: (
    ask: (question: string, more?: Partial<AskPolicy>) => ReturnType<typeof answerQuestion>,
    db: Db,
  ) => Promise<void>,
) =>
  rolledBack(async (db) => {
    await put(db, '措施.docx', MEASURES);
    await put(db, '安排.xlsx', PLAN);
    await put(db, '运行情况.txt', MASKED);
    await run((question, more) => answerQuestion(db, { question, audience: PUBLIC, ...more }), db);
  });

describe('the sentence that answers, with its condition and cap', () => {
  test.each([
    ['云溪县首次入规的企业奖多少钱？', '一次性奖励8万元', '8万元'],
    ['今年刚进规能给多少钱', '一次性奖励8万元', '8万元'],
    ['刚纳规的奖多少钱', '一次性奖励8万元', '8万元'],
    ['技改项目单个最多补多少？', '单个项目最高不超过120万元', '120万元'],
    ['技改按设备投资的百分之几补助？', '按设备投资额的6%', '6%'],
    ['高企首次认定奖励多少万元？', '首次通过认定的给予15万元', '15万元'],
    ['雲溪縣對重新認定的高新技術企業獎勵多少？', '重新认定的给予5万元奖励（含市级奖补）', '5万元'],
    ['2025年规上工业增加值要增长多少？', '力争增长9%', '9%'],
    ['今年打算新增几家规上企业啊？', '新增规上工业企业12家', '12家'],
  ])('%s', (question, part, figure) =>
    inLibrary(async (ask) => {
      const answer = await ask(question);
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.answer).toContain(part);
      expect(answer.citations[0]?.text).toContain(part);
      expect(answer.figures.map((f) => f.text)).toContain(figure);
    }),
  );

  test.each([
    ['竹制品设计大赛几月份评选？', '9月'],
    ['银企对接会由哪个单位牵头？', '金融服务中心'],
    ['技改项目申报由哪些单位配合？', '财政局、各乡镇'],
    ['工作专班的召集人是谁？', '常务副县长'],
    ['什么是数字化车间？', '主要工序联网'],
    ['3月份有哪些重点工作？', '组织第一批技改项目申报'],
    ['工信局牵头哪些工作？', '竹制品设计大赛'],
  ])('%s', (question, part) =>
    inLibrary(async (ask) => {
      const answer = await ask(question);
      expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
    }),
  );

  test('rows are answered with the whole row, the month and the units with the work', () =>
    inLibrary(async (ask) => {
      const answer = await ask('3月份有哪些重点工作？');
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.parts).toHaveLength(2);
      expect(answer.citations.map((c) => c.section)).toEqual([
        '附件/表1/3月/1 2025年工业重点工作明细表',
        '附件/表1/3月/2 2025年工业重点工作明细表',
      ]);
    }));

  test('two documents that answer differently are both shown', () =>
    inLibrary(async (ask, db) => {
      await put(
        db,
        '市级.txt',
        content(
          '江州市促进工业发展政策\n一、扶持标准\n（一）支持企业入规。对首次纳入规模以上统计的工业企业，给予一次性奖励10万元。',
        ),
      );
      const answer = await ask('首次纳入规上统计的工业企业一次性奖励多少？');
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.citations.map((c) => c.document).sort()).toEqual(['市级.txt', '措施.docx']);
    }));

  test('a question that lives on the one before keeps its subject', () =>
    inLibrary(async (ask) => {
      const answer = await ask('那重新认定呢？', { previous: '高新技术企业首次认定奖励多少？' });
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.figures.map((f) => f.text)).toEqual(['5万元']);
    }));
});

const GUIDE = content(`云溪县数字化改造补助实施细则
第一条 县工信局负责数字化改造补助的受理。
第二条 申请数字化改造补助应当提交申请表、合同和发票复印件。
第三条 数字化改造补助按照项目投资额的12%计算。单个项目最高不超过60万元。
第四条 申报时间为每年6月1日至6月30日。
第五条 申请企业应当在云溪县注册满一年。
第六条 咨询电话：0999-1234567。`);

describe('a follow-up of a single word is asked of the matter before', () => {
  test.each([
    ['材料呢', '发票复印件'],
    ['要什么材料呢？', '发票复印件'],
    ['那时间呢', '6月1日至6月30日'],
    ['条件呢', '注册满一年'],
    ['电话呢', '0999-1234567'],
    ['上限呢', '60万元'],
    ['哪个部门呢', '县工信局'],
  ])('%s', (question, part) =>
    inLibrary(async (ask, db) => {
      await put(db, '细则.txt', GUIDE);
      const answer = await ask(question, { previous: '数字化改造补助怎么算' });
      expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
    }),
  );

  test.each(['光伏有补贴吗', '推介会什么时候开', '人才有补贴吗'])(
    'a subject of its own is not answered from the one before: %s',
    (question) =>
      inLibrary(async (ask, db) => {
        await put(db, '细则.txt', GUIDE);
        expect((await ask(question, { previous: '数字化改造补助怎么算' })).kind).not.toBe(
          'answered',
        );
      }),
  );

  test.each([
    ['小型的呢', '12%'],
    ['那中型呢', '10%'],
    ['小型企业最高多少', '30万元'],
  ])('another row of the table that answered: %s', (question, sum) =>
    inLibrary(async (ask, db) => {
      const text = `云溪县设备更新和物流支持办法
云政办〔2026〕19号
第一条 企业产品运往省外的，按运费的6%给予补助，大型企业最高不超过40万元，中型企业最高不超过25万元，小型微型企业最高不超过10万元。
第二条 企业更新设备的，按附件的比例给予补助。
附件
设备更新补助标准表`;
      const rows = [
        ['企业规模', '补助比例', '最高补助金额'],
        ['微型企业', '15%', '10万元'],
        ['小型企业', '12%', '30万元'],
        ['中型企业', '10%', '60万元'],
      ];
      await put(db, '办法.docx', content(text, rows));
      const answer = await ask(question, { previous: '微型企业设备更新补多少' });
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.answer).toContain(sum);
      expect(answer.answer).not.toContain('运费');
    }),
  );

  test('one after the other: the matter stays', () =>
    inLibrary(async (ask, db) => {
      await put(db, '细则.txt', GUIDE);
      await put(
        db,
        '通知.txt',
        content('云溪县光伏备案通知\n一、材料\n申请备案应当提交登记表、合同和照片。'),
      );
      let previous = '数字化改造补助怎么算';
      for (const [question, part] of [
        ['电话呢', '0999-1234567'],
        ['要什么材料', '发票复印件'],
        ['那时间呢', '6月1日至6月30日'],
      ] as const) {
        const answer = await ask(question, { previous });
        expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
        previous = subjectAfter(question, previous);
      }
      expect(subjectAfter('那光伏备案呢', previous)).toContain('光伏备案');
      expect(subjectAfter('光伏备案要什么材料', previous)).toBe('光伏备案要什么材料');
    }));

  test('without one it is not known of which matter', () =>
    inLibrary(async (ask, db) => {
      await put(db, '细则.txt', GUIDE);
      await put(
        db,
        '通知.txt',
        content(
          '云溪县光伏备案通知\n一、材料\n申请备案应当提交登记表、合同和照片。\n二、时间\n申报时间为8月1日至8月9日。',
        ),
      );
      for (const question of ['材料呢', '什么时候可以报', '补多少'])
        expect([question, await ask(question)]).toMatchObject([
          question,
          { kind: expect.not.stringMatching('^answered') },
        ]);
    }));
});

test('a clause is shown once, however many of its sentences answer', () =>
  inLibrary(async (ask, db) => {
    await put(db, '细则.txt', GUIDE);
    const answer = await ask('数字化改造补助怎么算，最高多少');
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(new Set(answer.citations.map((c) => c.section)).size).toBe(answer.citations.length);
    expect(answer.answer.split('单个项目最高不超过60万元').length).toBe(2);
  }));

describe('what the documents do not answer is not answered', () => {
  test.each([
    ['云溪县新建充换电站每座补贴多少钱？', 'the thing is not in the documents'],
    ['云溪县2028年规上工业增加值增长目标是多少？', 'another year'],
    ['丰岭县对首次认定的高企奖励多少？', 'another county'],
    ['云溪县省级小巨人企业奖励多少？', 'another honour'],
    ['技改补助的申报材料有哪些？', 'the procedure is not told'],
    ['竹制品设计大赛一等奖奖金多少？', 'the sum is not told'],
    ['竹制品设计大赛在哪里报名？', 'the place is not told'],
    ['云溪县上市企业今年要新增多少家？', 'another kind of firm'],
    ['第二批技改项目几月份申报？', 'another round'],
    ['工信局的办公电话是多少？', 'no such fact'],
    ['全市规上工业增加值要增长多少？', 'another level'],
  ])('%s (%s)', (question) =>
    inLibrary(async (ask) => {
      const answer = await ask(question);
      expect(answer.kind).not.toBe('answered');
    }),
  );

  test.each([
    '丰岭县2024年规上工业增加值增长多少？',
    '丰岭县新增规上工业企业多少家？',
    '丰岭县工业用电量多少亿千瓦时？',
  ])('a masked figure is neither read nor replaced by another one: %s', (question) =>
    inLibrary(async (ask) => {
      expect((await ask(question)).kind).toBe('not-found');
    }),
  );

  test.each(['工业用电量', '技改项目要多少投资才给补'])(
    '%s: a report of figures grants nothing',
    (question) =>
      inLibrary(async (ask, db) => {
        await put(
          db,
          '通报.txt',
          content(
            '云溪县工业运行通报\n1—5月份，全县技改项目投资增速81.2%，全市排名第二位。\n工业用电量x.x亿千瓦时，同比增长xx%。',
          ),
        );
        const answer = await ask(question);
        const documents = answer.kind === 'answered' ? answer.citations.map((c) => c.document) : [];
        expect(documents).not.toContain('通报.txt');
        expect(documents).not.toContain('运行情况.txt');
      }),
  );

  test('the clauses nearest to an unanswered question are shown beside the refusal', () =>
    inLibrary(async (ask) => {
      const answer = await ask('技改项目评审专家的评审费多少？');
      if (answer.kind !== 'not-found') throw new Error(answer.kind);
      expect(answer.nearest.map((c) => c.section).join()).toContain('支持技术改造');
      expect(answer.nearest.length).toBeLessThanOrEqual(3);
    }));

  test('what the library has nothing of is out of its scope', () =>
    inLibrary(async (ask) => {
      expect(await ask('明天会不会下雨？')).toEqual({ kind: 'out-of-scope' });
    }));

  test('a group is not told what only its asker may see; the asker is sent to the private chat', () =>
    inLibrary(async (ask, db) => {
      await put(
        db,
        '内部.txt',
        content('云溪县项目评审纪要\n一、议定事项\n船舶配件园项目补助九百万元，分三年拨付。'),
        { kind: 'internal' },
      );
      const question = '船舶配件园项目分几年拨付？';
      expect(await ask(question)).toMatchObject({ kind: expect.not.stringMatching('answered') });
      expect(await ask(question, { asker: { unitIds: [], internal: true } })).toEqual({
        kind: 'not-permitted',
      });
      expect(
        await ask(question, { audience: { kind: 'person', unitIds: [], internal: true } }),
      ).toMatchObject({ kind: 'answered' });
    }));
});
