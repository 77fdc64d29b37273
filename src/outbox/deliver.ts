import type { Content, Feishu, Recipient } from '../feishu/client.ts';
import { FeishuError, type Treatment, treatmentOf } from '../feishu/errors.ts';
import { plainCard } from './plain-card.ts';
import { fileGone, neutralText } from './wording.ts';

/** A message in the form in which it is tried. */
export type Attempt = { to: Recipient; replyTo: string | undefined; content: Content };

/** Longest text that a message refused as too long is cut to. */
const SHORT = 1_500;

/**
 * Sends a message, changing its form where the platform refuses the form: without the message to answer under, a card as
 * its text, shortened, or a neutral sentence. Each change once. Throws the error that no change of form mends.
 */
export async function deliver(
  feishu: Feishu,
  attempt: Attempt,
  context: { uuid: string; link: string | undefined; beforeCall: () => Promise<void> },
): Promise<{ messageId: string; changes: Treatment[] }> {
  const changes: Treatment[] = [];
  let form = attempt;
  for (;;) {
    await context.beforeCall();
    try {
      const { messageId } = form.replyTo
        ? await feishu.reply(form.replyTo, form.content, context.uuid)
        : await feishu.send(form.to, form.content, context.uuid);
      return { messageId, changes };
    } catch (error) {
      if (!(error instanceof FeishuError)) throw error;
      const { treatment } = treatmentOf(error);
      const next = changes.includes(treatment) ? undefined : changed(form, treatment, context.link);
      if (!next) throw error;
      changes.push(treatment);
      form = next;
    }
  }
}

function changed(form: Attempt, treatment: Treatment, link?: string): Attempt | undefined {
  switch (treatment) {
    case 'send-instead-of-reply':
    case 'reply-without-thread':
      return form.replyTo ? { ...form, replyTo: undefined } : undefined;
    case 'fallback-text':
      return form.content.type === 'card'
        ? { ...form, content: { type: 'text', text: plainCard(form.content.card) } }
        : undefined;
    case 'shorten':
      return form.content.type === 'file'
        ? undefined
        : { ...form, content: { type: 'text', text: shortened(form.content) } };
    case 'upload-again':
      // The key is another app's: the bytes are not kept, asking again makes the file anew.
      return form.content.type === 'file'
        ? { ...form, content: { type: 'text', text: fileGone } }
        : undefined;
    case 'neutral-text':
      return { ...form, content: { type: 'text', text: neutralText(link) } };
    default:
      return undefined;
  }
}

function shortened(content: Exclude<Content, { type: 'file' }>): string {
  if (content.type === 'card') return plainCard(content.card, SHORT);
  return `${[...content.text].slice(0, SHORT).join('')}…`;
}
