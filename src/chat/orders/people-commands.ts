import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { deliverWaiting } from '../../remind/remind.ts';
import { claimAdmin } from '../../units/admin-code.ts';
import { addAlias } from '../../units/alias.ts';
import { bindPerson, type Post, removePost, requestBinding, unbindChat } from '../../units/bind.ts';
import { findChat } from '../../units/chat-queries.ts';
import {
  findPeopleByName,
  findPersonByOpenId,
  listPeopleWithRole,
} from '../../units/people-queries.ts';
import { loadPerson } from '../../units/person.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import type { BindClick } from '../clicks.ts';
import { actOf, type Context, say, tell } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { isAdmin, isOffice } from '../roles.ts';
import { words } from '../wording.ts';

type Of<K extends AdminCommand['kind']> = Extract<AdminCommand, { kind: K }>;

const POST_WORDS: Record<Post, string> = {
  liaison: '联络员',
  deputy: '副联络员',
  member: '干部',
  office: '督办人员',
  leader: '领导',
  admin: '管理员',
};

/** Whoever holds one of these sees every unit's progress: the administrator is told whom that is given to. */
const SEES_COUNTY: Post[] = ['office', 'leader', 'admin'];

/** 认领管理员 CODE, in private only. */
export async function claim(context: Context, command: Of<'claim-admin'>): Promise<void> {
  if (context.origin.chatType === 'group') return say(context, words.claimInPrivate);
  const { person, deps } = context;
  const { actor: _, ...act } = actOf(context);
  const claimed = await claimAdmin(
    deps.db,
    act,
    { openId: person.openId, name: person.name, code: command.code },
    deps.newId,
  );
  await say(context, claimed ? words.claimed(person.name) : words.claimFailed);
}

/** 绑定 单位 in the unit's group: an administrator confirms. */
export async function bindUnit(context: Context, command: Of<'bind-unit'>): Promise<void> {
  const { deps, origin, person } = context;
  if (origin.chatType !== 'group') return say(context, words.bindInGroup);
  if (!command.unit) return say(context, words.bindWhich);
  const unit = await findUnit(deps.db, command.unit);
  if (!unit)
    return say(context, words.unitUnknown(command.unit, await nearestUnits(deps.db, command.unit)));
  const chatName = (await findChat(deps.db, origin.chatId))?.name ?? origin.chatId;
  const { requestId } = await requestBinding(
    deps.db,
    actOf(context),
    { chatId: origin.chatId, chatName, unitId: unit.id },
    deps.newId,
  );
  const admins = await listPeopleWithRole(deps.db, 'admin');
  const decide = (agree: boolean) =>
    ({ act: 'bind', request: requestId, agree }) satisfies BindClick;
  await tell(
    context,
    admins,
    {
      type: 'card',
      card: card({
        title: words.bindAskTitle,
        elements: [
          markdown(escapeMarkdown(words.bindAsk(person.name, chatName, unit.name))),
          row([
            button({ text: words.bindAgree, type: 'primary', value: decide(true) }),
            button({ text: words.bindRefuse, value: decide(false) }),
          ]),
        ],
      }),
    },
    'bind',
  );
  await say(context, words.bindAsked(unit.name));
}

/** 解除绑定 in a group. */
export async function unbind(context: Context): Promise<void> {
  const { deps, origin } = context;
  if (!isAdmin(context)) return say(context, words.notAllowed(words.admin));
  const done = await unbindChat(deps.db, actOf(context), origin.chatId, deps.newId);
  if (!done) return say(context, words.notBound);
  await sayWithUndo(context, words.unbound(done.unit.name), done.changeId);
}

