import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { outbox } from '../../src/outbox/tables.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, startCounty } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

const CLERK = 'ou_clerk';
let opened: OpenDb;
let county: County;

beforeEach(async () => {
  opened = await freshPglite();
  const { db } = opened;
  county = await startCounty({
    db,
    now: '2026-03-01T10:00:00+08:00',
    people: [{ openId: CLERK, name: '周敏', role: '', unit: '' }],
  });
  await publish(db, '2026-01-05T10:00:00+08:00', [task(3, '举办一次产销对接会', { seq: 1 })]);
  const unit = await findUnit(db, '发改局');
  await bindPerson(
    db,
    { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') },
    { openId: CLERK, name: '周敏', post: 'liaison', unitId: unit?.id ?? '' },
    county.deps.newId,
  );
  await county.goTo('2026-03-02T09:00:00+08:00');
});
afterEach(async () => {
  await county.close();
  await opened.close();
});

const monthCard = () => {
  const [card] = county.fromBot(county.sim.as(CLERK).chatId);
  if (!card) throw new Error('no card');
  return card;
};
const patches = async () =>
  (await opened.db.select().from(outbox)).filter((m) => m.kind === 'patch');

test('a card whose button was pressed is the answer to the click: no further call of the quota is spent on it', async () => {
  const { toast } = await county.sim.as(CLERK).press(monthCard().messageId, '已完成');
  expect(toast?.type).toBe('success');
  await county.settle();
  expect(await patches()).toEqual([]);
  expect(JSON.stringify(monthCard().content)).toContain('已完成');
});

test('an older drawing that is still to be sent does not stay on a card that was clicked meanwhile', async () => {
  const [row] = (await opened.db.select().from(outbox)).filter(
    (m) => m.messageId === monthCard().messageId,
  );
  if (row?.content.type !== 'card') throw new Error('no row');
  await opened.db.insert(outbox).values({
    ...row,
    key: 'older',
    seq: undefined,
    kind: 'patch',
    target: row.key,
    state: 'pending',
    messageId: null,
    sentAt: null,
    notBefore: new Date('2026-03-02T23:00:00+08:00'),
  });
  await county.sim.as(CLERK).press(monthCard().messageId, '已完成');
  await county.settle();
  expect((await patches()).map((p) => p.state)).toEqual(['superseded', 'sent']);
  expect(JSON.stringify(monthCard().content)).toContain('已完成');
});
