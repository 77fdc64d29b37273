import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { command as unitBind } from '../../src/commands/unit-bind.ts';
import { SUCCESSOR, startMarch } from '../support/march.ts';

test('a binding that breaks off before its card is written leaves nothing, and done again it brings the card', async () => {
  const march = await startMarch();
  const { db } = march.deps;
  await march.goTo('2026-04-01T09:00:00+08:00');
  await db.execute(sql`
    create function full_disk() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`);
  await db.execute(
    sql`create trigger full_disk before insert on outbox for each row execute function full_disk()`,
  );
  const bind = () =>
    march.run(unitBind, ['财政局', '--person', SUCCESSOR, '--role', 'liaison', '--name', '赵接任']);
  await expect(bind()).rejects.toThrow();
  await db.execute(sql`drop trigger full_disk on outbox`);
  expect((await bind()).out).toContain('已将 赵接任 登记为 财政局 联络员');
  expect(march.inbox(SUCCESSOR).join()).toContain('举办科技成果对接活动');
  await march.close();
});
