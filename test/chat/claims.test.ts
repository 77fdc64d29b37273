import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { readClaim } from '../../src/intent/read-claim.ts';
import { type LibraryCounty, startLibraryCounty } from '../standard-answers/library-county.ts';
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

test('who asks for a promise is told that none is given, and no sum', async () => {
  const said = textOf(await county.say('firm', '你能保证给我们15万吗'));
  expect(said).toContain('不作任何承诺');
  expect(said).not.toContain('15万');
});

test('hearsay is answered with the figure of the document', async () => {
  const said = textOf(await county.say('firm', '听说入规奖励是50万对不对'));
  expect(said).toContain('一次性奖励8万元');
});

test('whoever gets no answer is told that the question was passed on', async () => {
  for (const asked of ['办公室装修有补贴吗', '招一个大学生补多少钱'])
    expect(textOf(await county.say('firm', asked))).toContain('已转请工作人员补充');
});

test.each([
  ['申报了就一定能拿到补贴吗', 'promise'],
  ['你们敢打包票能批下来吗', 'promise'],
  ['是不是肯定给30万', 'promise'],
  ['有人说技改补助有10%，是真的吗', 'hearsay'],
  ['我们保证月底前完成', undefined],
  ['第3项月底能保证完成吗', undefined],
  ['能缴保证金补贴吗', undefined],
  ['听说第2项完成了80%，对吗', undefined],
  ['入规奖励多少', undefined],
])('%s', (text, kind) => expect(readClaim(text)?.kind).toBe(kind));

test('how one gets a paper is not answered with who must hand it in', async () => {
  await county.put(
    '申报细则.txt',
    '云溪县奖补申报细则\n一、材料\n（一）所有事项均需提交申请表、营业执照复印件。\n二、时限\n（一）县工信局自受理之日起15个工作日内完成初审。',
  );
  const said = textOf(await county.say('firm', '营业执照怎么办'));
  expect(said).toContain('文件中未找到');
  expect(textOf(await county.say('firm', '申报要提交什么材料'))).toContain('营业执照复印件');
});

test('whoever is not of the county asks in vain how far the work of a unit is', async () => {
  const said = textOf(await county.say('firm', '县工信局完成得怎么样'));
  expect(said).toContain('您还没有登记到单位');
});

test('a firm that says 进规 is held against the conditions of 入规', async () => {
  const said = textOf(await county.say('firm', '我们去年就进规了，今年退库又重新进，能申报什么'));
  expect(said).toContain('政策对号入座');
  expect(said).not.toContain('所列条件均满足');
});
