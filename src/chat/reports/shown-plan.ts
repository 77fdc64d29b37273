import { findChange } from '../../audit/queries.ts';
import type { Db } from '../../db/db.ts';
import { DraftClick, PublishClick } from '../../plan/cards.ts';
import { findDraft, findPlan, findPlansOfYear, type PlanRow } from '../../plan/queries.ts';
import { UndoClick } from '../../progress/cards.ts';

/**
 * The published plan that a card shows: its preview, its keeping or its publication, by what the buttons carry. A number
 * said after it is the document's own.
 */
export async function planShown(db: Db, values: unknown[]): Promise<PlanRow | undefined> {
  for (const value of values) {
    const plan = await planOf(db, value);
    if (plan?.publishedAt) return plan;
  }
  return undefined;
}

async function planOf(db: Db, value: unknown): Promise<PlanRow | undefined> {
  const publish = PublishClick.safeParse(value);
  if (publish.success) return findPlan(db, publish.data.plan);
  const preview = DraftClick.safeParse(value);
  if (preview.success) {
    const parsed = (await findDraft(db, preview.data.draft))?.parsed;
    const plans = parsed?.year ? await findPlansOfYear(db, parsed.year) : [];
    return plans.find((p) => p.title === parsed?.title);
  }
  const undo = UndoClick.safeParse(value);
  const change = undo.success ? await findChange(db, undo.data.change) : undefined;
  return change?.kind === 'publish-plan' ? findPlan(db, String(change.data.planId)) : undefined;
}
