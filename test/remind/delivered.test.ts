import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { markSent } from '../../src/outbox/queries.ts';
import { remindDue } from '../../src/remind/remind.ts';
import { listDelivered } from '../../src/remind/renew-queries.ts';
import { describeOnBoth } from '../support/databases.ts';
import { silentLog } from '../support/log.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { listWaiting } from '../support/waiting.ts';

const settings = parseConfig({});
if (!settings.ok) throw new Error('settings');
const { config } = settings;
const at = (s: string) => new Date(`2026-${s}:00+08:00`);

describeOnBoth('a delivered list', ({ db }) => {
  test('counts from its arrival, where that is known', async () => {
    await publish(db(), '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    await liaison(db(), '发改局');
    await remindDue({ db: db(), newId: randomUUID, config, log: silentLog() }, at('03-02T09:00'));
    const lists = (await listWaiting(db())).filter((m) => m.key.startsWith('month-card:'));
    for (const m of lists) await markSent(db(), m, 'om_1', at('03-12T09:00'));
    const between = (from: string, to: string) => listDelivered(db(), at(from), at(to));
    expect(await between('03-01T00:00', '03-12T09:00')).toEqual([]);
    expect(await between('03-12T09:00', '03-13T00:00')).toMatchObject([
      { sentAt: at('03-12T09:00') },
    ]);
  });
});
