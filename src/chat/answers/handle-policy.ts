import { insertChange } from '../../audit/queries.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { Intent } from '../../intent/intent.ts';
import { asksOfWork } from '../../intent/policy-words.ts';
import type { Of } from '../../policy/about-document.ts';
import { addPolicy, digestOfFile } from '../../policy/add-policy.ts';
import { type Answer, answerQuestion } from '../../policy/answer.ts';
import { type Audience, PUBLIC } from '../../policy/audience.ts';
import { isBare } from '../../policy/bare-question.ts';
import { answerCard } from '../../policy/cards.ts';
import { findDisagreements } from '../../policy/disagreements.ts';
import { livesOnBefore, subjectAfter } from '../../policy/follow-up.ts';
import { keepUnanswered } from '../../policy/library.ts';
import { meaningOf } from '../../policy/meaning.ts';
import { writeAnswer } from '../../policy/model-answer.ts';
import { readQuestion } from '../../policy/question.ts';
import { recogniseDocument } from '../../policy/recognise-document.ts';
import { personRights } from '../../policy/rights.ts';
import { disagreementText } from '../../policy/wording.ts';
import { findStandardAnswer } from '../../standard-answers/find.ts';
import { asks } from '../../text/asks.ts';
import { fold } from '../../text/fold.ts';
import { type Answered, info } from '../clicked.ts';
import type { PolicyClick } from '../clicks.ts';
import { actOf, answerFromDocuments, type Context, type PreparedPolicy } from '../context.ts';
import { recentQuestion, rememberQuestion } from '../conversation.ts';
import { doneCard } from '../done-card.ts';
import { readAgain } from '../files/sent-file.ts';
import { decideWaitingFile, findWaitingFile } from '../queries.ts';
import { giveStandardAnswer, keepGiven } from '../questions/give-standard-answer.ts';
import { policyAbove } from '../questions/handle-announce.ts';
import { offerNowAnswered } from '../questions/handle-questions.ts';
import { words } from '../wording.ts';

/**
 * Asks the services for a question's meaning and for an answer in words, before the transaction opens: they are remote and
 * slow. The answer itself is found once more afterwards; the model's words stand only under the same one.
 */
export async function preparePolicy(
  context: Context,
  intent: Intent,
): Promise<PreparedPolicy | undefined> {
  const { db, model, embedder, config } = context.deps;
  if (intent.kind !== 'policy') return undefined;
  const { question } = intent;
  const meaning = await meaningOf(embedder, question);
  const prepared = meaning ? { meaning } : {};
  if (!model) return prepared;
  const previous = await recentQuestion(context);
  const answer = await answerQuestion(db, {
    question,
    audience: audienceOf(context),
    today: context.today,
    ...prepared,
    ...(previous ? { previous } : {}),
  });
  if (answer.kind !== 'answered') return prepared;
  const allowInternal = config.LLM_ALLOW_INTERNAL;
  const written = await writeAnswer(model, { question, answer, allowInternal });
  return { ...prepared, writing: { of: answer.answer, written } };
}

/** Answers a policy question from the documents the asker may see, or from `of`; in a group only from public ones. */
export async function handlePolicy(context: Context, question: string, of?: Of): Promise<void> {
  const previous = of ? undefined : await recentQuestion(context);
  const { deps, origin, person } = context;
  const found = await answerQuestion(deps.db, {
    question,
    audience: audienceOf(context),
    asker: personRights(person),
    today: context.today,
    ...(context.policy?.meaning ? { meaning: context.policy.meaning } : {}),
    ...(previous ? { previous } : {}),
    ...(of ? { of } : {}),
  });
  const keep = (unanswered: string, reason: Parameters<typeof keepUnanswered>[1]['reason']) =>
    keepUnanswered(deps, {
      question: unanswered,
      askedBy: person.openId,
      reason,
      messageId: origin.messageId,
      ...(origin.chatType === 'group' ? { chatId: origin.chatId } : {}),
    });
  if (found.kind === 'answered') {
    await rememberQuestion(context, subjectAfter(question, previous));
    for (const part of found.unfound ?? []) await keep(part, 'not-found');
  } else {
    const whole = withTopic(question, of?.title ? `《${of.title}》` : previous);
    if (
      found.kind !== 'not-permitted' &&
      (await giveStandardAnswer(context, whole, audienceOf(context)))
    )
      return;
    await keep(whole, found.kind);
  }
  await give(context, question, found);
}

/** 什么时候截止 with the matter it was asked of: under another one it is another question. */
const withTopic = (question: string, topic: string | undefined): string =>
  topic !== undefined && livesOnBefore(question, readQuestion(question))
    ? `${topic.replace(/[?？。\s]+$/u, '')}，${question}`
    : question;

