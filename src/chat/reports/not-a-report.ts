import { recordAudit } from '../../audit/record.ts';
import { clip } from '../../feishu/card.ts';
import { forgetMessage } from '../../inbox/queries.ts';
import { findOpenMatters, setReason } from '../../matters/queries.ts';
import { words as matterWords } from '../../matters/wording.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findItems } from '../../plan/item-queries.ts';
import { words } from '../../progress/wording.ts';
import { officePeople } from '../../remind/office-people.ts';
import { ledgerOf } from '../../summary/load.ts';
import { leadStatus, partStatus } from '../../summary/summarise.ts';
import { STATUS_WORDS } from '../../summary/wording.ts';
import { actOf, type Context, say, tell } from '../context.ts';
import { redrawMatterCards } from './matter-cards.ts';
import type { ReportScope } from './report-scope.ts';

/**
 * 涉密的不要发群里: what was written is neither kept nor quoted anywhere, the stored event included; one line in private
 * says where such things belong (domain.md section 5).
 */
export async function refuseSecret(context: Context): Promise<void> {
  const { deps, origin, person } = context;
  await forgetMessage(deps.db, origin.messageId);
  await recordAudit(deps.db, actOf(context), 'secret.dropped', `person:${person.id}`);
  await enqueue(deps.db, {
    key: `secret:${origin.key}`,
    to: { type: 'open_id', id: person.openId },
    content: { type: 'text', text: words.secret },
    purpose: 'answer',
  });
}

/** 领导已同意: kept as words beside what waits for the office, which is told; nothing else changes. */
export async function noteClaim(context: Context, scope: ReportScope, text: string): Promise<void> {
  const { deps, person, origin } = context;
  const items = scope.items.map((i) => i.occurrenceId);
  const open = (await findOpenMatters(deps.db, items)).filter((m) => m.unitId === scope.unitId);
  for (const matter of open) {
    await setReason(deps.db, matter.id, [matter.reason, text].filter(Boolean).join('；'));
    await redrawMatterCards(deps, matter.id, origin.key);
  }
  const line = matterWords.claimOffice(scope.unitName, person.name, clip(text, 200));
  await tell(context, await officePeople(deps.db), { type: 'text', text: line }, 'claim');
  await recordAudit(deps.db, actOf(context), 'claim.noted', `unit:${scope.unitId}`);
  await say(context, matterWords.claim);
}

/**
 * A question about an item: what the plan says of it, and the question goes to the office. `false` where no item is
 * meant: such a question is nothing this use case knows of.
 */
export async function answerQuestion(
  context: Context,
  scope: ReportScope,
  said: { text: string; nos: number[] },
): Promise<boolean> {
  const { deps, person, origin } = context;
  const named = scope.items.filter((i) => said.nos.includes(i.no));
  const meant = named.length === 0 && origin.parentId ? scope.items.filter((i) => i.open) : named;
  if (meant.length === 0 || (named.length === 0 && meant.length > 1)) return false;
  const items = await findItems(
    deps.db,
    meant.map((i) => i.occurrenceId),
  );
  const ledger = await ledgerOf(deps.db, items);
  const lines = meant.flatMap(({ no, occurrenceId }) => {
    const item = ledger.items.get(occurrenceId);
    const line = ledger.lines.find((l) => l.occurrenceId === occurrenceId);
    if (!item || !line) return [];
    const own = line.leads.includes(scope.unitId) ? undefined : partStatus(line, scope.unitId);
    return [
      words.itemFacts({
        no,
        ...item,
        content: clip(item.content, 40),
        status: STATUS_WORDS[leadStatus(line)],
        ...(own === undefined ? {} : { ownStatus: STATUS_WORDS[own] }),
      }),
    ];
  });
  const toOffice = words.questionOffice(scope.unitName, person.name, clip(said.text, 200));
  await tell(context, await officePeople(deps.db), { type: 'text', text: toOffice }, 'question');
  await say(context, [...lines, words.question].join('\n'));
  return true;
}
