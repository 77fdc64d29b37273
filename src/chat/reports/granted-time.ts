import { clip } from '../../feishu/card.ts';
import { isNoMoreTime } from '../../matters/decide.ts';
import { listMattersOf } from '../../matters/history-queries.ts';
import { words } from '../../matters/wording.ts';
import { findItems } from '../../plan/queries.ts';
import type { Proposal } from '../../progress/proposal.ts';
import type { Context } from '../context.ts';

/**
 * 申请延期 once more, to a day no later than the office has agreed to already, or to one that gives no more time than the
 * deadline: it is said so and put to nobody.
 * Returns what is left to record, and the sentences.
 */
export async function withoutGranted(
  { deps, today }: Context,
  proposal: Proposal,
): Promise<{ proposal: Proposal; notes: string[] }> {
  const asking = proposal.items.filter((i) => i.status === 'extension');
  const past = await listMattersOf(
    deps.db,
    asking.map((i) => i.occurrenceId),
  );
  const planned = await findItems(
    deps.db,
    asking.map((i) => i.occurrenceId),
  );
  const tooEarly = (item: (typeof asking)[number]) => {
    const dueOn = planned.find((p) => p.occurrenceId === item.occurrenceId)?.dueOn;
    const { eta } = item;
    return eta && dueOn && isNoMoreTime(eta, dueOn, today)
      ? [{ item, note: words.tooEarly(eta, dueOn) }]
      : [];
  };
  const granted = asking.flatMap((item) => {
    const { occurrenceId, eta, content } = item;
    const last = past.find(
      (m) =>
        m.kind === 'extension' &&
        m.occurrenceId === occurrenceId &&
        m.unitId === proposal.unitId &&
        m.state !== 'withdrawn',
    );
    const on = last?.state === 'agreed' ? last.grantedOn : null;
    return on && (eta ?? on) <= on
      ? [{ item, note: words.grantedBefore(clip(content, 40), on) }]
      : tooEarly(item);
  });
  const items = proposal.items.filter((i) => !granted.some((g) => g.item === i));
  return { proposal: { ...proposal, items }, notes: granted.map((g) => g.note) };
}
