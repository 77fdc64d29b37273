import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchCard } from '../../src/match/cards.ts';
import { readRequirements } from '../../src/match/conditions.ts';
import { type Fact, factsOf, readFacts, unreadPhrases } from '../../src/match/facts.ts';
import { judgeCondition, judgeRequirement } from '../../src/match/judge.ts';
import { matchLibrary } from '../../src/match/match.ts';
import { tradeOf } from '../../src/match/trade.ts';
import { OWNER, PUBLIC } from '../../src/policy/audience.ts';
import { content, put } from '../policy/library.ts';
import { rolledBack } from '../support/db.ts';

const TODAY = '2026-03-05';
const facts = (text: string) => readFacts(text, TODAY);
const spanOf = (text: string, subject: string) => {
  const fact = facts(text).get(subject);
  return fact && 'span' in fact ? [fact.span.min, fact.span.max] : undefined;
};
const stateOf = (text: string, subject: string) => {
  const fact = facts(text).get(subject);
  return fact && 'is' in fact ? fact.is : undefined;
};

describe('what a firm says of itself', () => {
  test.each([
    ['营收8000万', 'revenue', [8e7, 8e7]],
    ['去年主营业务收入1.2亿元', 'revenue', [1.2e8, 1.2e8]],
    ['營業收入三千萬元', 'revenue', [3e7, 3e7]],
    ['营收不到2000万', 'revenue', [-Infinity, 2e7]],
    ['年产值3000万到5000万元', 'output', [3e7, 5e7]],
    ['研发占比4%', 'rd-share', [4, 4]],
    ['研发费用600万', 'rd-spend', [6e6, 6e6]],
    ['有3件发明专利、5件实用新型', 'inventions', [3, 3]],
    ['有3件发明专利、5件实用新型', 'utility', [5, 5]],
    ['没有发明专利', 'inventions', [0, 0]],
    ['员工120人', 'staff', [120, 120]],
    ['2018年成立', 'age', [7, 8]],
    ['成立6年了', 'age', [6, 6]],
    ['资产负债率65%', 'debt-ratio', [65, 65]],
    ['设备投资超过500万元', 'equipment', [5e6, Infinity]],
    ['设备400万', 'equipment', [4e6, 4e6]],
    ['今年设备投了400万', 'equipment', [4e6, 4e6]],
    ['刚买了价值四百万的生产设备', 'equipment', [4e6, 4e6]],
    ['技改投了六百多万', 'equipment', [6e6, 6e6]],
    ['一年有8000万营收', 'revenue', [8e7, 8e7]],
    ['厂里80个工人', 'staff', [80, 80]],
    ['2018年办的厂', 'age', [7, 8]],
    ['营收3000万 员工45人 专利2件', 'staff', [45, 45]],
    ['营收3000万员工45人发明专利2件', 'staff', [45, 45]],
    ['营收3000万员工45人发明专利2件', 'inventions', [2, 2]],
    ['营收3000万+员工45人+发明专利2件', 'revenue', [3e7, 3e7]],
  ])('%s', (text, subject, span) => expect(spanOf(text, subject)).toEqual(span));

  test.each([
    ['我们是规上工业企业', 'above-scale', true],
    ['不是高企', 'high-tech', false],
    ['尚未入规', 'above-scale', false],
    ['省级专精特新', 'sric', true],
    ['国家级小巨人', 'sric', true],
    ['没有失信和安全事故', 'dishonest', false],
    ['没有失信和安全事故', 'accident', false],
    ['能申报专精特新吗', 'sric', undefined],
  ])('%s', (text, subject, is) => expect(stateOf(text, subject)).toBe(is));

  test.each(['营收xx万元', '研发占比**%', '专利x件', '营收8000'])('%s says no figure', (text) =>
    expect([...facts(text).values()].filter((f) => 'span' in f)).toEqual([]),
  );

  test.each([
    ['新招20人满半年', 'hires', [20, 20]],
    ['新招20人满半年', 'tenure', [0.5, Infinity]],
    ['今年招了15个工人，都干满8个月了', 'hires', [15, 15]],
    ['今年招了15个工人，都干满8个月了', 'tenure', [8 / 12, Infinity]],
    ['我们厂有100个工人，新招了20个，满一年了', 'staff', [100, 100]],
    ['我们厂有100个工人，新招了20个，满一年了', 'hires', [20, 20]],
    ['我们厂有100个工人，新招了20个，满一年了', 'tenure', [1, Infinity]],
    ['录用大学生6名，稳定就业满一年半', 'tenure', [1.5, Infinity]],
    ['用工120人', 'staff', [120, 120]],
    ['用工120人', 'hires', undefined],
    ['招商引进10个项目', 'hires', undefined],
  ])('%s: %s', (text, subject, span) => expect(spanOf(text, subject)).toEqual(span));

  test.each([
    ['去年产值9000万今年1.2亿', 'output-growth', [33.33, 33.33]],
    ['去年产值9000万，今年1.2亿', 'output-rise', [3e7, 3e7]],
    ['2024年营收8000万，2025年营收1亿', 'growth', [25, 25]],
    ['研发费用前年200万，去年260万', 'rd-growth', [30, 30]],
    ['产值从去年的9000万涨到今年的1.2亿', 'output-growth', [33.33, 33.33]],
    ['去年产值1.2亿今年9000万', 'output-growth', [-25, -25]],
    ['营收去年5000万到6000万，今年7500万', 'growth', [25, 50]],
    ['去年营收6000万以上，今年7500万', 'growth', [-100, 25]],
    ['今年产值1.2亿，2023年9000万', 'output-growth', undefined],
    ['产值由9000万增加到1.2亿', 'output-growth', undefined],
    ['产值由9000万增加到1.2亿', 'output', [1.2e8, 1.2e8]],
    ['去年研发费用200万，今年260万，研发费用增长35%', 'rd-growth', [35, 35]],
  ])('%s: %s', (text, subject, span) => expect(spanOf(text, subject)).toEqual(span));

  test.each(['采购了县内配套产品600万', '招了20个本县工人', '产品卖到县内企业'])(
    '%s does not say where the firm is',
    (text) => expect(stateOf(text, 'local')).toBeUndefined(),
  );

  test('figures of one thing in several years are all kept, the newest first', () => {
    const output = facts('去年产值11亿，今年12亿，2023年9亿').get('output');
    expect(output).toMatchObject({
      text: '今年12亿',
      earlier: [
        { text: '去年产值11亿', span: { min: 11e8 }, ago: 1 },
        { text: '2023年9亿', span: { min: 9e8 }, ago: 3 },
      ],
    });
  });

  test('what could not be read is said back, the question is not', () => {
    const said = '省级专精特新，设备400万，产品卖到全国，能申报什么';
    expect(unreadPhrases(said, facts(said))).toEqual(['产品卖到全国']);
  });

  test('and facts given by name', () => {
    const given = factsOf({ revenue: '8000万元', 'rd-share': 4, 'high-tech': true, unknown: 1 });
    expect([...given.keys()]).toEqual(['revenue', 'rd-share', 'high-tech']);
    expect(given.get('revenue')).toMatchObject({ span: { min: 8e7, max: 8e7 } });
  });
});

