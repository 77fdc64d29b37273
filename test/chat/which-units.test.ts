import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideGroup } from '../../src/units/group.ts';
import { ensureUnit } from '../../src/units/resolve.ts';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';
import { publish, task } from '../support/plan-fixture.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await bureau.report('发改局', '组织项目开工', 'done');
  await bureau.report('统计局', '发布一季度数据', 'in_progress');
});
afterAll(() => bureau.close());

const ask = async (text: string) => textOf(await bureau.county.ask('ou_leader', text));

test('who is left out is left out of list, overview and ranking, and the answer says so', async () => {
  expect(await ask('3月没完成的有哪些')).toContain('发布一季度数据');
  const list = await ask('去掉统计局');
  expect(list).toContain('3月（不含统计局）未完成事项');
  expect(list).toContain('筹备观摩活动');
  expect(list).not.toContain('发布一季度数据');
  expect(await ask('3月进度')).toContain('共 4 项');
  const overview = await ask('除了统计局');
  expect(overview).toContain('3月（不含统计局）重点工作进展');
  expect(overview).toContain('共 3 项');
  const all = await ask('3月哪个单位完成得最好');
  expect(all).toContain('1 个单位列入名次');
  expect(all).toContain('牵头任务尚未到期、不列名次的单位（1 个）：统计局');
  const ranking = await ask('统计局除外');
  expect(ranking).toContain('1 个单位列入名次');
  expect(ranking).not.toContain('：统计局');
});

test('after a unit the others are everybody else', async () => {
  await ask('统计局3月进度');
  const others = await ask('其他单位呢');
  expect(others).toContain('不含统计局');
  expect(others).not.toContain('发布一季度数据');
});

test('towns are asked for as such: a county without any says so, then only theirs is shown', async () => {
  await ask('3月进度');
  expect(await ask('只看镇里的')).toContain('单位库中没有乡镇');
  const { db } = bureau.county.deps;
  await publish(db, '2026-03-18T10:00:00+08:00', [
    task(3, '整治镇区环境', { leadUnits: ['石桥镇'] }),
    task(3, '盘活闲置校舍', { seq: 2, leadUnits: ['柳河乡'] }),
  ]);
  await ask('3月没完成的有哪些');
  const towns = await ask('只看镇里的');
  expect(towns).toContain('石桥镇、柳河乡3月未完成事项');
  expect(towns).toContain('整治镇区环境');
  expect(towns).not.toContain('筹备观摩活动');
  const rest = await ask('县直部门呢');
  expect(rest).toContain('筹备观摩活动');
  expect(rest).not.toContain('盘活闲置校舍');
  expect(await ask('3月乡镇排名')).toContain('石桥镇、柳河乡3月牵头任务完成率排名');
});

test('a group is its members, in lists and rankings', async () => {
  const { db } = bureau.county.deps;
  await ensureUnit(db, '相关乡镇', randomUUID);
  const act = { actor: 'test', at: new Date('2026-03-19T10:00:00+08:00') };
  await decideGroup(db, act, { group: '相关乡镇', members: ['石桥镇', '柳河乡'] }, randomUUID);
  const list = await ask('相关乡镇3月还有哪些没完成');
  expect(list).toContain('整治镇区环境');
  expect(list).toContain('盘活闲置校舍');
});
