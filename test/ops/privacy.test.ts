import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../../src/audit/verify.ts';
import { backupLines } from '../../src/backup/lines.ts';
import { command as eraseCommand } from '../../src/commands/person-erase.ts';
import { command as exportCommand } from '../../src/commands/person-export.ts';
import { rowsOf } from '../../src/db/db.ts';
import { PLACES } from '../../src/privacy/places.ts';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import { COLLEAGUE, LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

describeOnBoth('the data of one person', ({ db }) => {
  let march: March;

  beforeAll(async () => {
    march = await startMarch({ db: db() });
    const ask = async (who: string, text: string) => textOf(await march.ask(who, text));
    await ask(LIAISON, '第1项已完成，到会银行十二家');
    await ask(LIAISON, '第2项进行中，钢构吊装到三层');
    await ask(LIAISON, `第3项进行中，走访清单*甲类*已报${'，另行走访的企业逐户登记'.repeat(12)}`);
    await ask(LIAISON, '投诉建议：提醒发得太早');
    await ask(LIAISON, '天上的云怎么补贴');
    await ask(OFFICE, '投诉建议清单');
    expect(await ask(COLLEAGUE, '我的任务')).toContain('走访清单');
    await ask(LEADER, '3月进度');
  });
  afterAll(() => march.close());

  const everything = async () => {
    let text = '';
    await db().transaction(async (tx) => {
      for await (const piece of backupLines(tx, new Date(0))) text += piece;
    });
    return text;
  };
  const WORDS = [
    '走访清单',
    '另行走访',
    '到会银行十二家',
    '钢构吊装到三层',
    '提醒发得太早',
    '天上的云',
  ];

  test('all that is kept of somebody can be handed to them', async () => {
    const { out } = await march.run(exportCommand, [LIAISON]);
    const found: Record<string, unknown[]> = JSON.parse(out);
    expect(found.people).toMatchObject([{ openId: LIAISON, name: '李联络' }]);
    expect(found.reports?.length).toBeGreaterThanOrEqual(2);
    expect(found.complaints).toHaveLength(1);
    for (const words of WORDS) expect(out).toContain(words);
    expect(out).not.toContain('周县长');
  });

  test('no table that names a person is left out', async () => {
    const rows = rowsOf<{ table_name: string }>(
      await db().execute(sql`
        select distinct table_name from information_schema.columns
        where table_schema = 'public'
          and column_name ~ '(By|[pP]ersonId|[oO]penId|leaderId|^actor)$'
          -- Cards that a later card stands for.
          and not (table_name = 'reminder_cards' and column_name = 'replacedBy')`),
    );
    const known = new Set(PLACES.map((p) => p.table));
    expect(rows.map((r) => r.table_name).filter((t) => !known.has(t))).toEqual([]);
  });

  test('nothing happens without --yes, or to somebody who is not known', async () => {
    const before = await everything();
    expect((await march.run(eraseCommand, [LIAISON])).err).toContain('没有改动');
    expect((await march.run(eraseCommand, ['ou_nobody', '--yes'])).code).toBe(1);
    expect(await everything()).toBe(before);
  });

  test('somebody erased is nowhere: no name, no id of Feishu, no word; the figures and the chain stay', async () => {
    const figures = await march.summary();
    const { code } = await march.run(eraseCommand, [LIAISON, '--yes']);
    expect(code).toBe(0);
    const text = await everything();
    for (const words of [...WORDS, '李联络', LIAISON]) {
      const at = text.indexOf(words);
      expect(at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100)).toBe('');
    }
    expect(text).toContain('已依规删除');
    const { asOf: _, ...now } = await march.summary();
    const { asOf: __, ...then } = figures;
    expect(now).toEqual(then);
    const report = await verifyAudit(db());
    expect(report.faults).toEqual([]);
    expect(report.erased).toBeGreaterThan(0);
  });

  test('the county goes on, and the person may begin anew as a stranger', async () => {
    expect(textOf(await march.ask(OFFICE, '3月进度'))).toContain('已完成 1 项');
    expect(textOf(await march.ask(LIAISON, '3月进度'))).toContain('还没有登记');
    expect((await march.run(eraseCommand, [LIAISON, '--yes'])).code).toBe(0);
    expect((await verifyAudit(db())).faults).toEqual([]);
  });
});
