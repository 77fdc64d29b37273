import { z } from 'zod';
import { findAnnouncementDraft, moveAnnouncement } from '../../announce/queries.ts';
import { words as announceWords } from '../../announce/wording.ts';
import { dropInstruction } from '../../instructions/instruction.ts';
import { findDraft as findInstructionDraft } from '../../instructions/queries.ts';
import { words as instructionWords } from '../../instructions/wording.ts';
import { words as changeWords } from '../../plan/change-wording.ts';
import { discardDraft } from '../../plan/import.ts';
import { findWaitingDraft, lastDraftAt } from '../../plan/queries.ts';
import { words as planWords } from '../../plan/wording.ts';
import { findOpenPending, type PendingReply, settlePending } from '../../progress/queries.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { dropAnswer } from '../../standard-answers/answer.ts';
import { findAnswerDraft } from '../../standard-answers/queries.ts';
import { words as answerWords } from '../../standard-answers/wording.ts';
import { syncWords } from '../../units/wording.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard, sayWithUndo } from '../done-card.ts';
import { words as officeWords } from '../office-wording.ts';
import {
  decideSync,
  decideWaitingFile,
  findUndecidedFile,
  findUndecidedSync,
  findWaitingOrder,
  lastOrderAt,
} from '../queries.ts';
import { sendDrafted } from '../questions/handle-announce.ts';
import { rhythmWords } from '../rhythm-wording.ts';
import { isOffice } from '../roles.ts';
import { undoChange } from '../undo/undo.ts';
import { undoWords } from '../undo/undo-wording.ts';
import { words } from '../wording.ts';
import { carryOutHandOver, WaitingHandOver } from './ask-hand-over.ts';
import { decideOrder } from './decide-plan-order.ts';
import { confirmDraft } from './plan-commands.ts';
import { AgainClick, sendAgain } from './remind-again.ts';

/** What the bot has shown this person here and what waits for the word. */
export type OpenQuestion = {
  at: Date;
  /** Drops it; what the person is told. */
  drop: () => Promise<string>;
  /** Carries it out and answers; absent where a word alone does not say what is meant. */
  confirm?: () => Promise<void>;
  /** It asks whether a change is to be taken back: 撤销 said again is no answer to it. */
  isUndo?: true;
};

/** A change that was shown and is taken back at a word. */
export const WaitingUndo = z.object({ undo: z.string() });

/** Longer than a day nobody has a question in mind. */
const FRESH_MS = 24 * 3_600_000;

type Source = (context: Context) => Promise<OpenQuestion | undefined>;

/** Questions that are put in private only. */
const IN_PRIVATE: Source[] = [
  planDraft,
  planOrder,
  announcement,
  standardAnswer,
  policyFile,
  directory,
];

/** The question that was put last to this person in this chat and is not answered. */
export async function openQuestion(context: Context): Promise<OpenQuestion | undefined> {
  const sources = context.origin.chatType === 'p2p' ? [asked, instruction, ...IN_PRIVATE] : [asked];
  let last: OpenQuestion | undefined;
  for (const find of sources) {
    const found = await find(context);
    if (found && (!last || found.at > last.at)) last = found;
  }
  if (!last || context.now.getTime() - last.at.getTime() > FRESH_MS) return undefined;
  if (!last.confirm || (await isNewest(context, last.at))) return last;
  return { at: last.at, drop: last.drop };
}

/** 确认 means what was shown last: what had been shown before it is named by a tap on its card. */
async function isNewest({ deps, person }: Context, at: Date): Promise<boolean> {
  const shown = [await lastOrderAt(deps.db, person.id), await lastDraftAt(deps.db, person.id)];
  return shown.every((later) => !later || later <= at);
}

/** An order that was shown to somebody of the office is carried out only while they are of it. */
const byOffice = (context: Context, run: () => Promise<void>) => () =>
  isOffice(context) ? run() : say(context, words.notAllowed(words.office));

async function asked(context: Context): Promise<OpenQuestion | undefined> {
  const { deps, person, origin, now } = context;
  const pending = await findOpenPending(deps.db, person.id, origin.chatId);
  if (!pending) return undefined;
  const { dropped, ...order } = orderBehind(context, pending);
  return {
    at: pending.createdAt,
    drop: async () => {
      await settlePending(deps.db, pending.id, now);
      return dropped;
    },
    ...order,
  };
}

