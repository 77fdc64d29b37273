import { describe, expect, test } from 'vitest';
import { matchCard } from '../../src/match/cards.ts';
import { readFacts } from '../../src/match/facts.ts';
import { matchLibrary } from '../../src/match/match.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { content, put } from '../policy/library.ts';
import { rolledBack } from '../support/db.ts';

const TODAY = '2026-03-05';

/** What each offer of a document says to a firm: its verdict and how the exclusions stand. */
async function match(document: string, said: string) {
  let found: Awaited<ReturnType<typeof matchLibrary>> = [];
  await rolledBack(async (db) => {
    await put(db, '办法.docx', content(document));
    const facts = readFacts(said, TODAY);
    found = await matchLibrary(db, { facts, audience: PUBLIC, today: TODAY });
  });
  return found;
}

const shutOut = async (document: string, said: string) =>
  (await match(document, said)).map((m) => [
    m.verdict,
    ...m.requirements.filter((r) => r.isExclusion).map((r) => r.verdict),
  ]);

const GRANTS = `青禾县工业企业奖补办法
第一条 对营业收入5000万元以上的企业，给予5万元奖励。
第二条 对设备投资200万元以上的企业，给予10万元补助。`;

const FIRM = '我们营收8000万，设备投资300万';

describe('whoever a document shuts out is told so for each of its benefits', () => {
  test.each([
    ['被列入失信被执行人名单的企业，不得享受本办法规定的奖补政策。', '是失信被执行人', 'missing'],
    ['被列入失信被执行人名单的企业，不得享受本办法规定的奖补政策。', '上了失信黑名单', 'missing'],
    ['被列入失信被执行人名单的企业，不得享受本办法规定的奖补政策。', '没有失信记录', 'met'],
    ['被列入失信被执行人名单的企业，不得享受本办法规定的奖补政策。', '员工80人', 'unknown'],
    ['失信企业不纳入支持范围。', '是失信企业', 'missing'],
    ['严重违法失信主体不予支持。', '被列为严重违法失信主体', 'missing'],
    ['对列入严重违法失信主体名单的，一律取消奖补资格。', '列入经营异常名录', 'unknown'],
    ['近三年内发生较大及以上安全生产事故的，不予奖补。', '去年发生较大安全事故', 'missing'],
    ['近三年内发生较大及以上安全生产事故的，不予奖补。', '去年出过安全事故', 'unknown'],
    ['近三年内发生较大及以上安全生产事故的，不予奖补。', '2015年发生过较大安全事故', 'met'],
    ['近三年内发生较大及以上安全生产事故的，不予奖补。', '去年出过一次死亡事故', 'unknown'],
    ['近三年内发生生产安全死亡事故的，不予奖补。', '去年出过一次死亡事故', 'missing'],
    ['近三年内发生生产安全死亡事故的，不予奖补。', '去年出过安全事故', 'unknown'],
    ['近三年内发生过安全事故的企业，实行一票否决。', '去年出过安全事故', 'missing'],
    ['近三年内发生过安全事故的企业，实行一票否决。', '五年前出过安全事故', 'met'],
    ['近三年内发生过安全事故的企业，实行一票否决。', '出过安全事故', 'unknown'],
    ['两年内受到环保行政处罚的，不得申报。', '去年被环保局罚过款', 'missing'],
    ['两年内受到环保行政处罚的，不得申报。', '没被环保处罚过', 'met'],
    ['亩均效益评价为D类的企业，不再享受各项财政奖补。', '亩均评价是D类', 'missing'],
    ['亩均税收低于3万元的企业，不予奖补。', '亩均税收2万', 'missing'],
    ['亩均税收低于3万元的企业，不予奖补。', '亩均税收5万', 'met'],
    ['亩均税收低于3万元的企业，不予奖补。', '每年纳税20万', 'unknown'],
    ['存在拖欠职工工资、偷税漏税行为的企业不得享受。', '拖欠过工人工资没结清', 'unknown'],
    ['列入失信名单且未完成信用修复的企业，不予支持。', '上过失信名单', 'unknown'],
    ['申报本办法奖补的企业应当信用良好，近三年无环境违法行为。', '去年环境违法', 'missing'],
  ])('%s | %s: %s', async (clause, said, wanted) => {
    const found = await match(`${GRANTS}\n第三条 ${clause}`, `${FIRM}，${said}`);
    expect(found).toHaveLength(2);
    for (const { requirements, verdict } of found) {
      const shut = requirements.filter((r) => r.isExclusion);
      expect(shut.length).toBeGreaterThan(0);
      const [worst] = (['missing', 'unknown', 'met'] as const).filter((v) =>
        shut.some((r) => r.verdict === v),
      );
      expect(worst).toBe(wanted);
      expect(verdict).toBe(wanted);
    }
  });

  const LISTED = [
    '第三条 企业有下列情形之一的，不予支持：\n（一）被列入失信被执行人名单的；\n（二）近两年内发生安全生产死亡事故或者环境污染事故的；\n（三）未按规定报送统计报表的。',
    '第三条 有下列情形之一的，取消奖补资格：（一）被列入失信被执行人名单的；（二）近两年内发生安全生产死亡事故或者环境污染事故的；（三）未按规定报送统计报表的。',
    '第三条 以下企业不享受本办法：1.失信被执行人；2.近两年内发生安全或者环境污染事故的企业；3.未按规定报送统计报表的企业。',
  ];
  test.each(LISTED)('a list of such cases, each for itself: %s', async (list) => {
    const all = await shutOut(`${GRANTS}\n${list}`, `${FIRM}，我们是失信被执行人`);
    expect(all).toHaveLength(2);
    for (const of of all)
      expect([of[0], of[1], of.includes('unknown', 1)]).toEqual(['missing', 'missing', true]);
    const clean = await shutOut(`${GRANTS}\n${list}`, `${FIRM}，没有失信和安全环保事故`);
    for (const of of clean) expect([of[0], of[1]]).toEqual(['unknown', 'met']);
  });

  test.each([
    '第三条 申报企业应同时符合下列条件：\n（一）在青禾县注册；\n（二）近三年未发生较大及以上安全生产事故；\n（三）未被列入失信名单。',
    '三、基本条件\n（一）在青禾县注册；\n（二）近三年未发生较大及以上安全生产事故，未被列入失信名单。',
  ])('and so does what is demanded of all who apply: %s', async (list) => {
    const said = `${FIRM}，去年发生较大安全事故，没有失信`;
    const found = (await match(`${GRANTS}\n${list}`, said)).filter((m) => m.offer.gives);
    expect(found.map((m) => m.verdict)).toEqual(['missing', 'missing']);
    const clean = await match(`${GRANTS}\n${list}`, FIRM);
    expect(clean.filter((m) => m.offer.gives).map((m) => m.verdict)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('a clause that shuts out from its own benefit only leaves the others alone', async () => {
    const own = GRANTS.replace('10万元补助。', '10万元补助。失信企业不予补助。');
    const found = await match(own, `${FIRM}，我们是失信企业`);
    expect(found.map((m) => [m.offer.section.slice(0, 3), m.verdict])).toEqual([
      ['第一条', 'met'],
      ['第二条', 'missing'],
    ]);
    const whole = own.replace('失信企业不予补助', '失信企业不得享受本办法所有奖补');
    expect((await match(whole, `${FIRM}，我们是失信企业`)).map((m) => m.verdict)).toEqual([
      'missing',
      'missing',
    ]);
  });

  test.each([
    '同一项目已享受其他财政补助的，不再重复享受。',
    '奖补资金每年申报一次，逾期不予受理。',
    '弄虚作假骗取奖补资金的，三年内不再受理其申报。',
    '未尽事宜由县工信局另行规定，不得擅自变更。',
  ])('what shuts out no firm for what it is, is no exclusion: %s', async (clause) => {
    const all = await shutOut(`${GRANTS}\n第三条 ${clause}`, FIRM);
    expect(all).toEqual([['met'], ['met']]);
  });

  test('a firm that says nothing else is still told what shuts it out', async () => {
    const document = `${GRANTS}\n第三条 失信被执行人不得享受本办法。`;
    expect(await shutOut(document, '我们公司是失信被执行人')).toEqual([
      ['missing', 'missing'],
      ['missing', 'missing'],
    ]);
    expect(await shutOut(document, '我们没有失信记录，也没有发明专利')).toEqual([]);
  });

  test('the card says which clause it is, and what is to be verified', async () => {
    const document = `${GRANTS}\n${LISTED[0]}`;
    const card = async (said: string) =>
      JSON.stringify(matchCard(said, readFacts(said, TODAY), await match(document, said)));
    const shut = await card(`${FIRM}，失信被执行人`);
    expect(shut).toMatch(/属不予支持情形<.font>　被列入失信被执行人名单的（第三条（一）/);
    expect(shut).toContain('有条件不满足');
    const open = await card(FIRM);
    expect(open).toMatch(/需核实<.font>　[^（]*失信被执行人名单的[^<]*死亡事故[^<]*统计报表/);
    expect(open).not.toContain('所列条件均满足');
  });
});

describe('what a notice of this round asks for', () => {
  const NOTICE = `青禾县科技经信局关于组织申报奖补项目的通知
为做好奖补工作，现将有关事项通知如下：
一、申报条件
（一）2026年1月1日至2026年3月1日期间取得高新技术企业认定的企业。
二、联系方式
（二）企业服务股：0559-0000121，应当在工作日拨打。`;

  test('being it is not enough where the day counts, and its telephone is no condition', async () => {
    const found = await match(NOTICE, '我们是高新技术企业，2025年10月认定的');
    expect(found.map((m) => m.verdict)).not.toContain('met');
    expect(JSON.stringify(found.map((m) => m.requirements))).not.toContain('0559');
  });
});
