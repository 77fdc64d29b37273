import { readClaim } from '../../intent/read-claim.ts';
import { words } from '../../policy/wording.ts';
import { type Context, say } from '../context.ts';
import { handlePolicy } from './handle-policy.ts';

/** Promises nothing, and answers hearsay with what the documents say; false for anything else. */
export async function answerClaim(context: Context, text: string): Promise<boolean> {
  const claim = readClaim(text);
  if (!claim) return false;
  if (claim.kind === 'promise') await say(context, words.noPromise);
  else await handlePolicy({ ...context, isOptional: true }, claim.question);
  return true;
}
