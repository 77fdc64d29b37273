import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { answerQuestion } from '../../src/policy/answer.ts';
import { askedTogether } from '../../src/policy/asked-together.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { subjectAfter } from '../../src/policy/follow-up.ts';
import { policyDocx } from '../../src/sample/documents.ts';
import { samplePolicies } from '../../src/sample/policies.ts';
import { rolledBack } from '../support/db.ts';
import { put } from './library.ts';

const contents = Promise.all(
  samplePolicies(2026).map(async (policy) => {
    const read = await readDocument({ name: policy.fileName, bytes: await policyDocx(policy) });
    if (read.kind !== 'read') throw new Error(policy.fileName);
    return { name: policy.fileName, content: read.content };
  }),
);

/** The sentences of the sample county's library that answer, best first. */
async function answersTo(question: string): Promise<string[]> {
  const found: string[] = [];
  await rolledBack(async (db) => {
    for (const { name, content } of await contents) await put(db, name, content);
    const answer = await answerQuestion(db, { question, audience: PUBLIC });
    if (answer.kind === 'answered') found.push(...answer.parts);
  });
  return found;
}

describe('what need not be applied for is not told by what everybody has to hand in', () => {
  test.each(['哪些不用申请直接给', '哪些奖励免申报', '不用申请就能拿的奖励有哪些'])(
    '%s',
    async (question) => {
      const [first, ...others] = await answersTo(question);
      expect(first).toContain('实行免申即享');
      expect(others.join()).not.toContain('均需提交');
    },
  );

  test('哪些材料不用交 is not answered by what has to be handed in', async () => {
    expect((await answersTo('哪些材料不用交')).join()).not.toContain('均需提交');
  });
});

describe('what everybody gets stands before what one trade gets that nobody named', () => {
  test.each(['买设备花了500万补多少', '买设备花了250万能补吗'])('%s', async (question) => {
    expect((await answersTo(question))[0]).toContain('设备投资在300万元以上的技术改造项目');
  });

  test('and a maker of tea is told of tea', async () => {
    expect((await answersTo('茶厂买设备补多少'))[0]).toContain('茶叶加工厂');
  });
});

describe('everyday words reach the clause', () => {
  test.each([
    ['高企三年到期重新评上了给多少', '一次性奖励8万元'],
    ['招一个外地工人补多少', '每人600元'],
    ['竹子加工厂搬进园区补多少', '竹木加工企业整体搬入'],
    ['首台套三个产品能奖多少', '每个产品奖励25万元'],
    ['小升规给多少钱', '一次性奖励10万元'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question))[0]).toContain(part);
  });
});

/** What the sample county's library says when the last question follows those before it. */
async function answersAfter(...questions: string[]): Promise<string[]> {
  const found: string[] = [];
  await rolledBack(async (db) => {
    for (const { name, content } of await contents) await put(db, name, content);
    let previous: string | undefined;
    for (const question of questions) {
      const before = previous === undefined ? {} : { previous };
      const answer = await answerQuestion(db, { question, audience: PUBLIC, ...before });
      found.splice(0, found.length, ...(answer.kind === 'answered' ? answer.parts : []));
      previous = subjectAfter(question, previous);
    }
  });
  return found;
}

describe('a short name and its long one are found alike', () => {
  test.each([
    ['我们刚评上高企能拿多少钱', '对首次认定的高新技术企业'],
    ['俺厂评上高企了给多少', '对首次认定的高新技术企业'],
    ['招工补多少钱', '每人600元'],
    ['新招20人满半年补多少', '每人600元'],
    ['今年吸纳了15个人就业能补多少', '每人600元'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question)).join()).toContain(part);
  });
});

describe('what is asked of a document itself', () => {
  test.each(['政策到哪天失效', '这个政策哪天到期', '若干措施管到什么时候'])(
    '%s is told though no matter is named',
    async (question) => {
      expect((await answersTo(question)).join()).toContain('有效期至2027年12月31日');
    },
  );

  test.each([
    [['高企奖励多少', '有效期到什么时候']],
    [['技改设备投了400万补多少', '这个政策什么时候到期']],
    [['茶厂改造补多少', '有效期呢']],
    [['高企奖励多少', '有效期到什么时候', '从什么时候开始执行']],
    [['规上企业奖励多少', '还有效吗']],
    [['茶厂改造的补助什么时候到期']],
    [['清政〔2025〕6号作废了吗']],
  ])('%s: it is that of the document that answered before', async (questions) => {
    const answers = await answersAfter(...questions);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('本措施自2025年3月1日起施行');
  });

  test.each(['钱不够怎么办', '资金要是不够了怎么发', '专项资金用完了还能补吗', '预算不足怎么兑现'])(
    '%s',
    async (question) => {
      expect((await answersTo(question)).join()).toContain('资金不足时按同比例兑现');
    },
  );
});

describe('whose money is short', () => {
  test.each(['厂里钱不够怎么办', '公司流动资金紧张有什么支持', '买设备钱不够怎么办'])(
    '%s: the firm’s own is helped by what there is for loans',
    async (question) => {
      const answers = (await answersTo(question)).join();
      expect(answers).toContain('贴息');
      expect(answers).not.toContain('同比例兑现');
    },
  );
});

