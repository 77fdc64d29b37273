import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUREAU_GROUP, type Bureau, startBureau, UNIT_GROUP } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await bureau.report('发改局', '申报技改专项', 'done');
  await bureau.report('发改局', '组织项目开工', 'done');
  await bureau.report('发改局', '筹备观摩活动', 'in_progress');
  await bureau.report('统计局', '发布一季度数据', 'in_progress');
});
afterAll(() => bureau.close());

const ask = async (role: string, text: string, chat?: string) =>
  textOf(await bureau.county.ask(`ou_${role}`, text, chat));

describe('a leader asks for an order of the units', () => {
  test('and gets units with figures; who is silent is named as such', async () => {
    const reply = await ask('leader', '3月哪个单位完成得最好');
    expect(reply).toContain('3月牵头任务完成率排名');
    expect(reply).toContain('1 个单位列入名次，发改局居首（50%，1/2 项）');
    expect(reply).toContain('牵头任务尚未到期、不列名次的单位（1 个）：统计局');
    expect(reply).toContain('牵头任务均无反馈、不列名次的单位（1 个）：自然资源局');
    expect(reply).toContain('截至 2026年3月20日');
  });

  test('and asks where one unit stands', async () => {
    expect(await ask('leader', '发改局3月排第几')).toContain('发改局列第 1 名，共 1 个单位');
    expect(await ask('leader', '统计局3月排第几')).toContain('统计局的任务尚未到期，不列名次');
    expect(await ask('office', '自然资源局3月完成率排第几')).toContain('尚未反馈，不列名次');
  });

  test('and asks who has most in a state', async () => {
    const reply = await ask('leader', '3月哪些单位没反馈');
    expect(reply).toContain('未反馈项数排名');
    expect(reply).toContain('自然资源局');
    expect(reply).not.toContain('发改局');
  });
});

describe('an order of units asked for before anything is due', () => {
  test.each(['3月谁最慢', '3月完成率排名', '3月谁拖后腿', '3月完成得最好的是哪个单位'])(
    '%s names nobody',
    async (text) => {
      const early = await startBureau('2026-03-03T10:00:00+08:00');
      await early.report('统计局', '发布一季度数据', 'in_progress');
      const reply = textOf(await early.county.ask('ou_leader', text));
      await early.close();
      expect(reply).toContain('均未到期，也尚无办结，暂不排名');
      expect(reply).not.toMatch(/发改局|统计局|自然资源局|0%/);
    },
  );
});

describe('a leader holds one thing against another', () => {
  test('two months, with differences in tasks and points', async () => {
    const reply = await ask('leader', '3月和2月对比一下');
    expect(reply).toContain('3月与2月对比（环比）');
    expect(reply).toContain('任务多 2 项，已完成持平，完成率低 25 个百分点');
    expect(reply).toContain('−25 个百分点');
    expect(reply).toContain('3月尚未结束');
  });

  test('two units', async () => {
    const reply = await ask('leader', '发改局和统计局3月哪个完成得好');
    expect(reply).toContain('3月 · 发改局与统计局对比');
    expect(reply).toContain('发改局与统计局相比，任务多 1 项，已完成多 1 项');
    expect(reply).toContain('各单位分别计入');
  });

  test('a year without a plan is said to have none', async () => {
    expect(await ask('leader', '3月同比')).toContain('库中没有已发布的 2025 年计划');
    expect(await ask('leader', '1月环比')).toContain('库中没有已发布的 2025 年计划');
  });
});

describe('who may not see it', () => {
  test.each(['liaison', 'statistics'])('%s is not shown a ranking', async (role) => {
    expect(await ask(role, '3月哪个单位完成得最好')).toContain('只向领导和督办人员提供');
    expect(await ask(role, '发改局3月排第几')).toContain('只向领导和督办人员提供');
    expect(await ask(role, '发改局和统计局3月哪个完成得好')).toContain('由领导和督办人员查询');
    expect(await ask(role, '3月和2月对比一下')).toContain('由领导和督办人员查询');
  });

  test('a unit may hold its own months against each other, in private', async () => {
    expect(await ask('liaison', '发改局3月和2月对比一下')).toContain('3月与2月对比');
    expect(await ask('liaison', '发改局3月和2月对比一下', UNIT_GROUP)).toContain('私聊');
  });

  test.each(['leader', 'office', 'liaison'])(
    'in a group %s is shown nothing of it',
    async (role) => {
      for (const chat of [BUREAU_GROUP, UNIT_GROUP])
        for (const text of ['3月哪个单位完成得最好', '发改局3月排第几', '3月和2月对比一下']) {
          const reply = await ask(role, text, chat);
          expect(reply).toContain('私聊');
          expect(reply).not.toContain('50%');
        }
    },
  );
});
