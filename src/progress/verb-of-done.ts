import type { ReplyContext } from './reply-statements.ts';
import { EVENT, EVENT_ONE, FINISH } from './status-words.ts';
import { resultWords } from './task-results.ts';
import { statusOf, type Voice } from './voices.ts';

/** What tells a completion, and which verb it is of. */
const ENDED = new RegExp(`(?<finish>${FINISH})|${EVENT}|${EVENT_ONE}`, 'gu');
/** 谈完, 签好: of one verb; 办完 and 弄好 are of any. */
const OF_ONE = /^(?<verb>[^办做弄搞忙干整完])理?[完好妥成]$/u;
/** 已落实, whatever the task. */
const OF_ANY = /^(?:落实|执行|办理|处理|到位)$/u;
/** 第3项已报送: handed in, and nothing said of what; 材料报了 is a step. */
const HANDED_IN =
  /^[\sR]*(?:已经?|都|也|均|全部?|早就?|刚)*(?:报送|上报|呈报|报|交|提交|递交)(?:上去|上来)?了?$/u;

/**
 * Whether every completion told is by a verb that is neither the task's own nor one of those that reach what it asks for: 已评估 of
 * a removal, 核完了 of a subsidy. Then it is a step, whatever its subject.
 */
export function isByAnotherVerb({ index }: ReplyContext, no: number, voices: Voice[]): boolean {
  const task = index.tasks.find((t) => t.no === no)?.text ?? '';
  const words = resultWords(task);
  if (words === '') return false;
  const results = new RegExp(words, 'u');
  const own = [...task.matchAll(new RegExp(EVENT, 'gu'))].join('');
  const isOwn = (verb: string) =>
    OF_ANY.test(verb) ||
    results.test(verb) ||
    (verb.length > 1 ? task.includes(verb) : own.includes(verb));
  const done = voices.filter((v) => statusOf(v) === 'done');
  return done.length > 0 && done.every(({ clause }) => isAnother(clause.masked));

  function isAnother(masked: string): boolean {
    if (HANDED_IN.test(masked)) return false;
    const verbs = [...masked.matchAll(ENDED)].map((m) =>
      m.groups?.finish ? OF_ONE.exec(m[0])?.groups?.verb : m[0],
    );
    return verbs.length > 0 && verbs.every((v) => v !== undefined && !isOwn(v));
  }
}