describe('a condition of a document against a firm', () => {
  test.each([
    ['上年度营业收入不低于1000万元', '营收1000万', 'met'],
    ['上年度营业收入超过1000万元', '营收1000万', 'missing'],
    ['上年度营业收入超过1000万元', '营收1000万以上', 'unknown'],
    ['营业收入在2000万元至4亿元之间', '营收5亿', 'missing'],
    ['研发费用总额占销售收入总额的比例不低于4%', '研发占比4%', 'met'],
    ['资产负债率不超过70%', '资产负债率80%', 'missing'],
    ['拥有3件以上有效发明专利', '没有发明专利', 'missing'],
    ['拥有3件以上有效发明专利或者年研发费用500万元以上', '没有发明专利，研发费用600万', 'met'],
    ['拥有3件以上有效发明专利或者建有博士工作站', '没有发明专利', 'unknown'],
    ['收入小于5000万元（含）的企业，研发费用占比不低于5%', '营收8000万，研发占比1%', 'met'],
    ['收入小于5000万元（含）的企业，研发费用占比不低于5%', '营收3000万，研发占比1%', 'missing'],
    ['从事新兴产业的企业，研发费用占比不低于5%', '营收3000万，研发占比1%', 'unknown'],
    ['从事新兴产业的企业，研发费用占比不低于5%', '营收3000万，研发占比6%', 'met'],
    ['销售收入小于5000万元（含）的企业，研发费用占比不低于5%', '营收5000万，研发占比1%', 'missing'],
    ['近三年未发生重大安全事故', '没有安全事故', 'met'],
    ['近三年未发生重大安全事故', '营收5000万', 'unknown'],
    ['注册成立满三年', '2025年成立', 'missing'],
    ['建有省级以上企业技术中心', '有市级企业技术中心', 'missing'],
    ['建有省级以上企业技术中心', '有国家级企业技术中心', 'met'],
    ['建有省级以上企业技术中心', '有企业技术中心', 'unknown'],
    ['首次认定的高新技术企业', '是高新技术企业', 'unknown'],
    ['首次认定的高新技术企业', '我们前年就是高企', 'missing'],
    ['首次认定的高新技术企业', '今年刚评上高企', 'met'],
    ['首次认定的高新技术企业', '不是高企', 'missing'],
    ['首次认定的高新技术企业', '2023年首次认定高企', 'unknown'],
    ['首次认定的高新技术企业', '去年刚评上高企', 'unknown'],
    ['年营业收入达到5000万元', '2023年营收6000万', 'unknown'],
    ['年营业收入达到5000万元', '去年营收6000万', 'met'],
    ['年营业收入达到5000万元', '2023年营收4000万', 'unknown'],
    ['年产值首次突破1亿元、5亿元的企业', '年产值1.2亿', 'unknown'],
    ['年产值首次突破1亿元、5亿元的企业', '年产值8000万', 'missing'],
    ['年产值首次突破1亿元、5亿元的企业', '今年产值7亿，去年6亿', 'missing'],
    ['年产值首次突破1亿元、5亿元的企业', '去年产值6亿，今年7亿', 'missing'],
    ['年产值首次突破1亿元、5亿元的企业', '去年产值3亿今年7亿', 'unknown'],
    ['年产值首次突破1亿元、5亿元的企业', '今年产值首次突破5亿，去年4亿', 'met'],
    ['新增固定资产投资500万元以上', '固定资产投资600万', 'unknown'],
    ['上年度营业收入不低于1000万元', '今年营收1200万，去年900万', 'missing'],
    ['上年度营业收入不低于1000万元', '今年营收1200万', 'unknown'],
    ['新获评国家级小巨人企业、省级专精特新企业', '刚评上省级专精特新', 'met'],
    ['新获评国家级小巨人企业、省级专精特新企业', '我们是市级专精特新', 'unknown'],
    ['年研发投入xx万元以上', '研发投入500万', 'unknown'],
    ['产品享有较高知名度', '营收5亿', 'unknown'],
    ['研发费用较上年增长10%以上', '去年研发费用200万，今年230万', 'met'],
    ['研发费用较上年增长10%以上', '去年研发费用200万，今年210万', 'missing'],
    ['研发费用较上年增长10%以上', '去年研发费用不到200万，今年210万', 'unknown'],
    ['年产值净增2000万元以上', '去年产值9000万今年1.2亿', 'met'],
    ['年产值净增5000万元以上', '去年产值9000万今年1.2亿', 'missing'],
    ['年产值净增2000万元以上', '产值1.2亿', 'unknown'],
    ['新招用员工20人以上', '新招25人', 'met'],
    ['新招用员工20人以上', '员工25人', 'unknown'],
    ['稳定就业满6个月', '新招20人满半年', 'met'],
    ['稳定就业满一年', '新招20人满8个月', 'unknown'],
    ['吸纳外地户籍人员就业', '新招20人', 'unknown'],
    ['招用退役军人', '新招20人满半年', 'unknown'],
  ])('%s | %s', (condition, firm, verdict) => {
    const [requirement] = readRequirements(condition);
    expect(requirement && judgeRequirement(requirement, facts(firm))).toBe(verdict);
  });

  test('a share is of what stands before it', () => {
    const read = readRequirements('研发费用总额不低于100万元，且占营业收入总额比重不低于3%');
    expect(read.map((r) => r.any[0])).toMatchObject([
      { subject: 'rd-spend', span: { min: 1e6 } },
      { subject: 'rd-share', span: { min: 3 } },
    ]);
  });
});

