import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/db.ts';
import type { Status } from '../../src/progress/report.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { publish, task } from '../support/plan-fixture.ts';
import type { Random } from './random.ts';

/** A town, its liaison, and one task a month. */
export type SoakUnit = { name: string; openId: string };

export const OFFICE = { openId: 'ou_office', name: '督办' };

const FIRST = '东西南北上下前后高长清石白黄青';
const SECOND = '山河桥塘岭湾坪溪田湖沙港城';

export function unitsOf(count: number): SoakUnit[] {
  const names = [...FIRST].flatMap((a) => [...SECOND].map((b) => `${a}${b}镇`));
  return names.slice(0, count).map((name, i) => ({ name, openId: `ou_${i}` }));
}

/** A plan of `months` months with a task for each unit in each, and everybody registered. */
export async function furnish(db: Db, units: SoakUnit[], months: number): Promise<void> {
  const tasks = Array.from({ length: months }, (_, i) => i + 1).flatMap((month) =>
    units.map(({ name }, i) =>
      task(month, `${name}${month}月工业项目调度`, { seq: i + 1, leadUnits: [name] }),
    ),
  );
  await publish(db, '2025-12-20T10:00:00+08:00', tasks);
  const act = { actor: 'soak', at: new Date('2025-12-21T09:00:00+08:00') };
  await bindPerson(db, act, { ...OFFICE, post: 'office' }, randomUUID);
  for (const { name, openId } of units) {
    const unit = await findUnit(db, name);
    if (!unit) throw new Error(`no unit ${name}`);
    const person = { openId, name: `${name}联络员` };
    await bindPerson(db, act, { ...person, post: 'liaison', unitId: unit.id }, randomUUID);
  }
}

/** What somebody does about the month's card, and what must be known of it afterwards. */
export type Doing = {
  how: 'says' | 'presses' | 'asks';
  /** Words, or the button's. */
  text: string;
  status?: Status;
};

const DOINGS: (Doing & { share: number })[] = [
  { share: 0.35, how: 'says', text: '第1项已完成', status: 'done' },
  { share: 0.2, how: 'says', text: '第1项正在推进', status: 'in_progress' },
  { share: 0.05, how: 'says', text: '第1项资金没到位，推进不下去', status: 'blocked' },
  { share: 0.25, how: 'presses', text: '已完成', status: 'done' },
  { share: 0.15, how: 'asks', text: '我的任务' },
];

export function doingOf(random: Random): Doing {
  let dice = random();
  for (const doing of DOINGS) {
    if (dice < doing.share) return doing;
    dice -= doing.share;
  }
  return { how: 'asks', text: '我的任务' };
}
