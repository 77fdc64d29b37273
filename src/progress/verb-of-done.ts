import type { ReplyContext } from './reply-statements.ts';
import { EVENT, EVENT_ONE, FINISH } from './status-words.ts';
import { STEPS } from './step-words.ts';
import { resultWords } from './task-results.ts';
import { statusOf, type Voice } from './voices.ts';

/** 谈完, 签好: of one verb; 办完 and 弄好 are of any. */
const OF_ONE = /^(?<verb>[^办做弄搞忙干整完])理?[完好妥成]$/u;
/** What tells a completion, and which verb it is of. */
const ENDED = new RegExp(
  `(?<finish>[谈签核量测估摸催填补问选定报交送收批审排招][完好](?!成)|${FINISH})|${EVENT}|${EVENT_ONE}`,
  'gu',
);
/** 已落实, whatever the task. */
const OF_ANY = /^(?:落实|执行|办理|处理|到位|[办做搞弄])$/u;
/** 已转办, 交办完了: others are to do it. */
const PASSED_ON = /^.{0,2}(?:已经?|都|均|也|全部?)*[转交分催]办/u;
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
  const results = words === '' ? undefined : new RegExp(words, 'u');
  const inFull = words === '' ? undefined : new RegExp(`^(?:${words})$`, 'u');
  const ownVerbs = [...task.matchAll(OWN_VERBS)].join('');
  const done = voices.filter((v) => statusOf(v) === 'done');
  return (
    done.length > 0 && done.every(({ clause, said }) => isAnother(clause.masked, said.subject))
  );

  function isAnother(masked: string, subject: string): boolean {
    if (HANDED_IN.test(masked)) return false;
    // The character before may be of the verb: 转办完了, 慰问完了.
    const from = Math.max(0, subject.length - 1);
    const told = masked.slice(from);
    if (PASSED_ON.test(told) || isOfSmallThing(told)) return true;
    const verbs = [...told.matchAll(ENDED)].map((m) => {
      // 写完 of a report.
      const one = inFull?.test(m[0]) ? undefined : OF_ONE.exec(m[0])?.groups?.verb;
      const pair = masked.slice(from + m.index - 1, from + m.index + 1);
      return m.groups?.finish ? one && (task.includes(pair) ? pair : one) : m[0];
    });
    return verbs.length > 0 && verbs.every((v) => v !== undefined && !isOwn(v));
  }

  function isOwn(verb: string): boolean {
    if (OF_ANY.test(verb) || inFull?.test(verb)) return true;
    if (verb.length > 1 ? task.includes(verb) : ownVerbs.includes(verb)) return true;
    return results ? results.test(verb) && !isStep(verb) : !isStep(verb);
  }

  /** 签了字, 建了群: a thing of one character that the task does not name. */
  function isOfSmallThing(told: string): boolean {
    const { verb = '', thing = '' } = OF_THING.exec(told)?.groups ?? {};
    return thing !== '' && !task.includes(thing) && !inFull?.test(verb + thing);
  }
}

/** The verbs that a task's wording holds, and the words that its parts begin with: 丈量土地. */
const OWN_VERBS = new RegExp(`${EVENT}|(?<=^|[,;。、])\\p{Script=Han}{2}`, 'gu');
const isStep = (verb: string) => `${verb}了`.replace(STEPS, '') !== `${verb}了`;
const OF_THING =
  /(?<verb>[建签填开发交报打拉办写])了(?<thing>(?![的吧吗呢啊呀哈哦嘛喽啦哟过完好])\p{Script=Han})$/u;