/** 设置 张三 为 科技经信局 联络员: people are named by mention, else by a name that only one person has. */
export async function setPerson(context: Context, command: Of<'set-person'>): Promise<void> {
  const found = await whom(context, command);
  if (!found) return;
  const { deps } = context;
  const before = await loadPerson(deps.db, found.openId);
  const bound = await bindPerson(
    deps.db,
    actOf(context),
    {
      openId: found.openId,
      name: found.name,
      post: command.role,
      ...(found.unit ? { unitId: found.unit.id } : {}),
    },
    deps.newId,
  );
  if (found.unit) await deliverWaiting(deps, found.unit.id, context.now);
  const ofUnits = before?.memberships.map((m) => m.unitName) ?? [];
  const sees = SEES_COUNTY.includes(command.role) ? words.seesCounty(ofUnits) : '';
  const asDeputy = command.role === 'liaison' && bound.duty === 'deputy';
  const text = words.personSet(found.name, found.unit?.name, POST_WORDS[command.role]);
  await sayWithUndo(context, `${text}${asDeputy ? words.mainExists : ''}${sees}`, bound.changeId);
}

/** 取消 张三 的联络员. */
export async function removePerson(context: Context, command: Of<'remove-person'>): Promise<void> {
  const found = await whom(context, command);
  if (!found) return;
  const { deps } = context;
  const done = await removePost(
    deps.db,
    actOf(context),
    {
      openId: found.openId,
      post: command.role,
      ...(found.unit ? { unitId: found.unit.id } : {}),
    },
    deps.newId,
  );
  const post = `${found.unit?.name ?? ''}${POST_WORDS[command.role]}`;
  switch (done.kind) {
    case 'removed':
      return sayWithUndo(context, words.personRemoved(found.name, post), done.changeId);
    case 'not-held':
      return say(context, words.postNotHeld(found.name, post));
    case 'last-admin':
      return say(context, words.lastAdmin);
  }
}

/** 别名 科经局=科技经信局. */
export async function alias(context: Context, command: Of<'alias'>): Promise<void> {
  if (!isOffice(context) && !isAdmin(context)) return say(context, words.notAllowed(words.office));
  const { deps } = context;
  const add = (unit: string, name: string) =>
    addAlias(deps.db, actOf(context), unit, name, deps.newId);
  const asSaid = await add(command.unit, command.alias);
  // 别名 供电公司=电力局: whichever of the two is known is the unit.
  const isTurned =
    asSaid.kind === 'unit-unknown' && (await findUnit(deps.db, command.alias)) !== undefined;
  const alias = isTurned ? command.unit : command.alias;
  const done = isTurned ? await add(command.alias, alias) : asSaid;
  switch (done.kind) {
    case 'added':
      return sayWithUndo(context, words.aliasAdded(alias, done.unit.name), done.changeId);
    case 'known':
      return say(context, words.aliasKnown(alias, done.unit.name));
    case 'in-use':
      return say(context, words.aliasInUse(alias));
    case 'unit-unknown':
      return say(context, words.unitUnknown(command.unit, done.near));
  }
}

/** Who and which unit an order means, once the asker may give it; answers and returns undefined otherwise. */
async function whom(
  context: Context,
  command: Of<'set-person'> | Of<'remove-person'>,
): Promise<{ openId: string; name: string; unit?: { id: string; name: string } } | undefined> {
  const { deps, origin } = context;
  const beyondUnit = ['office', 'leader', 'admin'].includes(command.role);
  // Roles that see more than one unit are an administrator's to give; liaisons may be named by the office too.
  if (!isAdmin(context) && (beyondUnit || !isOffice(context))) {
    await say(context, words.notAllowed(words.admin));
    return undefined;
  }
  const [mentioned] = origin.mentions;
  const named = command.person ? await findPeopleByName(deps.db, command.person) : [];
  const [first, second] = named;
  if (!mentioned && !command.person) await say(context, words.personWhich);
  else if (!mentioned && second) await say(context, words.personTwice(command.person ?? ''));
  else if (!mentioned && !first) await say(context, words.personUnknown(command.person ?? ''));
  else {
    const known = mentioned ? await findPersonByOpenId(deps.db, mentioned.openId) : first;
    const who = known ?? mentioned;
    if (!who) return undefined;
    if (!command.unit) {
      if (beyondUnit) return { openId: who.openId, name: who.name };
      await say(context, words.personWhich);
      return undefined;
    }
    const unit = await findUnit(deps.db, command.unit);
    if (unit) return { openId: who.openId, name: who.name, unit };
    await say(context, words.unitUnknown(command.unit, await nearestUnits(deps.db, command.unit)));
  }
  return undefined;
}
