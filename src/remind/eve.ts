import { z } from 'zod';
import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import { wallClock } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { button, type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { shortDay } from '../text/short-day.ts';
import { monthCards } from './due.ts';
import { deleteHold, insertHold } from './nudge-queries.ts';
import { tellOffice } from './office-people.ts';
import { listRounds } from './queries.ts';
import { previewReminders } from './remind.ts';
import { isEve, rhythmSetting } from './rhythm.ts';
import { words } from './wording.ts';

/** 暂缓 and 恢复发送 on the office's look ahead. */
export const HoldClick = z.object({
  act: z.enum(['remind-hold', 'remind-release']),
  plan: z.string().max(64),
  month: z.number().int().min(1).max(12),
});
export type HoldClick = z.infer<typeof HoldClick>;

type Effects = Pick<Deps, 'db' | 'config'>;

/** On the working day before a month card the office sees what will go out, and may hold it back. Once a month. */
export async function tellEve(deps: Effects, now: Date): Promise<void> {
  for (const { key, card } of await planEve(deps, now))
    await tellOffice(deps.db, { key, content: { type: 'card', card }, purpose: 'push' });
}

/** The looks ahead that are due now. Changes nothing. */
export async function planEve(deps: Effects, now: Date): Promise<{ key: string; card: Card }[]> {
  const { db, config } = deps;
  const due: { key: string; card: Card }[] = [];
  const timeZone = config.APP_TIMEZONE;
  const rhythm = await getSetting(db, rhythmSetting);
  const own = await loadOwnDays(db);
  for (const plan of await listPublishedPlans(db)) {
    if (!plan.publishedAt) continue;
    const schedule = { year: plan.year, publishedAt: plan.publishedAt };
    for (const { month, at } of monthCards(schedule, timeZone, own, rhythm.cardAt)) {
      if (!isEve(at, now, rhythm, timeZone, own)) continue;
      const planned = (await previewReminders({ db, timeZone }, at, now)).filter(
        (p) => p.plan.id === plan.id,
      );
      if (planned.length === 0) continue;
      const { day, time } = wallClock(at, timeZone);
      // A unit with tasks of its own and of a group is planned for more than once.
      const units = new Set(planned.map((p) => p.unit.id)).size;
      const none = planned.filter((p) => p.recipient.type === 'none');
      const missing = [...new Set(none.map((p) => p.unit.name))];
      const card = eveCard(plan.id, month, `${shortDay(day)} ${time}`, units, missing);
      due.push({ key: `eve:${plan.id}:${month}`, card });
    }
  }
  return due;
}

/** Which plans' cards of a month an order holds back, or lets go. */
export type HoldOrder = { hold: boolean; planIds: string[]; month: number };

/** Holds a month's cards back, or lets them go, in one change; undefined when that was so before. */
export async function holdMonth(
  db: Db,
  act: Act,
  { hold, planIds, month }: HoldOrder,
  newId: () => string,
): Promise<{ changeId: string } | undefined> {
  const moved = await setHolds(db, act, { hold, planIds, month });
  if (moved.length === 0) return undefined;
  const data = { planIds: moved, month, hold } satisfies HoldOrder;
  const changeId = await recordChange(db, act, { kind: 'hold', data }, newId);
  for (const planId of moved)
    await recordAudit(db, act, hold ? 'remind.held' : 'remind.released', `plan:${planId}`, {
      month,
    });
  return { changeId };
}

/** The plans for which that was not so before; cards that have gone out cannot be held. */
async function setHolds(db: Db, act: Act, { hold, planIds, month }: HoldOrder): Promise<string[]> {
  const moved: string[] = [];
  for (const planId of planIds) {
    const isSent = hold && (await listRounds(db, planId)).includes(month);
    const row = { planId, month, heldBy: act.actor, heldAt: act.at };
    const isMoved = hold
      ? !isSent && (await insertHold(db, row))
      : await deleteHold(db, planId, month);
    if (isMoved) moved.push(planId);
  }
  return moved;
}

/** Undoes 暂缓 or 恢复发送, whole; false where it has been turned back, or the cards have gone out, since. */
export async function undoHold(db: Db, act: Act, data: Record<string, unknown>): Promise<boolean> {
  // Written by holdMonth above and read from our own table; older versions wrote one plan.
  const { planId, planIds = [planId], month, hold } = data as HoldOrder & { planId: string };
  return (await setHolds(db, act, { hold: !hold, planIds, month })).length > 0;
}

function eveCard(plan: string, month: number, at: string, units: number, missing: string[]): Card {
  const click = (act: HoldClick['act']) => ({ act, plan, month }) satisfies HoldClick;
  return card({
    title: words.eveTitle(month),
    elements: [
      markdown(words.eveBody(at, units, missing.map(escapeMarkdown))),
      row([
        button({ text: words.eveHold, value: click('remind-hold') }),
        button({ text: words.eveRelease, value: click('remind-release') }),
      ]),
    ],
  });
}
