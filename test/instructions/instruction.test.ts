import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import {
  COLLEAGUE,
  LEADER,
  LIAISON,
  type March,
  OFFICE,
  startMarch,
  ZONE,
} from '../support/march.ts';

describeOnBoth('批示', (database) => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch({ db: database.db() });
  });
  afterAll(() => march.close());

  const heard = (openId: string, text: string) =>
    march.inbox(openId).filter((m) => m.includes(text));

  test('is shown to the leader with whom it goes to, and goes to nobody before 确认', async () => {
    const draft = textOf(
      await march.ask(LEADER, '批示：请科技经信局抓紧对接 <b>企业</b>，3月6日前报我'),
    );
    expect(draft).toContain('批示（待您确认）');
    expect(draft).toContain('送：科技经信局');
    expect(draft).toContain('3月6日前');
    expect(draft).not.toContain('<b>');
    expect(heard(LIAISON, '领导批示')).toHaveLength(0);
    expect(heard(OFFICE, '领导批示')).toHaveLength(0);
  });

  test('goes verbatim and once, however often it is confirmed', async () => {
    const card = march.find(LEADER, '批示（待您确认）');
    expect(await march.press(LEADER, card, '确认发送')).toContain('批示件第 1 号');
    await march.press(LEADER, card, '确认发送').catch(() => '');
    await march.ask(LEADER, '确认');
    expect(heard(LIAISON, '领导批示（第 1 号）')).toHaveLength(1);
    expect(heard(LIAISON, '请科技经信局抓紧对接')[0]).toContain('&lt;b&#62;企业');
    expect(heard(OFFICE, '领导批示（第 1 号）')).toHaveLength(1);
    expect(heard(ZONE, '领导批示')).toHaveLength(0);
  });

  test('收到 under it is no answer', async () => {
    const card = march.find(LIAISON, '领导批示（第 1 号）');
    march.sim.as(LIAISON).send({ text: '收到', under: card.messageId });
    await march.settle();
    expect(heard(LIAISON, '已签收')).toHaveLength(1);
    expect(heard(LEADER, '办理情况：')).toHaveLength(0);
  });

  test('is asked after once before its day, in private, while it is not answered', async () => {
    await march.goTo('2026-03-03T09:10:00+08:00');
    await march.goTo('2026-03-03T09:11:00+08:00');
    await march.goTo('2026-03-04T09:10:00+08:00');
    expect(heard(LIAISON, '批示件第 1 号将于')).toHaveLength(1);
    expect(heard(OFFICE, '批示件第 1 号将于')).toHaveLength(0);
  });

  test('what the unit answers comes back under the leader’s own message', async () => {
    const card = march.find(LIAISON, '领导批示（第 1 号）');
    march.sim.as(LIAISON).send({ text: '已走访企业三家，正在起草方案', under: card.messageId });
    await march.settle();
    const back = march.find(LEADER, '批示件第 1 号办理情况');
    expect(textOf(back)).toContain('已走访企业三家，正在起草方案');
    const asked = march.sim
      .messages(march.sim.as(LEADER).chatId)
      .find((m) => textOf(m).startsWith('批示：请科技经信局抓紧对接'));
    expect(back.parentId).toBe(asked?.messageId);
    expect(heard(OFFICE, '已走访企业三家')).toHaveLength(1);
    await march.goTo('2026-03-06T09:10:00+08:00');
    expect(heard(LIAISON, '批示件第 1 号今日到期')).toHaveLength(0);
  });

  test('another unit cannot answer it', async () => {
    expect(textOf(await march.ask(ZONE, '批示1办理情况：我们来办'))).toContain('不由您的单位办理');
  });

  test('an answer can be taken back, and the leader hears so', async () => {
    const asked = await march.ask(LIAISON, '撤销');
    expect(textOf(asked)).toContain('（3月4日）的“批示办理情况”');
    expect(await march.press(LIAISON, asked, '撤销')).toContain('已撤回批示件第 1 号的办理情况');
    expect(heard(LEADER, '撤回了批示件第 1 号')).toHaveLength(1);
  });

  test('the list says what is late without being told', async () => {
    await march.goTo('2026-03-09T10:00:00+08:00');
    const list = textOf(await march.ask(LEADER, '批示件办理情况'));
    expect(list).toContain('超过期限待报 1 件');
    expect(textOf(await march.ask(OFFICE, '批示件'))).toContain('超过期限，待报');
    expect(textOf(await march.ask(ZONE, '批示件'))).toContain('没有办理中的批示件');
  });

  test('is closed by the leader, and that can be undone', async () => {
    expect(textOf(await march.ask(LEADER, '批示1办结'))).toContain('已办结');
    expect(textOf(await march.ask(LEADER, '撤销'))).toContain('恢复为办理中');
  });

  test('without a date asks for one', async () => {
    const draft = await march.ask(LEADER, '批示：请开发区加快厂房建设');
    expect(textOf(draft)).toContain('请选择办理期限');
    expect(textOf(await march.ask(LEADER, '确认'))).toContain('请先在卡片上选择期限');
    expect(textOf(await march.ask(LEADER, '本月底前'))).toContain('办理期限：3月31日前');
    expect(heard(ZONE, '请开发区加快厂房建设')).toHaveLength(0);
    expect(textOf(await march.ask(LEADER, '确认'))).toContain('批示件第 2 号已送开发区');
    expect(heard(ZONE, '请开发区加快厂房建设')).toHaveLength(1);
  });

  test('can be dropped before it is sent', async () => {
    const draft = await march.ask(LEADER, '批示：请财政局核实，明天报');
    expect(await march.press(LEADER, draft, '不发送')).toContain('没有发出');
    expect(heard(OFFICE, '请财政局核实')).toHaveLength(0);
  });

  test('taken back after sending, everybody who got it is told', async () => {
    await march.ask(LEADER, '批示：请开发区报一份说明，3月20日前');
    await march.ask(LEADER, '确认');
    expect(textOf(await march.ask(LEADER, '撤销'))).toContain('已撤回批示件第 3 号');
    expect(heard(ZONE, '领导已撤回批示件第 3 号')).toHaveLength(1);
    expect(heard(OFFICE, '领导已撤回批示件第 3 号')).toHaveLength(1);
  });

  test('an order under a summary or under a task’s card needs no 批示', async () => {
    const summary = await march.ask(LEADER, '3月进度');
    march.sim
      .as(LEADER)
      .send({ text: '请开发区抓紧招商活动筹备，本周内报方案', under: summary.messageId });
    await march.settle();
    expect(textOf(march.find(LEADER, '批示（待您确认）'))).toContain('送：开发区');
    const list = await march.ask(LEADER, '科技经信局3月任务');
    await march.press(LEADER, list, '查看');
    const task = march.find(LEADER, '事项详情');
    march.sim.as(LEADER).send({ text: '要加快，月底前必须见效', under: task.messageId });
    await march.settle();
    const draft = textOf(march.find(LEADER, '要加快'));
    expect(draft).toContain('针对事项');
    expect(draft).toContain('科技经信局');
  });

  test('only a leader gives one, and only in private', async () => {
    for (const who of [OFFICE, LIAISON])
      expect(textOf(await march.ask(who, '批示：请财政局抓紧'))).toContain('批示由领导作出');
  });

  test('offers no day on which the county rests', async () => {
    await march.ask(OFFICE, '2026-03-12 休\n2026-03-13 休');
    const draft = textOf(await march.ask(LEADER, '批示：请科技经信局尽快研究'));
    expect(draft).toContain('3月11日');
    expect(draft).not.toContain('3月13日');
  });

  test('reaches a unit whose main liaison is out of reach by its deputy', async () => {
    await march.ask(OFFICE, '设置 王五 为 开发区 副联络员');
    march.sim.setAccount(ZONE, 'frozen');
    await march.settle();
    await march.ask(LEADER, '批示：请开发区3月20日前报我');
    const draft = march.find(LEADER, '请开发区3月20日前报我');
    expect(textOf(draft)).not.toContain('没有登记联络员');
    await march.press(LEADER, draft, '确认发送');
    expect(heard(COLLEAGUE, '请开发区3月20日前报我')).toHaveLength(1);
  });
});