/** Own sample: grants in sentences, a list that all must be met of, and one of which one is enough. */
const SAMPLE = content(`云溪县培育优质企业若干措施
云政办〔2025〕18号
第一条 支持企业升规。对首次纳入规模以上统计的工业企业，给予一次性奖励10万元；对次年仍在库且产值增长10%以上的，再给予5万元奖励。
第二条 支持技术改造。设备投资500万元以上的技改项目，竣工投产后按设备投资额的8%给予补助，最高不超过200万元。申报企业须近三年未发生重大安全事故。
第三条 支持创新。对首次认定的国家高新技术企业给予20万元奖励，对通过复审的给予5万元奖励。
第四条 申报优质企业培育库应同时符合下列条件：
（一）在云溪县注册登记，注册成立两年以上；
（二）上年度营业收入不低于1000万元，且研发费用占营业收入比重不低于3%；
（三）拥有发明专利1件以上或者实用新型专利5件以上；
（四）产品在细分行业中享有较高知名度。
第五条 符合下列条件之一的，可申请贷款贴息：
（一）年纳税100万元以上；
（二）高新技术企业。
第六条 去年全县兑现企业奖补资金300万元，帮助19家企业获得补贴。`);

const match = (firm: string, audience = OWNER) =>
  new Promise<Awaited<ReturnType<typeof matchLibrary>>>((done, fail) => {
    rolledBack(async (db) => {
      await put(db, '优质企业措施.docx', SAMPLE);
      await put(
        db,
        '内部口径.docx',
        content('云溪县内部口径\n一、口径\n对营业收入2000万元以上的企业，给予3万元奖励。'),
        { kind: 'internal' },
      );
      done(await matchLibrary(db, { facts: facts(firm), audience, today: TODAY }));
    }).catch(fail);
  });

