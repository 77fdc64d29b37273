import type { Act } from '../audit/record.ts';
import { recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import {
  decideBindRequest,
  findBindRequest,
  findChat,
  insertBindRequest,
  setChatUnit,
  upsertChat,
} from './chat-queries.ts';
import {
  type Duty,
  findMain,
  findMembership,
  findPersonByOpenId,
  grantRole,
  listPeopleWithRole,
  listRoles,
  type Role,
  revokeRole,
  upsertPerson,
} from './people-queries.ts';
import { findUnits, lockUnit, type UnitRow } from './queries.ts';
import { setDuty } from './set-duty.ts';

type NewId = () => string;

/** What a person can be made: a duty in a unit, or a role beyond it. */
export type Post = 'liaison' | 'deputy' | 'member' | Role;

/** A group asks to stand for a unit; an administrator decides. */
export async function requestBinding(
  db: Db,
  act: Act,
  input: { chatId: string; chatName: string; unitId: string },
  newId: NewId,
): Promise<{ requestId: string }> {
  await upsertChat(db, { id: input.chatId, name: input.chatName });
  const requestId = newId();
  await insertBindRequest(db, {
    id: requestId,
    chatId: input.chatId,
    unitId: input.unitId,
    requestedBy: act.actor,
    requestedAt: act.at,
  });
  await recordAudit(db, act, 'bind.requested', `chat:${input.chatId}`, { unitId: input.unitId });
  return { requestId };
}

export type DecideBinding =
  | { kind: 'bound'; changeId: string; chatId: string; unit: UnitRow }
  | { kind: 'refused'; chatId: string; unit: UnitRow }
  | { kind: 'settled-before' }
  | { kind: 'unknown' };

/** An administrator's word on a request. */
export async function decideBinding(
  db: Db,
  act: Act,
  requestId: string,
  agree: boolean,
  newId: NewId,
): Promise<DecideBinding> {
  const request = await findBindRequest(db, requestId);
  const [unit] = await findUnits(db, request ? [request.unitId] : []);
  if (!request || !unit) return { kind: 'unknown' };
  const decision = agree ? 'agreed' : 'refused';
  if (!(await decideBindRequest(db, requestId, decision, act.actor, act.at)))
    return { kind: 'settled-before' };
  if (!agree) {
    await recordAudit(db, act, 'bind.refused', `chat:${request.chatId}`, { unitId: unit.id });
    return { kind: 'refused', chatId: request.chatId, unit };
  }
  const changeId = await bindChat(db, act, { id: request.chatId }, unit.id, newId);
  return { kind: 'bound', changeId, chatId: request.chatId, unit };
}

/** Makes a group the unit's group; the change can be undone. */
export async function bindChat(
  db: Db,
  act: Act,
  chat: { id: string; name?: string },
  unitId: string,
  newId: NewId,
): Promise<string> {
  const chatId = chat.id;
  const before = await findChat(db, chatId);
  await upsertChat(db, { id: chatId, name: chat.name ?? before?.name ?? chatId });
  await setChatUnit(db, chatId, unitId);
  const id = await recordChange(
    db,
    act,
    {
      kind: 'bind-chat',
      data: { chatId, before: before?.unitId ?? null, left: unitId },
    },
    newId,
  );
  await recordAudit(db, act, 'bind.chat', `chat:${chatId}`, { unitId });
  return id;
}

/**
 * Gives a person a post. `liaison` makes the main liaison when the unit has none, else a deputy; roles beyond a unit
 * (office, leader, admin) are kept beside it.
 */
export async function bindPerson(
  db: Db,
  act: Act,
  input: { openId: string; name: string; unitId?: string; post: Post },
  newId: NewId,
): Promise<{ personId: string; duty?: Duty; changeId: string }> {
  const person = await upsertPerson(db, { id: newId(), openId: input.openId, name: input.name });
  const data: UndoPerson = { personId: person.id };
  let duty: Duty | undefined;
  if (input.unitId) {
    // Two who are named at once never both become the main liaison.
    await lockUnit(db, input.unitId);
    duty = await dutyFor(db, person.id, input.unitId, input.post);
    data.unitId = input.unitId;
    data.dutyBefore = (await findMembership(db, person.id, input.unitId))?.duty ?? null;
    data.gone = await setDuty(db, input.unitId, person.id, duty);
    data.dutyLeft = duty;
  }
  if (input.post === 'office' || input.post === 'leader' || input.post === 'admin') {
    if (await grantRole(db, person.id, input.post)) data.role = input.post;
  }
  const changeId = await recordChange(db, act, { kind: 'bind-person', data }, newId);
  await recordAudit(db, act, 'bind.person', `person:${person.id}`, {
    unitId: input.unitId ?? null,
    post: input.post,
  });
  return { personId: person.id, changeId, ...(duty ? { duty } : {}) };
}

type UndoPerson = {
  personId: string;
  unitId?: string;
  dutyBefore?: Duty | null;
  /** What the change made of it; absent in what older versions wrote. */
  dutyLeft?: Duty | null;
  /** Main liaisons whose place the person took. */
  gone?: string[];
  /** Given by the change, taken by its undoing. */
  role?: Role;
  /** Taken by the change, given back by its undoing. */
  roleBefore?: Role;
};

/** Takes a post back, to what it was before. */
export async function undoBindPerson(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by bindPerson above and read from our own table.
  const undo = data as UndoPerson;
  if (undo.role) await revokeRole(db, undo.personId, undo.role);
  if (undo.roleBefore) await grantRole(db, undo.personId, undo.roleBefore);
  if (!undo.unitId) return;
  await setDuty(db, undo.unitId, undo.personId, undo.dutyBefore ?? null);
  for (const personId of undo.gone ?? []) await setDuty(db, undo.unitId, personId, 'main');
}

/** Whether the person's duty in the unit has been changed again since. */
export async function isPostChanged(db: Db, data: Record<string, unknown>): Promise<boolean> {
  // Written by bindPerson and removePost and read from our own table.
  const { personId, unitId, dutyLeft } = data as UndoPerson;
  if (!unitId || dutyLeft === undefined) return false;
  return ((await findMembership(db, personId, unitId))?.duty ?? null) !== dutyLeft;
}

/** Whether the group has been given to another unit, or to none, since. */
export async function isChatRebound(db: Db, data: Record<string, unknown>): Promise<boolean> {
  // Written by bindChat and unbindChat; a change of an older version does not say whose it made the group.
  const { chatId, left } = data as { chatId: string; left?: string | null };
  return left !== undefined && ((await findChat(db, chatId))?.unitId ?? null) !== left;
}

/** Gives a group back to the unit it stood for before, or to none. */
export async function undoBindChat(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by bindChat above and read from our own table.
  const undo = data as { chatId: string; before: string | null };
  await setChatUnit(db, undo.chatId, undo.before);
}

async function dutyFor(db: Db, personId: string, unitId: string, post: Post): Promise<Duty> {
  if (post === 'deputy' || post === 'member') return post;
  if (post !== 'liaison') return (await findMembership(db, personId, unitId))?.duty ?? 'member';
  const main = await findMain(db, unitId);
  return !main || main.id === personId || main.unreachable ? 'main' : 'deputy';
}

/** Ends a group's binding; undefined when it had none. */
export async function unbindChat(
  db: Db,
  act: Act,
  chatId: string,
  newId: NewId,
): Promise<{ unit: UnitRow; changeId: string } | undefined> {
  const chat = await findChat(db, chatId);
  const [unit] = await findUnits(db, chat?.unitId ? [chat.unitId] : []);
  if (!unit) return undefined;
  await setChatUnit(db, chatId, null);
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'bind-chat',
      data: { chatId, before: unit.id, left: null },
    },
    newId,
  );
  await recordAudit(db, act, 'bind.ended', `chat:${chatId}`, { unitId: unit.id });
  return { unit, changeId };
}

