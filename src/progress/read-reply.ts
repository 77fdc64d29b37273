import { findNoSuchDay } from '../calendar/no-such-day.ts';
import { verbose } from '../text/verbose.ts';
import { assemble } from './assemble.ts';
import { withBareFigures } from './bare-figures.ts';
import { withBlanksClosed } from './blank-items.ts';
import { withFormsFilled } from './form-fields.ts';
import { messageAct } from './message-acts.ts';
import { withoutOpening } from './opening-line.ts';
import { settleOwnNumbering } from './own-numbering.ts';
import { markOwnResults } from './own-results.ts';
import { namesForQuotes } from './quoted-task.ts';
import { readClause } from './read-clause.ts';
import type { Act, Ask, Beside, ReadItem, Reading, ReplyInput } from './reading.ts';
import { clauseAct } from './reply-acts.ts';
import { splitClauses } from './reply-clauses.ts';
import { settleCounts } from './reply-counts.ts';
import { restWithinOne } from './reply-except.ts';
import { itemsOf } from './reply-items.ts';
import { numberItems } from './reply-list.ts';
import { markReply, withoutWriters } from './reply-marks.ts';
import type { Heard } from './reply-statements.ts';
import { sentencesOfTable } from './reply-table.ts';
import { settleTaskDates } from './reply-task-dates.ts';
import { foldReply, type ReplyText } from './reply-text.ts';
import { indexTopics, type TopicIndex } from './reply-topic.ts';
import { spelledOut } from './spoken-forms.ts';
import { withoutTakenBack } from './taken-back.ts';

const MENTION = /[@＠][^\s@＠,，。:：]{1,20}(?=[\s,，:：]|$)/gu;
/** Longest text taken as a reply, in characters. */
const LONGEST = 3000;
/** How the platform writes an attachment into the text; a file brings its name. */
const ATTACHMENT = new RegExp(
  verbose`
    \[(?:文件|附件|文档|表格|云文档)\][^,，。;；\n]*?(?:\.[A-Za-z0-9]{2,5}(?=\s|$)|$)
    |\[(?:图片|照片|视频|语音|链接|表情|动画表情|位置|名片|聊天记录)\]
  `,
  'gu',
);

/**
 * Understands what a unit liaison wrote back. Pure: the same reply on the same day always reads the same. `done` is
 * said only where nothing in the words takes it back; what is doubtful is asked (domain.md section 5).
 */
export function readReply(input: ReplyInput): Reading {
  if (input.text.length > LONGEST)
    return { kind: 'ambiguous', asks: [{ why: 'too-long', text: '' }], items: [] };
  const blank = (m: string) => ' '.repeat(m.length);
  const bare = input.text.replace(ATTACHMENT, blank);
  const text = bare.replace(MENTION, blank);
  const index = indexTopics(input.tasks);
  const folded = asSentences(text, input, index);
  const reply = { ...folded, text: namesForQuotes(folded.text, input.tasks) };
  const whole = messageAct(folded.text, index.plan);
  if (whole) return { kind: 'not_a_report', act: whole, tasks: [] };
  const day = findNoSuchDay(folded.text, input.refDate);
  if (day) return { kind: 'ambiguous', asks: [{ why: 'no-such-day', text: day }], items: [] };
  const openNos = input.tasks.map((t) => t.no);
  const { marked: settled, doubt } = settleTaskDates(
    settleCounts(
      restWithinOne(
        withoutTakenBack(
          withBareFigures(
            settleOwnNumbering(withoutWriters(markReply(reply.text, input.refDate)), reply, index),
            input,
          ),
        ),
        openNos,
      ),
      input,
    ),
    input,
  );
  const marked = markOwnResults(settled, index);
  const context = { input, reply, marked, index, openNos };
  const { items, asks, acts } = itemsOf(context, assemble(context, splitClauses(marked, index)));
  const attached = bare === input.text ? [] : [{ act: 'file' as const, tasks: [] }];
  return judge(input.text, items, doubt ? [doubt, ...asks] : asks, [...acts, ...attached]);
}

