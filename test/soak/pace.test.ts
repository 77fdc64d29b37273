import { expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { startFleet } from './fleet.ts';
import { APP } from './options.ts';

const PEOPLE = Array.from({ length: 25 }, (_, i) => `ou_${i}`);
const EACH = 10;

/** The most calls within any window of so many milliseconds. */
function mostWithin(times: number[], windowMs: number): number {
  let from = 0;
  let most = 0;
  for (const [to, at] of times.entries()) {
    while ((times[from] ?? at) <= at - windowMs) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

test.skipIf(!hasPostgres)(
  'three processes together never call faster than the platform allows, to one person or in all',
  async () => {
    const { url: storage } = await freshPostgres();
    const { db, close } = openPostgres(storage);
    for (let n = 0; n < EACH; n++)
      for (const openId of PEOPLE)
        await enqueue(db, {
          key: `${openId}:${n}`,
          to: { type: 'open_id', id: openId },
          content: { type: 'text', text: `第${n}条` },
          purpose: 'answer',
        });
    await close();
    const clock = createClock(new Date('2026-03-02T10:00:00+08:00'));
    const sim = createSimulator({
      app: { ...APP, callbackUrl: '' },
      bot: { name: '工信助手' },
      people: PEOPLE.map((openId) => ({ openId, name: openId, role: '', unit: '' })),
      groups: [],
      samples: [],
      clock,
      timeZone: 'Asia/Shanghai',
    });
    const baseUrl = await sim.listen(0);
    const fleet = await startFleet(3, { storage, baseUrl, speed: 1, verbose: false }, clock.now);
    try {
      const inAll = () =>
        PEOPLE.flatMap((openId) => sim.messages(sim.as(openId).chatId)).filter(
          (m) => m.sender.isBot,
        );
      await sim.waitFor(() => inAll().length === PEOPLE.length * EACH, 120_000);
      const calls = sim.calls().filter((c) => c.endpoint.endsWith('/im/v1/messages'));
      expect(calls.filter((c) => c.code !== 0)).toEqual([]);
      expect(
        mostWithin(
          calls.map((c) => c.at),
          1_000,
        ),
      ).toBeLessThanOrEqual(50);
      for (const openId of PEOPLE) {
        const texts = sim.messages(sim.as(openId).chatId).map((m) => m.content);
        // In order, each once.
        expect(texts.map((c) => (c.type === 'text' ? c.text : ''))).toEqual(
          Array.from({ length: EACH }, (_, n) => `第${n}条`),
        );
      }
    } finally {
      await fleet.stop();
      await sim.close();
    }
  },
  180_000,
);
