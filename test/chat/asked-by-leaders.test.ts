import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertCharges } from '../../src/units/charge-queries.ts';
import { listPeopleWithRole } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type Bureau, startBureau, UNIT_GROUP } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await bureau.report('发改局', '申报技改专项', 'done');
  await bureau.report('统计局', '汇总规上产值', 'in_progress');
});
afterAll(() => bureau.close());

const ask = async (role: string, text: string, chat?: string) =>
  textOf(await bureau.county.ask(`ou_${role}`, text, chat));

describe('two units are held against each other', () => {
  test('also after another question, of which only the time is kept', async () => {
    await ask('leader', '2月进度');
    const reply = await ask('leader', '发改局和统计局比呢');
    expect(reply).toContain('2月 · 发改局与统计局对比');
    expect(reply).toContain('完成率高 100 个百分点');
  });

  test('in no group', async () => {
    expect(await ask('leader', '发改局和统计局比呢', UNIT_GROUP)).toContain('私聊');
  });
});

describe('a question about another year', () => {
  test('is not carried into the next one that stands alone', async () => {
    await ask('leader', '2025年进度');
    expect(await ask('leader', '哪些单位没反馈')).toContain('1–3月');
  });

  test('is carried on by words that point back', async () => {
    await ask('leader', '2025年进度');
    expect(await ask('leader', '那统计局呢')).toContain('2025 年计划');
  });
});

describe('units that have not reported', () => {
  test('are the same in the overview and in the list, and it says what is meant', async () => {
    const meant = '涉及 3 个单位，其中 1 个尚未反馈（牵头、配合的任务均无反馈）';
    expect(await ask('leader', '全县1到3月进度')).toContain(meant);
    const reply = await ask('leader', '1到3月哪些单位没反馈');
    expect(reply).toContain(meant);
    expect(reply).toContain('尚未反馈的单位（1 个）：自然资源局');
  });

  test('by what they lead where only that is ranked', async () => {
    const reply = await ask('leader', '2月完成率排名');
    expect(reply).toContain('2 个单位列入名次，发改局居首');
    expect(await ask('leader', '1到3月完成率排名')).toContain(
      '牵头任务均无反馈、不列名次的单位（1 个）：自然资源局',
    );
  });
});

describe('我分管的单位', () => {
  test('are asked for until they are known', async () => {
    expect(await ask('leader', '我分管的单位情况')).toContain('尚未登记您分管的单位');
  });

  test('are those that were registered', async () => {
    const { db } = bureau.county.deps;
    const [leader] = await listPeopleWithRole(db, 'leader');
    const units = [];
    for (const name of ['统计局', '自然资源局']) units.push((await findUnit(db, name))?.id ?? '');
    await insertCharges(db, leader?.id ?? '', units);
    const reply = await ask('leader', '我分管的单位3月情况');
    expect(reply).toContain('统计局、自然资源局3月');
    expect(reply).toContain('共 3 项');
    expect(await ask('leader', '我分管的单位3月没完成的')).toContain('协调园区用地');
  });
});

describe('a number', () => {
  test('opens the task that stands at it in the list before', async () => {
    await ask('leader', '3月任务清单');
    const reply = await ask('leader', '第2个展开说说');
    expect(reply).toContain('事项详情');
    expect(reply).toContain('筹备观摩活动');
    expect(reply).not.toContain('组织项目开工');
  });

  test('of a month is that of the plan', async () => {
    expect(await ask('leader', '2月第1项怎么样了')).toContain('申报技改专项');
  });

  test('that stands nowhere is said to be unknown', async () => {
    expect(await ask('leader', '第19项怎么样了')).toContain('没有找到第 19 项');
  });
});

describe('who is responsible for a number of the list before', () => {
  test('is answered with that task', async () => {
    await ask('leader', '全年任务清单');
    expect(await ask('leader', '谁负责第1项')).toContain('梳理年度项目');
  });
});

describe('a number after another unit', () => {
  test('is that of the unit that is named now', async () => {
    await ask('leader', '技改专项申报到哪一步了');
    const reply = await ask('leader', '自然资源局第1项情况');
    expect(reply).toContain('事项详情');
    expect(reply).toContain('协调园区用地');
  });
});

describe('a task’s card', () => {
  test('leads back to the overview and to the units that lead it', async () => {
    const reply = await ask('leader', '3月第2项怎么样了');
    expect(reply).toContain('返回汇总');
    expect(reply).toMatch(/"content":"发改局"[^}]*\}.{0,200}"act":"open-unit"/);
  });
});

describe('a list with nothing in it', () => {
  test('says what was understood', async () => {
    const reply = await ask('leader', '统计局3月牵头的逾期任务');
    expect(reply).toContain('按“3月”“统计局”“牵头”“超期”查找');
  });

  test('in a file too', async () => {
    const reply = await ask('leader', '导出统计局1月已完成的任务');
    expect(reply).toContain('按“1月”“统计局”“已完成”查找');
  });
});

describe('an instruction on a number that stands nowhere', () => {
  test('is said not to have gone out', async () => {
    const reply = await ask('leader', '第19项批示：抓紧办理');
    expect(reply).toContain('没有找到要批示的事项，批示没有发出');
  });
});

describe('a difficulty of a cooperating unit', () => {
  beforeAll(() => bureau.report('统计局', '筹备观摩活动', 'blocked', '样本企业名单未定'));

  test('stands in the county’s list as in the unit’s own, and is marked', async () => {
    expect(await ask('leader', '统计局有什么困难')).toContain('筹备观摩活动');
    const reply = await ask('leader', '全县还有哪些困难没解决');
    expect(reply).toContain('筹备观摩活动');
    expect(reply).toContain('统计局（配合）');
    expect(reply).toContain('其中 1 项由配合单位反映');
  });

  test('waits for a decision in the overview', async () => {
    expect(await ask('leader', '3月进度')).toContain('有困难（配合）：筹备观摩活动');
  });

  test('is not looked for in the unit that was named before', async () => {
    await ask('leader', '自然资源局全年情况');
    expect(await ask('leader', '还有哪些问题没解决')).toContain('筹备观摩活动');
  });

  test('is no word of the leads, who are said to be silent', async () => {
    const reply = await ask('leader', '3月第2项怎么样了');
    expect(reply).toContain('状态：牵头单位未反馈');
    expect(reply).toContain('样本企业名单未定');
  });
});

test('who tells a body that is no unit of the plans hears that it is none', async () => {
  expect(await ask('leader', '让教育局把小学修好')).toContain('没有找到“教育局”');
});