test.each([
  ['自2022年1月1日起施行，有效期三年', 0],
  ['自2024年1月1日起施行，有效期三年', 1],
  ['自2027年1月1日起施行', 0],
])('a document %s is offered %i times in 2026', (validity, times) =>
  rolledBack(async (db) => {
    const text = `云溪县设备补助办法\n第一条 对设备投资200万元以上的企业，给予10万元补助。\n第二条 本办法${validity}。`;
    await put(db, '办法.docx', content(text));
    const firm = { facts: facts('设备投资300万'), audience: PUBLIC, today: TODAY };
    expect(await matchLibrary(db, firm)).toHaveLength(times);
  }),
);

describe('a firm against the library', () => {
  test('what comes nearest stands first, every condition with its verdict and place', async () => {
    const found = await match(
      '我们是规上企业，营收8000万，研发占比4%，没有发明专利，年纳税150万，设备投资300万',
      PUBLIC,
    );
    expect(found.map((m) => [m.offer.name, m.verdict])).toEqual([
      ['可申请贷款贴息', 'met'],
      ['申报优质企业培育库', 'unknown'],
      ['支持企业升规', 'unknown'],
      ['支持技术改造', 'missing'],
    ]);
    const pool = found.find((m) => m.offer.name === '申报优质企业培育库');
    expect(pool?.requirements.map((r) => [r.verdict, r.section.slice(0, 6)])).toEqual([
      ['unknown', '第四条（一）'],
      ['unknown', '第四条（一）'],
      ['met', '第四条（二）'],
      ['met', '第四条（二）'],
      ['unknown', '第四条（三）'],
      ['unknown', '第四条（四）'],
    ]);
    expect(found.find((m) => m.offer.name === '支持技术改造')?.offer.gives).toContain(
      '最高不超过200万元',
    );
  });

  test('a report of what was granted is no offer, an internal document is none for outsiders', async () => {
    const all = await match('营收8000万，规上企业，高企，纳税200万');
    expect(all.map((m) => m.offer.section).join()).not.toContain('第六条');
    expect(all.some((m) => m.policy.title.includes('内部口径'))).toBe(true);
    const open = await match('营收8000万，规上企业，高企，纳税200万', PUBLIC);
    expect(open.some((m) => m.policy.title.includes('内部口径'))).toBe(false);
  });
});

