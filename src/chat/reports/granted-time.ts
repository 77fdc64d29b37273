import { clip } from '../../feishu/card.ts';
import { whyNoTime } from '../../matters/decide.ts';
import { listGranted } from '../../matters/granted-queries.ts';
import { listMattersOf } from '../../matters/history-queries.ts';
import { words } from '../../matters/wording.ts';
import { findItems } from '../../plan/item-queries.ts';
import type { ProposedItem } from '../../progress/proposal.ts';
import type { Context } from '../context.ts';

type Asked = Pick<ProposedItem, 'occurrenceId' | 'content' | 'status' | 'eta'>;

/**
 * 申请延期 once more, to a day no later than the office has agreed to already, or to one that gives no more time than the
 * deadline: it is said so and put to nobody.
 * Returns what is left to record, and the sentences.
 */
export async function withoutGranted<T extends Asked>(
  { deps, today }: Context,
  proposal: { unitId: string; items: T[] },
): Promise<{ items: T[]; notes: string[] }> {
  const asking = proposal.items.filter((i) => i.status === 'extension');
  const past = await listMattersOf(
    deps.db,
    asking.map((i) => i.occurrenceId),
  );
  const planned = await findItems(
    deps.db,
    asking.map((i) => i.occurrenceId),
  );
  const granted = await listGranted(deps.db);
  const noTime = (item: T) => {
    const dueOn = planned.find((p) => p.occurrenceId === item.occurrenceId)?.dueOn;
    const { eta } = item;
    const why = eta && dueOn && whyNoTime(eta, dueOn, today);
    return why ? [{ item, note: words.noTime(why, eta, dueOn) }] : [];
  };
  const idle = asking.flatMap((item) => {
    const { occurrenceId, eta, content } = item;
    const last = past.find(
      (m) =>
        m.kind === 'extension' &&
        m.occurrenceId === occurrenceId &&
        m.unitId === proposal.unitId &&
        m.state !== 'withdrawn',
    );
    const held = granted.find(
      (g) => g.occurrenceId === occurrenceId && g.unitId === proposal.unitId,
    );
    const on = last?.state === 'agreed' ? held?.grantedOn : undefined;
    return on && (eta ?? on) <= on
      ? [{ item, note: words.grantedBefore(clip(content, 40), on) }]
      : noTime(item);
  });
  const items = proposal.items.filter((i) => !idle.some((g) => g.item === i));
  return { items, notes: idle.map((g) => g.note) };
}
