import { hasNamelessField } from './card-check.ts';
import { checkReplacement } from './content-check.ts';
import { clickEvent } from './events.ts';
import { isJson, type Json, parseJson } from './json.ts';
import { showCard } from './outgoing.ts';
import type { Pocket } from './pocket.ts';
import type { ClickResult } from './pocket-api.ts';
import type { Reply } from './push.ts';
import { isRefusal } from './refusal.ts';
import type { StoredMessage } from './store.ts';
import { cardOf } from './view.ts';
import { callbackError } from './wording.ts';

const CARD_MS = 14 * 24 * 3_600_000;
const TOASTS = ['info', 'success', 'error', 'warning'] as const;

/** A click on a card as the client carries it out: the callback, its toast, the card that replaces the old one. */
export async function click(
  pocket: Pocket,
  openId: string,
  message: StoredMessage,
  action: Json,
): Promise<ClickResult> {
  const fail = (code: number): ClickResult => ({ error: callbackError(code) });
  if (pocket.clock.now().getTime() - message.at > CARD_MS) return fail(200750);
  if (action.form_value !== undefined && hasNamelessField(cardOf(pocket, message)))
    return fail(200530);
  if (action.value !== undefined && !isJson(action.value)) return fail(200671);
  const token = pocket.updateTokens.issue(message.messageId);
  const lock = (by: number) =>
    pocket.clicking.set(message.messageId, (pocket.clicking.get(message.messageId) ?? 0) + by);
  lock(1);
  const reply = await pocket.push
    .callback(clickEvent(pocket, message, { openId, action, token }))
    .finally(() => lock(-1));
  const answer = readReply(reply);
  if (typeof answer === 'number') return fail(answer);
  const problem = replaceCard(pocket, message, answer.card);
  pocket.updateTokens.answered(token);
  if (problem !== undefined) return fail(problem);
  return answer.toast ? { toast: answer.toast } : {};
}

type Answer = { toast?: ClickResult['toast']; card?: unknown };

/** The callback's answer, or the client's error code (open.feishu.cn 处理卡片回调). */
function readReply(reply: Reply): Answer | number {
  if (reply.kind === 'failed') {
    const codes = { 'no-address': 200340, timeout: 200341, connection: 200342, dns: 200343 };
    return codes[reply.why];
  }
  if (reply.status !== 200) return 200671;
  const body = parseJson(reply.body);
  if (!body) return 200672;
  const toast = readToast(body.toast);
  return toast === 'wrong' ? 200672 : { ...(toast ? { toast } : {}), card: body.card };
}

function readToast(value: unknown): ClickResult['toast'] | 'wrong' {
  if (value === undefined || value === null) return undefined;
  if (!isJson(value)) return 'wrong';
  const type = TOASTS.find((t) => t === (value.type ?? 'info'));
  const i18n = isJson(value.i18n) ? value.i18n.zh_cn : undefined;
  const content = i18n ?? value.content;
  return type && typeof content === 'string' ? { type, content } : 'wrong';
}

function replaceCard(pocket: Pocket, message: StoredMessage, card: unknown): number | undefined {
  if (card === undefined || card === null) return undefined;
  if (!isJson(card) || card.type !== 'raw' || !isJson(card.data)) return 200673;
  if (card.data.schema !== '2.0') return 200830;
  const checked = checkReplacement(pocket, card.data);
  if (isRefusal(checked)) {
    pocket.log?.warn({ messageId: message.messageId, refused: checked.msg }, 'card was refused');
    return 200673;
  }
  showCard(pocket, message, checked);
  return undefined;
}
