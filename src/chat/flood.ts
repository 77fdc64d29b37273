import type { Intent } from '../intent/intent.ts';
import { holdBack, takeTurn } from '../outbox/pace-queries.ts';
import { type Context, say } from './context.ts';
import { reportingUnits } from './reports/report-scope.ts';
import { words } from './wording.ts';

/** As many questions at once as anybody types, then one in `gapMs`. A chat's are those of all its people together. */
const LIMITS = {
  person: { gapMs: 1_000, burst: 60 },
  chat: { gapMs: 500, burst: 120 },
} as const;

/** The flood is over when nothing was refused for so long; the next one is told of again. */
const OVER_MS = 60_000;

/** What may be a report is never held back, and neither is an order: those change data, and are few. */
const QUESTIONS = new Set<Intent['kind']>(['help', 'progress', 'policy', 'chat', 'unknown']);

/**
 * Whether this question is one too many: then it stays unanswered, and the first of them is told so in one line. Counted in
 * the database, for all processes together.
 */
export async function isFlooding(context: Context, intent: Intent): Promise<boolean> {
  const { deps, person, origin } = context;
  if (!QUESTIONS.has(intent.kind)) return false;
  if (intent.kind === 'unknown' && reportingUnits(context).length > 0) return false;
  const scopes = [
    { scope: 'person', id: person.openId, line: words.tooMany },
    ...(origin.chatType === 'group'
      ? [{ scope: 'chat', id: origin.chatId, line: words.tooManyHere } as const]
      : []),
  ] as const;
  for (const { scope, id, line } of scopes) {
    if (await takeTurn(deps.db, { key: `ask:${id}`, ...LIMITS[scope] })) continue;
    deps.metrics?.count('gongxin_limited_total', scope);
    deps.log.warn({ scope, id }, 'questions held back');
    if (await holdBack(deps.db, `flood:${id}`, OVER_MS)) await say(context, line);
    return true;
  }
  return false;
}
