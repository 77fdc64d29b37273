import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('a note of the office on several units', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  const standing = async () => {
    const { done, inProgress } = await march.summary();
    return { done, inProgress };
  };

  test.each([
    '开发区 招商活动正在筹备，邀请了20家\n科技经信局 企业走访已完成\n来源：电话',
    '开发区：招商活动正在筹备\n科技经信局：企业走访已完成',
    '代填 开发区 招商活动正在筹备\n代填 科技经信局 企业走访已完成',
    '科技经信局 企业走访 已完成\n开发区 招商活动还在筹备，来源：电话',
    '刚才电话：科技经信局第3项办完了，开发区第1项还在走流程',
    '打了一圈电话，开发区说招商活动还在筹备，科技经信局第3项已完成',
    '科技经信局第3项办完了；开发区第1项还在走流程（电话）',
  ])('%s: is one card, one tap at most, and each unit is told of its own part', async (note) => {
    const before = await standing();
    const told = march.inbox(ZONE).length;
    const reply = await march.ask(OFFICE, note);
    expect(textOf(reply)).toContain('开展规上企业走访”：已完成');
    expect(textOf(reply)).toContain('筹备产业链招商活动”：进行中');
    if (!note.includes('电话')) {
      expect(await standing()).toEqual(before);
      await march.press(OFFICE, reply, '登记，来源：电话');
    }
    expect(await standing()).toMatchObject({ done: 1, inProgress: 1 });
    const [news = ''] = march.inbox(ZONE).slice(told);
    expect(news).toContain('代贵单位填报（电话）');
    expect(news).not.toContain('企业走访');
    expect(march.inbox(LIAISON).at(-1)).not.toContain('招商活动”');
    expect(textOf(await march.ask(OFFICE, '撤销')).match(/已撤销/gu)).toHaveLength(2);
    expect(await standing()).toEqual(before);
  });

  test('each part of a note keeps its own source', async () => {
    for (const note of [
      '科技经信局：企业走访已完成，来源：电话\n开发区：招商活动正在筹备，来源：微信',
      '科技经信局：企业走访已完成，来源：电话；开发区：招商活动正在筹备，来源：微信',
    ]) {
      const reply = textOf(await march.ask(OFFICE, note));
      expect(reply).toContain('来源：电话');
      expect(reply).toContain('来源：微信');
      expect(reply).not.toMatch(/来源：电话.{0,4}开发区/su);
      expect(await standing()).toMatchObject({ done: 1, inProgress: 1 });
      expect(march.inbox(ZONE).at(-1)).toContain('代贵单位填报（微信）');
      await march.ask(OFFICE, '撤销');
    }
  });

  test('the source of the first line is no place for the lines behind it', async () => {
    const reply = textOf(
      await march.ask(OFFICE, '科技经信局：企业走访已完成，来源：电话\n开发区：招商活动正在筹备'),
    );
    expect(reply).toContain('开展规上企业走访”：已完成');
    expect(reply).toContain('筹备产业链招商活动”：进行中');
    await march.ask(OFFICE, '撤销');
  });

  test.each([
    '农机局：第1项已完成\n科技经信局：第3项已完成（电话）',
    '科技经信局：第3项已完成（电话）\n农机局：第1项已完成',
  ])('%s: both the record and the unknown unit are told', async (note) => {
    const before = march.inbox(OFFICE).length;
    await march.ask(OFFICE, note);
    const said = march.inbox(OFFICE).slice(before).join('\n');
    expect(said).toContain('开展规上企业走访”：已完成');
    expect(said).toContain('没有找到单位“农机局”');
    await march.ask(OFFICE, '撤销');
  });

  test('the source that is waited for is answered by a source only', async () => {
    await march.ask(OFFICE, '代填 开发区 招商活动正在筹备');
    const before = await standing();
    await march.ask(OFFICE, '水利局来电话，说河道的事不归他们');
    expect(await standing()).toEqual(before);
    const reply = textOf(await march.ask(OFFICE, '代填 开发区 招商活动正在筹备，邀请19家 电话'));
    expect(reply).toContain('来源：电话');
    expect(reply).toContain('19家');
    await march.ask(OFFICE, '撤销');
  });

  test.each([
    '三个镇都来过电话：石磨镇走访企业新增1家，竹坪乡没有走访，云脚乡走访了5家',
    '石磨镇企业走访已完成',
    '农机局：企业走访已完成',
  ])(
    '%s: tells of bodies that the list does not have, and nothing of the own bureau',
    async (note) => {
      const before = await standing();
      const reply = textOf(await march.ask(OFFICE, note));
      expect(reply).toMatch(/没有找到单位“(?:石磨镇|农机局)/u);
      expect(await standing()).toEqual(before);
    },
  );

  test('orders on several units in one line ask nothing for the units', async () => {
    const before = march.inbox(OFFICE).length;
    await march.ask(OFFICE, '科技经信局第1项改到5月完成，开发区第1项改到6月完成');
    expect(march.inbox(OFFICE).slice(before).join('\n')).not.toContain('申请延期');
  });
});
