import { preparePolicy } from './answers/handle-policy.ts';
import { preparePaper } from './answers/prepare-paper.ts';
import type { Context } from './context.ts';
import { askModel } from './reports/ask-model.ts';
import { understand } from './understand.ts';

/**
 * What services make of words: a file that is asked for, how a model reads them, what they say of a policy. Slow and remote,
 * so before the transaction opens in which the words are answered.
 */
export async function serve(
  context: Context,
  text: string,
): Promise<Pick<Context, 'paper' | 'suggested' | 'policy'>> {
  const { intent } = await understand(context, text);
  const paper = await preparePaper(context, intent, text);
  const suggested = await askModel(context, intent, text);
  const policy = await preparePolicy(context, intent);
  return {
    ...(paper ? { paper } : {}),
    ...(suggested ? { suggested } : {}),
    ...(policy ? { policy } : {}),
  };
}
