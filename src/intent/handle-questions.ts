import { dayOf } from '../calendar/county-time.ts';
import { type Audience, PUBLIC } from '../policy/audience.ts';
import { personRights } from '../policy/rights.ts';
import { searchPassages } from '../policy/search.ts';
import { outsideQuietHours } from '../remind/due.ts';
import {
  confirmAnswer,
  draftAnswer,
  dropAnswer,
  findCluster,
  listClusters,
  type OfficeAnswer,
} from '../standard-answers/answer.ts';
import { answersCard, previewCard } from '../standard-answers/cards.ts';
import {
  type Clause,
  clauseOfPassage,
  findClauseByPath,
  loadClause,
} from '../standard-answers/clauses.ts';
import {
  ChooseClauseClick,
  DecideAnswerClick,
  KeepAnswerClick,
  OpenQuestionClick,
  QuestionForm,
  QuestionFormClick,
  SeenClick,
} from '../standard-answers/clicks.ts';
import type { Cluster } from '../standard-answers/cluster.ts';
import { prolongAnswer, withdrawAnswer } from '../standard-answers/keep.ts';
import { findAnswer, findAnswers, markSeen } from '../standard-answers/queries.ts';
import { openCard, questionsCard } from '../standard-answers/question-cards.ts';
import { readAnswer, readPath, untilOf } from '../standard-answers/read-answer.ts';
import { placesOf } from '../standard-answers/tell.ts';
import { words } from '../standard-answers/wording.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  refuse,
} from './clicked.ts';
import { actOf, answer, type Context, say } from './context.ts';
import { doneCard, isOffice } from './people-commands.ts';
import type { QuestionOrder } from './question-orders.ts';
import { words as intentWords } from './wording.ts';

export const QUESTION_CLICKS: ClickHandler[] = [
  {
    schema: OpenQuestionClick,
    run: (c) => openByClick(c, OpenQuestionClick.parse(c.action.value)),
  },
  { schema: ChooseClauseClick, run: (c) => choose(c, ChooseClauseClick.parse(c.action.value)) },
  { schema: QuestionFormClick, run: (c) => fill(c, QuestionFormClick.parse(c.action.value)) },
  { schema: DecideAnswerClick, run: (c) => decide(c, DecideAnswerClick.parse(c.action.value)) },
  { schema: KeepAnswerClick, run: (c) => keep(c, KeepAnswerClick.parse(c.action.value)) },
  { schema: SeenClick, run: (c) => seen(c, SeenClick.parse(c.action.value)) },
];

const HITS = 5;
/** A standard answer is shown whole on a card. */
const LONGEST = 1000;

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
      return show(context, cluster);
    case 'clause': {
      const { title, path } = written;
      const clause = await findClauseByPath(context.deps.db, rights(context), title, path);
      if (!clause) return say(context, words.clauseUnknown(said));
      return preview(context, cluster, { kind: 'clause', clause });
    }
    case 'redirect':
      return preview(context, cluster, written);
    case 'text': {
      if (written.text.length > LONGEST) return say(context, words.tooLong);
      return preview(context, cluster, { ...written, visibility: 'public' });
    }
  }
}

/** The group with clauses that may answer it. `search`: other words to look with. */
async function show(context: Context, cluster: Cluster, search?: string): Promise<void> {
  const text = search || (cluster.questions[0]?.question ?? '');
  const hits = await searchPassages(context.deps.db, {
    text,
    audience: rights(context),
    top: HITS,
  });
  await answer(context, { type: 'card', card: openCard(cluster, hits, search) });
}

async function preview(context: Context, cluster: Cluster, given: OfficeAnswer): Promise<void> {
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
  return loadClause(context.deps.db, rights(context), { policyId, clause });
}

const rights = (context: Pick<Context, 'person' | 'origin'>): Audience =>
  context.origin.chatType === 'group'
    ? PUBLIC
    : { kind: 'person', ...personRights(context.person) };

/** Runs a click of the office in private; anybody else is refused. */
function byOffice(clicked: Clicked, run: (context: Context) => Promise<Answered>) {
  if (!isOffice(clicked.context))
    return Promise.resolve(refuse(intentWords.notAllowed(intentWords.office)));
  if (clicked.context.origin.chatType === 'group') return Promise.resolve(refuse(words.inPrivate));
  return change(clicked, run);
}

