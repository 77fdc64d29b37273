import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

describe('what the office writes into the chat', () => {
  let opened: OpenDb;
  let march: March;
  beforeAll(async () => {
    opened = await freshPglite();
    march = await startMarch(opened.db);
  });
  afterAll(async () => {
    await march.close();
    await opened.close();
  });
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
