import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/commands/command.ts';
import { command as remindPreview } from '../../src/commands/remind-preview.ts';
import { command as summary } from '../../src/commands/summary.ts';
import type { Db } from '../../src/db/db.ts';
import type { Log } from '../../src/log.ts';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { bindPerson, type Post } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, startCounty, textOf } from './county.ts';
import { freshPglite } from './db.ts';
import { publish, task } from './plan-fixture.ts';

export const OFFICE = 'ou_office';
export const SECOND_OFFICE = 'ou_office2';
export const LIAISON = 'ou_liaison';
export const COLLEAGUE = 'ou_colleague';
export const SUCCESSOR = 'ou_successor';
export const ZONE = 'ou_zone';
export const LEADER = 'ou_leader';
/** Somebody of no unit: a firm's clerk. */
export const OUTSIDER = 'ou_outsider';
const ADMIN = 'ou_admin';

/** [who, name, post, unit]. */
const PEOPLE: [string, string, Post, string?][] = [
  [OFFICE, '钱督办', 'office'],
  [SECOND_OFFICE, '孙督办', 'office'],
  [LEADER, '周县长', 'leader'],
  [ADMIN, '管理员', 'admin'],
  [LIAISON, '李联络', 'liaison', '科技经信局'],
  [COLLEAGUE, '王五', 'member', '科技经信局'],
  [ZONE, '吴开发', 'liaison', '开发区'],
];

const both = { leadUnits: ['科技经信局'], coopUnits: ['开发区'] };

/** What three units have to do in March 2026; 科技经信局 leads items 1 to 3 and helps with item 4. */
const TASKS = [
  task(3, '召开银企对接会', both),
  task(3, '完成标准厂房主体工程', { ...both, seq: 2 }),
  task(3, '开展规上企业走访', { leadUnits: ['科技经信局'], seq: 3 }),
  task(3, '筹备产业链招商活动', { leadUnits: ['开发区'], coopUnits: ['科技经信局'], seq: 4 }),
  task(4, '举办科技成果对接活动', { leadUnits: ['财政局'] }),
];

export type March = County & {
  /** The month card of a unit's liaison. */
  cardOf: (openId: string) => ChatMessage;
  /** What the bot wrote to somebody in private, oldest first, as it shows now. */
  inbox: (openId: string) => string[];
  /** The newest message to somebody that shows this text. */
  find: (openId: string, text: string) => ChatMessage;
  /** Presses a button, and lets everything follow; returns the toast. */
  press: (
    openId: string,
    message: ChatMessage,
    button: string,
    filled?: Record<string, string>,
  ) => Promise<string>;
  summary: (period?: string) => Promise<Record<string, number>>;
  preview: (at: string) => Promise<string>;
};

/**
 * A county on the first working day of March 2026, after its month cards have gone out; on a database of its own where
 * none is given.
 */
export async function startMarch(
  options: { db?: Db; log?: Log; settings?: Record<string, string> } = {},
): Promise<March> {
  const { db, close } = options.db
    ? { db: options.db, close: async () => {} }
    : await freshPglite();
  const county = await startCounty({
    ...options,
    db,
    now: '2026-02-27T10:00:00+08:00',
    people: [
      ...PEOPLE.map(([openId, name]) => ({ openId, name })),
      { openId: SUCCESSOR, name: '赵接任' },
      { openId: OUTSIDER, name: '何企业' },
    ].map((p) => ({ ...p, role: '', unit: '' })),
  });
  await publish(db, '2026-02-20T10:00:00+08:00', TASKS);
  const act = { actor: 'test', at: new Date('2026-02-20T10:00:00+08:00') };
  for (const [openId, name, post, unitName] of PEOPLE) {
    const unit = unitName ? await findUnit(db, unitName) : undefined;
    await bindPerson(
      db,
      act,
      { openId, name, post, ...(unit ? { unitId: unit.id } : {}) },
      randomUUID,
    );
  }
  await county.goTo('2026-03-02T09:00:00+08:00');
  await county.goTo('2026-03-02T10:00:00+08:00');
  const messages = (openId: string) => county.fromBot(county.sim.as(openId).chatId);
  const find = (openId: string, text: string): ChatMessage => {
    const found = messages(openId).findLast((m) => textOf(m).includes(text));
    if (!found) throw new Error(`nothing with ${text}: ${messages(openId).map(textOf).join('\n')}`);
    return found;
  };
  const json = async (command: Command, args: string[]) => (await county.run(command, args)).out;
  return {
    ...county,
    find,
    cardOf: (openId) => find(openId, '3月重点工作'),
    inbox: (openId) => messages(openId).map(textOf),
    press: async (openId, message, button, filled = {}) => {
      const done = await county.sim.as(openId).press(message.messageId, button, filled);
      await county.settle();
      return done.toast?.content ?? String(done.error ?? '');
    },
    summary: async (period = '2026-03') =>
      JSON.parse(await json(summary, ['--period', period, '--json'])),
    preview: (at) => json(remindPreview, ['--at', at, '--json']),
    close: async () => {
      await county.close();
      await close();
    },
  };
}
