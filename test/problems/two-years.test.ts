import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

/** Problems and instructions are numbered anew each year; those of the old year live on under their numbers. */
describe('a number that is borne twice after New Year', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    const { db } = march.deps;
    await march.ask(LIAISON, '第2项卡在用地指标');
    await march.ask(LEADER, '批示：请科技经信局抓紧落实用地，3月底前报结果');
    await march.ask(LEADER, '确认');
    await db.execute(sql`update problems set year = 2025`);
    await db.execute(sql`update instructions set year = 2025`);
    await march.ask(LIAISON, '第3项卡在企业不配合');
    await march.ask(LEADER, '批示：请开发区加快招商，3月底前报结果');
    await march.ask(LEADER, '确认');
  });
  afterAll(() => march.close());

  test('is shown with the year where that is not the present one', async () => {
    const list = textOf(await march.ask(OFFICE, '问题清单'));
    expect(list).toContain('**2025-1.** 卡在用地指标');
    expect(list).toContain('**1.** 卡在企业不配合');
    const papers = textOf(await march.ask(OFFICE, '批示件'));
    expect(papers).toContain('**2025-1.** “请科技经信局');
    expect(papers).toContain('**1.** “请开发区');
  });

  test.each(['问题1已解决', '问题1 由财政局负责，4月底前解决'])(
    '%s changes nothing, and asks for the year',
    async (text) => {
      const reply = textOf(await march.ask(OFFICE, text));
      expect(reply).toContain('没有改动');
      expect(reply).toContain('2025-1：卡在用地指标');
      expect(reply).toContain('2026-1：卡在企业不配合');
      expect(reply).toContain('“问题2025-1已解决”');
    },
  );

  test.each(['批示1办结', '批示1办理情况：已约谈企业'])('so does %s', async (text) => {
    const reply = textOf(await march.ask(OFFICE, text));
    expect(reply).toContain('没有改动');
    expect(reply).toContain('2025-1：“请科技经信局抓紧落实用地');
    expect(reply).toContain('2026-1：“请开发区加快招商');
  });

  test('is clear to who has to do with one of them only', async () => {
    const reply = textOf(await march.ask(ZONE, '批示1办理情况：已走访3家企业'));
    expect(reply).toContain('批示件第 1 号的办理情况已报送');
  });

  test.each(['去年问题1已解决', '问题2025-1已解决', '2025年问题1销号', '销号2025年问题1'])(
    '%s strikes off the old one, and says which',
    async (text) => {
      const reply = await march.ask(OFFICE, text);
      expect(textOf(reply)).toContain('第 2025-1 号“卡在用地指标');
      await march.press(OFFICE, reply, '撤销');
    },
  );

  test.each(['去年的批示1办结', '批示2025-1办结', '2025年批示1办结'])(
    '%s closes the old one, and says which',
    async (text) => {
      const reply = await march.ask(OFFICE, text);
      expect(textOf(reply)).toContain('批示件第 2025-1 号已办结');
      await march.press(OFFICE, reply, '撤销');
    },
  );

  test('needs no year any more once the old one is settled', async () => {
    await march.ask(OFFICE, '今年问题1 由财政局负责，4月底前解决');
    await march.ask(OFFICE, '去年问题1已解决');
    expect(textOf(await march.ask(OFFICE, '问题1已解决'))).toContain('第 1 号“卡在企业不配合');
  });
});
