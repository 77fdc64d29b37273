import { readAnnounceOrder } from '../../intent/announce-orders.ts';
import { impossibleMonth } from '../../intent/impossible-month.ts';
import type { AdminCommand, Intent } from '../../intent/intent.ts';
import { asksLibrary } from '../../intent/library-words.ts';
import { readQuestionOrder } from '../../intent/question-orders.ts';
import { readCommand } from '../../intent/read-command.ts';
import { readDecision } from '../../intent/read-decision.ts';
import { readPlanOrder } from '../../intent/read-plan-order.ts';
import { findStrangers, findUnits } from '../../text/find-units.ts';
import { fold } from '../../text/fold.ts';
import type { UnitNames } from '../../text/unit-name.ts';
import { verbose } from '../../text/verbose.ts';
import { nearestUnits } from '../../units/resolve.ts';
import { answerClaim } from '../answers/handle-claim.ts';
import { answerMatch } from '../answers/handle-match.ts';
import { answerUnderPolicy } from '../answers/handle-policy.ts';
import { showLibrary } from '../answers/list-library.ts';
import { tellWhy } from '../answers/tell-why.ts';
import { type Context, say } from '../context.ts';
import { readWrittenDays, refuseDays, takeDays } from '../files/handle-days.ts';
import { isFlooding } from '../flood.ts';
import { handleAnnounceOrder } from '../questions/handle-announce.ts';
import { handleQuestionOrder } from '../questions/handle-questions.ts';
import { takePolicyOrder } from '../questions/keep-policies.ts';
import { answerSource } from '../reports/answer-source.ts';
import { takeHeardReport, takeWordsOfOthers } from '../reports/heard-report.ts';
import { planSpokenOf } from '../reports/named-plan.ts';
import { reportingUnits } from '../reports/report-scope.ts';
import { isOffice } from '../roles.ts';
import { dropByWord } from '../undo/undo-by-word.ts';
import { words } from '../wording.ts';
import { takeBeyond } from './beyond.ts';
import { takeDecision } from './decide-by-word.ts';
import { takeLeaderOrder } from './leader-orders.ts';
import { takePackOrder } from './pack-orders.ts';
import { showPlanOrder } from './plan-orders.ts';
import { takeSwitchOrder } from './switch-orders.ts';
import { takeTargetOrder } from './target-orders.ts';

/** A message with what the rules take it for. */
export type Heard = { text: string; intent: Intent; units: UnitNames };

type Taker = (context: Context, heard: Heard) => Promise<boolean>;

/**
 * Features whose orders have a grammar of their own, before the intent decides: each says whether the message was its, by
 * its words and by who writes where. The first one ends the matter.
 */
const TAKERS: Taker[] = [
  // A flood is held back before anything is looked up.
  (context, { intent }) => isFlooding(context, intent),
  takeDrop,
  (context, { text }) => answerSource(context, text),
  takeWrittenDays,
  (context, { text }) => takeBeyond(context, text),
  (context, { text }) => tellWhy(context, text),
  (context, { text }) => answerClaim(context, text),
  (context, { text }) => answerMatch(context, text),
  takeLibrary,
  takeAnnouncement,
  (context, { text }) => takePolicyOrder(context, text),
  takeQuestionUnderPolicy,
  takeAnswerToQuestion,
  takeLeaderOrder,
  (context, { text }) => takePackOrder(context, text),
  (context, { text }) => takeSwitchOrder(context, text),
  (context, { intent, text }) => takeTargetOrder(context, intent, text),
  refuseStranger,
  (context, { text, units }) => takeDecision(context, text, units),
  (context, { text, ...heard }) => takeHeardReport(context, text, heard),
  refuseImpossibleMonth,
  takePlanOrder,
  (context, { text, ...heard }) => takeWordsOfOthers(context, text, heard),
];

/** Whether a feature took the message for itself; then it has been answered. */
export async function isTaken(context: Context, heard: Heard): Promise<boolean> {
  for (const take of TAKERS) if (await take(context, heard)) return true;
  return false;
}

/** 算了 is small talk unless something waits for this person's word. */
async function takeDrop(context: Context, { intent, text, units }: Heard): Promise<boolean> {
  if (intent.kind !== 'chat') return false;
  const order = readCommand(text, { refDate: context.today, units });
  return order?.kind === 'drop' && (await dropByWord(context, false));
}