export type RemovePost =
  | { kind: 'removed'; changeId: string }
  | { kind: 'not-held' }
  /** Nobody could give rights any more. */
  | { kind: 'last-admin' };

/** Which duties an order means that takes a post away: who is called 联络员 may be the deputy. */
const DUTIES_OF: Record<'liaison' | 'deputy' | 'member', Duty[]> = {
  liaison: ['main', 'deputy'],
  deputy: ['deputy'],
  member: ['member'],
};

/** Takes a post from a person. */
export async function removePost(
  db: Db,
  act: Act,
  input: { openId: string; unitId?: string; post: Post },
  newId: NewId,
): Promise<RemovePost> {
  const person = await findPersonByOpenId(db, input.openId);
  if (!person) return { kind: 'not-held' };
  const data: UndoPerson = { personId: person.id };
  if (input.post === 'office' || input.post === 'leader' || input.post === 'admin') {
    if (!(await listRoles(db, person.id)).includes(input.post)) return { kind: 'not-held' };
    if (input.post === 'admin' && (await isLastAdmin(db, person.id))) return { kind: 'last-admin' };
    await revokeRole(db, person.id, input.post);
    data.roleBefore = input.post;
  } else {
    const membership = input.unitId ? await findMembership(db, person.id, input.unitId) : undefined;
    if (!input.unitId || !membership || !DUTIES_OF[input.post].includes(membership.duty))
      return { kind: 'not-held' };
    await setDuty(db, input.unitId, person.id, null);
    data.unitId = input.unitId;
    data.dutyBefore = membership.duty;
    data.dutyLeft = null;
  }
  const changeId = await recordChange(db, act, { kind: 'bind-person', data }, newId);
  await recordAudit(db, act, 'bind.removed', `person:${person.id}`, { post: input.post });
  return { kind: 'removed', changeId };
}

/** Whether this is the only administrator there is. */
export async function isLastAdmin(db: Db, personId: string): Promise<boolean> {
  return (await listPeopleWithRole(db, 'admin')).every((a) => a.id === personId);
}
