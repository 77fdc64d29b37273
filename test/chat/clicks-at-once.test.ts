import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { reports } from '../../src/progress/tables.ts';
import { type County, startCounty } from '../support/county.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const TWO = ['ou_first', 'ou_second'];
const GROUP = 'oc_unit';

describe.skipIf(!hasPostgres)('two people before the same card, on Postgres', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = openPostgres((await freshPostgres()).url);
    const { db } = opened;
    const person = (openId: string) => ({ openId, name: openId, role: '', unit: '' });
    county = await startCounty({
      db,
      now: '2026-03-01T10:00:00+08:00',
      people: TWO.map(person),
      groups: [{ chatId: GROUP, name: '发改局', memberOpenIds: TWO }],
    });
    const tasks = Array.from({ length: 8 }, (_, i) => task(3, `第${i + 1}件事`, { seq: i + 1 }));
    await publish(db, '2026-01-05T10:00:00+08:00', tasks);
    for (const openId of TWO) await liaison(db, '发改局', { openId, name: openId });
    await county.goTo('2026-03-02T09:00:00+08:00');
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  test('who press at the same moment, and twice each, change the data once', async () => {
    const chats = TWO.map((openId) => county.sim.as(openId).chatId);
    const card = chats.flatMap((chat) => county.fromBot(chat))[0];
    if (card?.content.type !== 'card') throw new Error('no card');
    const key = /"key":"([^"]+)"/.exec(JSON.stringify(card.content.card))?.[1] ?? '';
    // The same card before both: forwarded into the unit's group by hand.
    const to = { type: 'chat_id', id: GROUP } as const;
    const shown = { type: 'card', card: card.content.card } as Parameters<
      County['deps']['feishu']['send']
    >[1];
    const { messageId } = await county.deps.feishu.send(to, shown, 'forwarded');
    for (let no = 1; no <= 8; no++) {
      const value = { act: 'report', key, no, status: 'done' };
      const presses = [...TWO, ...TWO].map((openId) =>
        county.sim.as(openId).click(messageId, { tag: 'button', value }),
      );
      for (const { toast } of await Promise.all(presses)) expect(toast?.type).toBe('success');
      expect(await opened.db.$count(reports)).toBe(no);
    }
  });
});
