import type { Act } from '../../audit/record.ts';
import { clip, escapeMarkdown, hr, markdown } from '../../feishu/card.ts';
import { findOpenMatters } from '../../matters/queries.ts';
import { KIND_WORDS } from '../../matters/wording.ts';
import type { Proposal } from '../../progress/proposal.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import { words as progressWords, STATUS_WORDS } from '../../progress/wording.ts';
import { findRecipients } from '../../units/recipient.ts';
import type { Context } from '../context.ts';
import { words } from '../office-wording.ts';
import { tellUnits } from '../orders/tell-units.ts';
import { insertShownList } from '../queries.ts';
import { type Recorded, recordSaid } from './record-said.ts';

type By = { source: string; act?: Act };

/**
 * Records for a unit what the office heard, shown with its source; the unit is told and may correct it. What the same note
 * tells of other units is recorded with it, each told of its own, and shown on one card with a 撤销 for each.
 */
export async function recordProxy(
  context: Context,
  { beside = [], ...first }: Proposal,
  by: By,
): Promise<Recorded> {
  let all = await recordFor(context, first, by);
  for (const other of beside) {
    // A click waits for all of it: in between it can be answered that it is in hand.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { source = by.source } = other;
    all = joined(all, await recordFor(context, other, { ...by, source }));
  }
  return all;
}

function joined(one: Recorded, other: Recorded): Recorded {
  if (one.kind === 'nothing' && other.kind === 'nothing')
    return { ...one, text: `${one.text}\n${other.text}` };
  const [shown, beside] = one.kind === 'recorded' ? [one, other] : [other, one];
  if (shown.kind === 'nothing') return shown;
  const elements =
    beside.kind === 'recorded'
      ? beside.card.body.elements
      : [markdown(escapeMarkdown(beside.text))];
  const { card } = shown;
  const body = { ...card.body, elements: [...card.body.elements, hr(), ...elements] };
  return { ...shown, card: { ...card, body } };
}

async function recordFor(context: Context, proposal: Proposal, by: By): Promise<Recorded> {
  const { deps, person, now } = context;
  const { unitId, unitName, unread = [] } = proposal;
  const { source, act } = by;
  const told = (await findRecipients(deps.db, [unitId])).size > 0;
  const recorded = await recordSaid(context, proposal, {
    ...(act ? { act } : {}),
    how: { via: 'office', source },
    notes: [
      ...(unread.length > 0 ? [progressWords.notUnderstood(unread)] : []),
      words.proxySource(source),
      told ? words.proxyTold(unitName) : words.proxyUntold(unitName),
    ],
  });
  if (recorded.kind === 'nothing') return recorded;
  const lines = recorded.lines.map((l) =>
    progressWords.recordedLine({ ...l, content: clip(l.content, 40) }),
  );
  await tellUnits(deps, now, {
    key: `proxy:${recorded.batchId}`,
    unitIds: [unitId],
    purpose: 'answer',
    content: { type: 'text', text: words.proxyToUnit(person.name, source, lines) },
  });
  // What answers the notice speaks of its items, under the numbers that stand in it.
  await insertShownList(deps.db, {
    key: `proxy:${recorded.batchId}:${unitId}`,
    chatId: '',
    at: now,
    items: proposal.items.map(({ no, role, occurrenceId }) => ({
      no,
      unitId,
      role,
      occurrenceId,
    })),
  });
  return recorded;
}

/**
 * What the unit said last itself, where a 代填 would override it: done over a difficulty or a request for time, anything
 * else over its own done, and anything over what it says is not its own.
 */
export async function ownWordAgainst(
  { deps }: Context,
  { unitId, unitName, items }: Proposal,
): Promise<string | undefined> {
  const told = items.filter((i) => !i.unsaid);
  const ids = told.map((i) => i.occurrenceId);
  const own = (await findCurrentReports(deps.db, ids)).filter(
    (r) => r.unitId === unitId && r.via !== 'office' && r.decision !== 'refused',
  );
  const open = (await findOpenMatters(deps.db, ids)).filter((m) => m.unitId === unitId);
  for (const { occurrenceId, no, status } of told) {
    const matter = open.find(
      (m) => m.occurrenceId === occurrenceId && ['dispute', 'none'].includes(m.kind),
    );
    if (matter) return words.proxyAgainst(unitName, no, KIND_WORDS[matter.kind], matter.reason);
    const said = own.find((r) => r.occurrenceId === occurrenceId);
    const isHeld = said?.status === 'blocked' || said?.status === 'extension';
    if (said && (status === 'done' ? isHeld : said.status === 'done'))
      return words.proxyAgainst(unitName, no, STATUS_WORDS[said.status], said.note ?? '');
  }
  return undefined;
}
