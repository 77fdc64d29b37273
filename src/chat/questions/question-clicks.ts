import { dayOf } from '../../calendar/county-time.ts';
import { readPath } from '../../policy/clause-path.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { confirmAnswer, dropAnswer, findCluster } from '../../standard-answers/answer.ts';
import { clauseOfPassage, findClauseByPath } from '../../standard-answers/clauses.ts';
import {
  ChooseClauseClick,
  DecideAnswerClick,
  KeepAnswerClick,
  OpenQuestionClick,
  QuestionForm,
  QuestionFormClick,
  SeenClick,
} from '../../standard-answers/clicks.ts';
import type { Cluster } from '../../standard-answers/cluster.ts';
import { prolongAnswer, withdrawAnswer } from '../../standard-answers/keep.ts';
import { findAnswer, markSeen } from '../../standard-answers/queries.ts';
import { untilOf } from '../../standard-answers/read-answer.ts';
import { words } from '../../standard-answers/wording.ts';
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
} from '../clicked.ts';
import { actOf, answer, type Context } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';
import { clauseMissing, LONGEST, previewAnswer, rights, showCluster } from './handle-questions.ts';
export const QUESTION_CLICKS: ClickHandler[] = [
  onClick(OpenQuestionClick, openByClick),
  onClick(ChooseClauseClick, choose),
  onClick(QuestionFormClick, fill),
  onClick(DecideAnswerClick, decide),
  onClick(KeepAnswerClick, keep),
  onClick(SeenClick, seen),
];

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
    await showCluster(context, cluster);
    return {};
  });
}

function choose(clicked: Clicked, { no, passage }: ChooseClauseClick): Promise<Answered> {
  return withCluster(clicked, no, async (context, cluster) => {
    const clause = await clauseOfPassage(context.deps.db, rights(context), passage);
    if (!clause) return refuse(words.stale);
    await previewAnswer(context, cluster, { kind: 'clause', clause });
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
        await previewAnswer(context, cluster, { kind: 'redirect', whom: whom.trim() });
        return {};
      case 'text': {
        if (text.trim() === '') return refuse(words.emptyAnswer);
        if (text.trim().length > LONGEST) return refuse(words.tooLong);
        await previewAnswer(context, cluster, {
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
  if (where === '') return refuse(words.emptyClause);
  const named = /^《([^》]+)》(.+)$/u.exec(where);
  const path = named && readPath(named[2] ?? '');
  const clause =
    named && path
      ? await findClauseByPath(context.deps.db, rights(context), named[1] ?? '', path)
      : undefined;
  if (named && path && !clause) return refuse(await clauseMissing(context, named[1] ?? '', path));
  if (clause) await previewAnswer(context, cluster, { kind: 'clause', clause });
  else await showCluster(context, cluster, where);
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
    const quiet = (await sendingMoment(deps, now)) > now;
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
