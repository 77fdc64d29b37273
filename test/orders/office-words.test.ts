import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, OUTSIDER, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

describe('what the office writes into the chat', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));

  test.each(['暂缓提醒', '先把提醒缓一缓', '推迟发送月度任务卡片'])(
    '%s offers to hold the next cards, and sends nothing',
    async (text) => {
      const card = await march.ask(OFFICE, text);
      expect(textOf(card)).toContain('暂缓4月提醒');
      expect(textOf(card)).toContain('暂停推送');
      expect(textOf(card)).not.toContain('确认发送');
    },
  );

  test.each([
    ['4月的提醒都停一停', '暂缓4月提醒'],
    ['先别催了', '暂停推送'],
    ['别催财政局', '不能只对财政局停发提醒'],
  ])('%s asks what to hold; nothing is sent, nothing paused', async (text, offered) => {
    const card = textOf(await march.ask(OFFICE, text));
    expect(card).toContain(offered);
    expect(card).toContain('目前没有改动');
    expect(card).not.toContain('确认发送');
  });

  test('下月提醒暂缓 holds the cards of that month', async () => {
    expect(await said(OFFICE, '下月提醒先暂缓')).toContain('4月');
    expect(await said(OFFICE, '撤销')).toContain('已撤销：4月提醒由“暂缓”恢复为“照常发送”');
  });

  test('days written line by line are kept like those of a file, and every notice follows', async () => {
    expect(await said(OFFICE, '放假安排')).toContain('已知至 2026 年');
    const part = await said(OFFICE, '2027-01-01 休\n2027-02-20 班');
    expect(part).toContain('放假 1 天，调休上班 1 天');
    expect(part).toContain('还没有春节');
    expect(await said(OFFICE, '放假安排')).toContain('已知至 2026 年');
    await march.ask(
      OFFICE,
      '2027年2月5日至11日 放假\n2027-04-05 休 清明\n2027-05-01 休；2027-06-09 休\n2027-09-15 休\n2027-10-01 休',
    );
    expect(await said(OFFICE, '放假安排')).toContain('已知至 2027 年');
    expect(await said(OFFICE, '提醒预览')).toContain('已知至 2027 年');
    expect(await said(OFFICE, '2028-02-30 休\n2028-01-01 休')).toContain('整份没有存入');
    expect(await said(LIAISON, '2028-01-01 休')).not.toContain('已存入');
  });

  test('a file without readable text is refused in one line', async () => {
    const noise = (n: number) => Array.from({ length: n }, (_, i) => 33 + ((i * 7919) % 94));
    for (const bytes of [utf8('x'.repeat(400_000)), Uint8Array.from(noise(300_000))]) {
      const reply = textOf(await march.sendFile(OFFICE, { name: '材料.txt', bytes }));
      expect(reply).toContain('没有读到成句的文字');
      expect(reply).not.toContain('入库');
    }
  });

  test('whoever recalls a report hears in private that it is withdrawn', async () => {
    const chat = march.sim.as(LIAISON);
    const messageId = chat.send('第1项已完成');
    await march.settle();
    expect(await march.summary()).toMatchObject({ done: 1 });
    chat.recall(messageId);
    await march.settle();
    expect(await march.summary()).toMatchObject({ done: 0 });
    expect(march.inbox(LIAISON).at(-1)).toContain('反馈已随之撤回');
    expect(march.inbox(LIAISON).at(-1)).toContain('召开银企对接会');
  });
});

describe('what is written under a 批示', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(LEADER, '批示：请科技经信局抓紧对接企业，3月20日前报我');
    await march.ask(LEADER, '确认');
  });
  afterAll(() => march.close());
  /** Waits for what the platform's pace holds back. */
  const reached = async (who: string, text: string) => {
    for (let round = 0; round < 50 && !march.inbox(who).some((m) => m.includes(text)); round++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await march.settle();
    }
    expect(march.inbox(who).some((m) => m.includes(text))).toBe(true);
  };
  const under = async (who: string, card: string, text: string) => {
    march.sim.as(who).send({ text, under: march.find(who, card).messageId });
    await march.settle();
    return march.inbox(who).at(-1) ?? '';
  };

  test.each([
    '我局已通知各企业抓紧上报，下周汇总',
    '没什么困难，按期完成',
    '企业反映贷款难，已协调农商行，哪怕有困难也能完成',
    '第1项已完成，正在准备材料',
    '已补充新增任务并催办',
  ])('%s is its answer and reaches the leader word for word', async (text) => {
    expect(await under(LIAISON, '领导批示（第 1 号）', text)).toContain('已报送批示领导');
    await reached(LEADER, text);
  });

  test('a word more under the confirmation is an answer too, and no report on a task', async () => {
    const before = await march.summary();
    expect(await under(LIAISON, '已报送批示领导', '补充：新增走访1家')).toContain('已报送批示领导');
    await reached(LEADER, '补充：新增走访1家');
    expect(await march.summary()).toEqual({ ...before, asOf: expect.anything() });
  });

  test('the office passes on what it knows; its orders stay orders', async () => {
    const card = '领导批示（第 1 号）';
    expect(await under(OFFICE, card, '已电话督促科技经信局，本周报送')).toContain('已报送批示领导');
    await reached(LEADER, '已电话督促');
    expect(await under(OFFICE, card, '把科技经信局3月的任务再催一下')).toContain('确认发送');
    expect(await under(OFFICE, card, '撤销')).not.toContain('已报送');
  });
});

describe('a firm and whoever is of no unit', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));

  test('files a matter, with a number and a working day, and is answered as written', async () => {
    const receipt = await said(OUTSIDER, '企业诉求：用电容量不足，请协调增容。');
    expect(receipt).toContain('编号 1');
    expect(receipt).toContain('3月9日');
    expect(march.inbox(OFFICE).at(-1)).toContain('（何企业）：用电容量不足，请协调增容。');
    expect(await said(OFFICE, '企业诉求清单')).toContain('待答复，3月9日 前');
    expect(await said(LIAISON, '企业诉求清单')).not.toContain('增容');
    await said(OFFICE, '答复企业诉求1：已联系供电公司，3月10日前上门。');
    expect(march.inbox(OUTSIDER).at(-1)).toContain('已联系供电公司，3月10日前上门。');
    expect(await said(OFFICE, '投诉建议清单')).toContain('目前没有投诉建议');
  });

  test.each(['高企认定奖励多少', '我公司去年营收两千万，入规奖多少', '技改项目怎么申报'])(
    '%s goes to the documents',
    async (text) => {
      const reply = await said(OUTSIDER, text);
      expect(reply).toContain('文件中未找到');
      expect(reply).not.toContain('还没有登记到单位');
    },
  );

  test.each([
    ['发通报', '通报由有权限的人员'],
    ['给没完成的单位发个通报', '通报由有权限的人员'],
    ['对开发区通报批评', '通报由有权限的人员'],
    ['约谈财政局', '约谈、问责'],
    ['删除这个计划', '不能整份删除'],
    ['把今年的计划删掉', '不能整份删除'],
    ['清空工作计划', '不能整份删除'],
  ])('%s is answered with what can be done', async (text, answer) => {
    expect(await said(OFFICE, text)).toContain(answer);
  });
});
