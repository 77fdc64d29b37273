import type { Proposal } from '../../progress/proposal.ts';
import type { Reading } from '../../progress/reading.ts';
import { words } from '../../progress/wording.ts';
import { withoutPhones } from '../../text/without-phones.ts';
import { answeredAside } from '../aside.ts';
import { type Context, say } from '../context.ts';
import { words as officeWords } from '../office-wording.ts';
import { addReason } from './add-reason.ts';
import { ofCoopPart } from './coop-part.ts';
import { correctReport } from './correct-report.ts';
import { ofNamedUnit, type SaidOf } from './named-unit.ts';
import { answerQuestion } from './not-a-report.ts';
import { needsOneTap } from './one-tap.ts';
import { isBareDenial } from './own-report.ts';
import { propose } from './propose.ts';
import { raiseOrAsk } from './raise-matter.ts';
import { answerRecorded, proposalOf, recordSaid } from './record-said.ts';
import { reportingUnits } from './report-scope.ts';
import { restOfLast } from './rest-of-last.ts';
import { type ReportAnswer, settle } from './settle-report.ts';
import { listsInMind, listsSpokenOf } from './shown-list.ts';
import { meaningBeside, offeredFor, owedApart } from './still-owed.ts';
import { stillOwed } from './unit-duties.ts';
import { type HeardReport, meaningOf } from './which-list.ts';
import { withoutHeld } from './without-held.ts';

/**
 * Reads what a liaison wrote and stores it, asks, or passes it on. `not-a-report` leaves the answer to the caller: a
 * question or a greeting is nothing this use case knows of.
 */
export async function handleReport(context: Context, text: string): Promise<ReportAnswer> {
  const isHandled = await answeredAside(
    context,
    async (there) => (await hearReport(there, withoutPhones(text))) === 'handled',
  );
  return isHandled ? 'handled' : 'not-a-report';
}

async function hearReport(context: Context, written: string): Promise<ReportAnswer> {
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
  const [only, ...more] = named.parts;
  return more.length === 0 ? hearOfUnits(context, only) : hearEach(context, named.parts);
}

/** Each part with an answer of its own. */
async function hearEach(context: Context, parts: SaidOf[]): Promise<ReportAnswer> {
  for (const [i, part] of parts.entries()) {
    const origin = { ...context.origin, key: `${context.origin.key}:${i}` };
    const there = { ...context, origin };
    if ((await hearOfUnits(there, part)) === 'not-a-report')
      await say(there, words.notUnderstood([part.said]));
  }
  return 'handled';
}

async function hearOfUnits(
  context: Context,
  { unitIds, said: text }: SaidOf,
): Promise<ReportAnswer> {
  if (await addReason(context, unitIds, text)) return 'handled';
  const corrected = await correctReport(context, unitIds, text);
  if (corrected.done) return 'handled';
  const spoken = await listsSpokenOf(context, unitIds, text);
  if (spoken === 'several') {
    await say(context, words.onePlanAtATime);
    return 'handled';
  }
  const { lists, month, said: withoutPlan } = ofCoopPart(spoken);
  // A month that is named is that month's list alone.
  const owed = month ? [] : await stillOwed(context, unitIds, lists);
  if (lists.length + owed.length === 0) {
    const of = context.person.memberships;
    const unit = (of.find((m) => unitIds.includes(m.unitId)) ?? of[0])?.unitName ?? '';
    await say(context, month ? words.noItemsInMonth(unit, month.month) : words.noOpenItems(unit));
    return 'handled';
  }
  const apart = lists.length > 0 && owedApart(lists, owed, withoutPlan, context.today);
  if (apart)
    return hearEach(
      context,
      apart.map((said) => ({ unitIds, said })),
    );
  const said = await restOfLast(context, unitIds, withoutPlan);
  const meaning = meaningBeside(lists, owed, said, context.today);
  switch (meaning.kind) {
    case 'sure': {
      const { scope, reading } = meaning.heard;
      const meant = proposalOf(scope, reading.items);
      const kept = await withoutHeld(context, meant);
      const report = { ...(kept ?? meant), ...linkOf(corrected) };
      // 都没有 says that nothing is done, or that there is nothing to say; 就差第5项了 names no other.
      const vague = isBareDenial(text) && !scope.answered;
      const loose = !scope.answered && reading.items.some((i) => i.assumed);
      const unsure =
        !kept ||
        spoken.isPlanUnknown ||
        said !== withoutPlan ||
        vague ||
        loose ||
        reading.items.some((i) => i.implied);
      if (unsure || (await needsOneTap(context, report, text)))
        await propose(context, text, [report]);
      else await record(context, report, reading);
      await raiseBeside(context, meaning.heard, text);
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
        offered: (of) => offeredFor(of, lists.length > 0 ? owed : [], withoutPlan, context.today),
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

/**
 * 第6项和我们没关系，第2项已完成，第3项哪天截止: what is disputed or asked beside a report goes to the office, each with an
 * answer of its own.
 */
async function raiseBeside(context: Context, heard: HeardReport, text: string): Promise<void> {
  const { beside = [] } = heard.reading;
  for (const act of ['dispute', 'none-this-month', 'question'] as const) {
    const said = beside.filter((b) => b.act === act);
    const nos = said.flatMap((b) => b.tasks);
    if (nos.length === 0) continue;
    const origin = { ...context.origin, key: `${context.origin.key}:${act}` };
    const there = { ...context, origin };
    if (act === 'question') {
      const asked = said.map((b) => b.text).join('；');
      await answerQuestion(there, heard.scope, { text: asked, nos });
    } else await raiseOrAsk(there, heard.scope, act === 'dispute' ? act : 'none', { text, nos });
  }
}

const linkOf = ({ amends, instead }: { amends?: string; instead?: true }) => ({
  ...(amends ? { amends } : {}),
  ...(instead ? { instead } : {}),
});

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