describe('where papers go is said by the clause for all of the document', () => {
  test.each(['材料交到哪', '申请表交哪儿去', '资料要交给谁', '高企奖励的材料交到哪'])(
    '%s',
    async (question) => {
      expect((await answersTo(question))[0]).toContain('惠企政策窗口');
    },
  );

  test('and it is asked after an answer too', async () => {
    expect((await answersAfter('高企首次认定奖多少', '材料交到哪'))[0]).toContain('惠企政策窗口');
  });
});

describe('a figure of the asker is held to no figure of another clause', () => {
  test.each([
    ['研发费用增长8%补吗', '较上年增长10%以上'],
    ['研发投入比去年涨了15%，有补助没', '较上年增长10%以上'],
    ['我们研发费增长12%给不给补', '较上年增长10%以上'],
    ['采购县内配套产品300万奖吗', '500万元以上'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question))[0]).toContain(part);
  });
});

describe('who had something already is shown what the documents say of having both', () => {
  test.each([
    '拿过市里10万奖励，高企还能拿多少',
    '市里已经给了10万，县里高企还能拿多少',
    '领了省里的高企奖励县里还给吗',
    '高企市里奖过了县里还能再拿吗',
    '享受过上级补助的还能报县里的高企吗',
  ])('%s', async (question) => {
    const answers = (await answersTo(question)).join();
    expect(answers).toContain('就高不重复');
    expect(answers).toContain('含市级奖励');
    expect(answers).not.toMatch(/10万元/);
  });
});

describe('the sentence that decides is shown', () => {
  test.each([
    ['小升规给钱不', '一次性奖励10万元'],
    ['小升规奖励', '一次性奖励10万元'],
    ['数字化车间补助和设备补助能同时拿吗', '与第（十）条不重复享受'],
    ['能在网上办吗', '惠企政策平台在线申报'],
    ['可以线上申报吗', '惠企政策平台在线申报'],
    ['对结果不服找谁', '有异议的'],
    ['审核没通过去哪申诉', '有异议的'],
    ['哪些奖是不用申请直接给的', '免申即享'],
    ['逾期了怎么办', '逾期未申报的视为放弃'],
    ['俺们厂去年搞研发花了不少钱，政府有没有补', '增量部分的5%'],
    ['贷款贴息期限', '贴息期不超过2年'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question))[0]).toContain(part);
  });

  test('月底前要交什么材料 is not told by what is handed in at any time', async () => {
    expect(await answersTo('月底前要交什么材料')).toEqual([]);
  });
});

describe('期限呢 is of the matter before, or of its document', () => {
  test.each([
    [['贷款贴息比例多少', '期限呢'], '贴息期不超过2年'],
    [['高企奖励多少', '期限呢'], '有效期至2027年12月31日'],
    [['规上企业首次入规奖多少', '那退库再入呢'], '退库后重新纳入的企业不享受'],
  ])('%s', async (questions, part) => {
    expect((await answersAfter(...questions))[0]).toContain(part);
  });
});

describe('several questions in one message are answered each', () => {
  test.each([
    ['首次入规奖多少？研发补助最高多少？', ['一次性奖励10万元', '每年最高不超过50万元']],
    ['国家级小巨人和省级绿色工厂各奖多少', ['60万元', '40万元、15万元']],
    ['贷款贴息比例和期限？还有最高多少', ['30%给予贴息，贴息期不超过2年']],
    ['奖补资金公示几天，财政局多久拨付', ['公示5个工作日', '20个工作日内拨付']],
  ])('%s', async (question, parts) => {
    const answers = await answersTo(question);
    expect(answers).toHaveLength(parts.length);
    for (const [i, part] of parts.entries()) expect(answers[i]).toContain(part);
  });

  test('what no document answers is said so beside what is', async () => {
    await rolledBack(async (db) => {
      for (const { name, content } of await contents) await put(db, name, content);
      const asked = { question: '省级绿色工厂奖多少？火箭发射补贴多少？', audience: PUBLIC };
      const answer = await answerQuestion(db, asked);
      expect(answer).toMatchObject({ kind: 'answered', unfound: ['火箭发射补贴多少'] });
    });
  });

  test.each(['拿过市里10万奖励，高企还能拿多少', '我们是高企？奖多少？', '过几天能报吗'])(
    '%s is one question',
    (question) => expect(askedTogether(question)).toHaveLength(1),
  );
});

describe('a clause asked for by its document and number is quoted', () => {
  test.each([
    ['清政〔2025〕6号第十条', '对备案且设备投资在300万元以上'],
    ['若干措施第七条', '对新认定的国家级专精特新'],
    ['《清岚县推进工业高质量发展若干措施》第一条是什么', '对首次纳入规模以上工业统计'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question))[0]).toContain(part);
  });

  test('and what a document is about are its title and headings, not its imprint', async () => {
    const [answer] = await answersTo('清科经〔2025〕18号讲什么');
    expect(answer).toMatch(/工业奖补资金申报兑现实施细则.*申报主体；申报时间；申报材料/);
    expect(answer).not.toContain('印发2025');
  });

  test('a clause that is not there is not made up', async () => {
    expect((await answersTo('清政〔2025〕6号第九十条')).join()).toBe('');
  });
});