describe('no fact that meets a condition makes a result worse', () => {
  const ORDER = ['missing', 'unknown', 'met'];
  const amount = fc.integer({ min: 1, max: 99 });
  const part = fc.oneof(
    amount.map((n) => `营业收入不低于${n}00万元`),
    amount.map((n) => `研发费用占营业收入比例达到${n}%以上`),
    amount.map((n) => `拥有发明专利${n}件以上`),
    amount.map((n) => `资产负债率不超过${n}%`),
    fc.constantFrom('属于规模以上工业企业', '未被列入失信名单', '产品质量优良', '具有独立法人资格'),
  );
  const firm = fc.record({
    revenue: fc.option(amount.map((n) => `营收${n}00万`)),
    share: fc.option(amount.map((n) => `研发占比${n}%`)),
    inventions: fc.option(amount.map((n) => `发明专利${n}件`)),
    debt: fc.option(amount.map((n) => `资产负债率${n}%`)),
    scale: fc.option(fc.constantFrom('是规上企业', '不是规上企业')),
  });

  test('whatever the conditions and the firm', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        firm,
        fc.nat(),
        fc.boolean(),
        (parts, said, pick, either) => {
          const text = either ? parts.join('，或者') : parts.join('，');
          const requirements = readRequirements(text);
          const before = facts(
            Object.values(said)
              .filter((s) => s !== null)
              .join('，'),
          );
          const conditions = requirements.flatMap((r) => r.any).filter((c) => c.kind !== 'text');
          const chosen = conditions[pick % Math.max(1, conditions.length)];
          if (!chosen) return;
          // The strictest of those of one subject, so that all of them hold.
          const same = conditions.filter((c) => c.subject === chosen.subject);
          const span = same.reduce(
            (s, c) =>
              c.kind === 'figure'
                ? { min: Math.max(s.min, c.span.min), max: Math.min(s.max, c.span.max) }
                : s,
            { min: -Infinity, max: Infinity },
          );
          const fact: Fact =
            chosen.kind === 'figure'
              ? {
                  subject: chosen.subject,
                  span: {
                    min: Number.isFinite(span.min) ? span.min : span.max,
                    max: Number.isFinite(span.min) ? span.min : span.max,
                  },
                  text: '',
                }
              : { subject: chosen.subject, is: chosen.is, text: '' };
          const after = new Map([...before, [fact.subject, fact]]);
          expect(judgeCondition(chosen, after)).toBe('met');
          for (const requirement of requirements) {
            const was = ORDER.indexOf(judgeRequirement(requirement, before));
            expect(ORDER.indexOf(judgeRequirement(requirement, after))).toBeGreaterThanOrEqual(was);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no text makes the readers throw', () => {
    const piece = fc.constantFrom(
      ...'营收研发占比专利不低于超过以上元万亿%1234567890，。；或者的企业对给予没有x*（含）至',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (chars) => {
        readFacts(chars.join(''), TODAY);
        for (const r of readRequirements(chars.join(''))) judgeRequirement(r, facts('营收8000万'));
      }),
    );
  });
});

describe('a compound condition holds only when each part of it was said', () => {
  const RETROFIT = '备案且设备投资在300万元以上的技术改造项目，竣工投产后';
  test.each([
    [RETROFIT, '设备投了800万', 'unknown'],
    [RETROFIT, '设备投资500万元，没有备案', 'missing'],
    [RETROFIT, '技改项目设备投资500万元，已备案', 'unknown'],
    [RETROFIT, '技改项目设备投资500万元，已备案，已经竣工投产', 'met'],
    [RETROFIT, '技改项目设备投资500万元，已备案，还没投产', 'missing'],
    ['入规后连续两年在库且产值保持增长', '营收2600万，今年首次入规', 'unknown'],
    ['近三年营业收入连续保持5000万元以上', '营收6000万', 'unknown'],
    ['近三年营业收入连续保持5000万元以上', '近三年营收都在6000万以上', 'met'],
    ['连续两年营业收入增长10%以上', '去年营收增长12%，前年营收增长15%', 'met'],
    ['连续两年营业收入增长10%以上', '去年营收增长12%，前年营收增长5%', 'unknown'],
    ['连续三年营业收入5000万元以上', '今年营收7000万，去年营收3000万，前年营收6000万', 'missing'],
    ['连续三年营业收入5000万元以上', '2025年营收7000万，2024年营收6500万，2023年营收6000万', 'met'],
    ['连续三年营业收入5000万元以上', '近三年营收分别为4000万、6000万、7000万', 'unknown'],
    ['近三年营业收入均不低于5000万元', '近三年营收分别为5500万、6000万、7000万', 'met'],
    ['位于本县且营业收入2000万元以上', '不在云溪县，营收3000万', 'missing'],
    ['位于本县且营业收入2000万元以上', '营收3000万', 'unknown'],
    ['设备投资300万元以上的绿色环保装备更新', '设备投资400万', 'unknown'],
  ])('%s | %s', (condition, firm, wanted) => {
    const verdicts = readRequirements(condition).map((r) => judgeRequirement(r, facts(firm)));
    const all = (['missing', 'unknown'] as const).find((v) => verdicts.includes(v)) ?? 'met';
    expect(all).toBe(wanted);
  });
});