/** The message without the line that opens it, with pasted rows, terse lists and spoken days written out. */
const asSentences = (text: string, input: ReplyInput, index: TopicIndex): ReplyText => {
  const told = withoutOpening(withFormsFilled(foldReply(text)), input, index);
  const sentences = withBlanksClosed(sentencesOfTable(told, input), index);
  return numberItems(spelledOut(sentences, input), index);
};

/** Whether some clause tells how something stands, and does not ask: 第3项进度 and 第3项完成了吗 do not. */
export function tellsStatus(input: ReplyInput): boolean {
  const { text, tasks, refDate } = input;
  const index = indexTopics(tasks);
  const folded = asSentences(text, input, index).text;
  if (findNoSuchDay(folded, refDate)) return true;
  return splitClauses(markReply(folded, refDate), index).some(
    (c) => !clauseAct(c.masked) && readClause(c) !== undefined,
  );
}

/** 这个涉密，不要发群里: what must be neither kept nor quoted, unless the words are a task's own (保密检查). */
export function speaksOfSecrets(text: string, tasks: ReplyInput['tasks']): boolean {
  return messageAct(foldReply(text).text, indexTopics(tasks).plan) === 'secret';
}

/** What a message is when several things are said in it. */
const ACT_ORDER: Act[] = [
  'dispute',
  'question',
  'policy',
  'none-this-month',
  'claim',
  'away',
  'file',
  'ack',
  'thanks',
  'chitchat',
];

/** Doubts that reach beyond their own clause: the writer may be answering another list altogether. */
const GRAVE: Ask['why'][] = [
  'date-or-tasks',
  'unknown-number',
  'own-or-not',
  'count-or-number',
  'other-month',
  'amends',
];

/** Beside a report these tell nothing that could be recorded of the tasks they name. */
const UNHEARD: Act[] = ['claim', 'chitchat', 'policy', 'away', 'file'];

function besideOf({ act, tasks, text = '' }: Heard['acts'][number]): Beside | undefined {
  if (tasks.length === 0) return undefined;
  return act === 'dispute' || act === 'none-this-month' || act === 'question'
    ? { act, tasks, text }
    : undefined;
}

const TALK: Act[] = ['question', 'away', 'chitchat'];
const TELLS = /已|[完好]|办结|搞定|[了过]$|第|\d/u;

function judge(text: string, items: ReadItem[], asks: Ask[], acts: Heard['acts']): Reading {
  // 这雨下得没完没了，你们那边咋样: a remark beside a question is of no task.
  const isTalk = acts.some((a) => TALK.includes(a.act));
  if (
    asks.length > 0 &&
    isTalk &&
    items.length === 0 &&
    asks.every((a) => a.why === 'which-task' && !TELLS.test(a.text))
  )
    return judge(text, items, [], acts);
  if (asks.some((a) => GRAVE.includes(a.why)) || (asks.length > 0 && items.length === 0))
    return { kind: 'ambiguous', asks, items };
  if (items.length > 0) {
    const beside = acts.flatMap((a) => besideOf(a) ?? []);
    const unheard = acts.flatMap(({ act, tasks, text: said = '' }): Ask[] =>
      UNHEARD.includes(act) && tasks.length > 0
        ? [{ why: 'which-status', text: said, candidates: tasks }]
        : [],
    );
    const all = [...asks, ...unheard];
    return { kind: 'report', items, asks: all, ...(beside.length > 0 ? { beside } : {}) };
  }
  if (/^[\s、,.，。]*\d[\d\s、,.，。]*$/u.test(text)) {
    const ask = { why: 'which-status', text } as const;
    return { kind: 'ambiguous', asks: [ask], items };
  }
  const act = ACT_ORDER.find((a) => acts.some((x) => x.act === a)) ?? 'unclear';
  return { kind: 'not_a_report', act, tasks: acts.flatMap((a) => (a.act === act ? a.tasks : [])) };
}
