import { splitDay } from '../../calendar/county-time.ts';
import { clip } from '../../feishu/card.ts';
import { readDecision, type SaidDecision } from '../../intent/read-decision.ts';
import { mattersCard } from '../../matters/cards.ts';
import { decideMatter } from '../../matters/decide.ts';
import { findMatter, listOpenMatters, type MatterRow } from '../../matters/queries.ts';
import { viewMatters } from '../../matters/view.ts';
import { words } from '../../matters/wording.ts';
import { findByMessageId } from '../../outbox/sent-queries.ts';
import type { UnitNames } from '../../text/unit-name.ts';
import { findUnit } from '../../units/resolve.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { answerDecision } from '../reports/handle-matter.ts';
import { matterOfKey } from '../reports/matter-cards.ts';
import { inMonth } from '../reports/unit-duties.ts';
import { isOffice } from '../roles.ts';

/**
 * 同意延期到4月20日, 退回科技经信局第1项，请补充清单: under the card of a matter it is of that one; else it has to leave only one
 * that waits. A sentence that says more than the order shows what it may mean. False where the words are about something else.
 */
export async function takeDecision(
  context: Context,
  text: string,
  units: UnitNames,
): Promise<boolean> {
  if (!isOffice(context) || context.origin.chatType !== 'p2p') return false;
  const said = readDecision(text, { refDate: context.today, units });
  if (!said) return false;
  const above = await matterAbove(context);
  const isBare = !said.kind && !said.unit && said.no === undefined;
  const waiting = above ? [above] : await meant(context, said);
  // 通过 out of the blue may be said of anything, as may what is more than the order: what waits is shown, nothing decided.
  if (!said.isWhole || (isBare && !above)) {
    const open = waiting.filter((m) => m.state === 'open');
    if (open.length === 0 || !(above || said.isWhole || said.kind)) return false;
    await ask(context, open);
    return true;
  }
  const [matter, second] = waiting;
  if (!matter) await sayNotWaiting(context, said);
  else if (second) await ask(context, waiting);
  else await decide(context, matter, said);
  return true;
}

/** Which one does not wait, what can be done about it, and who does wait. */
async function sayNotWaiting(context: Context, { unit, no }: SaidDecision): Promise<void> {
  const { db, config } = context.deps;
  const views = await viewMatters(db, await listOpenMatters(db), config.APP_TIMEZONE);
  const waiting = views.map((v) => words.listLine(v.kind, v.unit, clip(v.content, 40)));
  const which = `${unit ?? ''}${no === undefined ? '' : words.itemNo(no)}`;
  const about = which ? words.notWaiting(which) : words.noneOfThese;
  const rest = waiting.length > 0 ? words.othersWait(waiting) : words.listNone;
  await say(context, `${about}\n${rest}`);
}

async function decide(context: Context, matter: MatterRow, said: SaidDecision): Promise<void> {
  const { deps } = context;
  const { agree, reason, on } = said;
  const to = said.to ? await findUnit(deps.db, said.to) : undefined;
  const decided = await decideMatter(
    deps.db,
    actOf(context),
    {
      matterId: matter.id,
      agree,
      today: context.today,
      answer: reason,
      ...(on && matter.kind === 'extension' ? { on } : {}),
      ...(to ? { to: { id: to.id, name: to.name } } : {}),
    },
    deps.newId,
  );
  const { card, toast } = await answerDecision(context, { matter: matter.id, agree }, decided);
  await (card ? answer(context, { type: 'card', card }) : say(context, toast?.content ?? ''));
}

async function meant(context: Context, { kind, unit, no }: SaidDecision): Promise<MatterRow[]> {
  const { deps, today } = context;
  const owner = unit ? await findUnit(deps.db, unit) : undefined;
  const of = (await listOpenMatters(deps.db)).filter(
    (m) => (!kind || m.kind === kind) && (!owner || m.unitId === owner.id),
  );
  if (no === undefined) return of;
  const unitIds = [...new Set(of.map((m) => m.unitId))];
  const numbered = (await inMonth(deps.db, splitDay(today), unitIds))
    .flatMap((list) => list.items)
    .filter((i) => i.no === no);
  return of.filter((m) =>
    numbered.some((i) => i.unitId === m.unitId && i.occurrenceId === m.occurrenceId),
  );
}

async function ask(context: Context, waiting: MatterRow[]): Promise<void> {
  const { deps } = context;
  const views = await viewMatters(deps.db, waiting, deps.config.APP_TIMEZONE);
  await answer(context, { type: 'card', card: mattersCard(views) });
}

async function matterAbove({ deps, origin }: Context): Promise<MatterRow | undefined> {
  const sent = origin.parentId && (await findByMessageId(deps.db, origin.parentId));
  const id = sent ? matterOfKey(sent.key) : undefined;
  return id ? findMatter(deps.db, id) : undefined;
}