async function give(context: Context, question: string, found: Answer): Promise<void> {
  const answerId = context.deps.newId();
  if (found.kind === 'answered') await keepGiven(context, answerId, question, found.citations);
  const { today } = context;
  const writing = context.policy?.writing;
  const card = answerCard({
    answerId,
    question,
    answer: found,
    today,
    ...(found.kind === 'answered' && writing?.of === found.answer
      ? { written: writing.written }
      : {}),
  });
  await answerFromDocuments(context, card);
}

/**
 * Under an announcement its own document answers first, and alone what names no matter (什么时候申报); false for what is no
 * question of documents.
 */
export async function answerUnderPolicy(context: Context, question: string): Promise<boolean> {
  const policy = await policyAbove(context);
  if (!policy) return false;
  const of = { documentId: policy.id, title: policy.title };
  const asked = { question, of, audience: audienceOf(context), today: context.today };
  const answered = await answerQuestion(context.deps.db, asked);
  if (answered.kind === 'answered') {
    // A title in its marks is meant word for word: what follows is asked of this document too.
    const named = `《${[...policy.title].slice(0, 40).join('')}》${question}`;
    await rememberQuestion(context, named);
    await give(context, question, answered);
    return true;
  }
  if (!asks(question) || asksOfWork(fold(question))) return false;
  await handlePolicy(context, question, isBare(readQuestion(question)) ? of : undefined);
  return true;
}

/** Whether the documents answer these words, however they are meant. */
export async function isAnswered(context: Context, text: string): Promise<boolean> {
  const audience = audienceOf(context);
  const { db } = context.deps;
  const asked = { question: text, audience, today: context.today };
  if ((await answerQuestion(db, asked)).kind === 'answered') return true;
  return (await findStandardAnswer(db, asked)) !== undefined;
}

/** A group has the rights of its least entitled member, and who that is cannot be known: public documents only. */
export function audienceOf(context: Context): Audience {
  if (context.origin.chatType === 'group') return PUBLIC;
  return { kind: 'person', ...personRights(context.person) };
}

export type TakePolicy =
  | { kind: 'unknown' }
  /** To be run in the click's transaction. */
  | { kind: 'ready'; store: (context: Context) => Promise<Answered> };

/** Fetches the file behind a click again and prepares to put it into the library; remote work before any transaction. */
export async function takePolicy(deps: Deps, click: PolicyClick): Promise<TakePolicy> {
  const file = await findWaitingFile(deps.db, click.file);
  if (!file) return { kind: 'unknown' };
  const { choice } = click;
  const settled = info(words.fileSettled);
  if (file.decision) return { kind: 'ready', store: async () => settled };
  if (choice === 'drop') {
    return {
      kind: 'ready',
      store: async ({ deps: { db } }) => {
        if (!(await decideWaitingFile(db, file.id, choice))) return settled;
        return done(words.fileDropped);
      },
    };
  }
  const read = await readAgain(deps, file);
  return {
    kind: 'ready',
    store: async (context) => {
      if (read.kind === 'unread') return info(read.message);
      const inside = context.deps;
      if (!(await decideWaitingFile(inside.db, file.id, choice))) return settled;
      const { content } = read;
      const sent = { fileName: file.name, content, ...(file.link ? { link: file.link } : {}) };
      const isApart = choice === 'public-apart' || choice === 'internal-apart';
      const known = isApart ? undefined : await recogniseDocument(inside.db, sent);
      const visibility = choice.startsWith('public') ? 'public' : 'internal';
      const added = await addPolicy(inside, {
        ...sent,
        visibility: { kind: visibility },
        addedBy: context.person.id,
        apart: isApart,
        fileDigest: digestOfFile(read.bytes),
        ...(known ? { replaces: known.policy.id } : {}),
      });
      switch (added.kind) {
        case 'no-text':
          return done(words.policyEmpty(file.name));
        case 'unchanged':
          return done(words.policyKnown(file.name));
        case 'added':
        case 'new-version': {
          const act = actOf(context);
          const id = inside.newId();
          await insertChange(inside.db, act, {
            id,
            kind: 'policy',
            data: { policyId: added.id, name: file.name },
          });
          await recordAudit(inside.db, act, 'policy.added', `policy:${added.id}`, { choice });
          const text = words.policyAdded(file.name, added.passages, words[visibility]);
          const found = await findDisagreements(inside.db, {
            policyIds: [added.id],
            audience: audienceOf(context),
            today: context.today,
          });
          await offerNowAnswered(context, [added.id]);
          return done([text, ...disagreementText(found.get(added.id) ?? [])].join('\n'), id);
        }
      }
    },
  };
}

function done(text: string, changeId?: string): Answered {
  return { toast: { type: 'success', content: words.done }, card: doneCard(text, changeId) };
}
