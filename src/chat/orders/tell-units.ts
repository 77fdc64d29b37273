import type { Deps } from '../../deps.ts';
import type { Content } from '../../feishu/client.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { findPeople } from '../../units/people-queries.ts';
import { findRecipients } from '../../units/recipient.ts';

/**
 * Tells units something that concerns them alone: the main liaison, else the unit's group, outside quiet hours. `also`
 * hears it in private too. Returns the units that could be told.
 */
export async function tellUnits(
  deps: Pick<Deps, 'db' | 'config'>,
  at: Date,
  news: {
    /** Unique for ever. */
    key: string;
    unitIds: string[];
    content: Content;
    /** `answer`: to something the unit asked; `push`: nobody asked. */
    purpose: 'answer' | 'push';
    /** A person of the unit who asked. */
    also?: string;
  },
): Promise<string[]> {
  const { db } = deps;
  const found = await findRecipients(db, news.unitIds);
  const asker = news.also ? (await findPeople(db, [news.also]))[0]?.openId : undefined;
  const notBefore = await sendingMoment(deps, at);
  const { content, purpose } = news;
  for (const [unitId, to] of found)
    await enqueue(db, { key: `${news.key}:${unitId}`, to, content, purpose, notBefore });
  if (asker && ![...found.values()].some((to) => to.id === asker))
    await enqueue(db, {
      key: `${news.key}:asker`,
      to: { type: 'open_id', id: asker },
      content,
      purpose,
      notBefore,
    });
  return [...found.keys()];
}
