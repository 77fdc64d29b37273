import type { Act } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import { whichMatterCard } from '../../matters/cards.ts';
import { findMatter } from '../../matters/queries.ts';
import { raiseByWord, withdrawMatter } from '../../matters/raise.ts';
import { words } from '../../matters/wording.ts';
import { findItems } from '../../plan/item-queries.ts';
import { PendingOption } from '../../progress/cards.ts';
import { lacksReason } from '../../progress/reason-words.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { actOf, answer, type Context } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { redrawMatterCards, sendMatterCards } from './matter-cards.ts';
import { keepQuestion } from './propose.ts';
import type { ReportScope } from './report-scope.ts';

type Kind = 'dispute' | 'none';

/**
 * 不归我们牵头, 本月无此项: goes to the office about the items that were named, or the only one it can mean; else the
 * person is asked which one it was.
 */
export async function raiseOrAsk(
  context: Context,
  scope: ReportScope,
  kind: Kind,
  said: { text: string; nos: number[] },
): Promise<void> {
  const open = scope.items.filter((i) => i.open);
  const named = scope.items.filter((i) => said.nos.includes(i.no));
  const isOnly = said.nos.length === 0 && open.length === 1;
  const meant = named.length > 0 ? named : isOnly ? open : [];
  const [only, second] = meant;
  if (!only) return ask(context, open.length > 0 ? open : scope.items, kind, said.text);
  if (!second) {
    const raised = await raise(context, actOf(context), kind, only, said.text);
    return sayWithUndo(context, raised.text, raised.changeId);
  }
  for (const item of meant) {
    const raised = await raise(context, actOf(context), kind, item, said.text);
    await sayWithUndo(context, raised.text, raised.changeId, `matter-${item.no}`);
  }
}

/** Puts one item before the office, with the cards that show it. */
export async function raise(
  context: Context,
  act: Act,
  kind: Kind,
  item: PendingOption,
  text: string,
): Promise<{ text: string; changeId: string }> {
  const { deps } = context;
  const { occurrenceId, unitId, role } = item;
  const raised = await raiseByWord(
    deps.db,
    act,
    { kind, occurrenceId, unitId, role, reason: text },
    deps.newId,
  );
  for (const old of raised.replaced) await redrawMatterCards(deps, old.id, raised.changeId);
  await sendMatterCards(deps, act.at, raised.matterId);
  await redrawCards(deps, unitId, [occurrenceId], { cause: raised.changeId });
  const content = clip(item.content.replace(/\s+/g, ' '), 40);
  const asks = kind === 'dispute' && lacksReason(text) ? words.reasonWanted : '';
  return { text: `${words.raised(kind, content)}${asks}`, changeId: raised.changeId };
}

/** Takes back what was put to the office beside any report, on all cards; returns the item's words, undefined when it was decided. */
export async function withdrawRaised(
  deps: Deps,
  act: Act,
  matterId: string,
  cause: string,
): Promise<string | undefined> {
  const matter = await findMatter(deps.db, matterId);
  const back = matter && (await withdrawMatter(deps.db, act, matterId));
  if (!matter || !back) return undefined;
  for (const one of [matter, ...back]) await redrawMatterCards(deps, one.id, cause);
  await redrawCards(deps, matter.unitId, [matter.occurrenceId], { cause });
  const [item] = await findItems(deps.db, [matter.occurrenceId]);
  return clip((item?.content ?? '').replace(/\s+/g, ' '), 40);
}

async function ask(
  context: Context,
  items: ReportScope['items'],
  kind: Kind,
  text: string,
): Promise<void> {
  const options = items.map((i) => PendingOption.parse(i));
  const pending = await keepQuestion(context, text, options);
  await answer(context, { type: 'card', card: whichMatterCard({ pending, kind, text, options }) });
}
