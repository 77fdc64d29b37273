import { dayOf, splitDay } from '../calendar/county-time.ts';
import { knownUntil } from '../calendar/working-days.ts';
import type { Deps } from '../deps.ts';
import { listItems } from '../plan/item-queries.ts';
import { listPlans, listTaskUnits } from '../plan/queries.ts';
import { missingYear } from '../remind/known-days.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { listChats } from '../units/chat-queries.ts';
import { listContacts, listPeopleWithRole } from '../units/people-queries.ts';
import { listGroupMembers, listUnits } from '../units/queries.ts';
import { standsFor } from '../units/stands-for.ts';
import { broken, type Finding, notice, ok } from './check.ts';
import { words as w } from './wording.ts';

type Asked = Pick<Deps, 'db' | 'now' | 'config'>;

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** From then on the next year's plan is to be had. */
const PLAN_FROM_MONTH = 12;

const today = ({ now, config }: Asked) => splitDay(dayOf(now(), config.APP_TIMEZONE));

export async function checkHolidays(asked: Asked): Promise<Finding> {
  const own = await loadOwnDays(asked.db);
  const day = dayOf(asked.now(), asked.config.APP_TIMEZONE);
  const missing = missingYear(day, own);
  if (missing === undefined) return ok(w.holidaysOk(knownUntil(own)));
  const isNow = missing === splitDay(day).year;
  return notice(isNow ? w.holidaysNone(missing) : w.holidaysSoon(missing), w.holidaysMend(missing));
}

export async function checkAdmins({ db, config }: Asked): Promise<Finding> {
  const admins = await listPeopleWithRole(db, 'admin');
  if (admins.length > 0) return ok(w.adminsOk(admins.length));
  // The demonstration brings its own with its first start.
  return config.simulator
    ? notice(w.adminsNone, w.adminsSimulator)
    : broken(w.adminsNone, w.adminsMend);
}

export async function checkOffice({ db }: Asked): Promise<Finding> {
  const office = await listPeopleWithRole(db, 'office');
  return office.length > 0 ? ok(w.officeOk(office.length)) : notice(w.officeNone, w.officeMend);
}

export async function checkPlan(asked: Asked): Promise<Finding> {
  const { year, month } = today(asked);
  const plans = await listPlans(asked.db);
  const published = (y: number) => plans.filter((p) => p.year === y && p.publishedAt);
  const now = published(year);
  if (now.length === 0) {
    const draft = plans.some((p) => p.year === year);
    return notice(draft ? w.planDraft(year) : w.planNone(year), w.planMend);
  }
  if (month >= PLAN_FROM_MONTH && published(year + 1).length === 0)
    return notice(w.planNext(year + 1), w.planMend);
  return ok(w.planOk(now.map((p) => p.title)));
}

/** Units with a share in this year's published plan that a reminder cannot reach. */
export async function checkContacts(asked: Asked): Promise<Finding> {
  const { db } = asked;
  const items = await listItems(db, today(asked).year, MONTHS);
  if (items.length === 0) return ok(w.contactsNoPlan);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const members = standsFor(await listGroupMembers(db));
  const wanted = new Set(shares.flatMap((s) => members(s.unitId)));
  const contacts = await listContacts(db, [...wanted]);
  const chats = await listChats(db);
  const reached = new Set([
    ...contacts.flatMap((c) => (c.duty === 'member' || c.unreachable ? [] : [c.unitId])),
    ...chats.flatMap((c) => (c.active && c.unitId ? [c.unitId] : [])),
  ]);
  const missing = (await listUnits(db)).filter((u) => wanted.has(u.id) && !reached.has(u.id));
  if (missing.length === 0) return ok(w.contactsOk(wanted.size));
  return notice(w.contactsMissing(missing.map((u) => u.name)), w.contactsMend);
}

export async function checkChats({ db }: Asked): Promise<Finding> {
  const chats = await listChats(db);
  const gone = chats.filter((c) => !c.active && c.unitId);
  if (gone.length > 0) return notice(w.chatsGone(gone.map((c) => c.name)), w.chatsMend);
  const active = chats.filter((c) => c.active);
  if (active.length === 0) return ok(w.chatsNone);
  return ok(w.chatsOk(active.length, active.filter((c) => c.unitId).length));
}
