import { findChange } from '../audit/queries.ts';
import { recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import type { CardAction, CardAnswer } from '../feishu/event.ts';
import type { Work } from '../inbox/handle.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { UndoClick } from '../progress/cards.ts';
import { deliverWaiting } from '../remind/remind.ts';
import { words as answerWords } from '../standard-answers/wording.ts';
import { OpenClick } from '../summary/cards.ts';
import { words as summaryWords } from '../summary/wording.ts';
import { decideBinding } from '../units/bind.ts';
import { findChat } from '../units/chat-queries.ts';
import { knowPerson } from './acquaintance.ts';
import { FEEDBACK_CLICKS } from './answers/handle-feedback.ts';
import { MATCH_CLICKS } from './answers/handle-match.ts';
import { takePolicy } from './answers/handle-policy.ts';
import { openBehind } from './answers/handle-progress.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  onOfficeClick,
  refuse,
} from './clicked.ts';
import { BindClick, PolicyClick, SayClick } from './clicks.ts';
import { actOf, contextOf } from './context.ts';
import { doneCard } from './done-card.ts';
import { YEAR_CLICKS } from './files/sent-plan.ts';
import { HEARD_CLICKS } from './hear-voice.ts';
import { ATTEND_CLICKS } from './instructions/attend.ts';
import { INSTRUCT_CLICKS } from './instructions/instruct.ts';
import { INSTRUCTION_CLICKS } from './instructions/instruct-answers.ts';
import { DIGEST_CLICKS } from './instructions/leader-digest.ts';
import { HAND_OVER_CLICKS } from './orders/ask-hand-over.ts';
import { PLAN_ORDER_CLICKS } from './orders/decide-plan-order.ts';
import { DRAFT_CLICKS } from './orders/draft-clicks.ts';
import { GROUP_CLICKS } from './orders/group-orders.ts';
import { STUCK_CLICKS } from './orders/handle-stuck.ts';
import { HOLD_CLICKS } from './orders/hold-orders.ts';
import { AGAIN_CLICKS } from './orders/remind-again.ts';
import { SYNC_CLICKS } from './orders/sync-units.ts';
import { TARGET_CLICKS } from './orders/target-orders.ts';
import { ANNOUNCE_CLICKS } from './questions/handle-announce.ts';
import { KEEP_CLICKS } from './questions/keep-policies.ts';
import { QUESTION_CLICKS } from './questions/question-clicks.ts';
import { MATTER_CLICKS } from './reports/handle-matter.ts';
import { PROBLEM_CLICKS } from './reports/handle-problem.ts';
import { PROPOSAL_CLICKS } from './reports/propose.ts';
import { REPORT_CLICKS } from './reports/report-clicks.ts';
import { respond } from './respond.ts';
import { serve } from './serve.ts';
import { undoChange } from './undo/undo.ts';
import { words } from './wording.ts';

/** Every click the bot's cards can send, by its `act`; anything else is forged. */
const HANDLERS: ClickHandler[] = [
  ...REPORT_CLICKS,
  ...MATTER_CLICKS,
  ...PROBLEM_CLICKS,
  ...PLAN_ORDER_CLICKS,
  ...HOLD_CLICKS,
  ...AGAIN_CLICKS,
  ...HAND_OVER_CLICKS,
  ...FEEDBACK_CLICKS,
  ...QUESTION_CLICKS,
  ...KEEP_CLICKS,
  ...MATCH_CLICKS,
  ...ANNOUNCE_CLICKS,
  ...STUCK_CLICKS,
  ...DIGEST_CLICKS,
  ...INSTRUCT_CLICKS,
  ...INSTRUCTION_CLICKS,
  ...ATTEND_CLICKS,
  ...TARGET_CLICKS,
  ...PROPOSAL_CLICKS,
  ...DRAFT_CLICKS,
  ...YEAR_CLICKS,
  ...SYNC_CLICKS,
  ...GROUP_CLICKS,
  ...HEARD_CLICKS,
  onClick(UndoClick, undo),
  onClick(BindClick, bind),
  onClick(OpenClick, open),
  onClick(SayClick, sayFor),
  onOfficeClick(PolicyClick, policyFile),
];

