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
});
