import type { IncomingMessage } from '../feishu/event.ts';
import { words as progressWords } from '../progress/wording.ts';
import { type Context, say } from './context.ts';
import { words } from './wording.ts';

/** Types in which people write words; without any, only the bot was mentioned, and it answers as to a greeting. */
const WRITTEN = new Set(['text', 'post']);

const PICTURES = new Set(['image', 'media']);

/**
 * Answers a message that holds no words: in private always, with what to do instead; in a group only voice and pictures,
 * which came as answers to the bot. False when there are words to be read.
 */
export async function answerWordless(context: Context, message: IncomingMessage): Promise<boolean> {
  if (message.text.trim() !== '') return false;
  const { messageType, attachments } = message;
  const isPicture = PICTURES.has(messageType) || attachments.some((a) => PICTURES.has(a.kind));
  if (WRITTEN.has(messageType) && !isPicture) return false;
  const isPrivate = context.origin.chatType === 'p2p';
  if (messageType === 'audio') await say(context, words.voice);
  else if (isPicture) await say(context, pictureLine(context));
  else if (isPrivate) await say(context, words.wordless);
  return true;
}

/** Pictures of work done come from units' people: taken note of, never demanded (domain.md section 5). */
function pictureLine({ person, origin }: Context): string {
  const isOfUnit = person.memberships.length > 0 && origin.chatType === 'p2p';
  return isOfUnit ? progressWords.file : words.picture;
}