describeOnBoth('关注', (database) => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch({ db: database.db() });
  });
  afterAll(() => march.close());
  const heard = (openId: string, text: string) =>
    march.inbox(openId).filter((m) => m.includes(text));

  test('tells the lead and the office, politely, and once', async () => {
    await march.ask(LEADER, '科技经信局3月任务');
    expect(textOf(await march.ask(LEADER, '关注第2项'))).toContain('已关注“完成标准厂房主体工程”');
    expect(textOf(await march.ask(LEADER, '关注标准厂房那项'))).toContain('已在您的关注中');
    expect(heard(LIAISON, '领导关注贵单位牵头的“完成标准厂房主体工程”')).toHaveLength(1);
    expect(heard(OFFICE, '周县长关注')).toHaveLength(1);
    expect(heard(ZONE, '关注')).toHaveLength(0);
  });

  test('a number means what stands beside it, also where a list does not begin with 1', async () => {
    await march.ask(LIAISON, '第1项已完成');
    const list = textOf(await march.ask(LEADER, '科技经信局3月还有哪些没完成'));
    expect(list).not.toContain('召开银企对接会');
    const followed = textOf(await march.ask(LEADER, '关注第3项'));
    expect(followed).toContain('已关注“开展规上企业走访”');
    await march.ask(LEADER, '取消关注第3项');
    await march.ask(LIAISON, '撤销');
  });

  test('the next report on it comes to the leader, until that is ended', async () => {
    await march.ask(LIAISON, '第2项正在推进，主体已封顶');
    expect(heard(LEADER, '您关注的“完成标准厂房主体工程”有新的反馈')).toHaveLength(1);
    await march.ask(LIAISON, '第3项已完成');
    expect(heard(LEADER, '您关注的')).toHaveLength(1);
    expect(textOf(await march.ask(LEADER, '我关注的事项'))).toContain('标准厂房');
    expect(textOf(await march.ask(LEADER, '取消关注标准厂房那项'))).toContain('已取消关注');
    await march.ask(LIAISON, '第2项已完成');
    expect(heard(LEADER, '您关注的')).toHaveLength(1);
  });
});
