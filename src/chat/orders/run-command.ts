import type { AdminCommand } from '../../intent/intent.ts';
import { asWritten } from '../../intent/tidy.ts';
import { myTasks } from '../answers/handle-progress.ts';
import { listOfUnits, whoSpeaksFor } from '../answers/people-answers.ts';
import { type Context, say } from '../context.ts';
import { listDays } from '../files/handle-days.ts';
import { openMatters } from '../reports/handle-matter.ts';
import * as problems from '../reports/handle-problem.ts';
import { proxyReport } from '../reports/proxy-report.ts';
import { transfer } from '../reports/transfer.ts';
import { isOffice } from '../roles.ts';
import {
  confirmByWord,
  dropByWord,
  undoByWord,
  undoItem,
  undoTransferOf,
} from '../undo/undo-by-word.ts';
import { words } from '../wording.ts';
import { askHandOver } from './ask-hand-over.ts';
import * as care from './care-orders.ts';
import { setGroup } from './group-orders.ts';
import { askWhatToHold, holdByWord } from './hold-orders.ts';
import * as people from './people-commands.ts';
import * as plans from './plan-commands.ts';
import { askAgain } from './remind-again.ts';
import { setReview } from './review-command.ts';
import { setReminder, tellRestDays } from './rhythm-orders.ts';
import { previewDay, previewNext, setPaused } from './sending-commands.ts';
import { ofWhoLeft } from './who-left.ts';

/** Carries out an order of administration; each checks who gives it. */
export async function runCommand(
  context: Context,
  order: AdminCommand,
  text: string,
): Promise<void> {
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
    case 'undo':
      if (order.no === undefined) return undoByWord(context);
      return order.of ? undoTransferOf(context, order.no) : undoItem(context, order.no);
    case 'publish':
      return plans.publishCommand(context);
    case 'confirm':
      return (await confirmByWord(context)) ? undefined : plans.confirmDraft(context);
    case 'discard':
      return (await dropByWord(context, false)) ? undefined : plans.dropDraft(context);
    case 'drop':
      await dropByWord(context, true);
      return;
    case 'plan-status':
      return plans.planStatus(context);
    case 'view-plan':
      return plans.viewPlan(context);
    case 'my-open-items':
      return myTasks(context);
    case 'import-plan':
      return say(context, words.importHow);
    case 'remind-preview':
      return order.on ? previewDay(context, order.on) : previewNext(context);
    case 'hold-month':
      return holdByWord(context, order);
    case 'ask-hold':
      return askWhatToHold(context, order);
    case 'who-is':
      return whoSpeaksFor(context, order);
    case 'unit-list':
      return listOfUnits(context, order);
    case 'calendar':
      return listDays(context);
    case 'complain':
      return care.complain(context, { ...order, text: asWritten(text, order.text) });
    case 'list-complaints':
      return care.showComplaints(context, order);
    case 'answer-complaint':
      return care.replyToComplaint(context, { ...order, text: asWritten(text, order.text) });
    case 'burden':
      return care.showBurden(context, order);
    case 'log-level':
      return care.setLogLevel(context, order);
    case 'who-am-i':
      return context.origin.chatType === 'group'
        ? say(context, words.ownInPrivate)
        : say(context, words.whoAmI(context.person));
    case 'review':
      return setReview(context, order.on);
    case 'open-matters':
      return openMatters(context);
    case 'problem-list':
      return problems.problemList(context);
    case 'solve-problem':
      return problems.solveByWord(context, order);
    case 'solve-difficulty':
      return problems.solveDifficulty(context, order, text);
    case 'assign-problem':
      return problems.assign(context, order);
    case 'proxy-report':
      return proxyReport(context, text);
    case 'transfer':
      return transfer(context, order);
    case 'hand-over':
      return askHandOver(context, await ofWhoLeft(context, order));
    case 'add-task':
      return say(context, isOffice(context) ? words.privately : words.notAllowed(words.office));
    case 'rest-days':
      return tellRestDays(context);
    case 'set-reminder':
      return setReminder(context, order, text);
    case 'resend':
      return askAgain(context, order, text);
  }
}
