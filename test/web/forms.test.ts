import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { claimMessages, findMessage, giveUp } from '../../src/outbox/queries.ts';
import { grantRole, upsertPerson } from '../../src/units/people-queries.ts';
import {
  ADMIN,
  csrfOf,
  type Dashboard,
  LEADER,
  newVisitor,
  OFFICE,
  openEmpty,
  type Visitor,
} from './support.ts';

let county: Dashboard;
let office: Visitor;
let turn = 0;

beforeAll(async () => {
  county = await openEmpty('2026-03-02T09:00:00+08:00');
  for (const [openId, name, role] of [
    [OFFICE, '沈若溪', 'office'],
    [ADMIN, '管理专员', 'admin'],
    [LEADER, '顾怀瑾', 'leader'],
  ] as const) {
    const person = await upsertPerson(county.deps.db, { id: `p-${role}`, openId, name });
    await grantRole(county.deps.db, person.id, role);
  }
  office = newVisitor(county.url);
  await office.login(OFFICE);
});
afterAll(() => county.stop());

let key: string;
beforeEach(() => {
  key = `stuck-${turn++}`;
});

/** A message that was given up. */
async function stuck(state: 'dead' | 'uncertain', code: number | undefined): Promise<void> {
  const { db } = county.deps;
  await enqueue(db, {
    key,
    to: { type: 'open_id', id: LEADER },
    content: { type: 'text', text: `第${turn}号消息的内容` },
    purpose: 'answer',
  });
  const claimed = await claimMessages(db, {
    limit: 100,
    leaseMs: 60_000,
    now: county.deps.now(),
    holdPushes: false,
  });
  for (const row of claimed) await giveUp(db, row, { state, reason: 'for the log', code });
}

const stateOf = async () => (await findMessage(county.deps.db, key))?.state;
const decide = async (visitor: Visitor, what: string, csrf: string, claims = '1') =>
  visitor.post(`/undelivered/${what}`, { key, csrf, claims });

describe('messages that did not arrive', () => {
  test('are shown with recipient, a reason for people, and what they said', async () => {
    await stuck('dead', 230013);
    const page = await office.read('/undelivered');
    expect(page).toContain('顾怀瑾');
    expect(page).toContain('不在应用可用范围');
    expect(page).toContain(`第${turn}号消息的内容`);
    expect(page).not.toContain('for the log');
  });

  test('are shown to an administrator without what they said', async () => {
    await stuck('dead', 230013);
    const admin = newVisitor(county.url);
    await admin.login(ADMIN);
    const page = await admin.read('/undelivered');
    expect(page).toContain('顾怀瑾');
    expect(page).not.toContain('消息的内容');
  });

  test('are sent again at the office’s word', async () => {
    await stuck('dead', 230013);
    const answer = await decide(office, 'resend', csrfOf(await office.read('/undelivered')));
    expect(await answer.text()).toContain('已放回发送队列');
    await county.settle();
    await county.app.work();
    expect(await stateOf()).toBe('sent');
    expect(county.fromBot(county.sim.as(LEADER).chatId).at(-1)?.content).toMatchObject({
      text: `第${turn}号消息的内容`,
    });
  });

  test('that arrived after all are taken off the list', async () => {
    await stuck('uncertain', undefined);
    const csrf = csrfOf(await office.read('/undelivered'));
    // A page from before the message got stuck this time.
    expect(await (await decide(office, 'confirm', csrf, '0')).text()).toContain('没有重复操作');
    expect(await (await decide(office, 'confirm', csrf)).text()).toContain('已记为送达');
    expect(await stateOf()).toBe('sent');
    expect(await (await decide(office, 'confirm', csrf)).text()).toContain('没有重复操作');
  });
});

describe('a form that is not our own changes nothing', () => {
  test.each([
    ['without a token', async () => ''],
    ['with a guessed token', async () => 'b2f4f0c6-6c1e-4a57-9d8a-0a2f5c1f7d11'],
    [
      'with the token of somebody else',
      async () => {
        const admin = newVisitor(county.url);
        await admin.login(ADMIN);
        return csrfOf(await admin.read('/people'));
      },
    ],
  ])('%s', async (_, token) => {
    await stuck('dead', 230013);
    expect((await decide(office, 'resend', await token())).status).toBe(403);
    expect(await stateOf()).toBe('dead');
  });

  test('by a link', async () => {
    await stuck('dead', 230013);
    const csrf = csrfOf(await office.read('/undelivered'));
    const answer = await office.get(`/undelivered/resend?key=${key}&csrf=${csrf}`);
    expect(answer.status).toBe(404);
    expect(await stateOf()).toBe('dead');
  });

  test('without a session, or with that of a leader, who has no say in it', async () => {
    await stuck('dead', 230013);
    const nobody = newVisitor(county.url);
    expect((await decide(nobody, 'resend', '')).status).toBe(303);
    const leader = newVisitor(county.url);
    await leader.login(LEADER);
    const csrf = csrfOf(await leader.read('/'));
    expect(csrf).not.toBe('');
    expect((await decide(leader, 'resend', csrf)).status).toBe(403);
    expect(await stateOf()).toBe('dead');
  });
});
