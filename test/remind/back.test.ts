import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import { groupBack } from '../../src/remind/group-back.ts';
import { personBack } from '../../src/remind/person-left.ts';
import { remindDue } from '../../src/remind/remind.ts';
import { setChatActive, setChatUnit, upsertChat } from '../../src/units/chat-queries.ts';
import { setUnreachable } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { rolledBack } from '../support/db.ts';
import { silentLog } from '../support/log.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { listWaiting } from '../support/waiting.ts';

const settings = parseConfig({});
if (!settings.ok) throw new Error('settings');
const { config } = settings;
const at = (s: string) => new Date(`2026-${s}:00+08:00`);
const depsOf = (db: Db) => ({ db, newId: randomUUID, config, log: silentLog() });
const lists = async (db: Db) =>
  (await listWaiting(db)).filter((m) => m.key.startsWith('month-card:')).map((m) => m.toId);

test('the list that reached nobody follows when the liaison can be written to again', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    const who = await liaison(db, '发改局');
    await setUnreachable(db, who, 'turned the bot off');
    await remindDue(depsOf(db), at('03-02T09:00'));
    expect(await lists(db)).toEqual([]);
    await personBack(depsOf(db), who, 'spoke', at('03-03T10:00'));
    await personBack(depsOf(db), who, 'spoke', at('03-03T10:01'));
    expect(await lists(db)).toEqual([who]);
  }));

test('the list that reached nobody follows when the bot is in the unit’s group again', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    const unit = await findUnit(db, '发改局');
    const group = { id: 'oc_unit', name: '发改局群' };
    await upsertChat(db, group);
    await setChatUnit(db, group.id, unit?.id ?? '');
    await setChatActive(db, group.id, false);
    await remindDue(depsOf(db), at('03-02T09:00'));
    expect(await lists(db)).toEqual([]);
    await groupBack(depsOf(db), group, at('03-03T10:00'));
    await groupBack(depsOf(db), group, at('03-03T10:01'));
    expect(await lists(db)).toEqual([group.id]);
  }));
