import { instantOf } from '../../src/calendar/county-time.ts';
import { firstWorkingDay } from '../../src/calendar/working-days.ts';
import { type Clock, createClock } from '../../src/clock.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { check, type Done, isMonthCard } from './check.ts';
import { type Doing, doingOf, furnish, OFFICE, type SoakUnit, unitsOf } from './county.ts';
import { type Fleet, startFleet } from './fleet.ts';
import type { History, State } from './history.ts';
import { APP, CALL_TIMEOUT_MS, type SoakRun } from './options.ts';
import { pause, type Random, randomOf } from './random.ts';
import { openWire, type Wire } from './wire.ts';

export type SoakResult = {
  /** Violations in words; empty when all is well. */
  wrong: string[];
  events: number;
  reminders: number;
  delivered: number;
  kills: number;
  faults: number;
  awayMs: number;
  clockSteps: number;
};

type World = {
  run: SoakRun;
  random: Random;
  sim: Simulator;
  clock: Clock;
  fleet: Fleet;
  database: Wire | undefined;
  tally: Omit<SoakResult, 'wrong' | 'events' | 'reminders' | 'delivered'>;
};

const ZONE = 'Asia/Shanghai';
const SECOND_MS = 1_000;
const SHORT_STEP_MS = 5 * 60_000;

/**
 * A year of a county in minutes: on each month's first working day every unit gets its card and does something about it,
 * while processes are killed, clocks jump, the database goes away, and the platform fails, throttles, loses answers and
 * delivers events twice, late and in another order. Afterwards its history is compared with the database.
 */
export async function soak(run: SoakRun): Promise<SoakResult> {
  const random = randomOf(run.seed);
  const units = unitsOf(run.units);
  await prepare(run, units);
  const clock = createClock(new Date('2026-01-01T09:00:00+08:00'));
  const sim = createSimulator({
    app: { ...APP, callbackUrl: '' },
    bot: { name: '工信助手' },
    people: [
      { ...OFFICE, role: '', unit: '' },
      ...units.map((u) => ({ openId: u.openId, name: `${u.name}联络员`, role: '', unit: u.name })),
    ],
    groups: [],
    samples: [],
    clock,
    timeZone: ZONE,
    limits: { perTarget: 5 * run.speed, perSecond: 50 * run.speed, perMinute: 1_000 * run.speed },
  });
  const baseUrl = await sim.listen(0);
  const database = run.storage.startsWith('postgres') ? await wireTo(run.storage) : undefined;
  const storage = database ? through(run.storage, database.port) : run.storage;
  const { processes, speed, verbose } = run;
  const fleet = await startFleet(processes, { storage, baseUrl, speed, verbose }, clock.now);
  sim.connect({ callbackUrl: `http://127.0.0.1:${fleet.port}` });
  const tally = { kills: 0, faults: 0, awayMs: 0, clockSteps: 0 };
  const world: World = { run, random, sim, clock, fleet, database, tally };
  try {
    const done: Done[] = [];
    for (let month = 1; month <= run.months; month++) {
      done.push(...(await liveMonth(world, units, month)));
      await calm(world);
    }
    const history = await fleet.get<History>('/soak/history');
    const throttled = sim
      .calls()
      .filter((c) => !c.fault && (c.code === 230020 || c.code === 99991400)).length;
    const { months } = run;
    const wrong = check({ sim, units, months, done, history, throttled });
    if (fleet.ended() > 0) wrong.push(`${fleet.ended()} processes ended by themselves`);
    const delivered = history.outbox.filter((r) => r.state === 'sent').length;
    const reminders = units.length * months;
    return { wrong, events: done.length, reminders, delivered, ...tally };
  } finally {
    await fleet.stop();
    await database?.close();
    await sim.close();
  }
}

async function prepare(run: SoakRun, units: SoakUnit[]): Promise<void> {
  const isPostgres = run.storage.startsWith('postgres');
  const opened = isPostgres ? openPostgres(run.storage) : await openPglite(run.storage);
  await furnish(opened.db, units, run.months);
  await opened.close();
}

const wireTo = (url: string) => openWire(() => Number(new URL(url).port));

function through(url: string, port: number): string {
  const other = new URL(url);
  other.port = String(port);
  return other.href;
}

