import {
  announcedIn,
  digestOf,
  draftAnnouncement,
  sendAnnouncement,
} from '../../announce/announce.ts';
import {
  AnnounceClick,
  AnnounceToClick,
  AnnounceToForm,
  announcePreview,
  SubscribeClick,
  whichUnitsCard,
} from '../../announce/cards.ts';
import { findAnnouncement, listTags, moveAnnouncement } from '../../announce/queries.ts';
import { reachOf } from '../../announce/reach.ts';
import { words } from '../../announce/wording.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import type { AnnounceOrder } from '../../intent/announce-orders.ts';
import { findByMessageId } from '../../outbox/sent-queries.ts';
import { findNamed } from '../../policy/document-name.ts';
import { findPolicies, findPolicy, isInLibrary, type Policy } from '../../policy/queries.ts';
import { personRights } from '../../policy/rights.ts';
import { hasEnded } from '../../policy/validity.ts';
import { validityNote } from '../../policy/wording.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { findUnits, listUnits } from '../../units/queries.ts';
import { findUnit } from '../../units/resolve.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  onOfficeClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { sayUnknown, setTag, showTags } from '../orders/unit-tags.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';
import { byUnit, optedOut, subscribe, subscribeByClick } from './subscriptions.ts';

export const ANNOUNCE_CLICKS: ClickHandler[] = [
  onOfficeClick(AnnounceClick, decide),
  onOfficeClick(AnnounceToClick, chooseUnits),
  onClick(SubscribeClick, subscribeByClick),
];

/** Carries out an order about announcements; false where it is not the asker's to give. */
export async function handleAnnounceOrder(
  context: Context,
  order: AnnounceOrder,
): Promise<boolean> {
  if (order.kind === 'subscribe') {
    await answer(context, { type: 'card', card: await subscribe(context, order.on) });
    return true;
  }
  if (!isOffice(context) || context.origin.chatType === 'group') return false;
  switch (order.kind) {
    case 'announce':
      await announce(context, order);
      return true;
    case 'tag':
      await setTag(context, order);
      return true;
    case 'tags':
      await showTags(context);
      return true;
    case 'refusals':
      await say(context, await optedOut(context));
      return true;
  }
}

async function announce(
  context: Context,
  { document, to, latest }: Extract<AnnounceOrder, { kind: 'announce' }>,
): Promise<void> {
  const policy = latest
    ? await findLatest(context)
    : document === ''
      ? undefined
      : await findDocument(context, document);
  if (!policy)
    return say(context, document === '' ? words.policyWhich : words.policyUnknown(document));
  const tags = [...new Set((await listTags(context.deps.db)).map((t) => t.tag))];
  // 各企业联络员, and nothing tells which of the units are firms.
  const isOpen = to.some((name) => FIRMS.test(name) && !tags.includes(name));
  if (to.length === 0 || isOpen)
    return answer(context, { type: 'card', card: whichUnitsCard(policy, tags) });
  await preview(context, policy, to);
}

const FIRMS =
  /^(?:全部|所有|全体|各个?|每个)?(?:家)?(?:重点|规上)?企业(?:的)?(?:联络员|联系人|负责人)?们?$/;

/** The document that this person put into the library last. */
async function findLatest(context: Context): Promise<Policy | undefined> {
  const open = await findPolicies(context.deps.db, {
    kind: 'person',
    ...personRights(context.person),
  });
  return open
    .filter((p) => p.addedBy === context.person.id)
    .toSorted((a, b) => b.addedAt.getTime() - a.addedAt.getTime())[0];
}

async function findDocument(context: Context, said: string): Promise<Policy | undefined> {
  const open = await findPolicies(context.deps.db, {
    kind: 'person',
    ...personRights(context.person),
  });
  return open.find((p) => p.id === said.trim()) ?? findNamed(open, said)[0];
}

const ALL_UNITS =
  /^(?:(?:全部|所有|全体|各个?|每个)(?:责任)?(?:单位|部门)?(?:的)?(?:联络员)?们?|大家)$/;

