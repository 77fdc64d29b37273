import { describe, expect, test } from 'vitest';
import type { DocumentContent } from '../../src/documents/document.ts';
import { answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { answerCard } from '../../src/policy/cards.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

const OLD = content(`青石县促进商贸流通奖励办法
青政〔2023〕11号
第一条 对首次入库的限上批发企业，一次性奖励5万元；对首次入库的限上餐饮企业，一次性奖励3万元。
第二条 经认定的夜间消费街区，一次性补助15万元。
第三条 本办法自2023年5月1日起施行，有效期至2027年6月30日。
青石县人民政府
2023年4月20日`);
const NEW = content(`青石县商贸业高质量发展若干措施
青政〔2026〕3号
第一条 对首次入库的限上批发企业，一次性奖励8万元；对首次入库的限上餐饮企业，一次性奖励4万元。
第二条 本措施自2026年2月1日起施行，有效期三年。《青石县促进商贸流通奖励办法》同时废止。
青石县人民政府
2026年1月15日`);
const PAST = content(`青石县电商培育补助办法
青科〔2022〕6号
第一条 对年网络零售额达到1000万元的电商企业，一次性补助12万元。
第二条 本办法自2022年3月1日起施行，试行两年。
青石县科技经信局
2022年2月20日`);

/** What the library answers on a day, and its card as people read it. */
async function ask(
  question: string,
  documents: Record<string, DocumentContent> = { 'old.txt': OLD, 'new.txt': NEW, 'past.txt': PAST },
  today = '2026-11-23',
) {
  const said: {
    answer: string;
    cautions: string[];
    documents: string[];
    differ: string[];
    card: string;
    summary: string;
  }[] = [];
  await rolledBack(async (db) => {
    for (const [name, document] of Object.entries(documents)) await put(db, name, document);
    const answer = await answerQuestion(db, { question, audience: PUBLIC, today });
    const card = answerCard({ answerId: 'a', question, answer, today });
    const { summary } = card.config as { summary: { content: string } };
    const shown = { card: JSON.stringify(card), summary: summary.content };
    said.push(
      answer.kind === 'answered'
        ? {
            ...shown,
            answer: answer.answer,
            cautions: answer.cautions ?? [],
            documents: answer.citations.map((c) => c.document),
            differ: answer.differ?.map((d) => d.sum) ?? [],
          }
        : { ...shown, answer: answer.kind, cautions: [], documents: [], differ: [] },
    );
  });
  const [first] = said;
  if (!first) throw new Error('nothing was asked');
  return first;
}

describe('what is in force answers', () => {
  test.each(['限上批发企业首次入库奖多少', '首次入库的限上批发企业奖励多少钱？'])(
    '%s: not what it repealed, and nothing is called a conflict',
    async (question) => {
      const said = await ask(question);
      expect(said.answer).toContain('8万元');
      expect(said.answer).not.toContain('5万元');
      expect(said.documents).toEqual(['new.txt']);
      expect(said.differ).toEqual([]);
      expect(said.cautions).toEqual([]);
    },
  );

  test('where nothing else answers, the first line of the answer says that it is repealed', async () => {
    const said = await ask('夜间消费街区还补助吗');
    expect(said.answer).toContain('15万元');
    const line =
      '该文件已于2026年2月1日被《青石县商贸业高质量发展若干措施》废止，以下内容仅供参考。';
    expect(said.cautions).toEqual([line]);
    expect(said.summary.startsWith('该文件已于2026年2月1日被')).toBe(true);
    expect(said.card.indexOf(line)).toBeLessThan(said.card.lastIndexOf('15万元'));
  });

  test('who asks for the old one gets it, with the same line', async () => {
    const said = await ask('原来限上批发企业首次入库奖多少');
    expect(said.answer).toContain('5万元');
    expect(said.cautions.join()).toContain('废止');
    expect(said.differ).toEqual([]);
  });

  test('a document that is not yet in force says so, and does not end the old one before', async () => {
    const early = await ask(
      '限上批发企业首次入库奖多少',
      { 'old.txt': OLD, 'new.txt': NEW },
      '2026-01-20',
    );
    expect(early.answer).toContain('5万元');
    expect(early.answer).not.toContain('8万元');
    expect(early.cautions).toEqual([]);
    const alone = await ask('限上批发企业首次入库奖多少', { 'new.txt': NEW }, '2026-01-20');
    expect(alone.cautions).toEqual(['该文件自2026年2月1日起施行，尚未施行，以下内容仅供参考。']);
  });
});

test('a document that is not open to the asker is not named as the one that repeals', () =>
  rolledBack(async (db) => {
    await put(db, 'old.txt', OLD);
    await put(db, 'new.txt', NEW, { kind: 'internal' });
    const today = '2026-11-23';
    for (const question of ['夜间消费街区补助多少', '青政〔2023〕11号还有效吗']) {
      const answer = await answerQuestion(db, { question, audience: PUBLIC, today });
      expect(answer).toMatchObject({ cautions: ['该文件已废止，以下内容仅供参考。'] });
      const shown = JSON.stringify(answerCard({ answerId: 'a', question, answer, today }));
      expect(shown).not.toContain('高质量发展若干措施');
    }
  }));

test('入库 is what documents call to be taken into the statistics', async () => {
  const renamed = content(
    '青石县消费提质若干措施\n第一条 对首次纳入限上统计的批发、零售企业，一次性奖励9万元。\n第二条 本措施自2026年2月1日起施行。《青石县促进商贸流通奖励办法》同时废止。',
  );
  const said = await ask('限上批发企业首次入库奖多少', { 'old.txt': OLD, 'new.txt': renamed });
  expect(said.documents).toEqual(['new.txt']);
  expect(said.answer).toContain('9万元');
});

test('a 文号 beside a matter asks that document of it', async () => {
  const said = await ask('青政〔2023〕11号首次入库的批发企业奖多少');
  expect(said.documents).toEqual(['old.txt']);
  expect(said.cautions.join()).toContain('废止');
});

describe('documents in force that disagree', () => {
  const county = content(
    '青石县商贸措施\n第一条 对首次入库的批发零售企业，一次性奖励8万元；对首次入库的住宿餐饮企业，一次性奖励4万元。\n第二条 对首次认定的高新技术企业奖励20万元，对重新认定的高新技术企业奖励10万元。',
  );
  const city = content(
    '江州市商贸措施\n第一条 对首次入库的批发零售企业，一次性奖励10万元；对首次入库的住宿餐饮企业，一次性奖励6万元。\n第二条 对首次认定的高新技术企业奖励30万元，对重新认定的高新技术企业奖励15万元。',
  );

  test.each([
    ['首次入库的住宿餐饮企业奖励多少', ['4万元', '6万元']],
    ['首次入库的批发零售企业奖励多少', ['8万元', '10万元']],
    ['高新技术企业重新认定奖励多少', ['10万元', '15万元']],
    ['高新技术企业首次认定奖励多少', ['20万元', '30万元']],
  ])('%s: the sums of this case are named', async (question, sums) => {
    const said = await ask(question, { 'county.txt': county, 'city.txt': city });
    expect(said.differ.toSorted()).toEqual(sums.toSorted());
  });
});

describe('whether a document is in force', () => {
  test.each([
    '青政〔2023〕11号还有效吗',
    '青政[2023]11号什么时候到期',
    '青石县促进商贸流通奖励办法失效了吗',
    '夜间消费街区补助还有效吗',
    '青政〔2023〕11号什么时候废止的',
  ])('%s: the sentence that repeals it', async (question) => {
    const said = await ask(question);
    expect(said.answer).toContain('《青石县促进商贸流通奖励办法》同时废止');
    expect(said.answer).not.toContain('2027年6月30日');
    expect(said.documents).toEqual(['new.txt']);
  });

  test.each(['青政〔2023〕11号还有效吗', '夜间消费街区补助还有效吗'])(
    '%s: said at once',
    async (question) => {
      expect((await ask(question)).summary).toContain(
        '《青石县促进商贸流通奖励办法》已于2026年2月1日被《青石县商贸业高质量发展若干措施》废止。',
      );
    },
  );

  test.each([
    '青科〔2022〕6号什么时候失效',
    '青科〔2022〕6号还有效吗',
    '电商培育办法到期没',
    '电商补助办法过期了没有',
  ])('%s: the end of its term', async (question) => {
    const said = await ask(question);
    expect(said.answer).toContain('试行两年');
    expect(said.documents).toEqual(['past.txt']);
    expect(said.cautions).toEqual(['该文件有效期至2024年2月29日，已届满，以下内容仅供参考。']);
  });

  test.each([
    '青科〔2022〕9号什么时候失效',
    '青政〔2020〕3号还有效吗',
    '青政〔2020〕3号首次入库奖多少',
  ])('%s: nothing of another document', async (question) => {
    expect(await ask(question)).toMatchObject({ cautions: [], documents: [] });
  });

  test('a document in force is answered with its own term', async () => {
    const said = await ask('青政〔2026〕3号还有效吗');
    expect(said.answer).toContain('有效期三年');
    expect(said.cautions).toEqual([]);
  });
});

test('sums in force that differ are both shown, though one document has other words for the matter', async () => {
  const documents = {
    'rules.txt': content(`青石县“小升规”培育奖励细则
青科〔2023〕15号
第一条 对首次“小升规”的工业企业，一次性奖励8万元。
第二条 为企业提供小升规辅导的中介机构，每成功辅导1户奖励5000元。
青石县科技经信局
2023年3月1日`),
    'measures.txt': content(`青石县推进工业高质量发展若干措施
青政〔2025〕6号
第一条 对首次纳入规模以上工业统计的企业，一次性奖励10万元。
第二条 对设备投资300万元以上的技术改造项目，按设备投资额的8%给予补助。
青石县人民政府
2025年3月1日`),
  };
  const said = await ask('小升规奖多少', documents);
  expect(said.answer).toContain('8万元');
  expect(said.answer).toContain('10万元');
  expect(said.differ).toEqual(['8万元', '10万元']);
});
