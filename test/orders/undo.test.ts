import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changes } from '../../src/audit/tables.ts';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('撤销 written out', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));
  const heard = (who: string, text: string) => march.inbox(who).filter((m) => m.includes(text));

  test('drops the order that waits, and leaves the change before it alone', async () => {
    await said(OFFICE, '暂停推送');
    const card = await march.ask(OFFICE, '暂缓3月第3项');
    expect(await said(OFFICE, '撤销')).toContain('没有改动');
    expect(await said(OFFICE, '暂停推送')).toContain('本来就是暂停');
    expect(await march.press(OFFICE, card, '确认')).toContain('已经处理过');
  });

  test('takes back the last change next, and says from what to what', async () => {
    expect(await said(OFFICE, '撤销')).toContain('已撤销：推送由“暂停”恢复为“开启”');
  });

  test('acts on a sent 批示 and not on an older draft', async () => {
    await march.ask(LEADER, '批示：请开发区报一份说明，3月20日前');
    const second = await march.ask(LEADER, '批示：请科技经信局研究，3月20日前');
    await march.press(LEADER, second, '确认发送');
    expect(await said(LEADER, '撤销')).toContain('已撤回批示件第 1 号');
    expect(await said(LEADER, '撤销')).toContain('批示没有发出');
    expect(await said(LEADER, '撤销')).toContain('没有可以撤销');
    expect(heard(ZONE, '领导批示')).toHaveLength(0);
  });

  test('answers a question about a report that was left open', async () => {
    await said(LIAISON, '第3项正在推进');
    await said(LIAISON, '完成了');
    expect(await said(LIAISON, '撤销')).toContain('没有记录');
    expect(await said(LIAISON, '撤销')).toContain('由“进行中”恢复为待反馈');
  });

  test('under a confirmation means that change', async () => {
    const first = await march.ask(LIAISON, '第1项正在推进');
    await march.ask(LIAISON, '第2项正在推进');
    march.sim.as(LIAISON).send({ text: '撤销', under: first.messageId });
    await march.settle();
    expect(march.inbox(LIAISON).at(-1)).toContain('召开银企对接会');
    expect(await said(LIAISON, '撤销')).toContain('完成标准厂房主体工程');
  });

  test('again goes no step further back before it has been asked about', async () => {
    await said(ZONE, '第1项正在推进');
    await said(ZONE, '第1项还没启动');
    expect(await said(ZONE, '撤销')).toContain('恢复为“进行中”');
    const asked = await march.ask(ZONE, '撤销');
    expect(textOf(asked)).toContain('进行中”，没有改动');
    expect(await march.press(ZONE, asked, '撤销')).toContain('恢复为待反馈');
    expect(await said(ZONE, '撤销')).toContain('没有可以撤销');
  });

  test('that is asked about is settled by 确认 and dropped by 算了', async () => {
    await said(ZONE, '第1项正在推进');
    await said(ZONE, '第1项还没启动');
    await said(ZONE, '撤销');
    await said(ZONE, '撤销');
    expect(await said(ZONE, '算了')).toContain('没有撤销，没有改动');
    expect(await said(ZONE, '撤销')).toContain('进行中”，没有改动');
    expect(await said(ZONE, '确认')).toContain('恢复为待反馈');
  });

  test.each(['算了，不发了', '先不发了', '不用了', '算了'])(
    '%s drops what waits and never a change',
    async (text) => {
      await said(OFFICE, '暂停推送');
      await said(OFFICE, '把3月的任务再催一下');
      expect(await said(OFFICE, text)).toContain('没有发出');
      const again = await said(OFFICE, text);
      expect(again).toMatch(/没有等待确认的内容，没有改动|您好，我是工信助手/u);
      expect(await said(OFFICE, '暂停推送')).toContain('本来就是暂停');
      await said(OFFICE, '撤销');
    },
  );

  test('确认 written out carries out what was shown last', async () => {
    await said(OFFICE, '3月第3项期限改为3月20日');
    expect(await said(OFFICE, '确认')).toContain('3月20日');
    expect(await said(OFFICE, '撤销')).toContain('已撤销');
    await said(OFFICE, '把3月的任务再催一下');
    expect(await said(OFFICE, '确认')).toContain('发出提醒');
  });

  test('a day later asks first, naming the change and how old it is', async () => {
    await said(OFFICE, '暂停推送');
    await march.goTo('2026-03-11T10:00:00+08:00');
    const asked = await march.ask(OFFICE, '撤销');
    expect(textOf(asked)).toContain('9天前');
    expect(textOf(asked)).toContain('暂停推送');
    expect(await said(OFFICE, '暂停推送')).toContain('本来就是暂停');
    expect(await march.press(OFFICE, asked, '撤销')).toContain('已撤销：推送');
    await march.ask(OFFICE, '暂缓3月第3项');
    await march.goTo('2026-03-13T10:00:00+08:00');
    expect(await said(OFFICE, '撤销')).not.toContain('没有改动');
  });

  test('of what has been changed again since changes nothing, and says so', async () => {
    const first = await march.ask(OFFICE, '提醒时间改为9点半');
    await march.ask(OFFICE, '提醒时间改为10点');
    expect(await march.press(OFFICE, first, '撤销')).toContain('后来又有改动');
    expect(await said(OFFICE, '撤销')).toContain('9:30');
    const given = await march.ask(LIAISON, '转办 第3项 给 王五');
    await march.ask(LIAISON, '转办 第3项 给 李联络');
    expect(await march.press(LIAISON, given, '撤销')).toContain('后来又有改动');
    await march.press(LIAISON, march.find(LIAISON, '已转由李联络办理'), '撤销');
    expect(textOf(march.find(LIAISON, '经办：王五'))).toContain('开展规上企业走访');
  });

  test('of a leader’s instruction is that leader’s alone, of a registration the administrators’', async () => {
    const { db } = march.deps;
    const draft = await march.ask(LEADER, '批示：请开发区报一份说明，3月25日前');
    await march.press(LEADER, draft, '确认发送');
    const made = await db.select().from(changes);
    for (const kind of ['instruction-sent', 'bind-person']) {
      const change = made.findLast((c) => c.kind === kind && !c.undoneAt)?.id;
      const { messageId } = march.find(OFFICE, '已撤销');
      const value = { act: 'undo', change };
      const done = await march.sim.as(OFFICE).click(messageId, { tag: 'button', value });
      expect(done.toast?.content).toContain('只能撤销自己所作');
    }
    expect(await said(LEADER, '撤销')).toContain('已撤回批示件');
  });
});

test('撤销 after taps on one month card takes back the last of them only', async () => {
  const march = await startMarch();
  const { messageId, content } = march.cardOf(LIAISON);
  const taps = JSON.stringify(content).matchAll(/"value":(\{[^{}]*"status":"done"[^{}]*\})/gu);
  for (const [i, [, value = '']] of [...taps].slice(0, 3).entries()) {
    await march.goTo(`2026-03-0${2 + i}T10:30:00+08:00`);
    await march.sim.as(LIAISON).click(messageId, { tag: 'button', value: JSON.parse(value) });
  }
  expect(await march.summary()).toMatchObject({ noReport: 1 });
  const reply = textOf(await march.ask(LIAISON, '撤销'));
  expect(reply.match(/已撤销/gu)).toHaveLength(1);
  expect(await march.summary()).toMatchObject({ noReport: 2 });
  await march.close();
});
