import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDb, rowsOf } from '../../src/db/db.ts';
import { findBatchesOfMessage } from '../../src/progress/queries.ts';
import { findChat } from '../../src/units/chat-queries.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const LATE_MS = 150;
const GROUP = 'oc_bureau';
const LIAISON = 'ou_liaison';
const OTHER = 'ou_other';

/** What the platform could not deliver it pushes again 15 seconds to 6 hours later. */
describe('an event that arrives after newer ones', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T10:00:00+08:00',
      people: [LIAISON, OTHER].map((openId) => ({ openId, name: openId, role: '', unit: '' })),
      groups: [{ chatId: GROUP, name: '工作群', memberOpenIds: [LIAISON, OTHER] }],
    });
    await publish(opened.db, '2026-02-10T10:00:00+08:00', [task(3, '举办产销对接会')]);
    for (const openId of [LIAISON, OTHER])
      await liaison(opened.db, '发改局', { openId, name: openId });
    await county.goTo('2026-03-02T10:00:00+08:00');
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  /** The first event of this type comes late, the others at once; `acts` happen a second after each other. */
  async function withLate(type: string, acts: (() => unknown)[]) {
    let isFirst = true;
    county.sim.faults.travel((t) => {
      const late = t === type && isFirst;
      if (t === type) isFirst = false;
      return late ? { delayMs: LATE_MS } : undefined;
    });
    for (const act of acts) {
      act();
      county.clock.set(new Date(county.clock.now().getTime() + 1_000));
    }
    await new Promise((done) => setTimeout(done, LATE_MS / 2));
    await county.app.work();
    county.sim.faults.travel(undefined);
    await county.settle();
  }

  test('a report that was recalled before it came is not taken', async () => {
    let id = '';
    const me = county.sim.as(LIAISON);
    const before = county.fromBot(me.chatId).length;
    await withLate('im.message.receive_v1', [
      () => {
        id = me.send('产销对接会已完成');
      },
      () => me.recall(id),
    ]);
    expect(await findBatchesOfMessage(opened.db, id)).toEqual([]);
    expect(county.fromBot(me.chatId)).toHaveLength(before);
  });

  test('an answer to a message whose id the platform has not told yet waits for it', async () => {
    const me = county.sim.as(LIAISON);
    county.sim.faults.next('POST /open-apis/im/v1/messages/:message_id/reply', {
      kind: 'answer-lost',
    });
    const before = county.fromBot(me.chatId).length;
    me.send('帮助');
    const shown = await county.sim.waitFor(() => county.fromBot(me.chatId)[before], 60_000);
    const id = me.send({ text: '产销对接会正在推进', under: shown.messageId });
    const heard = async () => {
      await county.settle();
      return county.fromBot(me.chatId).slice(before).map(textOf).join();
    };
    await expect.poll(heard, { interval: 500, timeout: 60_000 }).toContain('已记录');
    const tries = await opened.db.execute(
      sql`select attempts from inbox where key = ${`message:${id}`}`,
    );
    expect(rowsOf<{ attempts: number }>(tries)[0]?.attempts).toBeGreaterThan(1);
    await county.ask(LIAISON, '撤销');
  });

  test('that the bot left a group does not count once it is back', async () => {
    const me = county.sim.as(LIAISON);
    await withLate('im.chat.member.bot.deleted_v1', [
      () => me.removeBot(GROUP),
      () => me.addBot(GROUP),
    ]);
    expect(await findChat(opened.db, GROUP)).toMatchObject({ active: true });
  });

  test('that an account was frozen does not count once it is usable again', async () => {
    await withLate('contact.user.updated_v3', [
      () => county.sim.setAccount(OTHER, 'frozen'),
      () => county.sim.setAccount(OTHER, 'active'),
    ]);
    expect(await findPersonByOpenId(opened.db, OTHER)).toMatchObject({ unreachable: null });
  });
});
