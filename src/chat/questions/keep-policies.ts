import { z } from 'zod';
import { type Act, recordAudit, recordChange } from '../../audit/record.ts';
import type { Db } from '../../db/db.ts';
import { button, card, clip, escapeMarkdown, markdown, note, row } from '../../feishu/card.ts';
import { type PolicyOrder, readPolicyOrder } from '../../intent/policy-orders.ts';
import { findNamed } from '../../policy/document-name.ts';
import { reinstatePolicy, showPolicyTo, withdrawPolicy } from '../../policy/keep-policy.ts';
import {
  findPolicies,
  findPolicy,
  findTwin,
  isInLibrary,
  type Policy,
} from '../../policy/queries.ts';
import { personRights } from '../../policy/rights.ts';
import { shownTo, type Visibility, visibilityOf } from '../../policy/visibility.ts';
import { policyFacts } from '../../policy/wording.ts';
import { findUnits } from '../../units/queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onOfficeClick,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { sayUnknown } from '../orders/unit-tags.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';
import { readUnits } from './handle-announce.ts';
import { offerNowAnswered } from './handle-questions.ts';
import { keepWords as w } from './keep-wording.ts';

const KeepClick = z.object({
  act: z.literal('policy-keep'),
  policy: z.string().min(1),
  to: z.enum(['out', 'public', 'internal', 'units']),
  /** Ids, with commas between them, where `to` is `units`. */
  units: z.string().optional(),
});
type KeepClick = z.infer<typeof KeepClick>;

export const KEEP_CLICKS: ClickHandler[] = [onOfficeClick(KeepClick, keep)];

/** As many as people choose from. */
const OFFERED = 5;

/** 把《若干措施》移出政策库, 《若干措施》只给财政局看: shown first; false where the words are about something else. */
export async function takePolicyOrder(context: Context, text: string): Promise<boolean> {
  const order = readPolicyOrder(text);
  if (!order) return false;
  const library = await findPolicies(context.deps.db, {
    kind: 'person',
    ...personRights(context.person),
  });
  const found = findNamed(library, order.document).slice(0, OFFERED);
  // 《管理办法》暂不公开 in a unit's mouth is a report.
  if (found.length === 0 && !(order.isSure && isOffice(context))) return false;
  if (!isOffice(context)) await say(context, words.notAllowed(words.office));
  else if (context.origin.chatType === 'group') await say(context, words.privately);
  else if (found.length === 0) await say(context, w.unknown(order.document));
  else await ask(context, order.to, found);
  return true;
}

async function ask(context: Context, to: PolicyOrder['to'], found: Policy[]): Promise<void> {
  const { db } = context.deps;
  const said = typeof to === 'string' ? undefined : to.units.split(/[、,，;；\s]+|和|及|与/u);
  const named =
    said &&
    (await readUnits(
      db,
      said.filter((name) => name !== ''),
    ));
  if (named && named.unknown.length > 0) return say(context, await sayUnknown(db, named.unknown));
  if (named && named.unitIds.length === 0) return say(context, w.noUnits);
  const kind = typeof to === 'string' ? to : 'units';
  const units = named?.unitIds.join(',');
  const names = (await findUnits(db, named?.unitIds ?? [])).map((u) => u.name);
  await answer(context, {
    type: 'card',
    card: card({
      title: w.title,
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(kind === 'units' ? w.units(names) : w[kind])),
        ...(found.length > 1 ? [markdown(w.several)] : []),
        ...found.flatMap((policy) => [
          markdown(`**${escapeMarkdown(`《${clip(policy.title, 80)}》`)}**`),
          note(escapeMarkdown(policyFacts(policy, context.today).join('，'))),
          row([
            button({
              text: w.confirm[kind],
              type: kind === 'out' || kind === 'public' ? 'danger' : 'primary',
              value: {
                act: 'policy-keep',
                policy: policy.id,
                to: kind,
                ...(units ? { units } : {}),
              } satisfies KeepClick,
            }),
          ]),
        ]),
      ],
    }),
  });
}

async function keep(clicked: Clicked, click: KeepClick): Promise<Answered> {
  return change(clicked, async (context) => {
    if (click.to === 'out') return takeOut(context, click.policy);
    const unitIds = click.units?.split(',') ?? [];
    const known = await findUnits(context.deps.db, unitIds);
    if (known.length !== unitIds.length) return forged('unknown unit');
    if (click.to !== 'units') return show(context, click.policy, { kind: click.to });
    if (unitIds.length === 0) return forged('no unit');
    return show(context, click.policy, { kind: 'units', unitIds });
  });
}

async function takeOut(context: Context, policyId: string): Promise<Answered> {
  const { db, newId } = context.deps;
  const act = actOf(context);
  const policy = await withdrawPolicy(db, policyId, act.at);
  if (!policy) return info(w.overtaken);
  const { title } = policy;
  const data = { policyId, name: title };
  const changeId = await recordChange(db, act, { kind: 'policy-out', data }, newId);
  await recordAudit(db, act, 'policy.withdrawn', `policy:${policyId}`);
  return ok(words.done, doneCard(w.wasOut(title), changeId));
}

async function show(context: Context, policyId: string, to: Visibility): Promise<Answered> {
  const { db, newId } = context.deps;
  const done = await showPolicyTo(db, policyId, to);
  if (done.kind !== 'shown') return info(done.kind === 'same' ? w.same : w.overtaken);
  const act = actOf(context);
  const { title } = done.before;
  const before = visibilityOf(done.before);
  const data = { policyId, name: title, before, scope: shownTo(to).scope };
  const changeId = await recordChange(db, act, { kind: 'policy-shown', data }, newId);
  await recordAudit(db, act, 'policy.shown', `policy:${policyId}`, { to });
  if (to.kind === 'public') await offerNowAnswered(context, [policyId]);
  return ok(words.done, doneCard(w.shown(title, await whom(db, to)), changeId));
}

async function whom(db: Db, to: Visibility): Promise<string> {
  if (to.kind !== 'units') return w.whom[to.kind];
  return w.whom.units((await findUnits(db, to.unitIds)).map((u) => u.name));
}

/** Why a document can neither be put back nor shown as before: what came later would be overwritten. */
export async function obstacleToPolicy(
  db: Db,
  kind: 'policy-out' | 'policy-shown',
  data: Record<string, unknown>,
): Promise<string | undefined> {
  const policy = await findPolicy(db, String(data.policyId));
  if (!policy || policy.replacedBy) return w.overtaken;
  if (kind === 'policy-shown')
    return isInLibrary(policy) && policy.scope === data.scope ? undefined : w.overtaken;
  return (await findTwin(db, policy)) ? w.twin(policy.title) : undefined;
}

/** Takes back that a document was taken out of the library. */
export async function undoOut(
  { db }: { db: Db },
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  const policy = await findPolicy(db, String(data.policyId));
  if (!policy) return w.overtaken;
  await reinstatePolicy(db, policy);
  await recordAudit(db, act, 'policy.reinstated', `policy:${policy.id}`);
  return w.backIn(policy.title);
}

/** Takes back who may see a document. */
export async function undoShown(
  { db }: { db: Db },
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  // Written by `show` above and read from our own table.
  const { policyId, name, before } = data as { policyId: string; name: string; before: Visibility };
  await showPolicyTo(db, policyId, before);
  await recordAudit(db, act, 'policy.shown', `policy:${policyId}`, { to: before });
  return w.shownBack(name, await whom(db, before));
}
