import { splitDay } from '../calendar/county-time.ts';
import { PendingOption, recordedCard, whichItemCard } from '../progress/cards.ts';
import { insertPending } from '../progress/queries.ts';
import { readReply } from '../progress/read-reply.ts';
import type { Reading } from '../progress/reading.ts';
import type { ReportItem } from '../progress/record.ts';
import { words } from '../progress/wording.ts';
import { actOf, answer, type Context, say } from './context.ts';
import { handlePolicy } from './handle-policy.ts';
import { answerQuestion, noteClaim, refuseSecret } from './not-a-report.ts';
import { raiseOrAsk } from './raise-matter.ts';
import { type ReportScope, reportingUnits, reportScopes } from './report-scope.ts';
import { rereadFor } from './reread.ts';
import { notesOf, takeReport } from './take-report.ts';

export type ReportAnswer = 'handled' | 'not-a-report';

/**
 * Reads what a liaison wrote and stores it, asks, or passes it on. `not-a-report` leaves the answer to the caller: a
 * question or a greeting is nothing this use case knows of.
 */
export async function handleReport(context: Context, text: string): Promise<ReportAnswer> {
  const { person } = context;
  const unitIds = reportingUnits(context);
  if (unitIds.length === 0) {
    await say(context, words.noUnit);
    return 'handled';
  }
  const scopes = await reportScopes(context, unitIds);
  const [scope, other] = scopes;
  if (!scope) {
    await say(context, words.noOpenItems(person.memberships[0]?.unitName ?? ''));
    return 'handled';
  }
  const readings = scopes.map((s) => ({ scope: s, reading: read(context, s, text) }));
  const reports = readings.filter((r) => r.reading.kind === 'report');
  const [only, second] = reports;
  // A number or a topic that only one list has speaks of that list.
  if (!other || (only && !second)) {
    const one = only ?? readings[0];
    return one ? settle(context, one.scope, one.reading, text) : 'not-a-report';
  }
  if (reports.length === 0) {
    const first = readings[0];
    return first ? settle(context, first.scope, first.reading, text) : 'not-a-report';
  }
  // Several lists and no card that decides: a wrong guess would report for the wrong unit or plan.
  await ask(context, scopes, text);
  return 'handled';
}

/** Whether these words report on a numbered item of the asker's lists beyond doubt: nothing is left to be asked. */
export async function isPlainReport(context: Context, text: string): Promise<boolean> {
  const unitIds = reportingUnits(context);
  if (unitIds.length === 0 || !NUMBERED.test(text) || QUESTION.test(text)) return false;
  const readings = (await reportScopes(context, unitIds)).map((s) => read(context, s, text));
  return readings.some((r) => r.kind === 'report' && r.asks.length === 0);
}

/** 第2项, 第1、3项: without it a report and the heading of a list look too much alike (3月进度). */
const NUMBERED = /第[\d一二三四五六七八九十百、,，和及至到~-]+项/u;
const QUESTION = /[?？]|吗|哪|谁|什么|怎|多少|几[项个家]|查|看|没有$|没$/u;

/**
 * What reads like a question about progress and is said of an item of one's own list: 第3项是开发区的, 第1项要报什么,
 * 第2项资金没到位. True when it has been seen to.
 */
export async function takeAside(context: Context, text: string): Promise<boolean> {
  const [scope, other] = await reportScopes(context, reportingUnits(context));
  const reading = scope && !other && read(context, scope, text);
  if (!scope || !reading || reading.kind === 'ambiguous') return false;
  if (reading.kind === 'report') {
    // Only a difficulty is sure to be told: 第3项进度 asks, 没完成的 may ask.
    if (reading.asks.length > 0 || reading.items.some((i) => i.status !== 'blocked')) return false;
    await record(context, scope, reading.items);
    return true;
  }
  const said = { text, nos: reading.tasks };
  if (reading.act === 'question') return answerQuestion(context, scope, said);
  if (reading.act !== 'dispute' && reading.act !== 'none-this-month') return false;
  await raiseOrAsk(context, scope, reading.act === 'dispute' ? 'dispute' : 'none', said);
  return true;
}

/** Open items first; what was reported done before is offered only when nothing else fits (a correction). */
function read(context: Context, scope: ReportScope, text: string): Reading {
  const { year } = splitDay(context.today);
  const tasks = (items: ReportScope['items']) => items.map(({ no, content }) => ({ no, content }));
  const input = { year, month: scope.month, refDate: context.today, text };
  const open = readReply({ ...input, tasks: tasks(scope.items.filter((i) => i.open)) });
  if (open.kind === 'report' || scope.items.every((i) => i.open)) return open;
  const all = readReply({ ...input, tasks: tasks(scope.items) });
  return all.kind === 'report' ? all : open;
}

async function settle(
  context: Context,
  scope: ReportScope,
  reading: Reading,
  text: string,
): Promise<ReportAnswer> {
  switch (reading.kind) {
    case 'report':
      await record(context, scope, reading.items);
      return 'handled';
    case 'ambiguous':
      await ask(context, [scope], text);
      return 'handled';
    case 'not_a_report':
      return passOn(context, scope, reading, text);
  }
}

async function record(
  context: Context,
  scope: ReportScope,
  items: Extract<Reading, { kind: 'report' }>['items'],
): Promise<void> {
  const { deps, person } = context;
  const found = items.flatMap((i) => {
    const item = scope.items.find((x) => x.no === i.no);
    return item ? [{ ...i, item }] : [];
  });
  const rows: ReportItem[] = found.map(({ item, status, percent, eta, note }) => ({
    occurrenceId: item.occurrenceId,
    role: item.role,
    status,
    ...(percent === undefined ? {} : { percent }),
    ...(eta ? { eta } : {}),
    ...(note ? { note } : {}),
  }));
  const taken = await takeReport(deps, actOf(context), {
    unitId: scope.unitId,
    via: 'text',
    items: rows,
  });
  await answer(context, {
    type: 'card',
    card: recordedCard({
      unit: scope.unitName,
      person: person.name,
      changeId: taken.batchId,
      notes: notesOf(taken),
      lines: found.map(({ no, item, status, percent, eta }) => ({
        no,
        content: item.content,
        status,
        ...(percent === undefined ? {} : { percent }),
        ...(eta ? { eta } : {}),
      })),
    }),
  });
}

/** Puts the question with buttons; what is offered is stored, and the tap is looked up there. */
async function ask(context: Context, scopes: ReportScope[], text: string): Promise<void> {
  const { deps, person, origin, now } = context;
  const offered = scopes.flatMap((s) => {
    const open = s.items.filter((i) => i.open);
    return (open.length > 0 ? open : s.items).map((i) => PendingOption.parse(i));
  });
  const pending = deps.newId();
  await insertPending(deps.db, {
    id: pending,
    personId: person.id,
    messageId: origin.messageId,
    text,
    options: offered,
    createdAt: now,
  });
  const [first] = offered;
  const guess = first && rereadFor(text, first, context.today)?.status;
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