/** An order of the office that waits among the questions; of a report a word alone does not say what is meant. */
function orderBehind(
  context: Context,
  pending: PendingReply,
): Pick<OpenQuestion, 'confirm' | 'isUndo'> & { dropped: string } {
  const [option] = pending.options;
  const again = AgainClick.safeParse({ ...Object(option), pending: pending.id });
  if (again.success)
    return {
      dropped: rhythmWords.againDropped,
      confirm: byOffice(context, async () =>
        say(context, (await sendAgain(context, again.data)) ?? progressWords.settledBefore),
      ),
    };
  const undo = WaitingUndo.safeParse(option);
  if (undo.success)
    return {
      isUndo: true,
      dropped: undoWords.kept,
      confirm: async () => {
        await settlePending(context.deps.db, pending.id, context.now);
        await say(context, (await undoChange(context, undo.data.undo)).text);
      },
    };
  if (WaitingHandOver.safeParse(option).success)
    return {
      dropped: officeWords.handOverDropped,
      confirm: async () => {
        const { text, changeId } = await carryOutHandOver(context, pending);
        await (changeId ? sayWithUndo(context, text, changeId) : say(context, text));
      },
    };
  return { dropped: progressWords.proposeDropped };
}

async function instruction(context: Context): Promise<OpenQuestion | undefined> {
  const { deps, person } = context;
  const draft = await findInstructionDraft(deps.db, person.id);
  return (
    draft && {
      at: draft.createdAt,
      drop: async () => {
        await dropInstruction(deps.db, actOf(context), draft.id);
        return instructionWords.dropped;
      },
    }
  );
}

async function planDraft(context: Context): Promise<OpenQuestion | undefined> {
  const { deps, person } = context;
  const draft = await findWaitingDraft(deps.db, person.id);
  return (
    draft && {
      at: draft.createdAt,
      drop: async () => {
        await discardDraft(deps.db, actOf(context), draft.id);
        return planWords.discarded;
      },
      confirm: () => confirmDraft(context),
    }
  );
}

async function planOrder(context: Context): Promise<OpenQuestion | undefined> {
  const order = await findWaitingOrder(context.deps.db, context.person.id);
  if (!order) return undefined;
  const isClear = order.order.kind === 'add' || order.taskIds.length === 1;
  const carryOut = async () => {
    const { card, toast } = await decideOrder(context, order, 0);
    await (card ? answer(context, { type: 'card', card }) : say(context, toast?.content ?? ''));
  };
  return {
    at: order.createdAt,
    drop: async () => {
      await decideOrder(context, order, -1);
      return changeWords.dropped;
    },
    ...(isClear ? { confirm: byOffice(context, carryOut) } : {}),
  };
}

async function announcement(context: Context): Promise<OpenQuestion | undefined> {
  const { db } = context.deps;
  const draft = await findAnnouncementDraft(db, context.person.id);
  return (
    draft && {
      at: draft.createdAt,
      drop: async () => {
        await moveAnnouncement(db, draft.id, 'draft', 'dropped');
        return announceWords.dropped;
      },
      confirm: byOffice(context, async () => {
        const card =
          (await sendDrafted(context, draft.id)) ?? doneCard(announceWords.settledBefore);
        await answer(context, { type: 'card', card });
      }),
    }
  );
}

async function standardAnswer({ deps, person }: Context): Promise<OpenQuestion | undefined> {
  const draft = await findAnswerDraft(deps.db, person.id);
  return (
    draft && {
      at: draft.createdAt,
      drop: async () => {
        await dropAnswer(deps.db, draft.id);
        return answerWords.dropped;
      },
    }
  );
}

async function policyFile({ deps, person }: Context): Promise<OpenQuestion | undefined> {
  const file = await findUndecidedFile(deps.db, person.id);
  return (
    file && {
      at: file.sentAt,
      drop: async () => {
        await decideWaitingFile(deps.db, file.id, 'drop');
        return words.fileDropped;
      },
    }
  );
}

async function directory({ deps, person }: Context): Promise<OpenQuestion | undefined> {
  const sync = await findUndecidedSync(deps.db, person.id);
  return (
    sync && {
      at: sync.createdAt,
      drop: async () => {
        await decideSync(deps.db, sync.id, 'none');
        return syncWords.dropped;
      },
    }
  );
}
