import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { button, type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import { FeishuError } from '../feishu/errors.ts';
import type { IncomingMessage } from '../feishu/event.ts';
import { findPending, settlePending } from '../progress/queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from './clicked.ts';
import { HeardClick } from './clicks.ts';
import { answer, type Context, say } from './context.ts';
import { doneCard } from './done-card.ts';
import { keepQuestion } from './reports/propose.ts';
import { respond } from './respond.ts';
import { serve } from './serve.ts';
import { understand } from './understand.ts';
import { words } from './wording.ts';

/** A minute of 16-bit samples at 16 kHz: what recognition takes (open.feishu.cn, 识别语音文件). */
const MOST_BYTES = 60 * 16_000 * 2;

/** What only tells is answered at once; what changes something waits until the speaker has read what was heard. */
const ONLY_TELLS = new Set<string>(['help', 'progress', 'policy']);
const ONLY_TELLING_COMMANDS = new Set<string>([
  'my-open-items',
  'plan-status',
  'view-plan',
  'remind-preview',
  'calendar',
  'who-is',
  'unit-list',
  'who-am-i',
  'open-matters',
  'problem-list',
]);

/**
 * What Feishu hears in a voice message. Undefined for other messages, and where it cannot be heard: no scope, another
 * format, too long, the service away; then the sender is told how voice becomes text. Slow and remote: outside any transaction.
 */
export async function hearVoice(
  { feishu, pcmOf, newId, log }: Pick<Deps, 'feishu' | 'pcmOf' | 'newId' | 'log'>,
  message: Pick<IncomingMessage, 'messageId' | 'attachments'>,
): Promise<string | undefined> {
  const [voice] = message.attachments.filter((a) => a.kind === 'audio');
  if (!voice || !pcmOf) return undefined;
  try {
    const pcm = await pcmOf(await feishu.download(message.messageId, voice.fileKey, 'file'));
    if (!pcm || pcm.length > MOST_BYTES) return undefined;
    const heard = await feishu.recogniseSpeech(pcm, newId().replace(/\W/g, '').slice(0, 16));
    return heard.trim() || undefined;
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    log.info({ endpoint: error.endpoint, code: error.code }, 'voice not heard');
    return undefined;
  }
}

/** What a voice message answered and whom it mentioned: its words are read as if they came only now. */
const Said = z.object({
  heard: z.object({
    parentId: z.string().optional(),
    mentions: z.array(z.object({ openId: z.string(), name: z.string() })),
  }),
});
type Said = z.infer<typeof Said>;

/** Answers what was heard, or asks the speaker first: a 没 that was not heard must not make a task done. */
export async function takeVoice(context: Context, heard: string): Promise<void> {
  const { intent } = await understand(context, heard);
  const isCommand = intent.kind === 'admin';
  if (isCommand ? ONLY_TELLING_COMMANDS.has(intent.command.kind) : ONLY_TELLS.has(intent.kind)) {
    await say(context, words.heard(heard), 'heard');
    return respond(context, heard);
  }
  const { parentId, mentions } = context.origin;
  const said = { heard: { mentions, ...(parentId ? { parentId } : {}) } } satisfies Said;
  const pending = await keepQuestion(context, heard, [said]);
  await answer(context, { type: 'card', card: heardCard(pending, heard) });
}

function heardCard(pending: string, heard: string): Card {
  const choice = (right: boolean) => ({ act: 'heard', pending, right }) satisfies HeardClick;
  return card({
    title: words.heardTitle,
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(words.heard(heard))),
      markdown(words.heardAsk),
      row([
        button({ text: words.heardRight, type: 'primary', value: choice(true) }),
        button({ text: words.heardWrong, type: 'text', value: choice(false) }),
      ]),
    ],
  });
}

export const HEARD_CLICKS: ClickHandler[] = [onClick(HeardClick, settleHeard)];

async function settleHeard(clicked: Clicked, click: HeardClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  if (!pending) return forged('unknown question');
  if (pending.personId !== clicked.context.person.id) return refuse(words.notYourVoice);
  const said = Said.safeParse(pending.options[0]);
  const { parentId, mentions = [] } = said.success ? said.data.heard : {};
  const origin = {
    ...clicked.context.origin,
    messageId: pending.messageId,
    mentions,
    ...(parentId ? { parentId } : {}),
  };
  const isTaken = click.right && !pending.settledAt;
  const served = isTaken
    ? await serve({ ...clicked.context, deps: clicked.deps, origin }, pending.text)
    : {};
  return change(clicked, async (context) => {
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(words.heardBefore);
    if (!click.right) return ok(words.heardDropped, doneCard(words.heardDropped));
    await respond({ ...context, ...served, origin }, pending.text);
    return ok(words.heardTaken, doneCard(`${words.heard(pending.text)}\n${words.heardTaken}`));
  });
}