function withCluster(
  clicked: Clicked,
  no: number,
  run: (context: Context, cluster: Cluster) => Promise<Answered>,
): Promise<Answered> {
  return byOffice(clicked, async (context) => {
    const cluster = await findCluster(context.deps.db, no);
    return cluster ? run(context, cluster) : info(words.openUnknown(no));
  });
}

function openByClick(clicked: Clicked, { no }: OpenQuestionClick): Promise<Answered> {
  return withCluster(clicked, no, async (context, cluster) => {
    await show(context, cluster);
    return {};
  });
}

function choose(clicked: Clicked, { no, passage }: ChooseClauseClick): Promise<Answered> {
  return withCluster(clicked, no, async (context, cluster) => {
    const clause = await clauseOfPassage(context.deps.db, rights(context), passage);
    if (!clause) return refuse(words.stale);
    await preview(context, cluster, { kind: 'clause', clause });
    return {};
  });
}

function fill(clicked: Clicked, click: QuestionFormClick): Promise<Answered> {
  const form = QuestionForm.safeParse(clicked.action.form);
  if (!form.success) return Promise.resolve(refuse(words.tooLong));
  return withCluster(clicked, click.no, async (context, cluster) => {
    const { where, words: text, whom, validity, visibility } = form.data;
    switch (click.form) {
      case 'clause':
        return lookUp(context, cluster, where.trim());
      case 'redirect':
        await preview(context, cluster, { kind: 'redirect', whom: whom.trim() });
        return {};
      case 'text': {
        if (text.trim() === '') return refuse(words.emptyAnswer);
        if (text.trim().length > LONGEST) return refuse(words.tooLong);
        await preview(context, cluster, {
          kind: 'text',
          text: text.trim(),
          validUntil: untilOf(validity, context.today),
          visibility: visibility === 'internal' ? 'internal' : 'public',
        });
        return {};
      }
    }
  });
}

/** `《…》第五条` is taken at once; other words look the library through. */
async function lookUp(context: Context, cluster: Cluster, where: string): Promise<Answered> {
  const named = /^《([^》]+)》(.+)$/u.exec(where);
  const path = named && readPath(named[2] ?? '');
  const clause =
    named && path
      ? await findClauseByPath(context.deps.db, rights(context), named[1] ?? '', path)
      : undefined;
  if (named && path && !clause) return refuse(words.clauseUnknown(where));
  if (clause) await preview(context, cluster, { kind: 'clause', clause });
  else await show(context, cluster, where);
  return {};
}

async function decide(clicked: Clicked, click: DecideAnswerClick): Promise<Answered> {
  if (!(await findAnswer(clicked.deps.db, click.answer))) return forged('unknown answer');
  return byOffice(clicked, async (context) => {
    const { deps, now } = context;
    if (!click.agree) {
      const dropped = await dropAnswer(deps.db, click.answer);
      return dropped ? ok(words.dropped, doneCard(words.dropped)) : info(words.settledBefore);
    }
    const done = await confirmAnswer(deps, actOf(context), click.answer);
    if (done.kind === 'settled-before') return info(words.settledBefore);
    const quiet = outsideQuietHours(now, deps.config.APP_TIMEZONE) > now;
    return ok(intentWords.done, doneCard(words.confirmed(done.told, quiet), done.changeId));
  });
}

async function keep(clicked: Clicked, click: KeepAnswerClick): Promise<Answered> {
  if (!(await findAnswer(clicked.deps.db, click.answer))) return forged('unknown answer');
  return byOffice(clicked, async (context) => {
    const act = actOf(context);
    const { deps, now } = context;
    const done =
      click.act === 'answer-withdraw'
        ? await withdrawAnswer(deps, act, click.answer)
        : await prolongAnswer(deps, act, click.answer, dayOf(now, deps.config.APP_TIMEZONE));
    if (!done) return info(words.settledBefore);
    await answer(context, { type: 'card', card: doneCard(done.text, done.changeId) });
    return ok(intentWords.done);
  });
}

function seen(clicked: Clicked, click: SeenClick): Promise<Answered> {
  return byOffice(clicked, async ({ deps, now }) => {
    const done = await markSeen(deps.db, click.given, now);
    return done ? ok(words.seenDone) : info(words.seenDone);
  });
}
