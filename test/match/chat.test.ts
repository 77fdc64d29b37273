import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../../src/commands/match.ts';
import type { OpenDb } from '../../src/db/db.ts';
import {
  GROUP,
  type LibraryCounty,
  startLibraryCounty,
} from '../standard-answers/library-county.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

let opened: OpenDb;
let county: LibraryCounty;
beforeAll(async () => {
  opened = await freshPglite();
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

test('a firm that says what it is sees what comes near, with the proviso and nothing it wrote as markup', async () => {
  const said = '我们是规上企业，技改项目设备投资600万<at user_id="all"></at>，能申报什么？';
  const shown = textOf(await county.say('firm', said));
  expect(shown).toContain('所列条件均满足');
  expect(shown).toContain('单个项目最高不超过120万元');
  expect(shown).toContain('以主管部门审核为准');
  expect(shown).not.toContain('<at');
});

test('what was not compared is named, so that nobody takes it for met', async () => {
  const shown = textOf(await county.say('firm', '我们设备投了600万，产品卖到国外，能申报什么？'));
  expect(shown).toContain('按您提供的情况：我们设备投了600万');
  expect(shown).toContain('未作对照：产品卖到国外');
});

test('in a group a firm is asked to write in private', async () => {
  const shown = textOf(
    await county.say('firm', '我们营收8000万，设备投资600万，能申报什么', GROUP),
  );
  expect(shown).toContain('请私聊发送');
});

test('对号入座 opens a form', async () => {
  expect(textOf(await county.say('firm', '对号入座'))).toContain('上年营业收入');
  await county.press('firm', '开始对照', { revenue: '3000', more: '设备投资400万元' });
  expect(county.inbox('firm').at(-1)).toContain('有条件不满足');
});

test('after the form a firm may also just write what it is', async () => {
  const said = '我们公司是2024年新认定的高新技术企业，今年技改设备投了650万';
  expect(textOf(await county.say('firm', said))).toContain('政策对号入座');
  const bare = textOf(await county.say('firm', '营收3000万，研发投入150万，2023年认定高企'));
  expect(bare).toContain('按您提供的情况：营收3000万');
  expect(textOf(await county.say('firm', '我们公司希望解决用工问题'))).not.toContain('对号入座');
});

test('what it makes is enough to ask what there is for such, and a figure of two years says the growth', async () => {
  await county.put(
    '特色产业.txt',
    '云溪县特色产业扶持办法\n一、扶持内容\n（一）对完成节水改造的粮油加工厂，按设备购置额的12%给予补助。\n（二）对产值较上年增长20%以上的企业，奖励3万元。\n（三）企业吸纳外来人员并稳定就业满6个月的，按每人500元给予补贴。',
  );
  const trade = textOf(await county.say('firm', '我们是粮油厂，能享受什么政策'));
  expect(trade).toContain('政策对号入座');
  expect(trade).toContain('粮油加工厂');
  expect(trade).not.toContain('所列条件均满足');
  const grown = textOf(await county.say('firm', '我们去年产值9000万今年1.2亿，能申报什么'));
  expect(grown).toContain('产值增长率33.33%（按所述两年计算）');
  expect(grown).toContain('奖励3万元');
  const hired = textOf(await county.say('firm', '我们新招20人满半年，能申报什么'));
  expect(hired).toContain('每人500元');
  expect(hired).not.toContain('所列条件均满足');
});

test('a question about a document stays one', async () => {
  const shown = textOf(await county.say('firm', '设备投资500万元以上的技改项目补助多少'));
  expect(shown).not.toContain('对号入座');
});

test('the command line gives the same as JSON', async () => {
  const done = await county.run(command, ['规上企业，技改项目设备投资600万', '--json']);
  expect(done.code).toBe(0);
  const answer = JSON.parse(done.out);
  expect(answer.facts).toMatchObject({ 'above-scale': true, equipment: { min: 6e6, max: 6e6 } });
  expect(answer.offers[0]).toMatchObject({ document: '措施.docx', verdict: 'met' });
  expect((await county.run(command, ['你好', '--json'])).code).toBe(1);
  expect((await county.run(command, [])).code).toBe(2);
});

test('nothing is called met while something the firm said stands uncompared, or parts of a condition were not said', async () => {
  for (const said of [
    '我们设备投资500万，没有备案，能申报什么',
    '我们企业不在云溪县，设备投资800万，能申报什么',
    '我们营收6000万，设备投资800万，厂房还在租，能申报什么',
  ]) {
    const shown = textOf(await county.say('firm', said));
    expect(shown).toContain('政策对号入座');
    expect(shown).not.toContain('所列条件均满足');
  }
});
