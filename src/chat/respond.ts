import { opensMarked } from '../documents/marking.ts';
import type { AdminCommand, Intent, ProgressQuery } from '../intent/intent.ts';
import { asksOfWork, asksPolicy } from '../intent/policy-words.ts';
import { statesWork } from '../intent/states-work.ts';
import { type ToldAndAsked, toldAndAsked } from '../intent/told-and-asked.ts';
import { speaksOfSecrets } from '../progress/read-reply.ts';
import { words as progressWords } from '../progress/wording.ts';
import { words as summaryWords } from '../summary/wording.ts';
import { asks, asksOutright } from '../text/asks.ts';
import { whoIsTold } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { findUnit, nearestUnits } from '../units/resolve.ts';
import { handlePolicy, isAnswered } from './answers/handle-policy.ts';
import { handleProgress } from './answers/handle-progress.ts';
import { isForDocuments } from './answers/is-for-documents.ts';
import { seesAll } from './answers/may-ask.ts';
import { answer, type Context, say } from './context.ts';
import { recentQuestion, rememberQuery } from './conversation.ts';
import { helpCard, nearestOffers, unknownCard } from './help.ts';
import { runCommand } from './orders/run-command.ts';
import { isTaken } from './orders/take-orders.ts';
import { isReason } from './reports/add-reason.ts';
import { problemList } from './reports/handle-problem.ts';
import { handleReport, takeAside } from './reports/handle-report.ts';
import { refuseSecret } from './reports/not-a-report.ts';
import { isAnswer, isBareDenial, isStatement, takesBackOwn } from './reports/own-report.ts';
import { reportingUnits, reportScopes } from './reports/report-scope.ts';
import { understand } from './understand.ts';
import { words } from './wording.ts';

/** Answers a text: recognises what is asked, checks who asks, calls one use case. */
export async function respond(context: Context, text: string): Promise<void> {
  const { person } = context;
  const { intent, units } = await understand(context, text);
  if (await isSecret(context, intent, text)) return refuseSecret(context);
  if (await isTaken(context, { text, intent, units })) return;
  // An unknown person may ask about policies, nothing else.
  const isKnown =
    person.memberships.length > 0 || person.roles.size > 0 || context.chatUnitId !== undefined;
  if (!isKnown && !OPEN_TO_ALL.has(intent.kind) && !isOpenCommand(intent)) {
    // 新能源产业链谁牵头 reads like a question about progress, 我公司营收两千万了 like a report: the documents may answer it.
    const isOfWork =
      intent.kind === 'progress' && (asks(text) ? asksOfWork(fold(text)) : isOfPlan(intent.query));
    // 去年呢 after a question about policies; who may ask about nothing else means no plan.
    const follows = FOLLOWS.test(text.trim()) && (await recentQuestion(context)) !== undefined;
    const isQuestion =
      intent.kind === 'progress' && !isOfWork && asks(text) && !isOfPlan(intent.query);
    const isAsked = follows || asksPolicy(text) || isQuestion;
    if (isAsked || (!isOfWork && (await isAnswered(context, text))))
      return handlePolicy(context, text);
    return say(context, words.helpOutsider);
  }
  const both = await toldBesideQuestion(context, intent, text);
  if (both?.ofItem) return report(context, text);
  if (both) {
    await report(context, both.told);
    const origin = { ...context.origin, key: `${context.origin.key}:asked` };
    return respond({ ...context, origin }, both.asked);
  }
  await act(
    context,
    (await isMisread(context, intent, text)) ? { kind: 'report', text } : intent,
    text,
  );
}

/** 第1项已完成，请问高企奖多少, by a unit's person: neither what is told nor what is asked may be lost to the other. */
async function toldBesideQuestion(
  context: Context,
  intent: Intent,
  text: string,
): Promise<ToldAndAsked | undefined> {
  const { roles } = context.person;
  if (roles.has('office') || roles.has('leader') || reportingUnits(context).length === 0)
    return undefined;
  const isHeard = intent.kind === 'report';
  if (!OF_WORK.has(intent.kind) && !isHeard) return undefined;
  const both = toldAndAsked(text);
  // What reads as a report hears what is asked of its own items by itself.
  if (!both || (isHeard && (both.ofItem || !asksOutright(both.asked)))) return undefined;
  return (await understand(context, both.told)).intent.kind === 'report' ? both : undefined;
}

/**
 * What a unit's person says is a report before it is a question about progress or an order that is not theirs to give:
 * 第2项有困难，经费没有着落 must never be answered with a refusal.
 */
