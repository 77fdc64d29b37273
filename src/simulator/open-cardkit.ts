import { checkReplacement } from './content-check.ts';
import { freshId } from './ids.ts';
import { asText, isJson, type Json, parseJson } from './json.ts';
import type { Declare, OpenAnswer, OpenCall } from './open-api.ts';
import { change } from './outgoing.ts';
import type { Pocket } from './pocket.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

const CARDS = '/open-apis/cardkit/v1/cards';
const ENTITY_MS = 14 * 24 * 3_600_000;

/** Card entities (卡片实体): created, streamed into, replaced, closed. */
export function declareCardkit(pocket: Pocket, on: Declare): void {
  const { store, clock } = pocket;

  on('POST', CARDS, ({ body }) => {
    const card = body.type === 'card_json' ? parseJson(String(body.data)) : undefined;
    const checked = card ? checkReplacement(pocket, card) : refuse(300303, 'card_json is required');
    if (isRefusal(checked)) return checked;
    const at = clock.now().getTime();
    const cardId = freshId('', 10);
    store.putEntity({ cardId, card: checked, sequence: 0, at });
    return { kind: 'data', data: { card_id: cardId } };
  });

  on('PUT', `${CARDS}/:card_id`, (call) =>
    update(pocket, call, () => {
      const given = isJson(call.body.card) ? asText(call.body.card.data) : undefined;
      return parseJson(given ?? '') ?? refuse(300303, 'card is not a string in json format');
    }),
  );

  on('PATCH', `${CARDS}/:card_id/settings`, (call) =>
    update(pocket, call, (card) => {
      const settings = parseJson(asText(call.body.settings) ?? '');
      if (!settings || !isJson(settings.config)) return refuse(99992402, 'settings');
      const config = { ...(isJson(card.config) ? card.config : {}), ...settings.config };
      return { ...card, config };
    }),
  );

  on('PUT', `${CARDS}/:card_id/elements/:element_id/content`, (call) =>
    update(pocket, call, (card) => {
      const { content } = call.body;
      if (typeof content !== 'string') return refuse(99992402, 'content is required');
      const config = isJson(card.config) ? card.config : {};
      if (config.streaming_mode !== true) return refuse(300309, 'streaming mode is closed');
      const element = elementOf(card, call.param('element_id'));
      if (!element) return refuse(300313, 'element does not exist');
      if (element.tag !== 'markdown' && element.tag !== 'plain_text') return refuse(300310);
      element.content = content;
      return card;
    }),
  );
}

/** Applies one operation to an entity; each must carry a higher sequence than the one before. */
function update(
  pocket: Pocket,
  { param, body }: OpenCall,
  apply: (card: Json) => Json | Refusal,
): OpenAnswer {
  const entity = pocket.store.entity(param('card_id'));
  if (!entity) return refuse(200740);
  if (pocket.clock.now().getTime() - entity.at > ENTITY_MS) return refuse(200750);
  const sequence = body.sequence;
  if (typeof sequence !== 'number' || !Number.isInteger(sequence))
    return refuse(99992402, 'sequence');
  if (sequence <= entity.sequence) return refuse(300317);
  const next = apply(parseJson(entity.card) ?? {});
  if (isRefusal(next)) return next;
  const checked = checkReplacement(pocket, next);
  if (isRefusal(checked)) return checked;
  pocket.store.putEntity({ ...entity, card: checked, sequence });
  const message = pocket.store.message(entity.messageId ?? '');
  if (message) change(pocket, message, {});
  return { kind: 'data' };
}

function elementOf(part: unknown, elementId: string): Json | undefined {
  if (Array.isArray(part)) {
    for (const item of part) {
      const found = elementOf(item, elementId);
      if (found) return found;
    }
    return undefined;
  }
  if (!isJson(part)) return undefined;
  return part.element_id === elementId ? part : elementOf(Object.values(part), elementId);
}
