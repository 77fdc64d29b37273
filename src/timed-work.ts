import { tellBurden } from './burden/report.ts';
import { tellLeaders } from './chat/instructions/leader-digest.ts';
import { askAboutRestored } from './chat/orders/handle-stuck.ts';
import { tellDispatch } from './chat/orders/tell-dispatch.ts';
import type { Deps } from './deps.ts';
import { faultReason } from './fault-reason.ts';
import { forgetOldRows } from './inbox/queries.ts';
import { nudgeInstructions } from './instructions/nudge.ts';
import { forgetOldPaces } from './outbox/pace-queries.ts';
import { embedPassages } from './policy/embed-passages.ts';
import { runReminders } from './remind/run.ts';
import { learnWords } from './standard-answers/learn-words.ts';
import { tellWeekly } from './standard-answers/weekly.ts';

type Step = (deps: Deps, now: Date) => Promise<unknown>;

/** What is due by the minute, in this order, under the names that the log gives it. */
const DUE: Record<string, Step> = {
  reminders: runReminders,
  instructions: nudgeInstructions,
  leaders: tellLeaders,
  'weekly questions': tellWeekly,
  burden: tellBurden,
  restored: ({ db }) => askAboutRestored(db),
  dispatch: tellDispatch,
  'old rows': ({ db }) => forgetOldRows(db),
  'old paces': ({ db }) => forgetOldPaces(db),
};

/** What can wait until that has been sent. */
const AFTERWARDS: Record<string, Step> = {
  words: learnWords,
  passages: async ({ db, embedder }) => embedder && embedPassages({ db, embedder }),
};

/**
 * All timed work that is due at `now`; `work` sends what it wrote, `upkeep` is this edge's own. A step that fails is
 * logged and keeps none of the others from running; the first fault is thrown when all are through.
 */
export async function timedWork(
  deps: Deps,
  now: Date,
  own: { work: () => Promise<void>; upkeep: (() => Promise<void>) | undefined },
): Promise<void> {
  const upkeep = async () => own.upkeep?.();
  const steps: Record<string, Step> = { ...DUE, sending: own.work, ...AFTERWARDS, upkeep };
  const faults: unknown[] = [];
  for (const [step, run] of Object.entries(steps))
    await run(deps, now).catch((error: unknown) => {
      deps.log.error({ step, reason: faultReason(error) }, 'timed step failed');
      faults.push(error);
    });
  if (faults.length > 0) throw faults[0];
}
