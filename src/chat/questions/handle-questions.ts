import type { QuestionOrder } from '../../intent/question-orders.ts';
import { type Audience, PUBLIC } from '../../policy/audience.ts';
import { personRights } from '../../policy/rights.ts';
import { searchPassages } from '../../policy/search.ts';
import { hasEnded } from '../../policy/validity.ts';
import {
  draftAnswer,
  findCluster,
  listClusters,
  type OfficeAnswer,
} from '../../standard-answers/answer.ts';
import { answersCard, previewCard } from '../../standard-answers/cards.ts';
import {
  type Clause,
  findClauseByPath,
  loadClause,
  pathsOf,
} from '../../standard-answers/clauses.ts';
import type { Cluster } from '../../standard-answers/cluster.ts';
import { findNowAnswered } from '../../standard-answers/now-answered.ts';
import { findAnswers } from '../../standard-answers/queries.ts';
import { nowAnsweredCard, openCard, questionsCard } from '../../standard-answers/question-cards.ts';
import { readAnswer } from '../../standard-answers/read-answer.ts';
import { placesOf } from '../../standard-answers/tell.ts';
import { words } from '../../standard-answers/wording.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { isOffice } from '../roles.ts';

const HITS = 5;
/** A standard answer is shown whole on a card. */
export const LONGEST = 1000;

/** Carries out an order about open questions. The office only, in private: questions name their askers' affairs. */
export async function handleQuestionOrder(context: Context, order: QuestionOrder): Promise<void> {
  const { deps } = context;
  if (context.origin.chatType === 'group') return say(context, words.inPrivate);
  switch (order.kind) {
    case 'questions':
      return answer(context, { type: 'card', card: questionsCard(await listClusters(deps.db)) });
    case 'answers':
      return showAnswers(context);
    case 'answer':
      return answerByWord(context, order);
  }
}

/** Asks the office person who added documents whether they shall answer what was open. */
export async function offerNowAnswered(context: Context, policyIds: string[]): Promise<void> {
  const { deps, today, origin } = context;
  if (!isOffice(context) || origin.chatType === 'group') return;
  const asked = { policyIds, audience: rights(context), today };
  const found = await findNowAnswered(deps.db, asked);
  if (found.length > 0) await answer(context, { type: 'card', card: nowAnsweredCard(found) });
}

async function showAnswers(context: Context): Promise<void> {
  const { db } = context.deps;
  const answers = await findAnswers(db, context.today);
  const stale = new Set<string>();
  for (const { id, kind, policyId, clause } of answers)
    if (kind === 'clause' && !(await sourceOf(context, { policyId, clause }))) stale.add(id);
  await answer(context, { type: 'card', card: answersCard(answers, stale) });
}

async function answerByWord(
  context: Context,
  { no, said }: Extract<QuestionOrder, { kind: 'answer' }>,
): Promise<void> {
  const cluster = await findCluster(context.deps.db, no);
  if (!cluster) return say(context, words.openUnknown(no));
  const written = readAnswer(said, context.today);
  switch (written.kind) {
    case 'empty':
      return showCluster(context, cluster);
    case 'clause': {
      const { title, path } = written;
      const { db } = context.deps;
      const clause = title && (await findClauseByPath(db, rights(context), title, path));
      if (!clause) return say(context, await clauseMissing(context, title, path));
      return previewAnswer(context, cluster, { kind: 'clause', clause });
    }
    case 'past':
      return say(context, words.pastUntil(written.until));
    case 'no-such-day':
      return say(context, words.noSuchDay(written.said));
    case 'redirect':
      return previewAnswer(context, cluster, written);
    case 'text': {
      if (written.text.length > LONGEST) return say(context, words.tooLong);
      return previewAnswer(context, cluster, { ...written, visibility: 'public' });
    }
  }
}

/** Clauses named beside one that is not there. */
const PATHS = 20;

/** Why a clause that was named is not found: no such document, or no such clause in it. */
export async function clauseMissing(
  context: Context,
  title: string,
  path: string,
): Promise<string> {
  if (title === '') return words.clauseOfWhat(path);
  const known = await pathsOf(context.deps.db, rights(context), title);
  return known
    ? words.clauseMissing(known.title, path, known.paths.slice(0, PATHS))
    : words.documentUnknown(title);
}

/** The group with clauses that may answer it. `search`: other words to look with. */
export async function showCluster(
  context: Context,
  cluster: Cluster,
  search?: string,
): Promise<void> {
  const text = search || (cluster.questions[0]?.question ?? '');
  const hits = await searchPassages(context.deps.db, {
    text,
    audience: rights(context),
    top: HITS,
  });
  await answer(context, { type: 'card', card: openCard(cluster, hits, search) });
}

/** Shows the office what will be said to whom, before 确认. */
export async function previewAnswer(
  context: Context,
  cluster: Cluster,
  given: OfficeAnswer,
): Promise<void> {
  const { deps, today } = context;
  const draft = await draftAnswer(deps, actOf(context), cluster, given);
  if (!draft) return;
  const places = [...placesOf(cluster.questions).values()];
  // An internal answer goes to those who asked in a group in private.
  const groups = draft.visibility === 'public' ? places.filter((p) => p.chatId).length : 0;
  const source = await sourceOf(context, draft);
  const people = places.length - groups;
  const card = previewCard({ answer: draft, source, on: today, people, groups });
  await answer(context, { type: 'card', card });
}

/** The clause behind an answer as the office sees it, while its document is in force. */
async function sourceOf(
  context: Context,
  { policyId, clause }: { policyId: string | null; clause: number | null },
): Promise<Clause | undefined> {
  if (policyId === null || clause === null) return undefined;
  const source = await loadClause(context.deps.db, rights(context), { policyId, clause });
  return source && !hasEnded(source.policy, context.today) ? source : undefined;
}

/** What the office person may see of the library here. */
export const rights = (context: Pick<Context, 'person' | 'origin'>): Audience =>
  context.origin.chatType === 'group'
    ? PUBLIC
    : { kind: 'person', ...personRights(context.person) };
