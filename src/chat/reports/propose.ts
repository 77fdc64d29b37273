import { Proposal, ProposeClick, proposalCard, RejectClick } from '../../progress/proposal.ts';
import { findPending, insertPending, settlePending } from '../../progress/queries.ts';
import { words } from '../../progress/wording.ts';
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
import { doneCard } from '../orders/people-commands.ts';
import { recordSaid } from './record-said.ts';
import { mayReport } from './report-scope.ts';

/** Keeps what a question offers, so that a tap is looked up and never trusted; returns the question's id. */
export async function keepQuestion(
  context: Context,
  text: string,
  options: unknown[],
): Promise<string> {
  const { deps, person, origin, now } = context;
  const id = deps.newId();
  await insertPending(deps.db, {
    id,
    personId: person.id,
    messageId: origin.messageId,
    chatId: origin.chatId,
    text,
    options,
    createdAt: now,
  });
  return id;
}

/** Shows how a text can be meant; one tap records it, nothing is recorded before. */
export async function propose(context: Context, text: string, options: Proposal[]): Promise<void> {
  const pending = await keepQuestion(context, text, options);
  await answer(context, { type: 'card', card: proposalCard({ pending, text, options }) });
}

export const PROPOSAL_CLICKS: ClickHandler[] = [
  onClick(ProposeClick, confirm),
  onClick(RejectClick, reject),
];

async function confirm(clicked: Clicked, click: ProposeClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  const proposal = Proposal.safeParse(pending?.options[click.option]);
  if (!pending || !proposal.success) return forged('unknown question');
  if (!mayReport(clicked.context, proposal.data.unitId)) return refuse(words.notYourUnit);
  return change(clicked, async (context) => {
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(words.settledBefore);
    const act = { ...actOf(context), messageId: pending.messageId };
    const recorded = await recordSaid(context, proposal.data, { act });
    return ok(words.recordedTitle, recorded.card);
  });
}

async function reject(clicked: Clicked, click: RejectClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  if (!pending) return forged('unknown question');
  if (pending.personId !== clicked.context.person.id) return refuse(words.notYourUnit);
  return change(clicked, async (context) => {
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(words.settledBefore);
    return ok(words.proposeDropped, doneCard(words.proposeDropped));
  });
}
