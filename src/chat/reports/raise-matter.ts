import type { Act } from '../../audit/record.ts';
import { clip } from '../../feishu/card.ts';
import { whichMatterCard } from '../../matters/cards.ts';
import { raiseByWord } from '../../matters/raise.ts';
import { words } from '../../matters/wording.ts';
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
