import { AFTER_FINISH, DOUBT, FINISH, MANNER } from './status-words.ts';

/** Where the words that decided stand in a clause. */
export type Match = { text: string; at: number; words: string };

/** Adverbs of manner between a verb of finishing and what it is said of. */
const ADVERBS = new RegExp(`(?:${MANNER})+$`, 'u');
const PAST =
  /(?:标记|登记|更新|更正|订正|纠正|修改|调整|变更|改|标|记)(?:为|成)$|(?:已经?|早已|早就?|刚刚?|终于|总算|P)[^要会能想得在争将可望等]{0,10}$/u;
const PAST_WITHIN =
  /^(?:已|早|刚|于?P)|[了过毕✓]|的$|得.{0,2}(?:成功|圆满|热闹)|(?:标记|登记|更新|更正|订正|纠正|修改|调整|变更|改|标|记)(?:为|成)/u;
/** 想完成, 为了完成, 离完成: a verb or preposition that makes the completion a wish, a purpose or a measure. */
const NOT_YET = /[要会能想得该须可将快为离等待争望便以不没未别]$/u;

/** 第4项是完成: the state is named, as in 是完成状态. */
const NAMES_STATE = /(?:^|R)\s*(?:应该?|就|确实|的确)?是$/u;
const ENDS = /^[了的啦啊哈]*(?:$|[^\p{Script=Han}])/u;

/**
 * Whether a verb of finishing is told as something that has happened. Chinese marks no tense: 已, 了 or a past day do,
 * and so does a verb that follows its subject directly; 明天顺利完成 and 全力完成 are no reports.
 */
export function isTold({ text, at, words }: Match, inPlan: (word: string) => boolean): boolean {
  const before = text.slice(0, at).replace(ADVERBS, '');
  const followed = /^[了过✓]/u.test(text.slice(at + words.length));
  if (PAST.test(text.slice(0, at)) || /^(?:已|早|刚)/u.test(words)) return true;
  if (/F/.test(text.slice(0, at + words.length))) return false;
  if (NAMES_STATE.test(before) && ENDS.test(text.slice(at + words.length))) return true;
  const past = followed || PAST_WITHIN.test(words);
  if (/T/.test(text.slice(0, at + words.length))) return past;
  if (!/\p{Script=Han}$/u.test(before)) return true;
  if (/(?:任务|工作|事项|活动|会议|项目|工程|建设)$/u.test(before)) return true;
  const subject = /\p{Script=Han}{2}$/u.exec(before)?.[0];
  if (subject !== undefined && inPlan(subject)) return true;
  // 会开了: the meeting itself, not what will be.
  if (before === '会' && /开|散|结束/u.test(words)) return past;
  return past && !NOT_YET.test(before);
}

/**
 * Whether what follows the verb narrows it to a step on the way: 已完成招标 is one, 已完成任务 and 已完成 with the plan's
 * own words are not.
 */
export function isNarrowed({ text, at, words }: Match, inPlan: (word: string) => boolean): boolean {
  const object = text.slice(at + words.length).replace(AFTER_FINISH, '');
  const rest = beyondPlan(object, inPlan);
  // 完成是目标, 完成存疑; but 开是开了 tells.
  if (/^是(?!完|办|做|弄|搞|开|在|P|T)/u.test(text.slice(at + words.length)) || DOUBT.test(rest))
    return true;
  return hanCount(rest) >= 2;
}

const hanCount = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** The text without the pairs of characters that stand in the plan. */
function beyondPlan(text: string, inPlan: (word: string) => boolean): string {
  const covered = new Set<number>();
  for (let i = 0; i + 1 < text.length; i++)
    if (inPlan(text.slice(i, i + 2))) covered.add(i).add(i + 1);
  return [...text].filter((_, i) => !covered.has(i)).join('');
}

/** 第3项已完成, or 完成 alone: the task by its number, and nothing but that it is done. */
export const endsNumber = (masked: string) => ENDS_NUMBER.test(masked);
const ENDS_NUMBER = new RegExp(
  `^[\\s,]*R+[\\s:,]*(?:已经?|业已|现已?|也|都|均|全部|按时|按期|如期|是)*(?:${FINISH})了?$|^(?:已经?|均已|全部)?(?:完成|办结)了?$`,
  'u',
);
