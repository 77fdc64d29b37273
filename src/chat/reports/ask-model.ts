import { z } from 'zod';
import type { Intent } from '../../intent/intent.ts';
import type { Proposal } from '../../progress/proposal.ts';
import type { ReadItem, Reading } from '../../progress/reading.ts';
import { STATUSES } from '../../progress/report.ts';
import type { Context } from '../context.ts';
import { modelOrders } from '../model-wording.ts';
import { proposalOf } from './record-said.ts';
import { type ReportScope, reportingUnits } from './report-scope.ts';
import { listsInMind } from './shown-list.ts';
import { meaningOf } from './which-list.ts';

/** What the model may say of a reply: which items of the list, and where they stand. It has no words of its own. */
const Heard = z.object({
  items: z
    .array(
      z.object({
        no: z.number().int(),
        status: z.enum(STATUSES),
        percent: z.number().min(0).max(100).nullable(),
        eta: z.iso.date().nullable(),
      }),
    )
    .max(20),
});

/** People wait for an answer; the rules' question is as good after this. */
const PATIENCE_MS = 8_000;
const LONGEST = 1_000;

/**
 * What a model makes of a reply that the rules cannot settle, as a proposal that the person confirms or drops: it records
 * nothing and obeys nothing. Replies are internal: without LLM_ALLOW_INTERNAL nothing is sent. Slow and remote, so
 * outside any transaction; undefined where the rules settle it, no model is there, or it answers nonsense.
 */
export async function askModel(
  context: Context,
  intent: Intent,
  text: string,
): Promise<Proposal | undefined> {
  const { model, config } = context.deps;
  if (!model || !config.LLM_ALLOW_INTERNAL || text === '' || text.length > LONGEST)
    return undefined;
  if (intent.kind !== 'report' && intent.kind !== 'unknown') return undefined;
  const scope = await unsettledIn(context, text);
  if (!scope) return undefined;
  const open = scope.items.filter((i) => i.open && !i.before);
  const answered = await model.ask({
    system: modelOrders,
    prompt: JSON.stringify({
      today: context.today,
      tasks: open.map(({ no, content }) => ({ no, content })),
      message: text,
    }),
    schema: Heard,
    timeoutMs: PATIENCE_MS,
  });
  if (answered.kind !== 'answered') return undefined;
  const items = answered.value.items.flatMap(({ no, status, percent, eta }): ReadItem[] => {
    if (!open.some((i) => i.no === no)) return [];
    // A number that the person did not write is the model's own.
    const written = percent !== null && text.includes(String(percent));
    return [
      {
        no,
        status,
        note: text,
        ...(written ? { percent } : {}),
        ...(eta && eta >= context.today && status !== 'done' ? { eta } : {}),
      },
    ];
  });
  const once = new Set(items.map((i) => i.no)).size === items.length;
  return items.length > 0 && once ? proposalOf(scope, items) : undefined;
}

/** The list a reply speaks of where the rules would ask, or understand nothing. */
async function unsettledIn(context: Context, text: string): Promise<ReportScope | undefined> {
  const unitIds = reportingUnits(context);
  if (unitIds.length === 0) return undefined;
  const lists = await listsInMind(context, unitIds);
  if (new Set(lists.map((l) => l.unitId)).size !== 1) return undefined;
  const meaning = meaningOf(lists, text, context.today);
  if (meaning.kind !== 'unsure' || !meaning.heard) return undefined;
  const { scope, reading } = meaning.heard;
  return isUnsettled(reading) && scope.items.some((i) => i.open) ? scope : undefined;
}

/** Neither an ambiguity that only the list settles, nor anything that must not be kept or obeyed. */
function isUnsettled(reading: Reading): boolean {
  if (reading.kind === 'not_a_report') return reading.act === 'unclear';
  return (
    reading.kind === 'ambiguous' &&
    reading.asks.every((a) => a.why !== 'unknown-number' && a.why !== 'too-long')
  );
}