describe('a condition of two halves, and what a firm makes', () => {
  const GRANTS = content(`石台湾县支持企业发展若干政策
（一）设备更新。对备案且设备投资200万元以上的技术改造项目，按设备投资额的7%给予补助。
（二）粮油加工。对完成节能改造的粮油加工厂，按设备购置额的12%给予补助，最高不超过25万元。
（三）藤编企业搬迁。藤编企业整体搬入工业园的，按搬迁费用的20%给予补助。`);

  const matched = async (said: string) => {
    const found: Awaited<ReturnType<typeof matchLibrary>> = [];
    await rolledBack(async (db) => {
      await put(db, '政策.docx', GRANTS);
      const known = facts(said);
      const trade = tradeOf(said, known)?.trade;
      const firm = { facts: known, ...(trade ? { trade } : {}) };
      found.push(...(await matchLibrary(db, { ...firm, audience: PUBLIC, today: TODAY })));
    });
    return found;
  };

  test('what was said is met, what was not said stays unknown, and the whole with it', async () => {
    const [first] = await matched('我们今年买设备350万');
    const known = facts('我们今年买设备350万');
    const card = JSON.stringify(matchCard('我们今年买设备350万', known, first ? [first] : []));
    expect(card).toMatch(/满足<.font>　设备投资：备案且设备投资200万元/);
    expect(card).toMatch(/未知<.font>　[^：]*备案[^：]*：备案且设备投资200万元/);
    expect(first?.verdict).toBe('unknown');
  });

  test('who makes something is shown what is meant for those who make it, as open', async () => {
    const found = await matched('我们是粮油加工厂，员工30人，营收900万，能申报什么');
    expect(found.map((m) => [m.offer.gives?.slice(-8), m.verdict])).toEqual([
      ['不超过25万元。', 'unknown'],
    ]);
  });

  test.each([
    ['我们是粮油加工厂', '粮油'],
    ['我厂是做藤编家居的', '藤编家居'],
    ['我们是规上企业', undefined],
    ['我们是民营企业', undefined],
    ['我们茶企想改造', '茶'],
    ['我们是茶厂，去年买设备花了100万', '茶'],
    ['我开了家石材厂', '石材'],
    ['俺家办了个茶叶合作社', '茶叶'],
    ['我们是一家做机械零部件的小企业，营收3000万', '机械零部件'],
    ['竹制品加工户', '竹制品'],
    ['我们公司是高新技术企业', undefined],
    ['我们公司在县开发区注册', undefined],
    ['我们厂有100个工人', undefined],
    ['员工30人', undefined],
  ])('%s', (said, trade) => expect(tradeOf(said, facts(said))?.trade).toBe(trade));

  test('比去年增长20% is of the figure said before it', () => {
    const known = facts('我们研发费用300万，比去年增长20%');
    expect(known.get('rd-growth')).toMatchObject({ span: { min: 20, max: 20 } });
    const [offer] = readRequirements('企业年度研发费用较上年增长8%以上的');
    expect(offer && judgeRequirement(offer, known)).toBe('met');
  });
});

test('a notice that repeals documents, and its letterhead, are no benefit', async () => {
  const shown: string[] = [];
  await rolledBack(async (db) => {
    await put(
      db,
      '通知.txt',
      content(`云溪县人民政府办公室文件
云政办〔2026〕27号
云溪县人民政府办公室关于废止部分惠企政策文件的通知
各乡镇人民政府，县政府各部门：
经县政府研究，决定废止下列文件，自本通知印发之日起不再执行：
一、《云溪县工业企业物流费用补贴办法》（云政办〔2022〕9号）；
二、《云溪县“小升规”培育奖励实施细则》（云科经〔2023〕15号）。
云溪县人民政府办公室
2026年2月18日`),
    );
    const firm = { facts: facts('规上工业企业，营收6000万，今年增长12%'), audience: PUBLIC };
    for (const m of await matchLibrary(db, { ...firm, today: TODAY }))
      shown.push(...m.requirements.map((r) => r.text));
  });
  expect(shown).toEqual([]);
});
