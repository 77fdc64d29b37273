import { rereadFor } from '../../intent/reread.ts';
import { PendingOption, whichItemCard } from '../../progress/cards.ts';
import type { Proposal } from '../../progress/proposal.ts';
import { type Ask, heldStatus, type Reading } from '../../progress/reading.ts';
import { words } from '../../progress/wording.ts';
import { handlePolicy } from '../answers/handle-policy.ts';
import { answeredAside } from '../aside.ts';
import { answer, type Context, say } from '../context.ts';
import { words as officeWords } from '../office-wording.ts';
import { correctReport } from './correct-report.ts';
import { ofNamedUnit } from './named-unit.ts';
import { answerQuestion, noteClaim, refuseSecret } from './not-a-report.ts';
import { needsOneTap } from './one-tap.ts';
import { isBareDenial } from './own-report.ts';
import { keepQuestion, propose } from './propose.ts';
import { raiseOrAsk } from './raise-matter.ts';
import { answerRecorded, proposalOf, recordSaid } from './record-said.ts';
import { type ReportScope, reportingUnits } from './report-scope.ts';
import { listsInMind, listsSpokenOf } from './shown-list.ts';
import { suspendedOf } from './suspended.ts';
import { stillOwed } from './unit-duties.ts';
import { type HeardOf, meaningBeside, meaningOf } from './which-list.ts';
import { withoutHeld } from './without-held.ts';

export type ReportAnswer = 'handled' | 'not-a-report';

/**
 * Reads what a liaison wrote and stores it, asks, or passes it on. `not-a-report` leaves the answer to the caller: a
 * question or a greeting is nothing this use case knows of.
 */
export async function handleReport(context: Context, text: string): Promise<ReportAnswer> {
  const isHandled = await answeredAside(
    context,
    async (there) => (await hearReport(there, text)) === 'handled',
  );
  return isHandled ? 'handled' : 'not-a-report';
}

async function hearReport(context: Context, written: string): Promise<ReportAnswer> {
  const { person } = context;
  const all = reportingUnits(context);
  if (all.length === 0) {
    await say(context, words.noUnit);
    return 'handled';
  }
  const named = await ofNamedUnit(context, all, written);
  if (named.kind === 'others') {
    await say(context, officeWords.notYourUnits(named.unit));
    return 'handled';
  }
  const { unitIds, said: text } = named;
  const corrected = await correctReport(context, unitIds, text);
  if (corrected.done) return 'handled';
  const spoken = await listsSpokenOf(context, unitIds, text);
  if (spoken === 'several') {
    await say(context, words.onePlanAtATime);
    return 'handled';
  }
  const { lists, month, said: withoutPlan } = spoken;
  // A month that is named is that month's list alone.
  const owed = month ? [] : await stillOwed(context, unitIds, lists);
  if (lists.length + owed.length === 0) {
    const unit = person.memberships[0]?.unitName ?? '';
    await say(context, month ? words.noItemsInMonth(unit, month.month) : words.noOpenItems(unit));
    return 'handled';
  }
  const meaning = meaningBeside(lists, owed, withoutPlan, context.today);
  switch (meaning.kind) {
    case 'sure': {
      const { scope, reading } = meaning.heard;
      const meant = proposalOf(scope, reading.items);
      const kept = await withoutHeld(context, meant);
      const said = { ...(kept ?? meant), ...linkOf(corrected) };
      // 都没有 says that nothing is done, or that there is nothing to say; 就差第5项了 names no other.
      const vague = isBareDenial(text) && !scope.answered;
      const loose = !scope.answered && reading.items.some((i) => i.assumed);
      const unsure = !kept || vague || loose || reading.items.some((i) => i.implied);
      if (unsure || (await needsOneTap(context, said, text))) await propose(context, text, [said]);
      else await record(context, said, reading);
      return 'handled';
    }
    case 'which': {
      const options: Proposal[] = [];
      for (const { scope, reading } of meaning.options) {
        const meant = proposalOf(scope, reading.items);
        const kept = await withoutHeld(context, meant);
        options.push({ ...(kept ?? meant), ...linkOf(corrected) });
      }
      await propose(context, text, options);
      return 'handled';
    }
    case 'unsure':
      return settle(context, lists.length > 0 ? lists : owed, meaning.heard, {
        text,
        month: month?.month,
      });
  }
}

/** Records what was understood, and says what of the message was not. */
async function record(
  context: Context,
  said: Proposal,
  { asks }: Extract<Reading, { kind: 'report' }>,
): Promise<void> {
  const doubts = [...new Set(asks.map((a) => a.text))];
  const notes = doubts.length > 0 ? [words.notUnderstood(doubts)] : [];
  await answerRecorded(context, await recordSaid(context, said, { notes }));
}

const linkOf = ({ amends }: { amends?: string }) => (amends ? { amends } : {});

/**
 * What reads like a question about progress and is said of an item of one's own list: 第3项是开发区的, 第1项要报什么,
 * 第2项资金没到位. True when it has been seen to.
 */
export function takeAside(context: Context, text: string): Promise<boolean> {
  return answeredAside(context, (there) => hearAside(there, text));
}