/** Cards, what everybody does about them, and everything that goes wrong meanwhile. */
async function liveMonth(world: World, units: SoakUnit[], month: number): Promise<Done[]> {
  const { run, clock, sim, fleet, random } = world;
  // What came before this month is not read again at every change.
  const before = new Map(
    units.map((u) => [u.openId, sim.messages(sim.as(u.openId).chatId).length]),
  );
  // Past nine also for a process whose clock is minutes behind.
  goTo(world, instantOf(firstWorkingDay(2026, month), '09:10', ZONE));
  rage(world);
  const trouble = troubles(world, month);
  const doers = units.map(async (unit): Promise<Done> => {
    const isCard = isMonthCard(month);
    // All the cards of a month take a while at the platform's pace.
    const card = await sim.waitFor(
      () => sim.messages(sim.as(unit.openId).chatId, before.get(unit.openId)).find(isCard),
      20 * 60_000,
    );
    await pause(random() * 4 * SECOND_MS);
    const doing = doingOf(random);
    return { unit, month, doing, messageId: await carryOut(world, unit, card.messageId, doing) };
  });
  const done = await Promise.all(doers);
  await trouble;
  if (run.verbose) process.stderr.write(`month ${month}: ${done.length} done\n`);
  fleet.setClock(clock.now());
  return done;
}

async function carryOut(
  { sim }: World,
  unit: SoakUnit,
  cardId: string,
  doing: Doing,
): Promise<string> {
  const player = sim.as(unit.openId);
  if (doing.how === 'says') return player.send({ text: doing.text, under: cardId });
  if (doing.how === 'asks') return player.send(doing.text);
  // The platform does not push a click again: who is told that it failed clicks again.
  for (let tries = 0; tries < 200; tries++) {
    const { toast } = await player.press(cardId, doing.text);
    if (toast && toast.type !== 'error') return cardId;
    await pause(300);
  }
  return cardId;
}

/** From now on the platform fails, and events travel badly. */
function rage({ sim, random, tally }: World): void {
  sim.faults.choose((endpoint) => {
    const fault = /\/messages/.test(endpoint) ? faultOf(random()) : undefined;
    if (fault) tally.faults++;
    return fault;
  });
  sim.faults.travel(() => ({
    copies: random() < 0.1 ? 2 : 1,
    delayMs: random() < 0.3 ? random() * 2 * SECOND_MS : 0,
  }));
}

function faultOf(dice: number): Fault | undefined {
  if (dice < 0.03) return { kind: 'answer-lost' };
  if (dice < 0.04) return { kind: 'delay', ms: CALL_TIMEOUT_MS + 300 };
  if (dice < 0.06) return { kind: 'cut' };
  if (dice < 0.08) return { kind: 'answer', status: 503 };
  if (dice < 0.09)
    return {
      kind: 'answer',
      status: 429,
      code: 99991400,
      headers: { 'x-ogw-ratelimit-reset': '0.2' },
    };
  if (dice < 0.1) return { kind: 'answer', status: 400, code: 99991663 };
  return undefined;
}

/** Kills, wrong clocks, dead tokens, and once the database away. */
async function troubles(world: World, month: number): Promise<void> {
  const { run, random, fleet, sim, clock, database, tally } = world;
  const middle = Math.ceil(run.months / 2);
  const upToNow = Math.round((run.kills * month) / run.months);
  while (tally.kills < upToNow) {
    await pause(random() * 3 * SECOND_MS);
    tally.kills++;
    await fleet.kill(random());
  }
  sim.revokeTokens();
  // Five minutes and more would be refused as a forgery, which is right.
  fleet.setClock(clock.now(), () => (random() - 0.5) * 8 * 60_000);
  tally.clockSteps++;
  if (month !== middle || !database || run.awayMs === 0) return;
  database.cut();
  await pause(run.awayMs);
  database.mend();
  tally.awayMs += run.awayMs;
}

/** No more faults until everything has arrived, is handled and is sent; then it is the next month's turn. */
async function calm(world: World): Promise<void> {
  const { sim, fleet, clock } = world;
  sim.faults.choose(undefined);
  for (let quiet = 0; quiet < 2; ) {
    await sim.idle();
    const { inbox, outbox } = await fleet.get<State>('/soak/state');
    const waiting = sim.waiting();
    const soonest = Math.min(...waiting.map((w) => w.dueAt)) - clock.now().getTime();
    // A long step would also take the platform over the hour for which it remembers a uuid.
    const mayStep = outbox === 0 || soonest < SHORT_STEP_MS;
    if (waiting.length > 0 && mayStep)
      goTo(world, new Date(clock.now().getTime() + Math.max(soonest, 0) + SECOND_MS));
    quiet = inbox === 0 && outbox === 0 && waiting.length === 0 ? quiet + 1 : 0;
    await pause(400);
  }
}

function goTo({ clock, fleet, tally }: World, at: Date): void {
  clock.set(at);
  fleet.setClock(at);
  tally.clockSteps++;
}
