import { z } from 'zod';
import { type Act, recordAudit, recordChange } from '../../audit/record.ts';
import { addDays, instantOf, splitDay, wallClock } from '../../calendar/county-time.ts';
import { range } from '../../calendar/period.ts';
import { lastWorkingDay, nextWorkingDay, type OwnDays } from '../../calendar/working-days.ts';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { button, type Card, row } from '../../feishu/card.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findMessage } from '../../outbox/queries.ts';
import { listItems } from '../../plan/item-queries.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting, setSetting } from '../../settings/queries.ts';
import { defineSetting, type Setting } from '../../settings/setting.ts';
import { digestWords as w } from '../../summary/wording.ts';
import { listPeopleWithRole } from '../../units/people-queries.ts';
import { progressCard } from '../answers/answer-progress.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { words } from '../wording.ts';

/** When leaders get the month's card on its last working day, if at all. */
export const leaderDigest = defineSetting(
  'summary.leader-digest',
  z.strictObject({ on: z.boolean(), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  { on: true, at: '16:00' },
);

/** Whether this leader wants none. */
export const declined = (personId: string): Setting<boolean> =>
  defineSetting(`summary.leader-digest.declined.${personId}`, z.boolean(), false);

/** 不再接收 under the month's card. */
const DeclineClick = z.object({ act: z.literal('leader-digest-off') });
type DeclineClick = z.infer<typeof DeclineClick>;

export const DIGEST_CLICKS: ClickHandler[] = [onClick(DeclineClick, decline)];

/**
 * What is told at the end of a month: the month; and at the end of a quarter January to now, so that the half-year and
 * the year are looked back on as well.
 */
export function digestSpans(month: number): number[][] {
  return [[month], ...(month % 3 === 0 ? [range(1, month)] : [])];
}

/**
 * On a month's last working day every leader gets the month's summary in private, once, and in March, June, September
 * and December that of the year so far; a server that slept through it sends on the next working day. Months whose plan
 * came later are not reported on.
 */
export async function tellLeaders(deps: Pick<Deps, 'db' | 'config'>, now: Date): Promise<void> {
  const { db, config } = deps;
  const { on, at } = await getSetting(db, leaderDigest);
  const due = on ? digestDue(now, at, config.APP_TIMEZONE, await loadOwnDays(db)) : undefined;
  if (!due) return;
  const plans = await listPublishedPlans(db);
  const isPlanned = plans.some(
    (p) => p.year === due.year && p.publishedAt && p.publishedAt <= due.at,
  );
  if (!isPlanned) return;
  for (const months of digestSpans(due.month)) await tellSpan({ db, config, now }, due, months);
}

async function tellSpan(
  asked: Pick<Deps, 'db' | 'config'> & { now: Date },
  due: { year: number; month: number },
  months: number[],
): Promise<void> {
  const { db } = asked;
  const span = months.length > 1 ? `${due.month}-so-far` : `${due.month}`;
  const waiting: { key: string; openId: string }[] = [];
  for (const person of await listPeopleWithRole(db, 'leader')) {
    const key = `leader-digest:${due.year}:${span}:${person.id}`;
    if (await findMessage(db, key)) continue;
    if (await getSetting(db, declined(person.id))) continue;
    waiting.push({ key, openId: person.openId });
  }
  if (waiting.length === 0 || (await listItems(db, due.year, months)).length === 0) return;
  const card = await digestCard(asked, due.year, months);
  for (const { key, openId } of waiting)
    await enqueue(db, {
      key,
      to: { type: 'open_id', id: openId },
      content: { type: 'card', card },
      purpose: 'push',
      optional: true,
    });
}

/** The month whose digest is due now: from its hour on its last working day, or all of the next working day from nine. */
export function digestDue(
  now: Date,
  at: string,
  timeZone: string,
  own: OwnDays,
): { year: number; month: number; at: Date } | undefined {
  const { day, time } = wallClock(now, timeZone);
  const { year, month } = splitDay(day);
  const before = splitDay(addDays(`${day.slice(0, 8)}01`, -1));
  for (const m of [{ year, month }, before]) {
    const last = lastWorkingDay(m.year, m.month, own);
    const isLate = day === nextWorkingDay(addDays(last, 1), own) && time >= '09:00';
    if ((day === last && time >= at) || isLate)
      return { year: m.year, month: m.month, at: instantOf(last, at, timeZone) };
  }
  return undefined;
}

async function digestCard(
  asked: Pick<Deps, 'db' | 'config'> & { now: Date },
  year: number,
  months: number[],
): Promise<Card> {
  const card = await progressCard(asked, {
    kind: 'summary',
    year,
    months,
    units: [],
    role: null,
    status: null,
  });
  const value = { act: 'leader-digest-off' } satisfies DeclineClick;
  const off = row([button({ text: w.off, type: 'text', value })]);
  return { ...card, body: { ...card.body, elements: [...card.body.elements, off] } };
}

async function decline(clicked: Clicked): Promise<Answered> {
  if (!clicked.context.person.roles.has('leader')) return refuse(words.notAllowed(w.leader));
  return change(clicked, async (context) => {
    const { db, newId } = context.deps;
    const act = actOf(context);
    const setting = declined(act.actor);
    if (await getSetting(db, setting)) return info(w.isOff);
    await setSetting(db, setting, true, act.at);
    const changeId = await recordChange(
      db,
      act,
      {
        kind: 'leader-digest',
        data: { personId: act.actor },
      },
      newId,
    );
    await recordAudit(db, act, 'digest.declined', `person:${act.actor}`, {});
    await sayWithUndo(context, w.isOff, changeId);
    return ok(words.done);
  });
}

/** Sends a leader the month's card again. */
export async function undoDecline(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  await setSetting(db, declined(String(data.personId)), false, act.at);
  return w.isOn;
}
