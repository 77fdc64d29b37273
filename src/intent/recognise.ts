import type { Day } from '../calendar/county-time.ts';
import { asks } from '../text/asks.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';
import { pointsBack } from './follow-up.ts';
import type { Intent, ProgressQuery } from './intent.ts';
import { mergeWithPrevious } from './merge-query.ts';
import { asksPolicy } from './policy-words.ts';
import { readCommand } from './read-command.ts';
import { readQuery, readSlots, type Slots } from './read-query.ts';
import { looksLikeReport, speaksOfWork } from './report-words.ts';
import { readSentence, type Sentence } from './sentence.ts';
import { readSmallTalk } from './small-talk.ts';
import { close, fold, tidy, withoutAttached } from './tidy.ts';
import { turnAround } from './turn-around.ts';

/** What is known when a message arrives. */
export type Asked = {
  text: string;
  /** The day of the question, in the county. */
  refDate: Day;
  units: UnitNames;
  /** The question about progress that was answered last in this chat. */
  previous?: ProgressQuery;
};

/**
 * What a message asks for. Orders and small talk are whole messages and come first; then what only looks like one of the
 * others: a question about money or conditions names months and tasks too, and 已完成 is a report where 已完成的 is a
 * question. Wrongly taking a question for a report would record work as done, so a report must look like nothing else.
 */
export function recognise({ text: written, refDate, units, previous }: Asked): Intent {
  const text = namingThose(withoutAttached(written), previous);
  const folded = fold(text);
  if (/^[\s?!.。,]*$/.test(folded))
    return /[?]/.test(folded) ? { kind: 'help' } : { kind: 'chat', act: 'other' };
  if (folded.length > LONGEST) return readLong(text, folded.slice(0, LONGEST));
  const smallTalk = readSmallTalk(close(folded)) ?? readSmallTalk(tidy(text));
  if (smallTalk) return smallTalk;
  const command = readCommand(text, { refDate, units });
  if (command) return { kind: 'admin', command };

  const sentence = readSentence(text, units, refDate);
  const slots = readSlots(sentence, refDate);
  const query = readQuery(sentence, slots, refDate);
  const progress: Intent = { kind: 'progress', query };
  const policy: Intent = { kind: 'policy', question: text.trim() };
  const report: Intent = { kind: 'report', text: written };

  const isReport =
    !slots.format && !isHeading(sentence, slots) && looksLikeReport(folded, sentence.text);
  if (isReport && !(previous && NOT_YET.test(sentence.text))) return report;
  const turned = previous && turnAround(sentence.text, previous, refDate);
  if (turned) return { kind: 'progress', query: turned };
  if (previous && pointsBack(sentence, slots, previous, refDate) && !asksPolicy(sentence.text))
    return {
      kind: 'progress',
      query: mergeWithPrevious(previous, query, slots, sentence, refDate),
    };
  if (asksPolicy(sentence.text) && slots.format === undefined) return policy;
  if (speaksOfProgress(sentence, slots)) return progress;
  if (isQuestion(sentence.text)) return policy;
  if (slots.topic !== undefined) return { kind: 'unknown', text, nearest: [progress, policy] };
  return { kind: 'unknown', text, nearest: [{ kind: 'help' }, policy] };
}

/** 这三个单位, 上面几家: those of the question before, as the word 他们 has it. */
const THOSE = verbose`
  (?:这|那|上面|上述|前面|刚才|以上)(?:说的|提到的|问的)?这?
  (?:[两二三四五六七八九十\d]{1,2}|几|些)(?:
    (?:个|家)?(?:单位|部门|局|乡镇|镇)
    |(?:个|家)?(?=(?:都|的|里|中|谁|哪|各|分别|怎么样|咋样|如何|情况|呢|[,，。?？]|$))
  )
`;

const namingThose = (text: string, previous: ProgressQuery | undefined) =>
  (previous?.units.length ?? 0) > 1 ? text.replace(THOSE, '他们') : text;

/** Nobody asks or orders at greater length; what is longer is a report, or a document pasted into the chat. */
const LONGEST = 400;

function readLong(text: string, head: string): Intent {
  const report: Intent = { kind: 'report', text };
  return speaksOfWork(head)
    ? report
    : { kind: 'unknown', text, nearest: [{ kind: 'help' }, report] };
}

/** Said on its own after a question, it asks which ones; without one before it, it answers. */
const NOT_YET = /^(?:还)?(?:没有?|未|尚未)(?:完成|办结|启动|开始|动)$/;

/** 3月未完成, 开发区逾期: a time or a unit and a state, nothing else: the heading of a list, and no statement. */
function isHeading({ marked, units, periods }: Sentence, slots: Slots): boolean {
  return (
    slots.status !== null &&
    units.length + periods.length > 0 &&
    slots.topic === undefined &&
    /^[\uE001\uE002的]*(?:已|未|没有?|还没|尚未)?(?:完成|办结|启动|开始|开工)$/.test(marked)
  );
}

function speaksOfProgress(sentence: Sentence, s: Slots): boolean {
  const { marked, units, periods, strangers, except, towns } = sentence;
  const about =
    except.length > 0 ||
    towns !== undefined ||
    units.length + periods.length + strangers.length > 0 ||
    s.role !== null ||
    s.own ||
    s.charged;
  return (
    s.status !== null ||
    s.format !== undefined ||
    s.reports !== undefined ||
    s.comparison !== undefined ||
    s.ranking !== undefined ||
    s.taskNo !== undefined ||
    (s.topic !== undefined && (s.cues.task || about)) ||
    (s.topic === undefined &&
      (about ||
        s.cues.summary ||
        s.cues.list ||
        s.cues.units ||
        s.cues.howMany ||
        s.cues.howMuch)) ||
    (about && (s.cues.summary || s.cues.list || s.cues.howMany)) ||
    /任务|进[度展]|完成|督办|台账|推进|工作|(?:多少|几)[项件]/.test(marked)
  );
}

/** With nothing else in it: looser than what keeps a sentence from being an order. */
function isQuestion(text: string): boolean {
  const isEnd = /么$|(?<!(?:还|尚|仍|正)[^,。;!?的哪谁]{0,10})呢$|不$/.test(text);
  return asks(text) || isEnd || /几|何|是不是|有没有/.test(text);
}