/** Units by name, by tag, or all of them; names that are neither. */
export async function readUnits(
  db: Deps['db'],
  names: string[],
): Promise<{ unitIds: string[]; unknown: string[] }> {
  const tags = await listTags(db);
  const unitIds = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const tagged = tags.filter((t) => t.tag === name);
    const unit = tagged.length > 0 ? undefined : await findUnit(db, name);
    const all = ALL_UNITS.test(name) ? await listUnits(db) : [];
    for (const u of all) if (u.kind === 'unit') unitIds.add(u.id);
    for (const { unitId } of tagged) unitIds.add(unitId);
    if (unit) unitIds.add(unit.id);
    if (!unit && tagged.length === 0 && all.length === 0) unknown.push(name);
  }
  return { unitIds: [...unitIds], unknown };
}

async function preview(context: Context, policy: Policy, names: string[]): Promise<void> {
  const { deps, now, today } = context;
  if (hasEnded(policy, today))
    return say(context, words.policyEnded(policy.title, validityNote(policy, today) ?? ''));
  const { unitIds, unknown } = await readUnits(deps.db, names);
  if (unknown.length > 0) return say(context, await sayUnknown(deps.db, unknown));
  const digest = await digestOf(deps, policy, now);
  const reach = await reachOf(deps.db, policy, unitIds);
  const rows = await findUnits(deps.db, unitIds);
  const nameOf = (id: string) => rows.find((u) => u.id === id)?.name ?? id;
  const lines = [
    ...(digest.isOver ? [words.over] : []),
    reach.reached.length > 0
      ? words.reached([...new Set(reach.reached.map((r) => nameOf(r.unitId)))])
      : words.nobody,
    ...[...Map.groupBy(reach.left, (l) => l.why)].map(([why, list]) =>
      words.leftLine(
        words.left[why],
        list.map((l) => nameOf(l.unitId)),
      ),
    ),
    ...(reach.refused.length > 0 ? [words.optedOut(byUnit(reach.refused, nameOf))] : []),
  ];
  const id = await draftAnnouncement(deps, actOf(context), policy.id, unitIds);
  await answer(context, {
    type: 'card',
    card: announcePreview(id, digest, lines, reach.reached.length === 0),
  });
}

async function chooseUnits(clicked: Clicked, click: AnnounceToClick): Promise<Answered> {
  const policy = await findPolicy(clicked.deps.db, click.policy);
  if (!policy || !isInLibrary(policy)) return forged('unknown policy');
  const form = AnnounceToForm.safeParse(clicked.action.form);
  const names = click.to || (form.success ? form.data.units : '');
  const to = names.split(/[、,，;；\s]+/u).filter((n) => n !== '');
  if (to.length === 0) return refuse(words.whichHow);
  return change(clicked, async (context) => {
    await preview(context, policy, to);
    return {};
  });
}

async function decide(clicked: Clicked, click: AnnounceClick): Promise<Answered> {
  const draft = await findAnnouncement(clicked.deps.db, click.id);
  if (!draft) return forged('unknown announcement');
  return change(clicked, async (context) => {
    const { deps } = context;
    if (!click.agree)
      return (await moveAnnouncement(deps.db, click.id, 'draft', 'dropped'))
        ? ok(words.dropped, doneCard(words.dropped))
        : info(words.settledBefore);
    const card = await sendDrafted(context, click.id);
    return card ? ok(intentWords.done, card) : info(words.settledBefore);
  });
}

/** Sends a draft; undefined when it was settled before. */
export async function sendDrafted(context: Context, id: string): Promise<Card | undefined> {
  const { deps, now } = context;
  const done = await sendAnnouncement(deps, actOf(context), id);
  if (!done) return undefined;
  const quiet = (await sendingMoment(deps, now)) > now;
  return doneCard(words.sent(done.sent, quiet), done.changeId);
}

/** The policy under whose announcement a message was written. */
export async function policyAbove(context: Context): Promise<Policy | undefined> {
  const { parentId } = context.origin;
  const above = parentId ? await findByMessageId(context.deps.db, parentId) : undefined;
  return above && announcedIn(context.deps.db, above.key);
}
