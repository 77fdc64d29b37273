import { type Context, say } from './context.ts';
import { words } from './wording.ts';

/**
 * What is said of a unit's work in a group that is not the unit's own is answered in private, and the group learns nothing
 * of it (domain.md section 6). `run` says whether it has answered.
 */
export async function answeredAside(
  context: Context,
  run: (context: Context) => Promise<boolean>,
): Promise<boolean> {
  const { origin, chatUnitId } = context;
  if (origin.chatType === 'p2p' || chatUnitId) return run(context);
  const done = await run({ ...context, origin: { ...origin, isAside: true } });
  if (done) await say(context, words.answeredAside, 'aside');
  return done;
}