async function isMisread(context: Context, intent: Intent, text: string): Promise<boolean> {
  const { roles } = context.person;
  if (await isReason(context, text)) return true;
  if (roles.has('office') || roles.has('leader')) return false;
  const isOrder = intent.kind === 'admin' && OFFICE_ORDERS.has(intent.command.kind);
  if (isBareDenial(text)) return OF_WORK.has(intent.kind) && (await isAnswer(context));
  // 我要更正11月第1项：…, 我上一条说错了: an earlier report is taken back, whatever else the words look like.
  if (OF_WORK.has(intent.kind) && (takesBackOwn(text) || statesWork(text)))
    return reportingUnits(context).length > 0;
  if (intent.kind !== 'progress' && !isOrder) return false;
  return isStatement(context, text, intent.kind === 'progress' ? intent.query.units : []);
}

/** Of units' work, or of a list: what only people of the plan are shown. */
function isOfPlan({ units, status, taskNo, format, role, mine }: ProgressQuery): boolean {
  const named = units.length > 0 || status !== null || role !== null || taskNo !== undefined;
  return named || mine === true || format !== undefined;
}

const FOLLOWS = /^那.{1,12}[呢?？]$|^.{1,10}呢[?？。]*$/u;

const OF_WORK = new Set<Intent['kind']>(['progress', 'policy', 'unknown']);

const OFFICE_ORDERS = new Set<AdminCommand['kind']>(['resend', 'set-reminder', 'add-task']);

const OPEN_TO_ALL = new Set<Intent['kind']>(['help', 'policy', 'chat', 'unknown']);

function isOpenCommand(intent: Intent): boolean {
  if (intent.kind !== 'admin') return false;
  // 绑定 only asks: an administrator decides.
  return ['claim-admin', 'complain', 'who-am-i', 'bind-unit'].includes(intent.command.kind);
}

/** Who does not see all and names a number, or answers a card, speaks of the own list. */
function isOfOwnList({ person, origin }: Context, query: ProgressQuery): boolean {
  if (person.roles.has('leader') || person.roles.has('office')) return false;
  return origin.parentId !== undefined || query.taskNo !== undefined;
}

/** 这个涉密，不要发群里: said, not asked, and not the name of a task of one's own (保密检查). */
async function isSecret(context: Context, intent: Intent, text: string): Promise<boolean> {
  if (opensMarked(text)) return true;
  if (intent.kind === 'policy' || intent.kind === 'admin' || asks(text)) return false;
  if (!speaksOfSecrets(text, [])) return false;
  const scopes = await reportScopes(context, reportingUnits(context));
  return speaksOfSecrets(
    text,
    scopes.flatMap((s) => s.items),
  );
}

function timed(context: Context, what: 'query' | 'search', work: () => Promise<void>) {
  const { metrics } = context.deps;
  return metrics ? metrics.timed(what, work) : work();
}

async function act(context: Context, intent: Intent, text: string): Promise<void> {
  const asked: Context = { ...context, isOptional: true };
  switch (intent.kind) {
    case 'help':
      return help(asked);
    case 'progress':
      if (isOfOwnList(context, intent.query) && (await takeAside(context, text))) return;
      // 问题清单, and nothing else, is the numbered list, not the list of tasks in difficulty.
      if (/^问题(?:清单|台账)[。.!?？]*$/u.test(text)) return problemList(asked);
      if (await isForDocuments(context, intent.query, text)) return handlePolicy(asked, text);
      await rememberQuery(context, intent.query);
      return timed(context, 'query', () => handleProgress(asked, intent.query));
    case 'policy':
      return timed(context, 'search', () => handlePolicy(asked, intent.question));
    case 'report':
      return report(context, text);
    case 'admin':
      return runCommand(context, intent.command, text);
    case 'chat':
      if (intent.act === 'thanks') return say(asked, progressWords.thanks);
      if (intent.act === 'acknowledge' && reportingUnits(context).length > 0)
        return report(context, text);
      return say(asked, words.chat);
    case 'unknown':
      return unknown(context, text);
  }
}

async function report(context: Context, text: string): Promise<void> {
  if ((await handleReport(context, text)) === 'not-a-report')
    await say(context, progressWords.notReport);
}

/** What was not recognised may still be an answer to a reminder; else the two nearest things are offered. */
async function unknown(context: Context, text: string): Promise<void> {
  if (reportingUnits(context).length > 0 && (await handleReport(context, text)) === 'handled')
    return;
  const asked: Context = { ...context, isOptional: true };
  if (await isAnswered(context, text)) return handlePolicy(asked, text);
  const told = seesAll(context) ? whoIsTold(text.trim()) : undefined;
  if (told && !(await findUnit(context.deps.db, told))) {
    const near = await nearestUnits(context.deps.db, told);
    return say(asked, summaryWords.unitNotFound(told, near) + near.join('、'));
  }
  const nearest = nearestOffers(context.person, context.origin.chatType, text);
  await answer(asked, { type: 'card', card: unknownCard(text, nearest) });
}

async function help(context: Context): Promise<void> {
  const card = helpCard(context.person, context.origin.chatType);
  await answer(context, { type: 'card', card });
}
