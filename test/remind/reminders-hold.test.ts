import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, instantOf, wallClock } from '../../src/calendar/county-time.ts';
import { isWorkingDay } from '../../src/calendar/working-days.ts';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { raiseMatter } from '../../src/matters/raise.ts';
import { type MessageRow, markSent } from '../../src/outbox/queries.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { recordReports } from '../../src/progress/record.ts';
import { listCardItems } from '../../src/remind/card-queries.ts';
import { DEFAULT_RHYTHM, milestones } from '../../src/remind/rhythm.ts';
import { runReminders } from '../../src/remind/run.ts';
import { storeOwnDays } from '../../src/settings/own-days-queries.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { rolledBack } from '../support/db.ts';
import { silentLog } from '../support/log.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { listWaiting } from '../support/waiting.ts';

const settings = parseConfig({});
if (!settings.ok) throw new Error('settings');
const { config } = settings;
const TZ = config.APP_TIMEZONE;
const depsOf = (db: Db) => ({ db, newId: randomUUID, config, log: silentLog() });
const UNITS = ['发改局', '统计局', '财政局'];
const START = '2026-02-10';

/** Everything that waits reaches the platform; returned as it went out. */
async function deliverAll(db: Db): Promise<MessageRow[]> {
  const sent = await listWaiting(db);
  for (const m of sent)
    await markSent(db, m, m.kind === 'message' ? `om_${randomUUID()}` : null, new Date());
  return sent.filter((m) => m.kind === 'message');
}

const Task = fc.record({
  month: fc.integer({ min: 2, max: 4 }),
  unit: fc.nat(UNITS.length - 1),
  dueOn: fc.option(fc.integer({ min: 15, max: 75 }).map((n) => addDays(START, n))),
});
/** What a unit says of one of its items, on a day; then nothing more is to be asked of it. */
const Word = fc.record({
  task: fc.nat(20),
  after: fc.integer({ min: 18, max: 60 }),
  kind: fc.constantFrom('done' as const, 'extension' as const, 'dispute' as const),
});
const OwnDay = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.boolean());

/** Runs a county's reminders over the moments, and returns what went out to each unit with when it was to be sent. */
async function runCounty(
  db: Db,
  plan: {
    tasks: { month: number; unit: number; dueOn: string | null }[];
    own: [number, boolean][];
  },
  said: { task: number; after: number; kind: 'done' | 'extension' | 'dispute' }[],
  moments: Date[],
) {
  const act = { actor: 'test', at: new Date(`${START}T09:00:00+08:00`) };
  const own = new Map(plan.own.map(([n, works]) => [addDays(START, n), works]));
  await storeOwnDays(db, act, own);
  const tasks = plan.tasks.map((t, i) =>
    task(t.month, `第${i}件事`, {
      leadUnits: [UNITS[t.unit] ?? ''],
      dueOn: t.dueOn,
    }),
  );
  await publish(db, `${START}T10:00:00+08:00`, [
    ...tasks,
    ...UNITS.map((u) => task(12, `${u}年底的事`, { leadUnits: [u] })),
  ]);
  const people = new Map<string, string>();
  for (const unit of UNITS) people.set(unit, await liaison(db, unit));
  const items = await listItems(db, 2026, [2, 3, 4]);
  const quiet = new Map<string, Date>();
  const words = said.map((w) => ({ ...w, at: instantOf(addDays(START, w.after), '08:30', TZ) }));
  const messages: MessageRow[] = [];
  const asked: { key: string; at: Date; occurrenceId: string }[] = [];
  for (const now of moments) {
    for (const w of words.filter((x) => x.at <= now)) {
      const content = `第${w.task % tasks.length}件事`;
      const item = items.find((i) => i.content === content);
      const unitName = item?.leadUnits[0] ?? '';
      const unit = await findUnit(db, unitName);
      const person = await findPersonByOpenId(db, people.get(unitName) ?? '');
      if (!item || !unit || !person || quiet.has(item.occurrenceId)) continue;
      quiet.set(item.occurrenceId, now);
      const by = { actor: person.id, at: w.at };
      const share = { occurrenceId: item.occurrenceId, role: 'lead' as const };
      if (w.kind === 'done')
        await recordReports(
          db,
          by,
          { unitId: unit.id, via: 'text', items: [{ ...share, status: 'done' }] },
          randomUUID,
        );
      else
        await raiseMatter(
          db,
          by,
          { ...share, kind: w.kind, unitId: unit.id, reason: '' },
          randomUUID,
        );
    }
    await runReminders(depsOf(db), now);
    await runReminders(depsOf(db), now);
    const out = await deliverAll(db);
    messages.push(...out);
    for (const m of out)
      for (const i of await listCardItems(db, [m.key]))
        asked.push({ key: m.key, at: m.notBefore, occurrenceId: i.occurrenceId });
  }
  return { own, items, quiet, messages, asked };
}

