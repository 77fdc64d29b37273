import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignments } from '../../src/progress/tables.ts';
import { findPeopleByName, listContacts } from '../../src/units/people-queries.ts';
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

describe('who does what inside a unit', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('转办: a colleague gets a card of the item and reports on it', async () => {
    expect(textOf(await march.ask(COLLEAGUE, '转办 第3项 给 李联络'))).toContain('由联络员办理');
    expect(textOf(await march.ask(LIAISON, '转办 第3项 给 吴开发'))).toContain('没有登记');
    const reply = await march.ask(LIAISON, '转办 第3项 给 王五');
    expect(textOf(reply)).toContain('已转由王五办理');
    expect(textOf(march.cardOf(LIAISON))).toContain('经办：王五');
    const card = march.cardOf(COLLEAGUE);
    expect(textOf(card)).toContain('**3.** 开展规上企业走访');
    expect(textOf(card)).not.toContain('召开银企对接会');
    await march.press(COLLEAGUE, card, '已完成');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(march.cardOf(LIAISON))).toContain('已完成（王五');
    await march.press(LIAISON, reply, '撤销');
    expect(textOf(march.cardOf(LIAISON))).not.toContain('经办：王五');
  });

  test('a body is no colleague: 转给 it is a matter for the office', async () => {
    expect(textOf(await march.ask(LIAISON, '第1项转给发改局'))).toContain('核实');
  });

  test('交接: the successor gets the place and the open items, the office hears of it', async () => {
    expect(textOf(await march.ask(ZONE, '交接 赵接任'))).toContain('没有找到');
    await march.ask(SUCCESSOR, '你好');
    const asked = await march.ask(LIAISON, '交接 赵接任');
    expect(textOf(asked)).toContain('科技经信局联络员由李联络交接给赵接任');
    expect(textOf(asked)).toContain('赵接任没有登记在科技经信局');
    expect(textOf(asked)).toContain('一并移交 3 项未完成事项');
    expect(textOf(asked)).toContain('召开银企对接会');
    expect(textOf(await march.ask(SUCCESSOR, '第3项还在推进'))).not.toContain('已记录');
    await march.press(LIAISON, asked, '确认交接');
    expect(textOf(march.find(LIAISON, '已由赵接任接任'))).toContain('撤销');
    expect(march.inbox(OFFICE).at(-1)).toContain('由李联络交接给赵接任');
    const card = march.cardOf(SUCCESSOR);
    expect(textOf(card)).toContain('召开银企对接会');
    await march.press(SUCCESSOR, card, '进行中');
    expect(await march.summary()).toMatchObject({ inProgress: 1 });
    expect(textOf(await march.ask(SUCCESSOR, '第2项已完成'))).toContain('完成标准厂房主体工程');
    expect(await march.preview('2026-04-01T09:00:00+08:00')).not.toContain('李联络');
    expect(textOf(await march.ask(LIAISON, '交接 王五'))).toContain('由单位的主联络员办理');
  });

  test('交接 to somebody of another unit says so; 取消 and 算了 change nothing, 确认 in words hands over', async () => {
    const asked = await march.ask(OFFICE, '交接 科技经信局 吴开发');
    expect(textOf(asked)).toContain('吴开发是开发区的人员，不是科技经信局的人员');
    expect(await march.press(OFFICE, asked, '取消')).toContain('没有改动');
    await march.ask(OFFICE, '交接 科技经信局 王五');
    expect(textOf(await march.ask(OFFICE, '算了'))).toContain('已取消交接');
    await march.ask(OFFICE, '交接 科技经信局 王五');
    expect(textOf(await march.ask(OFFICE, '确认'))).toContain('已由王五接任');
    expect(textOf(await march.ask(OFFICE, '撤销'))).toContain('恢复为原来的人员');
  });

  test('is undone by the office too', async () => {
    await march.press(LIAISON, march.find(LIAISON, '已由赵接任接任'), '撤销');
    expect(textOf(await march.ask(SUCCESSOR, '第3项还在推进'))).not.toContain('已记录');
    expect(textOf(await march.ask(LIAISON, '第3项还在推进'))).toContain('已记录');
  });
});

describe('a 交接 that is taken back', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  const handOver = async (by: string, name: string) => {
    await march.press(by, await march.ask(by, `交接 ${name}`), '确认交接');
    return march.find(by, `已由${name}接任`);
  };

  test('leaves with the successor what was its own before', async () => {
    await march.ask(LIAISON, '转办 第3项 给 王五');
    const done = await handOver(LIAISON, '王五');
    await march.press(LIAISON, done, '撤销');
    const items = await march.deps.db.select().from(assignments);
    const [colleague] = await findPeopleByName(march.deps.db, '王五');
    expect(items.map((i) => i.personId)).toEqual([colleague?.id]);
  });

  test('is refused once somebody else has the place', async () => {
    await march.ask(SUCCESSOR, '你好');
    const done = await handOver(LIAISON, '王五');
    await handOver(COLLEAGUE, '赵接任');
    expect(await march.press(LIAISON, done, '撤销')).toContain('后来又有改动');
    const unit = await findUnit(march.deps.db, '科技经信局');
    const people = await listContacts(march.deps.db, [unit?.id ?? '']);
    expect(people.filter((p) => p.duty === 'main').map((p) => p.name)).toEqual(['赵接任']);
  });
});