async function hearAside(context: Context, text: string): Promise<boolean> {
  const lists = await listsInMind(context, reportingUnits(context));
  if (new Set(lists.map((l) => l.unitId)).size > 1) return false;
  const meaning = meaningOf(lists, text, context.today);
  if (meaning.kind === 'which' || !meaning.heard) return false;
  const { scope, reading } = meaning.heard;
  if (reading.kind === 'ambiguous') return false;
  if (reading.kind === 'report') {
    // Only a difficulty is sure to be told: 第3项进度 asks, 没完成的 may ask.
    if (reading.asks.length > 0 || reading.items.some((i) => i.status !== 'blocked')) return false;
    await answerRecorded(context, await recordSaid(context, proposalOf(scope, reading.items)));
    return true;
  }
  const said = { text, nos: reading.tasks };
  if (reading.act === 'question') return answerQuestion(context, scope, said);
  if (reading.act !== 'dispute' && reading.act !== 'none-this-month') return false;
  await raiseOrAsk(context, scope, reading.act === 'dispute' ? 'dispute' : 'none', said);
  return true;
}

async function settle(
  context: Context,
  lists: ReportScope[],
  heard: HeardOf | undefined,
  { text, month }: { text: string; month: number | undefined },
): Promise<ReportAnswer> {
  if (!heard) return 'not-a-report';
  const { scope, reading } = heard;
  const { suggested } = context;
  if (suggested && (reading.kind !== 'not_a_report' || reading.act === 'unclear')) {
    await propose(context, text, [suggested]);
    return 'handled';
  }
  if (reading.kind === 'not_a_report') return passOn(context, scope, reading, text);
  const asks = reading.kind === 'ambiguous' ? reading.asks : [];
  const day = asks.find((a) => a.why === 'no-such-day');
  if (day) {
    await say(context, words.noSuchDay(day.text));
    return 'handled';
  }
  const unknown = asks.flatMap((a) => a.unknown ?? []);
  if (unknown.length > 0) {
    const done = unknown.filter((no) => scope.items.some((i) => i.no === no && !i.open));
    if (done.length === unknown.length) {
      await say(context, words.alreadyDone(done));
      return 'handled';
    }
    const resting = await suspendedOf(context, scope, unknown);
    if (resting.length === unknown.length) {
      await say(context, words.suspended(resting));
      return 'handled';
    }
    const known = scope.items.filter((i) => !i.before).map((i) => i.no);
    const ofMonth = scope.since ? scope.month : month;
    const list = ofMonth ? words.monthList(ofMonth) : words.shownList;
    await say(context, words.unknownNumbers(list, unknown, known));
    return 'handled';
  }
  await ask(context, narrowed(lists, scope, asks), text);
  return 'handled';
}

/** Only the items that the doubt is about, where every doubt names them. */
function narrowed(lists: ReportScope[], scope: ReportScope, asks: Ask[]): ReportScope[] {
  const nos = asks.flatMap((a) => a.candidates ?? []);
  if (asks.length === 0 || asks.some((a) => !a.candidates?.length)) return lists;
  const items = scope.items.filter((i) => nos.includes(i.no));
  const wide = nos.length === 0 || items.length === 0 || items.length === scope.items.length;
  return wide || lists.some((l) => l.unitId !== scope.unitId) ? lists : [{ ...scope, items }];
}

/** Puts the question with buttons; what is offered is stored, and the tap is looked up there. */
async function ask(context: Context, lists: ReportScope[], text: string): Promise<void> {
  const shown = lists.flatMap((s) => {
    const items = s.items.filter((i) => !i.before);
    const open = items.filter((i) => i.open);
    return (open.length > 0 ? open : items).map((i) => PendingOption.parse(i));
  });
  const offered = [...new Map(shown.map((o) => [`${o.unitId} ${o.occurrenceId}`, o])).values()];
  const pending = await keepQuestion(context, text, offered);
  const [first] = offered;
  const reread = first && rereadFor(text, first, context.today);
  const guess = reread && heldStatus(reread);
  const card = whichItemCard({ pending, text, options: offered, ...(guess ? { guess } : {}) });
  await answer(context, { type: 'card', card });
}

async function passOn(
  context: Context,
  scope: ReportScope,
  reading: Extract<Reading, { kind: 'not_a_report' }>,
  text: string,
): Promise<ReportAnswer> {
  switch (reading.act) {
    case 'ack':
      await say(context, words.acknowledged);
      return 'handled';
    case 'thanks':
      await say(context, words.thanks);
      return 'handled';
    case 'dispute':
      await raiseOrAsk(context, scope, 'dispute', { text, nos: reading.tasks });
      return 'handled';
    case 'none-this-month':
      await raiseOrAsk(context, scope, 'none', { text, nos: reading.tasks });
      return 'handled';
    case 'claim':
      await noteClaim(context, scope, text);
      return 'handled';
    case 'question':
      return (await answerQuestion(context, scope, { text, nos: reading.tasks }))
        ? 'handled'
        : 'not-a-report';
    case 'policy':
      await handlePolicy(context, text);
      return 'handled';
    case 'secret':
      await refuseSecret(context);
      return 'handled';
    case 'file':
      await say(context, words.file);
      return 'handled';
    case 'injection':
      await say(context, words.injection);
      return 'handled';
    default:
      return 'not-a-report';
  }
}
