import { chooseNumbered } from '../../calendar/year-number.ts';
import { listInstructionsByNo } from '../../instructions/queries.ts';
import { onlyNumberIn } from '../../instructions/wording.ts';
import type { Intent } from '../../intent/intent.ts';
import { orderToUnit } from '../../intent/order-to-unit.ts';
import {
  type LeaderOrder,
  readLeaderOrder,
  readsLikeOrder,
} from '../../intent/read-leader-order.ts';
import { findByMessageId, findSentContent } from '../../outbox/sent-queries.ts';
import { findUnits } from '../../text/find-units.ts';
import { fold } from '../../text/fold.ts';
import type { UnitNames } from '../../text/unit-name.ts';
import { verbose } from '../../text/verbose.ts';
import type { Context } from '../context.ts';
import { recentQuery } from '../conversation.ts';
import { attendByWord, showAttended } from '../instructions/attend.ts';
import { confirmByWord, proposeInstruction } from '../instructions/instruct.ts';
import {
  answerByWord,
  answerUnder,
  closeByWord,
  listInstructions,
} from '../instructions/instruct-answers.ts';
import { instructionOfKey } from '../instructions/send-instruction.ts';
import { reportingUnits } from '../reports/report-scope.ts';
import { answeredCard } from '../reports/shown-tasks.ts';

type Heard = { intent: Intent; text: string; units: UnitNames };

/**
 * What leaders order and what comes back on it. True when it has been seen to; everything else is left to the other
 * readers.
 */
export async function takeLeaderOrder(
  context: Context,
  { intent, text, units }: Heard,
): Promise<boolean> {
  const order = readLeaderOrder(text);
  if (order && isMeant(context, order)) {
    await carryOut(context, order);
    return true;
  }
  if (await answersInstruction(context, intent, text)) return true;
  if (await confirmByWord(context, text)) return true;
  return instructsUnderCard(context, { intent, text, units });
}

/** 关注营商环境 in a unit's mouth is no order; a liaison's 批示3：…… is an answer, a leader's is not. */
function isMeant({ person }: Context, order: LeaderOrder): boolean {
  const isLeader = person.roles.has('leader');
  const isKnown = isLeader || person.roles.has('office') || person.memberships.length > 0;
  return order.kind === 'attend' || order.kind === 'attended' ? isLeader : isKnown;
}

async function carryOut(context: Context, order: LeaderOrder): Promise<void> {
  switch (order.kind) {
    case 'instruct':
      return proposeInstruction(context, order);
    case 'answer':
      // Leaders have nothing to answer: 批示3：抓紧 is meant of the third item before them.
      return context.person.roles.has('leader') && reportingUnits(context).length === 0
        ? proposeInstruction(context, { text: order.text, on: { no: order.no } })
        : answerByWord(context, order, order.text);
    case 'close':
      return closeByWord(context, order);
    case 'list':
      return listInstructions(context);
    case 'attend':
      return attendByWord(context, order.what, order.on);
    case 'attended':
      return showAttended(context);
  }
}

/** A question to the bot, not one that words only resemble: 没什么困难 states. */
const ASKS = /[?？]\s*$|吗[。.]?$|^(?:请问|怎么|如何|什么|哪|谁)/u;
/** 已电话督促, 我局正在推进: says what was done and orders nothing. */
const STATES = /^(?:我[们局办委镇]|我单位|本单位|目前|现)?(?:已|均已|现已|正在|正|拟|计划|将|经)/u;
/** What a unit's answer may look like and never is under an instruction: nobody but the office gives these. */
const OFFICE_ORDERS = new Set([
  'resend',
  'set-reminder',
  'add-task',
  'import-plan',
  'pause',
  'ask-hold',
]);

/** What is written under the card of an instruction, or under what the bot said of it, answers it. */
async function answersInstruction(
  context: Context,
  intent: Intent,
  text: string,
): Promise<boolean> {
  const id = await instructionAbove(context);
  if (!id || intent.kind === 'help' || ASKS.test(text.trim())) return false;
  if (intent.kind === 'admin') {
    // 撤销 stays an order.
    if (!OFFICE_ORDERS.has(intent.command.kind)) return false;
    if (context.person.roles.has('office') && !STATES.test(text)) return false;
  }
  const isAcknowledged = intent.kind === 'chat';
  return answerUnder(context, id, text, isAcknowledged);
}

async function instructionAbove({ deps, origin, today }: Context): Promise<string | undefined> {
  const sent = origin.parentId && (await findByMessageId(deps.db, origin.parentId));
  if (!sent) return undefined;
  const id = instructionOfKey(sent.key);
  if (id) return id;
  const said = JSON.stringify(await findSentContent(deps.db, sent.messageId));
  const no = onlyNumberIn(said);
  const found = no && chooseNumbered(await listInstructionsByNo(deps.db, no.no), no, today);
  return found?.one?.id;
}

/** Out of the blue, what also reads like a question about progress must begin and end like an order. */
const CLEARLY = verbose`
  ^(?:请|让|要求|同意)(?!问|教)(?!.*(?:查|看|列|发我|导出|汇总|说说|介绍|告诉)).{6,}
  (?:办|报|抓|落实|研究|解决|推进|完成|协调|说明|到位|我|开工|处理)[^?？]{0,6}$
`;

/**
 * 请科技经信局抓紧，月底前报结果 under a summary or a task, or 让发改局抓紧 without one: a leader's order. Nothing goes out
 * before the leader confirms, so reading one too many costs a tap.
 */
async function instructsUnderCard(
  context: Context,
  { intent, text, units }: Heard,
): Promise<boolean> {
  const { person, origin } = context;
  if (!person.roles.has('leader') || origin.chatType !== 'p2p') return false;
  if (person.roles.has('office') || reportingUnits(context).length > 0) return false;
  if (['help', 'chat'].includes(intent.kind)) return false;
  if (intent.kind === 'admin' && !['resend', 'add-task'].includes(intent.command.kind))
    return false;
  const spoken = orderToUnit(await withThoseInView(context, text, units), units);
  // 让科技局解释项目库的事 may look like a question to the documents.
  if (intent.kind === 'policy' && !spoken) return false;
  const isOrder = intent.kind === 'admin' || spoken !== undefined || readsLikeOrder(text);
  if (!isOrder) return false;
  const under = origin.parentId ? await answeredCard(context) : undefined;
  if (!under && intent.kind === 'progress' && !spoken && !CLEARLY.test(text)) return false;
  await proposeInstruction(context, { text: spoken ?? text, on: {} });
  return true;
}

const THEY = /(?:他们|它们|该单位|[这那](?:几|些)?个?(?:单位|部门|局|镇))/u;

/** 让他们抓紧 right after a unit's list: those whose list it was. */
async function withThoseInView(context: Context, text: string, units: UnitNames): Promise<string> {
  if (!THEY.test(text) || findUnits(fold(text), units).length > 0) return text;
  const shown = (await recentQuery(context))?.units ?? [];
  return shown.length > 0 ? text.replace(THEY, shown.join('、')) : text;
}
