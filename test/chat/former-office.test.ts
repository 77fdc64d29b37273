import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import {
  COLLEAGUE,
  LEADER,
  LIAISON,
  type March,
  OFFICE,
  SECOND_OFFICE,
  startMarch,
  ZONE,
} from '../support/march.ts';

const ADMIN = 'ou_admin';

describe('somebody who has lost a role', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    // Whoever is of nothing at all is not listened to: they stay an ordinary member of a unit.
    await march.ask(ADMIN, '设置 钱督办 为 财政局 干部');
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));
  /** What is shown while `who` has the post is pressed or written when they have it no more. */
  const without = async (order: string, run: () => Promise<void>, back: string) => {
    expect(await said(ADMIN, order)).toContain('撤销');
    await run();
    await said(ADMIN, back);
  };
  const notOffice = (run: () => Promise<void>) =>
    without('取消 钱督办 的督办人员', run, '设置 钱督办 为 督办人员');

  test('of the office hands no unit over, by the card or by 确认', async () => {
    const card = await march.ask(OFFICE, '交接 科技经信局 王五');
    await notOffice(async () => {
      expect(await march.press(OFFICE, card, '确认交接')).toContain('主联络员');
      expect(await said(OFFICE, '确认')).toContain('主联络员');
    });
    expect(await said(OFFICE, '科技经信局联络员是谁')).toContain('李联络');
    await said(OFFICE, '算了');
  });

  test('of the office changes, sends and asks nothing again by 确认', async () => {
    await march.ask(OFFICE, '3月第3项期限改为3月20日');
    await notOffice(async () => {
      expect(await said(OFFICE, '确认')).toContain('督办人员');
    });
    await said(OFFICE, '算了');
    await march.ask(OFFICE, '把3月的任务再催一下');
    await notOffice(async () => {
      expect(await said(OFFICE, '确认')).toContain('督办人员');
    });
    await said(OFFICE, '算了');
    expect(textOf(march.cardOf(LIAISON))).not.toContain('3月20日');
  });

  test('of the office takes no change of the plan back', async () => {
    const order = await march.ask(OFFICE, '3月第3项期限改为3月20日');
    await march.press(OFFICE, order, '确认');
    const done = march.find(OFFICE, '撤销');
    await notOffice(async () => {
      expect(await march.press(OFFICE, done, '撤销')).toContain('没有改动');
      expect(await said(OFFICE, '撤销')).toContain('没有改动');
    });
    expect(textOf(march.cardOf(LIAISON))).toContain('3月20日');
    expect(await march.press(OFFICE, done, '撤销')).toContain('已撤销');
  });

  test('of a unit takes no report of the unit back', async () => {
    const card = await march.ask(COLLEAGUE, '第1项已完成');
    await without(
      '取消 王五 的科技经信局干部',
      async () => {
        expect(await march.press(COLLEAGUE, card, '撤销')).toContain('没有改动');
        expect(await march.summary()).toMatchObject({ done: 1 });
      },
      '设置 王五 为 科技经信局 干部',
    );
    expect(await march.press(COLLEAGUE, card, '撤销')).toContain('已撤销 1 项反馈');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('of a unit takes back no problem that was struck off', async () => {
    await march.ask(ZONE, '第1项有困难，场地没落实');
    await march.ask(ZONE, '问题1已解决');
    const solved = march.find(ZONE, '撤销');
    await without(
      '取消 吴开发 的开发区联络员',
      async () => {
        expect(await march.press(ZONE, solved, '撤销')).toContain('没有改动');
      },
      '设置 吴开发 为 开发区 联络员',
    );
  });

  test('of a leader takes no 批示 back', async () => {
    const draft = await march.ask(LEADER, '批示：请开发区报一份说明，3月20日前');
    await march.press(LEADER, draft, '确认发送');
    const sent = march.find(LEADER, '撤销');
    await without(
      '取消 周县长 的领导',
      async () => {
        expect(await march.press(LEADER, sent, '撤销')).toContain('没有改动');
      },
      '设置 周县长 为 领导',
    );
    expect(await march.press(LEADER, sent, '撤销')).toContain('已撤回');
  });

  test('of an administrator gives nobody a role back', async () => {
    await said(ADMIN, '设置 孙督办 为 管理员');
    await said(SECOND_OFFICE, '取消 周县长 的领导');
    const taken = march.find(SECOND_OFFICE, '撤销');
    await said(ADMIN, '取消 孙督办 的管理员');
    await said(ADMIN, '取消 孙督办 的督办人员');
    expect(await march.press(SECOND_OFFICE, taken, '撤销')).toContain('没有改动');
  });
});
