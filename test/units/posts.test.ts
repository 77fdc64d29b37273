import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChange } from '../../src/audit/queries.ts';
import { changes } from '../../src/audit/tables.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson, type Post, removePost, undoBindPerson } from '../../src/units/bind.ts';
import { ensureAdmins } from '../../src/units/ensure-admins.ts';
import {
  findPersonByOpenId,
  listContacts,
  listRoles,
  setUnreachable,
} from '../../src/units/people-queries.ts';
import { ensureUnit } from '../../src/units/resolve.ts';
import { confirmMatches, undoMatches } from '../../src/units/sync-directory.ts';
import { startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

const act = { actor: 'test', at: new Date('2026-03-02T10:00:00+08:00') };

describe('the people of a unit', () => {
  let opened: OpenDb;
  let unitId: string;
  beforeAll(async () => {
    opened = await freshPglite();
  });
  beforeEach(async () => {
    unitId = (await ensureUnit(opened.db, `单位${randomUUID().slice(0, 8)}局`, randomUUID)).id;
  });
  afterAll(() => opened.close());
  const give = (name: string, post: Post) =>
    bindPerson(opened.db, act, { openId: `ou_${name}`, name, unitId, post }, randomUUID);
  const people = async () =>
    (await listContacts(opened.db, [unitId])).map((c) => `${c.duty} ${c.name}`);
  const dataOf = async (changeId: string) => (await findChange(opened.db, changeId))?.data ?? {};

  test.each<[Post, Post]>([
    ['member', 'liaison'],
    ['deputy', 'member'],
    ['liaison', 'deputy'],
  ])('who is %s loses nothing when the %s is taken away', async (has, taken) => {
    await give('zhang', has);
    const before = await people();
    const order = { openId: 'ou_zhang', unitId, post: taken };
    expect(await removePost(opened.db, act, order, randomUUID)).toEqual({ kind: 'not-held' });
    expect(await people()).toEqual(before);
  });

  test('a deputy is a liaison too, and loses the post under either name', async () => {
    await give('zhang', 'liaison');
    await give('wang', 'liaison');
    expect(await people()).toEqual(['main zhang', 'deputy wang']);
    const order = { openId: 'ou_wang', unitId, post: 'liaison' as const };
    expect(await removePost(opened.db, act, order, randomUUID)).toMatchObject({ kind: 'removed' });
    expect(await people()).toEqual(['main zhang']);
  });

  test('have one main liaison, also when the directory names one for somebody out of reach', async () => {
    await give('gone', 'liaison');
    await setUnreachable(opened.db, 'ou_gone', 'left');
    const liaison = { openId: 'ou_new', name: 'new' };
    const match = { unitId, unit: '', department: unitId, isSure: true, members: [liaison] };
    const done = await confirmMatches(opened.db, act, [{ ...match, liaison }], randomUUID);
    expect(await people()).toEqual(['main new', 'member gone']);
    await undoMatches(opened.db, await dataOf(done.changeId));
    expect(await people()).toEqual(['main gone']);
  });

  test('have one main liaison, also when a removal is taken back after another has come', async () => {
    await give('zhang', 'liaison');
    const order = { openId: 'ou_zhang', unitId, post: 'liaison' as const };
    const removed = await removePost(opened.db, act, order, randomUUID);
    await give('wang', 'liaison');
    await undoBindPerson(
      opened.db,
      await dataOf(removed.kind === 'removed' ? removed.changeId : ''),
    );
    expect(await people()).toEqual(['main zhang', 'member wang']);
  });
});

test('the last administrator stays one, also when the grant is taken back', async () => {
  const opened = await freshPglite();
  const county = await startCounty({
    db: opened.db,
    now: '2026-03-02T10:00:00+08:00',
    people: ['陆鸣', '陈志远'].map((name) => ({
      openId: `ou_${name}`,
      name,
      role: '',
      unit: '',
    })),
    admins: ['ou_陆鸣'],
  });
  await ensureAdmins(county.deps);
  const said = async (name: string, text: string) => textOf(await county.ask(`ou_${name}`, text));
  await said('陆鸣', '你好');
  await said('陈志远', '你好');
  expect(await said('陆鸣', '取消 陈志远 的 管理员')).toContain('陈志远没有登记为管理员');
  expect(await said('陆鸣', '取消 陆鸣 的 管理员')).toContain('至少要保留一位管理员');
  const granted = await county.ask('ou_陆鸣', '设置 陈志远 为 管理员');
  expect(textOf(granted)).toContain('已将陈志远');
  // 陈志远 is of no unit: whom the county is opened to is said.
  expect(textOf(granted)).toContain('没有登记在任何单位');
  expect(await said('陈志远', '取消 陆鸣 的 管理员')).toContain('已取消陆鸣的管理员身份');
  const { toast } = await county.sim.as('ou_陆鸣').press(granted.messageId, '撤销');
  expect(toast?.content).toContain('仍有权办理');
  const [change] = await opened.db.select().from(changes).where(eq(changes.kind, 'bind-person'));
  const own = await county.ask('ou_陈志远', '我是谁');
  const last = await county.sim.as('ou_陈志远').click(own.messageId, {
    tag: 'button',
    value: { act: 'undo', change: change?.id },
  });
  expect(last.toast?.content).toContain('至少要保留一位管理员');
  const person = await findPersonByOpenId(opened.db, 'ou_陈志远');
  expect(await listRoles(opened.db, person?.id ?? '')).toEqual(['admin']);
  await county.close();
  await opened.close();
});
