import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import {
  COLLEAGUE,
  LIAISON,
  type March,
  OFFICE,
  SUCCESSOR,
  startMarch,
  ZONE,
} from '../support/march.ts';

describe('a liaison who is gone', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    const unit = await findUnit(march.deps.db, '科技经信局');
    await bindPerson(
      march.deps.db,
      { actor: 'test', at: march.clock.now() },
      { openId: COLLEAGUE, name: '王五', unitId: unit?.id ?? '', post: 'deputy' },
      randomUUID,
    );
  });
  afterAll(() => march.close());
  const alerts = () => march.inbox(OFFICE).filter((t) => t.includes('消息不能送达'));

  test('alerts the office the same day, with what is open and what to do; the deputy gets the list', async () => {
    march.sim.setAccount(LIAISON, 'left');
    await march.settle();
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]).toContain('李联络的飞书账号已停用或离职');
    expect(alerts()[0]).toContain('提醒暂由王五接收');
    expect(alerts()[0]).toContain('召开银企对接会（期限 3月31日）');
    expect(alerts()[0]).toContain('交接 科技经信局 姓名');
    expect(textOf(march.cardOf(COLLEAGUE))).toContain('召开银企对接会');
    expect(textOf(await march.ask(COLLEAGUE, '第2项还在推进'))).toContain('已记录');
  });

  test('is told of once, and reminders go to the deputy meanwhile', async () => {
    march.sim.setAccount(LIAISON, 'left');
    await march.settle();
    expect(alerts()).toHaveLength(1);
    const before = march.inbox(COLLEAGUE).length;
    await march.goTo('2026-03-27T09:10:00+08:00');
    expect(march.inbox(COLLEAGUE).length).toBeGreaterThan(before);
    expect(alerts()).toHaveLength(1);
  });

  test('is replaced by an order of the office, and what is open moves on', async () => {
    await march.ask(SUCCESSOR, '你好');
    await march.ask(OFFICE, '交接 科技经信局 赵接任');
    const reply = await march.ask(OFFICE, '确认');
    expect(textOf(reply)).toContain('科技经信局联络员已由赵接任接任');
    expect(textOf(march.cardOf(SUCCESSOR))).toContain('召开银企对接会');
    expect(textOf(await march.ask(SUCCESSOR, '第1项已完成'))).toContain('已记录');
  });

  test('is found out by a message that the platform refuses, and a new liaison takes the place', async () => {
    march.sim.faults.refuse(ZONE, 230029);
    await march.goTo('2026-03-31T09:10:00+08:00');
    expect(alerts()).toHaveLength(2);
    expect(alerts()[1]).toContain('发给吴开发的消息不能送达（230029）');
    expect(alerts()[1]).toContain('没有可以联系的联络员');
    await march.ask(OFFICE, '取消赵接任的科技经信局联络员');
    const set = await march.ask(OFFICE, '设置 赵接任 为 开发区 联络员');
    expect(textOf(set)).toContain('已将赵接任登记为开发区联络员');
    expect(textOf(set)).not.toContain('登记为副联络员');
    expect(textOf(march.find(SUCCESSOR, '开发区 ·'))).toContain('筹备产业链招商活动');
  });

  test('who is only frozen for a while is back when the platform says so', async () => {
    march.sim.setAccount(COLLEAGUE, 'frozen');
    await march.settle();
    expect(alerts().at(-1)).toContain('王五');
    march.sim.setAccount(COLLEAGUE, 'active');
    await march.settle();
    expect(textOf(await march.ask(COLLEAGUE, '我是谁'))).toContain('王五');
    expect(await march.preview('2026-04-01T09:00:00+08:00')).not.toContain('李联络');
  });
});
