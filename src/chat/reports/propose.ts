import type { z } from 'zod';
import type { Act } from '../../audit/record.ts';
import { dayOf } from '../../calendar/county-time.ts';
import type { Card } from '../../feishu/card.ts';
import { rereadFor } from '../../intent/reread.ts';
import { PendingOption, SettleClick } from '../../progress/cards.ts';
import {
  Proposal,
  ProposeClick,
  proposalCard,
  proxyCard,
  RejectClick,
} from '../../progress/proposal.ts';
import {
  findPending,
  insertPending,
  type PendingReply,
  settlePending,
} from '../../progress/queries.ts';
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
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { words as proxyWords } from '../office-wording.ts';
import { isOffice } from '../roles.ts';
import { withoutOvertaken } from './overtaken.ts';
import { ownWordAgainst, recordProxy } from './record-proxy.ts';
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

/** 代填 of which the office has still to say how it heard, or that it stands against the unit's own word: one tap does. */
export async function proxyQuestion(
  context: Context,
  text: string,
  proposal: Proposal,
  against = '',
): Promise<Card> {
  const { source, beside = [] } = proposal;
  const unread = [proposal, ...beside].flatMap((p) => p.unread ?? []);
  const asks = [
    against,
    source ? proxyWords.proxyStill : proxyWords.proxyWhence,
    ...(unread.length > 0 ? [words.notUnderstood(unread)] : []),
  ].join('');
  const sources = source ? [source] : proxyWords.proxySources;
  const options = sources.map((s) => ({ ...proposal, source: s }));
  const pending = await keepQuestion(context, text, options);
  return proxyCard({ pending, asks, options });
}

/**
 * Answers a tap on a question that was kept: `run` is called once with what was chosen, for somebody who may report for
 * its unit (what came in another way, with its source, for the office), and with the message that the question was about as its cause.
 */
export async function settleQuestion<T extends { unitId: string; source?: string | undefined }>(
  clicked: Clicked,
  click: { pending: string; option: number },
  schema: z.ZodType<T>,
  run: (context: Context, act: Act, chosen: T, asked: PendingReply) => Promise<Answered>,
): Promise<Answered> {
  const pending = await findPending(clicked.deps.db, click.pending);
  const chosen = schema.safeParse(pending?.options[click.option]);
  if (!pending || !chosen.success) return forged('unknown question');
  const { unitId, source } = chosen.data;
  const may = source === undefined ? mayReport(clicked.context, unitId) : isOffice(clicked.context);
  if (!may) return refuse(words.notYourUnit);
  return change(clicked, async (context) => {
    if (!(await settlePending(context.deps.db, pending.id, context.now)))
      return info(words.settledBefore);
    const act = { ...actOf(context), messageId: pending.messageId };
    return run(context, act, chosen.data, pending);
  });
}

const confirm = (clicked: Clicked, click: ProposeClick) =>
  settleQuestion(clicked, click, Proposal, async (context, act, offered, asked) => {
    const { source, unitId, saidAt } = offered;
    if (source === '') return whence(context, act, asked.text, offered);
    const { holds: items, told } = saidAt
      ? await withoutOvertaken(context.deps.db, unitId, new Date(saidAt), offered.items)
      : { holds: offered.items, told: undefined };
    if (items.length === 0) return { ...info(told ?? ''), card: doneCard(told ?? '') };
    const proposal = { ...offered, items };
    const recorded =
      source === undefined
        ? await recordSaid(context, proposal, { act, notes: told ? [told] : [] })
        : await recordProxy(context, proposal, { source, act });
    return afterRecording(recorded, words.recordedTitle);
  });

/** A tap that says which item was meant, and where it stands. */
const settle = (clicked: Clicked, click: SettleClick) =>
  settleQuestion(clicked, click, PendingOption, async (context, act, option, asked) => {
    const { unitId, unitName, source, ...item } = option;
    const askedOn = dayOf(asked.createdAt, context.deps.config.APP_TIMEZONE);
    const said = rereadFor(asked.text, option, askedOn);
    const { status } = click;
    const { eta, nextMonth } = said && heldStatus(said) === status ? said : {};
    const day = { ...(eta ? { eta } : {}), ...(nextMonth ? { nextMonth } : {}) };
    const items = [{ ...item, status, note: asked.text, ...day }];
    const proposal = { unitId, unitName, items };
    if (source !== undefined) return takeProxy(context, act, asked.text, { ...proposal, source });
    const recorded = await recordSaid(context, proposal, { act });
    return afterRecording(recorded, words.saved(status));
  });

/** The item of a 代填 was tapped: recorded, where nothing else has to be asked. */
async function takeProxy(
  context: Context,
  act: Act,
  text: string,
  proposal: Proposal & { source: string },
): Promise<Answered> {
  const { source } = proposal;
  const against = await ownWordAgainst(context, proposal);
  if (source === '' || against) return whence(context, act, text, proposal, against);
  return afterRecording(await recordProxy(context, proposal, { source, act }), words.recordedTitle);
}

async function whence(
  context: Context,
  act: Act,
  text: string,
  proposal: Proposal,
  against?: string,
): Promise<Answered> {
  const { messageId = context.origin.messageId } = act;
  const there = { ...context, origin: { ...context.origin, messageId } };
  return ok('', await proxyQuestion(there, text, proposal, against));
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

export const PROPOSAL_CLICKS: ClickHandler[] = [
  onClick(SettleClick, settle),
  onClick(ProposeClick, confirm),
  onClick(RejectClick, reject),
];
