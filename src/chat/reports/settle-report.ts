import { rereadFor } from '../../intent/reread.ts';
import { PendingOption, whichItemCard } from '../../progress/cards.ts';
import { type Ask, heldStatus, type Reading } from '../../progress/reading.ts';
import { words } from '../../progress/wording.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import { handlePolicy } from '../answers/handle-policy.ts';
import { answer, type Context, say } from '../context.ts';
import { answerQuestion, noteClaim, refuseSecret } from './not-a-report.ts';
import { keepQuestion, propose } from './propose.ts';
import { raiseOrAsk } from './raise-matter.ts';
import { calledOf } from './record-said.ts';
import type { ReportScope } from './report-scope.ts';
import { suspendedOf } from './suspended.ts';
import type { HeardOf } from './which-list.ts';

export type ReportAnswer = 'handled' | 'not-a-report';

export async function settle(
  context: Context,
  lists: ReportScope[],
  heard: HeardOf | undefined,
  {
    text,
    month,
    offered,
  }: {
    text: string;
    month: number | undefined;
    /** What is offered where the lists do not settle it. */
    offered: (lists: ReportScope[]) => ReportScope[];
  },
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
  await askWhichItem(context, offered(narrowed(lists, scope, asks, text)), text);
  return 'handled';
}

/** Only the items that the doubt is about: those that the words number, or else those that every doubt names. */
function narrowed(
  lists: ReportScope[],
  scope: ReportScope,
  asks: Ask[],
  text: string,
): ReportScope[] {
  if (lists.some((l) => l.unitId !== scope.unitId)) return lists;
  const named = findTaskRefs(text, 'explicit').flatMap((r) =>
    r.kind === 'numbers' ? r.numbers : [],
  );
  const everyNames = asks.length > 0 && asks.every((a) => a.candidates?.length);
  const doubted = everyNames ? asks.flatMap((a) => a.candidates ?? []) : [];
  const items = [named, doubted]
    .map((nos) => scope.items.filter((i) => nos.includes(i.no)))
    .find((some) => some.length > 0 && some.length < scope.items.length);
  return items ? [{ ...scope, items }] : lists;
}

/**
 * Puts the question with buttons; what is offered is stored, and the tap is looked up there. Of a 代填, with how the office
 * heard of it, and headed by its unit.
 */
export async function askWhichItem(
  context: Context,
  lists: ReportScope[],
  text: string,
  proxy?: { source: string; unit: string },
): Promise<void> {
  const listed = lists.flatMap((s) => {
    const items = s.items.filter((i) => !i.before);
    const open = items.filter((i) => i.open);
    return (open.length > 0 ? open : items).map((i) =>
      PendingOption.parse({
        ...i,
        content: calledOf(i),
        ...(proxy ? { no: i.knownAs ?? i.no, source: proxy.source } : {}),
      }),
    );
  });
  const offered = [...new Map(listed.map((o) => [`${o.unitId} ${o.occurrenceId}`, o])).values()];
  const pending = await keepQuestion(context, text, offered);
  const [first] = offered;
  const reread = first && rereadFor(text, first, context.today);
  const guess = reread && heldStatus(reread);
  const shown = proxy ? `${proxy.unit} ${text}` : text;
  const card = whichItemCard({
    pending,
    text: shown,
    options: offered,
    ...(guess ? { guess } : {}),
  });
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
    case 'away':
      await say(context, words.away);
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