/**
 * Answers a click. What the card carries is looked up in the database; authority comes from who clicked. Whatever is
 * refused stands in the audit.
 */
export async function handleClick(deps: Deps, action: CardAction, work: Work): Promise<CardAnswer> {
  const person = await knowPerson(deps, action.openId);
  const chat = await findChat(deps.db, action.chatId);
  const origin = {
    key: action.eventId,
    messageId: action.messageId,
    chatId: action.chatId,
    chatType: chat ? ('group' as const) : ('p2p' as const),
    mentions: [],
  };
  const { deps: _, ...context } = await contextOf(deps, person, origin);
  let isCommitted = false;
  const noting: Work = {
    ...work,
    commit: (run) => {
      isCommitted = true;
      return work.commit(run);
    },
  };
  const clicked: Clicked = { context, deps, action, work: noting };
  const { why = 'refused', ...answer } = await answerOf(clicked);
  if (answer.toast?.type === 'error') {
    const note = (db: Db) =>
      recordAudit(db, actOf({ ...context, deps }), 'click.refused', 'card', { why });
    await (isCommitted ? note(deps.db) : work.commit(note));
  }
  return answer;
}

function answerOf(clicked: Clicked): Promise<Answered> | Answered {
  for (const handler of HANDLERS) {
    const answered = handler(clicked);
    if (answered) return answered;
  }
  return forged('unknown action');
}

async function undo(clicked: Clicked, click: UndoClick): Promise<Answered> {
  return change(clicked, async (context) => {
    const { db } = context.deps;
    if (!(await findChange(db, click.change))) return forged('unknown change');
    const done = await undoChange(context, click.change);
    if (!done.done) return info(done.text);
    return ok(done.text, doneCard(done.text));
  });
}

async function bind(clicked: Clicked, click: BindClick): Promise<Answered> {
  if (!clicked.context.person.roles.has('admin')) return refuse(words.notAllowed(words.admin));
  return change(clicked, async (context) => {
    const { deps } = context;
    const done = await decideBinding(
      deps.db,
      actOf(context),
      click.request,
      click.agree,
      deps.newId,
    );
    switch (done.kind) {
      case 'unknown':
        return forged('unknown id');
      case 'settled-before':
        return info(words.bindSettled);
      case 'bound':
      case 'refused': {
        const isBound = done.kind === 'bound';
        const inGroup = isBound ? words.bound(done.unit.name) : words.bindRefused(done.unit.name);
        await enqueue(deps.db, {
          key: `bind-done:${click.request}`,
          to: { type: 'chat_id', id: done.chatId },
          content: { type: 'text', text: inGroup },
          purpose: 'answer',
        });
        if (isBound) await deliverWaiting(deps, done.unit.id, context.now);
        const chat = (await findChat(deps.db, done.chatId))?.name ?? done.chatId;
        const text = isBound ? words.boundBy(chat, done.unit.name) : inGroup;
        return ok(text, doneCard(text, isBound ? done.changeId : undefined));
      }
    }
  });
}

async function open(clicked: Clicked, click: OpenClick): Promise<Answered> {
  // The list of units has one value for all of them; which was chosen comes beside it.
  const id =
    click.act === 'open-unit' && click.id === '' ? (clicked.action.option ?? '') : click.id;
  return change(clicked, async (context) => {
    const done = await openBehind(context, { ...click, id });
    if (done === 'not-allowed') return refuse(summaryWords.notAllowed);
    return done === 'unknown' ? forged('unknown id') : {};
  });
}

/** The sentences that buttons stand for. */
const OFFERED = new Set<string>([
  ...Object.values(words.buttons),
  ...Object.values(answerWords.buttons),
]);

async function sayFor(clicked: Clicked, click: SayClick): Promise<Answered> {
  if (!OFFERED.has(click.text)) return forged('not offered');
  const { context: known, deps } = clicked;
  const served = await serve({ ...known, deps }, click.text);
  return change(clicked, async (context) => {
    await respond({ ...context, ...served }, click.text);
    return {};
  });
}

async function policyFile(clicked: Clicked, click: PolicyClick): Promise<Answered> {
  const taken = await takePolicy(clicked.deps, click);
  if (taken.kind === 'unknown') return forged('unknown file');
  return change(clicked, (context) => taken.store(context));
}
