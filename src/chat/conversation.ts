import type { ProgressQuery } from '../intent/intent.ts';
import type { Context } from './context.ts';
import { type Conversation, findConversation, saveConversation } from './queries.ts';

/** A follow-up leans on what was asked within this time; later it stands alone. */
const RECENT_MS = 30 * 60_000;

/** The question about progress that was asked last here, if it is fresh. */
export async function recentQuery(context: Context): Promise<ProgressQuery | undefined> {
  return (await recent(context))?.query ?? undefined;
}

/** The policy question that was asked last here, if it is fresh. */
export async function recentQuestion(context: Context): Promise<string | undefined> {
  return (await recent(context))?.question ?? undefined;
}

export async function rememberQuery(context: Context, query: ProgressQuery): Promise<void> {
  await save(context, { query, question: null });
}

export async function rememberQuestion(context: Context, question: string): Promise<void> {
  await save(context, { query: null, question });
}

async function recent(context: Context): Promise<Conversation | undefined> {
  const row = await findConversation(context.deps.db, keyOf(context));
  return row && context.now.getTime() - row.at.getTime() <= RECENT_MS ? row : undefined;
}

async function save(
  context: Context,
  last: Pick<Conversation, 'query' | 'question'>,
): Promise<void> {
  await saveConversation(context.deps.db, { key: keyOf(context), at: context.now, ...last });
}

function keyOf({ origin, person }: Context): string {
  return `${origin.chatId}:${person.id}`;
}
