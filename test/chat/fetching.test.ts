import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { ensureAdmins } from '../../src/units/ensure-admins.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { age } from '../support/rows.ts';

const OFFICE = 'ou_office';
const LIAISON = 'ou_liaison';
const NEW = 'ou_new';
const DOWNLOAD = 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key';
const USER = 'GET /open-apis/contact/v3/users/:user_id';

describe('what is asked of the platform while a message is handled', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T10:00:00+08:00',
      people: [OFFICE, LIAISON, NEW].map((openId) => ({
        openId,
        name: `名${openId}`,
        role: '',
        unit: '',
      })),
      admins: [OFFICE],
    });
    await ensureAdmins(county.deps);
    await publish(opened.db, '2026-02-10T10:00:00+08:00', [task(3, '举办产销对接会')]);
    await liaison(opened.db, '发改局', { openId: LIAISON, name: '李联络' });
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  const file = { name: '通知.txt', bytes: new TextEncoder().encode('关于开会的通知') };
  const answersTo = (openId: string) => county.fromBot(county.sim.as(openId).chatId).map(textOf);
  const downloads = () => county.sim.calls().filter((c) => c.endpoint === DOWNLOAD).length;

  test('a file that the platform does not give out is said so at once, and not fetched again and again', async () => {
    county.sim.faults.next(DOWNLOAD, { kind: 'answer', status: 400, code: 234038 }, 9);
    const before = downloads();
    county.sim.as(OFFICE).send({ file });
    await county.settle();
    expect(answersTo(OFFICE).at(-1)).toContain('没有取到');
    expect(downloads()).toBe(before + 1);
    county.sim.faults.clear();
  });

  test('and so is a proof that a unit sends', async () => {
    county.sim.faults.next(DOWNLOAD, { kind: 'answer', status: 400, code: 234038 });
    county.sim.as(LIAISON).send({ file });
    await county.settle();
    expect(answersTo(LIAISON).at(-1)).toContain('没有取到');
  });

  test('a proof whose fetching failed for a moment is fetched again', async () => {
    county.sim.faults.next(DOWNLOAD, { kind: 'answer', status: 503 });
    county.sim.as(LIAISON).send({ file });
    await county.settle();
    await age(opened.db, 'inbox', 10_000);
    await county.settle();
    expect(answersTo(LIAISON).at(-1)).toContain('通知.txt');
  });

  test('whose name could not be had at first is called by it later', async () => {
    county.sim.faults.next(USER, { kind: 'answer', status: 503 });
    await county.ask(NEW, '你好');
    expect(await findPersonByOpenId(opened.db, NEW)).toMatchObject({ name: '同志' });
    await county.ask(NEW, '帮助');
    expect(await findPersonByOpenId(opened.db, NEW)).toMatchObject({ name: '名ou_new' });
  });

  test('whose name may not be read is not asked for with each message', async () => {
    county.sim.faults.choose((e) =>
      e === USER ? { kind: 'answer', status: 400, code: 41050 } : undefined,
    );
    await opened.db.execute(`update people set name = '同志' where "openId" = '${NEW}'`);
    const asked = () => county.sim.calls().filter((c) => c.endpoint === USER).length;
    await age(opened.db, 'send_rate', 86_400_000);
    const before = asked();
    for (const text of ['帮助', '你好', '帮助']) await county.ask(NEW, text);
    expect(asked()).toBe(before + 1);
    county.sim.faults.choose(undefined);
  });
});