const nudgesOf = <T extends { key: string }>(asked: T[]) =>
  asked.filter((a) => a.key.startsWith('nudge:'));

describe('over random plans, calendars, words and moments', () => {
  test('nothing is sent twice, at night, on a day of rest, or to who has spoken', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(Task, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(OwnDay, { maxLength: 12, selector: ([n]) => n }),
        fc.array(Word, { maxLength: 3 }),
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 23 })), {
          minLength: 3,
          maxLength: 14,
          selector: ([n]) => n,
        }),
        (tasks, own, said, offsets) =>
          rolledBack(async (db) => {
            const moments = offsets
              .map(([n, h]) => instantOf(addDays(START, n), `${String(h).padStart(2, '0')}:20`, TZ))
              .sort((a, b) => a.getTime() - b.getTime());
            const run = await runCounty(db, { tasks, own }, said, moments);
            const keys = run.messages.map((m) => m.key);
            expect(new Set(keys).size).toBe(keys.length);
            for (const m of run.messages.filter((x) => x.purpose === 'push')) {
              if (m.notBefore.getTime() === 0) continue;
              const { day, time } = wallClock(m.notBefore, TZ);
              expect([m.key, time >= '08:00' && time < '20:00']).toEqual([m.key, true]);
              expect([m.key, isWorkingDay(day, run.own)]).toEqual([m.key, true]);
            }
            for (const a of nudgesOf(run.asked)) {
              const since = run.quiet.get(a.occurrenceId);
              expect(!since || a.at < since).toBe(true);
            }
            const perDay = nudgesOf(run.asked).map((a) => `${a.occurrenceId} ${dayOf(a.at, TZ)}`);
            expect(new Set(perDay).size).toBe(perDay.length);
          }),
      ),
      { numRuns: 8 },
    ));

  test('an item of which nothing is heard is asked after at every milestone, once, however long the program slept', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(Task, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(OwnDay, { maxLength: 8, selector: ([n]) => n }),
        fc.integer({ min: 1, max: 3 }),
        (tasks, own, nap) =>
          rolledBack(async (db) => {
            const moments = Array.from({ length: Math.floor(84 / nap) }, (_, i) =>
              instantOf(addDays(START, i * nap), '10:00', TZ),
            );
            const run = await runCounty(db, { tasks, own }, [], moments);
            const last = moments.at(-1) ?? new Date();
            const awake = moments.filter((m) => isWorkingDay(dayOf(m, TZ), run.own));
            for (const item of run.items) {
              const of = run.asked.filter((a) => a.occurrenceId === item.occurrenceId);
              const first = of[0]?.at;
              if (!first) continue;
              for (const m of milestones(item.dueOn, DEFAULT_RHYTHM, TZ, run.own)) {
                // What came before the card, or lies so late that nobody woke after it, is nobody's to be asked for.
                const next = awake.find((w) => w >= m.at);
                if (m.at < first || !next || next.getTime() - m.at.getTime() > 6 * 86_400_000)
                  continue;
                const later = milestones(item.dueOn, DEFAULT_RHYTHM, TZ, run.own).some(
                  (x) => x.at > m.at && x.at <= next,
                );
                const since = of.filter((a) => dayOf(a.at, TZ) >= dayOf(m.at, TZ) && a.at <= last);
                expect([item.dueOn, m.kind, dayOf(m.at, TZ), later || since.length > 0]).toEqual([
                  item.dueOn,
                  m.kind,
                  dayOf(m.at, TZ),
                  true,
                ]);
              }
              const all = milestones(item.dueOn, DEFAULT_RHYTHM, TZ, run.own);
              expect(nudgesOf(of).length).toBeLessThanOrEqual(all.length);
            }
          }),
      ),
      { numRuns: 6 },
    ));
});

describe.skipIf(!hasPostgres)('several processes on one Postgres', () => {
  test('that run the reminders at once write each message once', async () => {
    const { url } = await freshPostgres();
    const opened = await openPostgres(url);
    const { db } = opened;
    await publish(
      db,
      `${START}T10:00:00+08:00`,
      UNITS.map((u) => task(3, `${u}的事`, { leadUnits: [u] })),
    );
    for (const unit of UNITS) await liaison(db, unit);
    const cli = resolve(import.meta.dirname, '../../src/cli.ts');
    const run = (at: string) =>
      promisify(execFile)(process.execPath, [cli, 'remind', 'run', '--at', at], {
        env: { PATH: process.env.PATH, DATABASE_URL: url, LOG_LEVEL: 'error' },
      });
    for (const at of ['2026-03-02T09:00:00+08:00', '2026-03-31T09:10:00+08:00'])
      await Promise.all([run(at), run(at), run(at)]);
    const keys = (await listWaiting(db)).map((m) => m.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((k) => k.startsWith('month-card:'))).toHaveLength(3);
    expect(keys.filter((k) => k.startsWith('nudge:'))).toHaveLength(3);
    await opened.close();
  }, 120_000);
});
