import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { SEND_PLAN } from '../../src/outbox/send.ts';
import { findChat } from '../../src/units/chat-queries.ts';
import { ensureAdmins } from '../../src/units/ensure-admins.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { age } from '../support/rows.ts';

const OFFICE = 'ou_office';
const LI = 'ou_li';
const GROUP = 'oc_group';

describe('what cannot be sent', () => {
  let opened: OpenDb;
  let county: County;
  let n = 0;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T10:00:00+08:00',
      people: [OFFICE, LI].map((openId) => ({ openId, name: openId, role: '', unit: '' })),
      groups: [{ chatId: GROUP, name: '工作群', memberOpenIds: [OFFICE, LI] }],
      admins: [OFFICE],
    });
    await ensureAdmins(county.deps);
    await county.ask(OFFICE, '你好');
    await county.ask(LI, '你好');
    await county.ask(LI, '你好', GROUP);
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  const say = (to: { type: 'open_id' | 'chat_id'; id: string }) =>
    enqueue(opened.db, {
      key: `said:${++n}`,
      to,
      content: { type: 'text', text: '请查收' },
      purpose: 'push',
    });
  const toldOffice = (part: string) =>
    county
      .fromBot(county.sim.as(OFFICE).chatId)
      .map(textOf)
      .filter((t) => t.includes(part));

  test('while sending is stopped for hours, the office is not told anew every ten minutes', async () => {
    county.sim.faults.choose((endpoint) =>
      endpoint.startsWith('POST /open-apis/im')
        ? { kind: 'answer', status: 429, code: 99991403, msg: 'quota' }
        : undefined,
    );
    await say({ type: 'open_id', id: LI });
    for (let tries = 0; tries < 12; tries++) {
      await county.app.work();
      await age(opened.db, 'send_rate', SEND_PLAN.stopMs);
      await age(opened.db, 'outbox', SEND_PLAN.stopMs);
    }
    county.sim.faults.choose(undefined);
    await county.settle();
    expect(toldOffice('消息发送已暂停')).toHaveLength(1);
  });

  test('who turned the bot off and writes to it again is written to again', async () => {
    county.sim.faults.refuse(LI, 230053);
    await say({ type: 'open_id', id: LI });
    await county.settle();
    county.sim.faults.refuse(LI, undefined);
    expect((await findPersonByOpenId(opened.db, LI))?.unreachable).toBeTruthy();
    await county.ask(LI, '帮助');
    expect(await findPersonByOpenId(opened.db, LI)).toMatchObject({ unreachable: null });
  });

  test('a group that the bot was put out of is known again as soon as somebody there speaks to it', async () => {
    county.sim.faults.refuse(GROUP, 230002);
    await say({ type: 'chat_id', id: GROUP });
    await county.settle();
    county.sim.faults.refuse(GROUP, undefined);
    expect(await findChat(opened.db, GROUP)).toMatchObject({ active: false });
    await county.ask(LI, '帮助', GROUP);
    expect(await findChat(opened.db, GROUP)).toMatchObject({ active: true, name: '工作群' });
  });

  test('the office hears each time that a group cannot be reached any more', async () => {
    const before = toldOffice('不能送达').length;
    expect(before).toBeGreaterThan(0);
    await county.goTo('2026-04-02T10:00:00+08:00');
    county.sim.faults.refuse(GROUP, 230002);
    await say({ type: 'chat_id', id: GROUP });
    await county.settle();
    county.sim.faults.refuse(GROUP, undefined);
    expect(toldOffice('不能送达')).toHaveLength(before + 1);
  });

  test('a file that takes long to read does not hold up the answer to somebody else', async () => {
    const slow = 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key';
    county.sim.faults.next(slow, { kind: 'delay', ms: 6_000 });
    const office = county.sim.as(OFFICE);
    const li = county.sim.as(LI);
    const [sent, answered] = [office, li].map((p) => county.fromBot(p.chatId).length);
    office.send({ file: { name: '通知.txt', bytes: new TextEncoder().encode('关于开会的通知') } });
    await county.sim.idle();
    li.send('帮助');
    await county.sim.waitFor(() => county.fromBot(li.chatId)[answered ?? 0], 30_000);
    expect(county.fromBot(office.chatId)).toHaveLength(sent ?? 0);
    await county.settle();
    expect(county.fromBot(office.chatId).length).toBeGreaterThan(sent ?? 0);
  });
});