/** 2027-01-01 休, a day a line: whoever may send the table as a file may write it. */
async function takeWrittenDays(context: Context, { text }: Heard): Promise<boolean> {
  const { origin, person } = context;
  if (origin.chatType !== 'p2p') return false;
  if (!isOffice(context) && !person.roles.has('admin')) return false;
  const read = readWrittenDays(text);
  if (!read) return false;
  await (read.problems.length > 0
    ? refuseDays(context, read.problems)
    : takeDays(context, read.days));
  return true;
}

async function takeLibrary(context: Context, { text }: Heard): Promise<boolean> {
  if (!asksLibrary(text)) return false;
  await showLibrary({ ...context, isOptional: true }, text);
  return true;
}

async function takeAnnouncement(context: Context, { text }: Heard): Promise<boolean> {
  const order = readAnnounceOrder(text);
  return order !== undefined && (await handleAnnounceOrder(context, order));
}

/** What may be a question about the document it was written under. */
const MAY_ASK = new Set<Intent['kind']>(['policy', 'unknown', 'progress']);

async function takeQuestionUnderPolicy(
  context: Context,
  { intent, text }: Heard,
): Promise<boolean> {
  return MAY_ASK.has(intent.kind) && (await answerUnderPolicy(context, text));
}

async function takeAnswerToQuestion(context: Context, { text }: Heard): Promise<boolean> {
  const order = isOffice(context) ? readQuestionOrder(text) : undefined;
  if (order) await handleQuestionOrder(context, order);
  return order !== undefined;
}

/** What an order begins with, and no name does. */
const VERBS = /(?:请|再|去|催(?:一?下|办|促)?|提醒(?:一下)?|通知|督促|退回|同意|通过)+/gu;

/** 再催教育局, 退回教育局第1项: of a body that the county does not have; without it the order would mean others. */
async function refuseStranger(context: Context, { intent, text, units }: Heard): Promise<boolean> {
  if (!isOffice(context)) return false;
  const folded = fold(text);
  const [stranger] =
    findUnits(folded, units).length > 0 ? [] : findStrangers(folded.replace(VERBS, ' '), []);
  const isOrder =
    (intent.kind === 'admin' && intent.command.kind === 'resend') ||
    readDecision(folded.replace(stranger ?? '', ''), { refDate: context.today, units })?.isWhole;
  if (stranger === undefined || !isOrder) return false;
  const near = await nearestUnits(context.deps.db, stranger);
  await say(context, words.unitUnknown(stranger, near));
  return true;
}

/** Where a month that does not exist would be passed over in silence; a question about progress asks again itself. */
const PASSED_OVER = new Set<Intent['kind']>(['admin', 'unknown']);

async function refuseImpossibleMonth(context: Context, { intent, text }: Heard): Promise<boolean> {
  const isNoReport = intent.kind === 'report' && reportingUnits(context).length === 0;
  const isPassedOver = isNoReport || PASSED_OVER.has(intent.kind);
  const wrong = isPassedOver ? impossibleMonth(text) : undefined;
  if (wrong) await say(context, words.noSuchMonth(wrong));
  return wrong !== undefined;
}

/** 竹产业计划新增任务 …, 新增任务到竹产业计划 …: which plan, and no part of the order. */
const TO_PLAN = verbose`
  ^(?:请)?(?:在|给|往|向)?[^，,：:\s增加]{2,20}(?:计划|方案|清单|任务表|台账)(?:里|中)?
  (?=新增|增加|追加)
  |(?<=^(?:新增|增加|追加)(?:一[项条个])?(?:任务)?)[\s，,]*(?:到|进|在)[^，,：:\s]{2,20}?
  (?:计划|方案|清单|任务表|台账)(?:里|中)?
`;

/** 撤销第3项 by whoever has no list of their own speaks of the plan. */
const mayBePlanOrder = (context: Context, command: AdminCommand) =>
  command.kind === 'add-task' ||
  (command.kind === 'undo' && command.no !== undefined && reportingUnits(context).length === 0);

/**
 * 暂缓5月第3项 is an order where the office writes it in private, and a report where a unit does: who writes decides. Other
 * orders of the table win; what names no task of the plan is left to the rest.
 */
async function takePlanOrder(context: Context, { intent, text, units }: Heard): Promise<boolean> {
  if (!context.person.roles.has('office') || context.origin.chatType !== 'p2p') return false;
  if (intent.kind === 'admin' && !mayBePlanOrder(context, intent.command)) return false;
  const said = (await planSpokenOf(context, text)) ? text.replace(TO_PLAN, '') : text;
  const order = readPlanOrder(said, { refDate: context.today, units });
  return order !== undefined && (await showPlanOrder(context, order, text));
}
