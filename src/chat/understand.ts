import type { Intent } from '../intent/intent.ts';
import { recognise } from '../intent/recognise.ts';
import { indexUnitNames, type UnitNames } from '../text/unit-name.ts';
import { listUnitNames } from '../units/resolve.ts';
import type { Context } from './context.ts';
import { recentQuery } from './conversation.ts';

/** What a text asks of the bot, by the county's units and what was asked here before. Changes nothing. */
export async function understand(
  context: Context,
  text: string,
): Promise<{ intent: Intent; units: UnitNames }> {
  const units = indexUnitNames(await listUnitNames(context.deps.db));
  const previous = await recentQuery(context);
  const intent = recognise({
    text,
    refDate: context.today,
    units,
    ...(previous ? { previous } : {}),
  });
  return { intent, units };
}
