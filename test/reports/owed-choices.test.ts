import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const OFFICE = 'ou_office';

let opened: OpenDb;
let county: County;
let who: string;

beforeAll(async () => {
  opened = await freshPglite();
  const own = { leadUnits: ['财政局'] };
  await publish(opened.db, '2026-02-10T10:00:00+08:00', [
    task(2, '兑现技改奖补资金', own),
    task(2, '报送用电量分析', { ...own, seq: 2 }),
    task(3, '申报省级奖补资金', own),
    task(3, '核对奖补资金台账', { ...own, seq: 2 }),
    task(3, '报送用电量分析', { ...own, seq: 3 }),
  ]);
  who = await liaison(opened.db, '财政局');
  const act = { actor: 'test', at: new Date('2026-02-10T10:00:00+08:00') };
  await bindPerson(opened.db, act, { openId: OFFICE, name: '钱督办', post: 'office' }, randomUUID);
  county = await startCounty({
    db: opened.db,
    now: '2026-02-11T08:00:00+08:00',
    people: [
      { openId: who, name: '联络员', role: '', unit: '' },
      { openId: OFFICE, name: '钱督办', role: '', unit: '' },
    ],
  });
  for (const at of ['2026-02-11T09:30:00+08:00', '2026-03-02T09:00:00+08:00'])
    await county.goTo(at);
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const say = async (text: string) => textOf(await county.ask(who, text));
const fill = async (text: string) => textOf(await county.ask(OFFICE, text));

describe('what is still owed of an earlier month', () => {
  test('is what 上个月那个 offers, and nothing of this month', async () => {
    const reply = await say('上个月那个弄完了');
    expect(reply).toContain('（2月）兑现技改奖补资金');
    expect(reply).not.toContain('申报省级奖补资金');
  });

  test('is shown first where the words behind 上个月那个 tell which', async () => {
    const reply = await say('上个月那个技改奖补弄完了');
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('（2月）兑现技改奖补资金');
    expect(reply).not.toContain('核对奖补资金台账');
  });

  test('is among the choices where the words fit it too', async () => {
    const reply = await say('奖补资金完成了一半');
    for (const item of ['（2月）兑现技改奖补资金', '申报省级奖补资金', '核对奖补资金台账'])
      expect(reply).toContain(item);
    expect(reply).not.toContain('用电量');
  });

  test('is among the choices of a 代填', async () => {
    const reply = await fill('代填 财政局 奖补资金 完成了一半');
    for (const item of ['（2月）兑现技改奖补资金', '申报省级奖补资金', '核对奖补资金台账'])
      expect(reply).toContain(item);
  });

  test('is meant by a month behind the task’s name', async () => {
    const reply = await fill('代填 财政局 用电量分析 2月的报了（电话，张三）');
    expect(reply).toContain('（2月）报送用电量分析');
    expect(reply).not.toContain('已记录');
    expect(await say('用电量分析2月的报了')).toContain('（2月）报送用电量分析');
  });
});
