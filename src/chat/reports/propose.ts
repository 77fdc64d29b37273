import { dayOf } from '../../calendar/county-time.ts';
import { rereadFor } from '../../intent/reread.ts';
import { PendingOption, SettleClick } from '../../progress/cards.ts';
import { Proposal, ProposeClick, proposalCard, RejectClick } from '../../progress/proposal.ts';
import { findPending, insertPending, settlePending } from '../../progress/queries.ts';
import { heldStatus } from '../../progress/reading.ts';
import { words } from '../../progress/wording.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context } from '../context.ts';
import { doneCard, isOffice } from '../orders/people-commands.ts';
import { recordProxy } from './record-proxy.ts';
import { type Recorded, recordSaid } from './record-said.ts';
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
  { schema: SettleClick, run: (c) => settle(c, SettleClick.parse(c.action.value)) },
  { schema: ProposeClick, run: (c) => confirm(c, ProposeClick.parse(c.action.value)) },
  { schema: RejectClick, run: (c) => reject(c, RejectClick.parse(c.action.value)) },
];

async function confirm(clicked: Clicked, click: ProposeClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  const proposal = Proposal.safeParse(pending?.options[click.option]);
  if (!pending || !proposal.success) return forged('unknown question');
  const { unitId, source } = proposal.data;
  const may = source === undefined ? mayReport(clicked.context, unitId) : isOffice(clicked.context);
  if (!may) return refuse(words.notYourUnit);
  return change(clicked, async (context) => {
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(words.settledBefore);
    const act = { ...actOf(context), messageId: pending.messageId };
    const recorded =
      source === undefined
        ? await recordSaid(context, proposal.data, { act })
        : await recordProxy(context, proposal.data, { source });
    return afterRecording(recorded, words.recordedTitle);
  });
}

/** A tap that says which item was meant, and where it stands. */
async function settle(clicked: Clicked, click: SettleClick): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  const option = PendingOption.safeParse(pending?.options[click.option]);
  if (!pending || !option.success) return forged('unknown question');
  if (!mayReport(clicked.context, option.data.unitId)) return refuse(words.notYourUnit);
  return change(clicked, async (context) => {
    const { deps } = context;
    if (!(await settlePending(deps.db, pending.id, context.now))) return info(words.settledBefore);
    const { unitId, unitName, ...item } = option.data;
    const asked = dayOf(pending.createdAt, deps.config.APP_TIMEZONE);
    const said = rereadFor(pending.text, option.data, asked);
    const eta = said && heldStatus(said) === click.status ? said.eta : undefined;
    const { status } = click;
    const items = [{ ...item, status, note: pending.text, ...(eta ? { eta } : {}) }];
    const act = { ...actOf(context), messageId: pending.messageId };
    const recorded = await recordSaid(context, { unitId, unitName, items }, { act });
    return afterRecording(recorded, words.saved(status));
  });
}

function afterRecording(recorded: Recorded, saved: string): Answered {
  if (recorded.kind === 'recorded') return ok(saved, recorded.card);
  return { ...info(recorded.text), card: doneCard(recorded.text) };
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
