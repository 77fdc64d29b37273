import { speaksOfSecrets } from '../progress/read-reply.ts';
import { words as progressWords } from '../progress/wording.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { readAnnounceOrder } from './announce-orders.ts';
import * as care from './care-orders.ts';
import { actOf, answer, type Context, say } from './context.ts';
import { rememberQuery } from './conversation.ts';
import { isFlooding } from './flood.ts';
import { setGroup } from './group-orders.ts';
import { handOver } from './hand-over.ts';
import { handleAnnounceOrder } from './handle-announce.ts';
import { listDays } from './handle-days.ts';
import { answerMatch } from './handle-match.ts';
import { openMatters } from './handle-matter.ts';
import { answerUnderPolicy, handlePolicy, isAnswered } from './handle-policy.ts';
import * as problems from './handle-problem.ts';
import { handleProgress, myTasks } from './handle-progress.ts';
import { handleQuestionOrder } from './handle-questions.ts';
import { handleReport, isPlainReport, takeAside } from './handle-report.ts';
import { helpCard, nearestOffers, unknownCard } from './help.ts';
import { impossibleMonth } from './impossible-month.ts';
import type { AdminCommand, Intent, ProgressQuery } from './intent.ts';
import { takeLeaderOrder } from './leader-orders.ts';
import { refuseSecret } from './not-a-report.ts';
import { takePackOrder } from './pack-orders.ts';
import { listOfUnits, whoSpeaksFor } from './people-answers.ts';
import * as people from './people-commands.ts';
import { isOffice } from './people-commands.ts';
import * as plans from './plan-commands.ts';
import { showPlanOrder } from './plan-orders.ts';
import { proxyReport } from './proxy-report.ts';
import { readQuestionOrder } from './question-orders.ts';
import { readPlanOrder } from './read-plan-order.ts';
import { reportingUnits, reportScopes } from './report-scope.ts';
import { setReview } from './review-command.ts';
import { askAgain, holdByWord, setReminder } from './rhythm-orders.ts';
import { previewNext, setPaused } from './sending-commands.ts';
import { takeSwitchOrder } from './switch-orders.ts';
import { takeTargetOrder } from './target-orders.ts';
import { transfer } from './transfer.ts';
import { understand } from './understand.ts';
import { undoChange } from './undo.ts';
import { words } from './wording.ts';

/** Answers a text: recognises what is asked, checks who asks, calls one use case. */
export async function respond(context: Context, text: string): Promise<void> {
  const { person } = context;
  const { intent, units } = await understand(context, text);
  if (await isSecret(context, intent, text)) return refuseSecret(context);
  if (await answerMatch(context, text)) return;
  const announce = readAnnounceOrder(text);
  if (announce && (await handleAnnounceOrder(context, announce))) return;
  if (MAY_ASK.has(intent.kind) && (await answerUnderPolicy(context, text))) return;
  const asked = isOffice(context) ? readQuestionOrder(text) : undefined;
  if (asked) return handleQuestionOrder(context, asked);
  if (await isFlooding(context, intent)) return;
  if (await takeLeaderOrder(context, intent, text)) return;
  if (await takePackOrder(context, text)) return;
  if (await takeSwitchOrder(context, text)) return;
  if (await takeTargetOrder(context, intent, text)) return;
  const wrong = ASKED_OF_MONTHS.has(intent.kind) ? impossibleMonth(text) : undefined;
  if (wrong) return say(context, words.noSuchMonth(wrong));
  if (await isOfficeOrder(context, intent, text, units)) return;
  // An unknown person may ask about policies, nothing else.
  const isKnown =
    person.memberships.length > 0 || person.roles.size > 0 || context.chatUnitId !== undefined;
  if (!isKnown && !OPEN_TO_ALL.has(intent.kind) && !isOpenCommand(intent)) {
    // 新能源产业链谁牵头 reads like a question about progress: the documents may answer it.
    if (intent.kind === 'progress' && (await isAnswered(context, text)))
      return handlePolicy(context, text);
    return say(context, words.helpOutsider);
  }
  await act(
    context,
    (await isMisread(context, intent, text)) ? { kind: 'report', text } : intent,
    text,
  );
}

/**
 * What a unit's person says is a report before it is a question about progress or an order that is not theirs to give:
 * 第2项有困难，经费没有着落 must never be answered with a refusal.
 */
async function isMisread(context: Context, intent: Intent, text: string): Promise<boolean> {
  const { roles } = context.person;
  if (roles.has('office') || roles.has('leader')) return false;
  const isOrder = intent.kind === 'admin' && OFFICE_ORDERS.has(intent.command.kind);
  if (intent.kind !== 'progress' && !isOrder) return false;
  return isPlainReport(context, text);
}

