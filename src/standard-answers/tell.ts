import { type Day, dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import type { Content, Recipient } from '../feishu/client.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { type Audience, PUBLIC } from '../policy/audience.ts';
import { personRights } from '../policy/rights.ts';
import { hasEnded } from '../policy/validity.ts';
import { sendingMoment } from '../remind/sending-moment.ts';
import { maskMobilesIn } from '../text/mobiles.ts';
import { loadPerson } from '../units/person.ts';
import { answerCard } from './cards.ts';
import { loadClause } from './clauses.ts';
import { insertGiven, insertTold, type StandardAnswer } from './queries.ts';
import { words } from './wording.ts';

/** A question that was asked in a place. */
export type AskedThere = {
  id: string;
  question: string;
  askedBy: string;
  chatId: string | null;
  messageId: string | null;
};

/** An answer as this audience may see it on a day; undefined where it may not, or its document is no longer in force. */
export async function shownTo(
  db: Db,
  answer: StandardAnswer,
  audience: Audience,
  today: Day,
): Promise<
  { answer: StandardAnswer; source?: Awaited<ReturnType<typeof loadClause>> } | undefined
> {
  if (answer.kind === 'clause') {
    const { policyId, clause } = answer;
    if (policyId === null || clause === null) return undefined;
    const source = await loadClause(db, audience, { policyId, clause });
    return source && !hasEnded(source.policy, today) ? { answer, source } : undefined;
  }
  const isOpen =
    answer.visibility === 'public' || (audience.kind === 'person' && audience.internal);
  return isOpen ? { answer } : undefined;
}

/** Each place in which it was asked, with the last question there. */
export function placesOf<T extends AskedThere>(questions: T[]): Map<string, T> {
  return new Map(
    questions.map((q) => [q.chatId ? `${q.askedBy} ${q.chatId}` : q.askedBy, q] as const),
  );
}

/**
 * Tells everybody who asked, in the place where they asked, once: the row that notes it and the message are one
 * transaction. What a group may not see goes to the asker in private; who may not see it either is told so.
 */
export async function tellAskers(
  deps: Pick<Deps, 'db' | 'config' | 'newId'>,
  at: Date,
  answer: StandardAnswer,
  questions: AskedThere[],
): Promise<number> {
  const { db, config } = deps;
  const on = dayOf(at, config.APP_TIMEZONE);
  const notBefore = await sendingMoment(deps, at);
  let told = 0;
  for (const [place, asked] of placesOf(questions)) {
    if (!(await insertTold(db, { answerId: answer.id, place, questionId: asked.id, at }))) continue;
    const message = await messageFor(deps, { at, on }, answer, asked);
    await enqueue(db, {
      key: `standard:${answer.id}:${asked.id}`,
      ...message,
      purpose: 'answer',
      notBefore,
    });
    told++;
  }
  return told;
}

async function messageFor(
  { db, newId }: Pick<Deps, 'db' | 'newId'>,
  { at, on }: { at: Date; on: Day },
  answer: StandardAnswer,
  asked: AskedThere,
): Promise<{ to: Recipient; replyTo?: string; content: Content }> {
  const own: Audience = { kind: 'person', ...personRights(await loadPerson(db, asked.askedBy)) };
  const reply = asked.messageId ? { replyTo: asked.messageId } : {};
  const there = await shownTo(db, answer, asked.chatId ? PUBLIC : own, on);
  const inPrivate: Recipient = { type: 'open_id', id: asked.askedBy };
  const shown = there ?? (asked.chatId ? await shownTo(db, answer, own, on) : undefined);
  if (!shown)
    return { to: inPrivate, content: { type: 'text', text: words.notOpen(asked.question) } };
  const givenId = newId();
  await insertGiven(db, givenRow(givenId, at, asked, shown));
  const card = answerCard({ givenId, asked: asked.question, on, told: true, ...shown });
  if (!there || !asked.chatId)
    return { to: inPrivate, ...(asked.chatId ? {} : reply), content: { type: 'card', card } };
  const masked = maskMobilesIn(card);
  return {
    to: { type: 'chat_id', id: asked.chatId },
    ...reply,
    content: { type: 'card', card: masked },
  };
}

/** What is kept of an answer that was given, for 有用 and 没用. */
export function givenRow(
  id: string,
  at: Date,
  asked: { question: string; askedBy: string },
  shown: NonNullable<Awaited<ReturnType<typeof shownTo>>>,
) {
  const { answer, source } = shown;
  return {
    id,
    question: asked.question,
    askedBy: asked.askedBy,
    at,
    standardId: answer.id,
    sources: [
      {
        policyId: source?.policy.id ?? '',
        section: source?.section ?? words.label,
        text: source?.text ?? answer.text,
      },
    ],
  };
}
