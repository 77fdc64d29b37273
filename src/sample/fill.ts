import { addDays, dayOf, instantOf, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { draftPlan, keepDraft, publishPlan } from '../plan/import.ts';
import { listItems } from '../plan/item-queries.ts';
import { listPlans, listTaskUnits } from '../plan/queries.ts';
import { readPlan } from '../plan/read-plan.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { addPolicy } from '../policy/add-policy.ts';
import { type ReportItem, recordReports } from '../progress/record.ts';
import { monthCards } from '../remind/due.ts';
import { insertRound } from '../remind/queries.ts';
import { addAlias } from '../units/alias.ts';
import { bindChat, bindPerson } from '../units/bind.ts';
import { setCharge } from '../units/charge.ts';
import { upsertChat } from '../units/chat-queries.ts';
import { decideGroup } from '../units/group.ts';
import {
  findPersonByOpenId,
  grantRole,
  listContacts,
  upsertPerson,
} from '../units/people-queries.ts';
import { listGroupMembers } from '../units/queries.ts';
import { ensureUnit, findUnit } from '../units/resolve.ts';
import { GROUPS, UNITS } from './county.ts';
import { samples } from './documents.ts';
import { CHARGES, CHATS, PEOPLE } from './people.ts';
import { samplePolicies } from './policies.ts';

/** Whether the database holds a county already. */
export async function isFilled(db: Db): Promise<boolean> {
  return (await listPlans(db)).length > 0;
}

/** Puts the sample county into the database, through the same doors as a real one: units, people, plan, policies, reports. */
export async function fillCounty(deps: Deps, year: number): Promise<void> {
  const documents = await readSamples(deps, year);
  await deps.db.transaction(async (tx) => {
    const inside = { ...deps, db: tx };
    await fillUnits(inside);
    await fillPeople(inside);
    await fillPlan(inside, year, documents.plan);
    for (const { name, content } of documents.policies)
      await addPolicy(inside, {
        fileName: name,
        content,
        visibility: { kind: 'public' },
        addedBy: 'system',
      });
  });
  deps.log.info({ year }, 'sample county filled');
}

async function readSamples(deps: Deps, year: number) {
  const read = async (name: string) => {
    const sample = samples(year).find((s) => s.name === name);
    if (!sample) throw new Error(`no sample ${name}`);
    const result = await deps.readDocument({ name, bytes: await sample.bytes() });
    if (result.kind === 'refused') throw new Error(`sample ${name} refused`);
    return { name, content: result.content };
  };
  const [first] = samples(year);
  const plan = await read(first?.name ?? '');
  const policies = [];
  for (const policy of samplePolicies(year)) policies.push(await read(policy.fileName));
  return { plan, policies };
}

async function fillUnits({ db, now, newId }: Deps): Promise<void> {
  const act = { actor: 'system', at: now() };
  for (const unit of UNITS) {
    await ensureUnit(db, unit.name, newId);
    for (const alias of unit.aliases) await addAlias(db, act, unit.name, alias, newId);
  }
  for (const group of GROUPS) {
    await ensureUnit(db, group.name, newId);
    if (group.members.length > 0)
      await decideGroup(db, act, { group: group.name, members: group.members }, newId);
  }
}

async function fillPeople({ db, now, newId }: Deps): Promise<void> {
  const act = { actor: 'system', at: now() };
  for (const p of PEOPLE) {
    const saved = await upsertPerson(db, { id: newId(), openId: p.openId, name: p.name });
    const unit = p.duty ? await findUnit(db, p.unit) : undefined;
    if (unit && p.duty) {
      const post = p.duty === 'main' ? 'liaison' : p.duty;
      await bindPerson(db, act, { openId: p.openId, name: p.name, unitId: unit.id, post }, newId);
    }
    for (const right of p.rights ?? []) await grantRole(db, saved.id, right);
  }
  for (const { openId, units } of CHARGES) {
    const leader = await findPersonByOpenId(db, openId);
    const unitIds: string[] = [];
    for (const name of units) {
      const unit = await findUnit(db, name);
      if (unit) unitIds.push(unit.id);
    }
    if (leader) await setCharge(db, act, { personId: leader.id, unitIds, on: true }, newId);
  }
  for (const chat of CHATS) {
    await upsertChat(db, { id: chat.chatId, name: chat.name });
    const unit = chat.boundTo ? await findUnit(db, chat.boundTo) : undefined;
    if (unit) await bindChat(db, act, { id: chat.chatId, name: chat.name }, unit.id, newId);
  }
}

async function fillPlan(
  deps: Deps,
  year: number,
  file: { name: string; content: Parameters<typeof readPlan>[0] },
): Promise<void> {
  const { db, newId } = deps;
  const timeZone = deps.config.APP_TIMEZONE;
  const reading = readPlan(file.content, file.name);
  if (reading.kind !== 'plan') throw new Error('the sample plan does not read');
  // Published a fortnight into the year, or the day before where the demonstration starts earlier.
  const eve = instantOf(addDays(dayOf(deps.now(), timeZone), -1), '10:00', timeZone);
  const usual = instantOf(`${year}-01-14`, '10:00', timeZone);
  const at = new Date(Math.min(usual.getTime(), eve.getTime()));
  const act = { actor: 'system', at };
  const draft = await draftPlan(db, act, { fileName: file.name, parsed: reading.plan }, newId);
  if (draft.kind !== 'new') return;
  const kept = await keepDraft(db, act, draft.draftId, newId);
  if (kept.kind !== 'kept') return;
  await publishPlan(db, act, kept.planId, newId);
  for (const card of monthCards({ year, publishedAt: at }, timeZone)) {
    if (card.at > deps.now()) continue;
    // Past months are history: their cards are not sent again, their reports stand below.
    await insertRound(db, { planId: kept.planId, month: card.month, decidedAt: card.at });
  }
  const { month } = splitDay(dayOf(deps.now(), timeZone));
  const thisYear = splitDay(dayOf(deps.now(), timeZone)).year;
  for (let m = 1; thisYear === year && m <= month; m++)
    await fillReports(deps, year, m, m === month);
}

/** What the units of the sample county had said of a month; of the running one some have not answered yet. */
async function fillReports(deps: Deps, year: number, month: number, isRunning: boolean) {
  const { db, newId } = deps;
  const items = (await listItems(db, year, [month])).filter((i) => i.months[0] === month);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const byUnit = itemsByUnit(items, shares, await listGroupMembers(db));
  const contacts = await listContacts(db, [...byUnit.keys()]);
  let turn = month;
  for (const [unitId, own] of byUnit) {
    const who = contacts.find((c) => c.unitId === unitId);
    turn++;
    if (!who || (isRunning && turn % 3 === 0)) continue;
    const day = String(Math.min(24, 12 + (turn % 12))).padStart(2, '0');
    const at = instantOf(
      `${year}-${String(month).padStart(2, '0')}-${day}`,
      '15:20',
      deps.config.APP_TIMEZONE,
    );
    if (at > deps.now()) continue;
    const said = own.map(({ item, role }, i): ReportItem => {
      const n = turn + i;
      const base = { occurrenceId: item.occurrenceId, role };
      if (isRunning && n % 4 === 0)
        return { ...base, status: 'in_progress', note: '正在按计划推进' };
      if (item.months.length > 1) return { ...base, status: 'in_progress', note: '按季度推进' };
      if (n % 13 === 0) return { ...base, status: 'blocked', note: '配套资金尚未到位' };
      if (n % 9 === 0) return { ...base, status: 'in_progress', note: '主体工作已做，正在收尾' };
      return { ...base, status: 'done' };
    });
    await recordReports(db, { actor: who.id, at }, { unitId, via: 'card', items: said }, newId);
  }
}