/** Where a month that does not exist would be passed over in silence. */
const ASKED_OF_MONTHS = new Set<Intent['kind']>(['admin', 'unknown']);
/** What may be a question about the document it was written under. */
const MAY_ASK = new Set<Intent['kind']>(['policy', 'unknown', 'progress']);

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

const ASKS = /[?？]|吗|哪|谁|什么|怎|多少|没有$|没$/u;

/** 这个涉密，不要发群里: said, not asked, and not the name of a task of one's own (保密检查). */
async function isSecret(context: Context, intent: Intent, text: string): Promise<boolean> {
  if (intent.kind === 'policy' || intent.kind === 'admin' || ASKS.test(text)) return false;
  if (!speaksOfSecrets(text, [])) return false;
  const scopes = await reportScopes(context, reportingUnits(context));
  return speaksOfSecrets(
    text,
    scopes.flatMap((s) => s.items),
  );
}

/**
 * 暂缓5月第3项 is an order where the office writes it in private, and a report where a unit does: who writes decides. Other
 * orders of the table win; what names no task of the plan is left to the rest.
 */
async function isOfficeOrder(
  context: Context,
  intent: Intent,
  text: string,
  units: UnitNames,
): Promise<boolean> {
  if (!context.person.roles.has('office') || context.origin.chatType !== 'p2p') return false;
  if (intent.kind === 'admin' && intent.command.kind !== 'add-task') return false;
  const order = readPlanOrder(text, { refDate: context.today, units });
  return order !== undefined && (await showPlanOrder(context, order));
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
      if (/^问题(?:清单|台账)[。.!?？]*$/u.test(text)) return problems.problemList(asked);
      await rememberQuery(context, intent.query);
      return timed(context, 'query', () => handleProgress(asked, intent.query));
    case 'policy':
      return timed(context, 'search', () => handlePolicy(asked, intent.question));
    case 'report':
      return report(context, text);
    case 'admin':
      return command(context, intent.command, text);
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
  const nearest = nearestOffers(context.person, context.origin.chatType, text);
  await answer(asked, { type: 'card', card: unknownCard(text, nearest) });
}

async function help(context: Context): Promise<void> {
  const card = helpCard(context.person, context.origin.chatType);
  await answer(context, { type: 'card', card });
}

async function command(context: Context, order: AdminCommand, text: string): Promise<void> {
  switch (order.kind) {
    case 'bind-unit':
      return people.bindUnit(context, order);
    case 'unbind':
      return people.unbind(context);
    case 'claim-admin':
      return people.claim(context, order);
    case 'set-person':
      return people.setPerson(context, order);
    case 'remove-person':
      return people.removePerson(context, order);
    case 'alias':
      return people.alias(context, order);
    case 'group-members':
      return setGroup(context, order);
    case 'pause':
      return setPaused(context, true);
    case 'resume':
      return setPaused(context, false);
    case 'undo': {
      const done = await undoChange(context.deps, context.person, actOf(context));
      return say(context, done.text);
    }
    case 'publish':
      return plans.publishCommand(context);
    case 'confirm':
      return plans.confirmDraft(context);
    case 'discard':
      return plans.dropDraft(context);
    case 'plan-status':
      return plans.planStatus(context);
    case 'my-open-items':
      return myTasks(context);
    case 'import-plan':
      return say(context, words.importHow);
    case 'remind-preview':
      return previewNext(context);
    case 'hold-month':
      return holdByWord(context, order);
    case 'who-is':
      return whoSpeaksFor(context, order);
    case 'unit-list':
      return listOfUnits(context, order);
    case 'calendar':
      return listDays(context);
    case 'complain':
      return care.complain(context, order.text);
    case 'list-complaints':
      return care.showComplaints(context);
    case 'answer-complaint':
      return care.replyToComplaint(context, order);
    case 'burden':
      return care.showBurden(context, order);
    case 'log-level':
      return care.setLogLevel(context, order);
    case 'who-am-i':
      return say(context, words.whoAmI(context.person));
    case 'review':
      return setReview(context, order.on);
    case 'open-matters':
      return openMatters(context);
    case 'problem-list':
      return problems.problemList(context);
    case 'solve-problem':
      return problems.solveByWord(context, order);
    case 'assign-problem':
      return problems.assign(context, order);
    case 'proxy-report':
      return proxyReport(context, text);
    case 'transfer':
      return transfer(context, order);
    case 'hand-over':
      return handOver(context, order);
    case 'add-task':
      return say(context, words.notAllowed(words.office));
    case 'set-reminder':
      return setReminder(context, order, text);
    case 'resend':
      return askAgain(context, order);
  }
}
