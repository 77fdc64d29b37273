import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listGroupMembers } from '../../src/units/queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';
import { publish, task } from '../support/plan-fixture.ts';

describe('names that nobody has yet', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await publish(march.deps.db, '2026-03-02T11:00:00+08:00', [
      task(3, '防汛检查', { leadUnits: ['相关乡镇'], coopUnits: ['科技经信局'] }),
      task(3, '山塘排查', { leadUnits: ['相关乡镇'], coopUnits: ['科技经信局'], seq: 2 }),
      task(3, '更新应急预案', { leadUnits: ['开发区'], seq: 3 }),
    ]);
    await march.goTo('2026-03-03T09:00:00+08:00');
  });
  afterAll(() => march.close());

  test('among the members of a group are asked in one card, and registered after a word', async () => {
    const card = await march.ask(OFFICE, '相关乡镇=开发区、大河镇、小溪乡');
    expect(textOf(card)).toContain('“大河镇”');
    expect(textOf(card)).toContain('“小溪乡”');
    expect(await findUnit(march.deps.db, '大河镇')).toBeUndefined();
    await march.press(OFFICE, card, '登记并确定');
    expect(await listGroupMembers(march.deps.db)).toHaveLength(3);
    expect(await findUnit(march.deps.db, '大河镇')).toBeDefined();
  });

  test('the members of a group get its items on this month’s cards, though decided late', async () => {
    expect(textOf(march.find(ZONE, '更新应急预案'))).toContain('防汛检查');
    expect(textOf(march.find(ZONE, '更新应急预案'))).toContain('山塘排查');
    expect(await march.summary()).toMatchObject({ total: 7 });
  });

  test('in a plan are shown, and one tap makes a near one another name of a unit', async () => {
    const text = [
      '2026年防火工作计划,,',
      '月份,工作任务,牵头单位',
      '4月,森林防火巡查,林业局',
      '4月,物资储备,县科经局',
    ];
    const card = await march.sendFile(OFFICE, { name: '防火.csv', bytes: utf8(text.join('\n')) });
    expect(textOf(card)).toContain('库中没有这 1 个单位，确认后登记：林业局');
    expect(textOf(card)).toContain('“县科经局”与库中的“科技经信局”可能是同一单位');
    await march.press(OFFICE, card, '县科经局 就是 科技经信局');
    const shown = textOf(march.fromBot(card.chatId).find((m) => m.messageId === card.messageId));
    expect(shown).not.toContain('可能是同一单位');
    expect((await findUnit(march.deps.db, '科经局'))?.name).toBe('科技经信局');
    await march.press(OFFICE, card, '放弃');
  });

  test('a unit written under two of its names is one unit with both counts', async () => {
    await march.ask(OFFICE, '别名 科经局=科技经信局');
    const text = [
      '2026年防汛工作计划,,',
      '月份,工作任务,牵头单位,配合单位',
      '5月,检查厂区排水,县科经局,开发区',
      '5月,演练企业转移,科技经信局,县科经局',
    ];
    const card = await march.sendFile(OFFICE, { name: '防汛.csv', bytes: utf8(text.join('\n')) });
    expect(textOf(card)).toContain('涉及 **2** 个单位');
    expect(JSON.stringify(card)).toContain('{"unit":"科技经信局","lead":2,"coop":1}');
    expect(textOf(card)).not.toContain('可能是同一单位');
    await march.press(OFFICE, card, '放弃');
  });

  test.each([
    ['别名 开发区=园区办', '园区办'],
    ['别名 园委会 开发区', '园委会'],
  ])('%s: an alias is taken in either order', async (text, alias) => {
    const done = await march.ask(OFFICE, text);
    expect(textOf(done)).toContain(`以后“${alias}”就是开发区`);
    await march.press(OFFICE, done, '撤销');
  });
});
