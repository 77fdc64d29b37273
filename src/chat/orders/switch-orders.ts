import { type Act, recordAudit, recordChange } from '../../audit/record.ts';
import type { Db } from '../../db/db.ts';
import { readSwitchOrder, type SwitchOrder } from '../../intent/read-switch-order.ts';
import { getSetting, setSetting, type Written } from '../../settings/queries.ts';
import type { Setting } from '../../settings/setting.ts';
import { digestWords } from '../../summary/wording.ts';
import { setCharge } from '../../units/charge.ts';
import { listCharges } from '../../units/charge-queries.ts';
import { findPeopleByName, listRoles } from '../../units/people-queries.ts';
import { listUnits } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { declined, leaderDigest } from '../instructions/leader-digest.ts';
import { isOffice } from '../roles.ts';
import { switchWords as w } from '../sending-wording.ts';
import { words } from '../wording.ts';
import { dispatchSetting } from './tell-dispatch.ts';

type Of<K extends SwitchOrder['kind']> = Extract<SwitchOrder, { kind: K }>;

/** Switches of digests and packs, and 分管; false where the message is about something else. */
export async function takeSwitchOrder(context: Context, text: string): Promise<boolean> {
  const order = readSwitchOrder(text);
  if (!order || context.origin.chatType !== 'p2p') return false;
  if (order.kind === 'own-digest' && !context.person.roles.has('leader')) return false;
  if (order.kind !== 'own-digest' && !mayOrder(context)) {
    await say(context, words.notAllowed(words.office));
    return true;
  }
  await carryOut(context, order);
  return true;
}

const mayOrder = (context: Context) => isOffice(context) || context.person.roles.has('admin');

async function carryOut(context: Context, order: SwitchOrder): Promise<void> {
  switch (order.kind) {
    case 'own-digest':
      return ownDigest(context, order.on);
    case 'leader-digest':
      return leadersDigest(context, order);
    case 'dispatch':
      return dispatch(context, order);
    case 'charge':
      return charge(context, order);
    case 'charges':
      return showCharges(context);
  }
}

async function ownDigest(context: Context, on: boolean): Promise<void> {
  const setting = declined(context.person.id);
  await turn(context, setting, !on, on ? digestWords.isOn : digestWords.isOff);
}

async function leadersDigest(context: Context, { on, at }: Of<'leader-digest'>): Promise<void> {
  const before = await getSetting(context.deps.db, leaderDigest);
  const value = { on: on ?? before.on, at: at ?? before.at };
  await turn(context, leaderDigest, value, w.leaderDigest(value));
}

async function dispatch(context: Context, { on, day }: Of<'dispatch'>): Promise<void> {
  const before = await getSetting(context.deps.db, dispatchSetting);
  const value = { ...before, on: on ?? before.on, day: day ?? before.day };
  await turn(context, dispatchSetting, value, w.dispatch(value));
}

async function turn<T>(
  context: Context,
  setting: Setting<T>,
  value: T,
  text: string,
): Promise<void> {
  const { db, newId } = context.deps;
  const before = await getSetting(db, setting);
  if (JSON.stringify(before) === JSON.stringify(value)) return say(context, text);
  const act = actOf(context);
  await setSetting(db, setting, value, act.at);
  const written: Written = { key: setting.key, value };
  const data = { key: setting.key, before, written };
  const changeId = await recordChange(db, act, { kind: 'switched', data }, newId);
  await recordAudit(db, act, 'setting.changed', `setting:${setting.key}`, { value });
  await sayWithUndo(context, text, changeId);
}

/** Gives a switch back as it was. */
export async function undoSwitch(db: Db, act: Act, data: Record<string, unknown>): Promise<string> {
  const key = String(data.key);
  const give = async <T>(setting: Setting<T>): Promise<T> => {
    const before = setting.schema.parse(data.before);
    await setSetting(db, setting, before, act.at);
    return before;
  };
  if (key === leaderDigest.key) return w.undone(w.leaderDigest(await give(leaderDigest)));
  if (key === dispatchSetting.key) return w.undone(w.dispatch(await give(dispatchSetting)));
  const isOff = await give({ ...declined(''), key });
  return w.undone(isOff ? digestWords.isOff : digestWords.isOn);
}

async function charge(context: Context, order: Of<'charge'>): Promise<void> {
  const { db, newId } = context.deps;
  const [person, other] = await findPeopleByName(db, order.person);
  if (!person) return say(context, words.personUnknown(order.person));
  if (other) return say(context, words.personTwice(order.person));
  if (!(await listRoles(db, person.id)).includes('leader'))
    return say(context, w.notLeader(person.name));
  const unitIds: string[] = [];
  for (const name of order.units) {
    const unit = await findUnit(db, name);
    if (!unit) return say(context, words.unitUnknown(name, await nearestUnits(db, name)));
    unitIds.push(unit.id);
  }
  const of = { personId: person.id, unitIds, on: order.on };
  const done = await setCharge(db, actOf(context), of, newId);
  if (!done) return say(context, w.chargeSame);
  const names = (await listUnits(db)).filter((u) => done.unitIds.includes(u.id)).map((u) => u.name);
  await sayWithUndo(context, w.charge(person.name, names, order.on), done.changeId);
}

async function showCharges(context: Context): Promise<void> {
  const { db } = context.deps;
  const charges = await listCharges(db);
  const units = new Map((await listUnits(db)).map((u) => [u.id, u.name]));
  const lines = [...Map.groupBy(charges, (c) => c.personId).values()].map((list) =>
    w.chargeLine(
      list[0]?.leader ?? '',
      list.map((c) => units.get(c.unitId) ?? ''),
    ),
  );
  await say(context, lines.length > 0 ? lines.join('\n') : w.noCharges);
}
