import type { Act, Ask, ReadItem, Reading, ReplyInput } from './reading.ts';
import { messageAct } from './reply-acts.ts';
import { splitClauses } from './reply-clauses.ts';
import { itemsOf } from './reply-items.ts';
import { markReply } from './reply-marks.ts';
import { assemble } from './assemble.ts';
import { settleTaskDates } from './reply-task-dates.ts';
import { foldReply } from './reply-text.ts';
import { indexTopics } from './reply-topic.ts';

const MENTION = /[@＠][^\s@＠,，。:：]{1,20}(?=[\s,，:：]|$)/gu;

/**
 * Understands what a unit liaison wrote back. Pure: the same reply on the same day always reads the same. `done` is
 * said only where nothing in the words takes it back; what is doubtful is asked (domain.md section 5).
 */
export function readReply(input: ReplyInput): Reading {
  const text = input.text.replace(MENTION, (m) => ' '.repeat(m.length));
  const reply = foldReply(text);
  const index = indexTopics(input.tasks);
  const whole = messageAct(reply.text, index.plan);
  if (whole) return { kind: 'not_a_report', act: whole, tasks: [] };
  const { marked, doubt } = settleTaskDates(markReply(reply.text, input.refDate), input);
  const openNos = input.tasks.map((t) => t.no);
  const context = { input, reply, marked, index, openNos };
  const { items, asks, acts } = itemsOf(
    context,
    assemble(context, splitClauses(marked, index)),
  );
  return judge(items, doubt ? [doubt, ...asks] : asks, acts);
}

/** What a message is when several things are said in it. */
const ACT_ORDER: Act[] = [
  'dispute',
  'question',
  'policy',
  'none-this-month',
  'claim',
  'file',
  'ack',
  'thanks',
  'chitchat',
];

/** Doubts that reach beyond their own clause: the writer may be answering another list altogether. */
const GRAVE: Ask['why'][] = ['date-or-tasks', 'unknown-number', 'own-or-not', 'count-or-number'];

function judge(items: ReadItem[], asks: Ask[], acts: { act: Act; tasks: number[] }[]): Reading {
  if (asks.some((a) => GRAVE.includes(a.why)) || (asks.length > 0 && items.length === 0))
    return { kind: 'ambiguous', asks, items };
  if (items.length > 0) return { kind: 'report', items, asks };
  const act = ACT_ORDER.find((a) => acts.some((x) => x.act === a)) ?? 'unclear';
  return { kind: 'not_a_report', act, tasks: acts.flatMap((a) => (a.act === act ? a.tasks : [])) };
}
