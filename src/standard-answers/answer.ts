import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { replaceUnsent } from '../outbox/queries.ts';
import type { Clause } from './clauses.ts';
import { type Cluster, clusterQuestions, phrasingsOf } from './cluster.ts';
import {
  findAnswer,
  findOpenQuestions,
  findTold,
  insertAnswer,
  moveAnswer,
  reopenQuestions,
  type StandardAnswer,
  settleQuestions,
} from './queries.ts';
import { placesOf, tellAskers } from './tell.ts';
import { words } from './wording.ts';

/** The groups of open questions as they stand now. */
export async function listClusters(db: Db): Promise<Cluster[]> {
  return clusterQuestions(await findOpenQuestions(db));
}

/** The group in which this number is: any of its questions' numbers will do. */
export async function findCluster(db: Db, no: number): Promise<Cluster | undefined> {
  return (await listClusters(db)).find((c) => c.questions.some((q) => q.no === no));
}

/** How the office answers. */
export type OfficeAnswer =
  | { kind: 'clause'; clause: Clause }
  | { kind: 'text'; text: string; visibility: 'public' | 'internal'; validUntil: Day | null }
  | { kind: 'redirect'; whom: string };

/** Keeps an answer to a group as a draft to be looked at; nobody is told before 确认. */
export async function draftAnswer(
  deps: Pick<Deps, 'db' | 'newId'>,
  act: Act,
  cluster: Cluster,
  given: OfficeAnswer,
): Promise<StandardAnswer | undefined> {
  const { db, newId } = deps;
  const id = newId();
  await insertAnswer(db, {
    id,
    question: cluster.questions[0]?.question ?? '',
    phrasings: phrasingsOf(cluster.questions),
    questionIds: cluster.questions.map((q) => q.id),
    state: 'draft',
    createdBy: act.actor,
    createdAt: act.at,
    ...contentOf(given),
  });
  return findAnswer(db, id);
}

function contentOf(given: OfficeAnswer) {
  switch (given.kind) {
    case 'clause': {
      const { policy, clause, section, text } = given.clause;
      const visibility =
        policy.visibility === 'public' ? ('public' as const) : ('internal' as const);
      return { kind: given.kind, text, policyId: policy.id, clause, section, visibility };
    }
    case 'text':
      return {
        kind: given.kind,
        text: given.text,
        visibility: given.visibility,
        validUntil: given.validUntil,
      };
    case 'redirect':
      return { kind: given.kind, text: given.whom, visibility: 'public' as const };
  }
}

export type ConfirmAnswer =
  | { kind: 'confirmed'; answer: StandardAnswer; told: number; changeId: string }
  /** Confirmed or dropped before, or somebody else has answered every question meanwhile. */
  | { kind: 'settled-before' };

/** Puts a draft into force and tells everybody who asked, in the transaction of the click. */
export async function confirmAnswer(
  deps: Pick<Deps, 'db' | 'config' | 'newId'>,
  act: Act,
  id: string,
): Promise<ConfirmAnswer> {
  const { db, newId } = deps;
  const draft = await findAnswer(db, id);
  if (!draft || !(await moveAnswer(db, id, 'draft', 'valid', act.at)))
    return { kind: 'settled-before' };
  const settled = await settleQuestions(db, draft.questionIds, id);
  if (settled.length === 0) {
    await moveAnswer(db, id, 'valid', 'dropped');
    return { kind: 'settled-before' };
  }
  const answer = { ...draft, state: 'valid' as const, confirmedAt: act.at };
  const told = await tellAskers(
    deps,
    act.at,
    answer,
    settled.toSorted((a, b) => a.no - b.no),
  );
  const changeId = await recordChange(
    db,
    act,
    { kind: 'standard-answer', data: { answerId: id } },
    newId,
  );
  await recordAudit(db, act, 'question.answered', `standard-answer:${id}`, {
    kind: draft.kind,
    questions: settled.map((q) => q.id),
    told,
  });
  return { kind: 'confirmed', answer, told, changeId };
}

export async function dropAnswer(db: Db, id: string): Promise<boolean> {
  return moveAnswer(db, id, 'draft', 'dropped');
}

/** Undoes an answer: its questions are open again, whoever was told is told so, nobody gets it any more. */
export async function undoAnswer(
  deps: Pick<Deps, 'db'>,
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  const { db } = deps;
  const id = String(data.answerId);
  if (!(await moveAnswer(db, id, 'valid', 'withdrawn'))) return words.settledBefore;
  const reopened = await reopenQuestions(db, id);
  const told = new Set((await findTold(db, id)).map((t) => t.questionId));
  for (const [, asked] of placesOf(reopened.filter((q) => told.has(q.id)))) {
    const content = { type: 'text', text: words.askerUndone(asked.question) } as const;
    // In the quiet hours the answer itself may still wait: then the asker only hears that there is none yet.
    if (await replaceUnsent(db, `standard:${id}:${asked.id}`, content)) continue;
    await enqueue(db, {
      key: `standard-undone:${id}:${asked.id}`,
      to: asked.chatId
        ? { type: 'chat_id', id: asked.chatId }
        : { type: 'open_id', id: asked.askedBy },
      ...(asked.messageId ? { replyTo: asked.messageId } : {}),
      content,
      purpose: 'answer',
    });
  }
  await recordAudit(db, act, 'question.reopened', `standard-answer:${id}`, {});
  return words.undone(reopened.length);
}
