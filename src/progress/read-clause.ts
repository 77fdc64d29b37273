import { anyOf } from '../text/any-of.ts';
import { verbose } from '../text/verbose.ts';
import { isNarrowed, isTold, type Match } from './completion.ts';
import { PARTS } from './part-words.ts';
import type { Said } from './status-rule.ts';
import { STATUS_RULES } from './status-rules.ts';
import { DOUBT, HARMLESS, REMARK } from './status-words.ts';

/** A clause as marked, with the shares it names. */
export type MarkedClause = { masked: string; shares: number[] };

/** Material handed in later, a line of courtesy: says nothing of the task once its status is known. */
const BESIDE = anyOf(
  verbose`
    (?:
      材料|资料|总结|报告|台账|照片|图片|附件|佐证|印证|文件|表格|报表|数据|明细|清单|名单
      |说明|签字版|盖章版|纸质|电子版|扫描件|档案|凭证|情况
    ).{0,12}(?:报|发|送|补|交|提供|上传|整理|归档|附|反馈|呈|给|收集|带)
  `,
  /(?:补|发|送|交|报|整理|上传|提供|附|归档).{0,6}(?:材料|资料|总结|报告|台账|照片|图片|附件|佐证|印证|表格|报表|明细|名单|纸质|电子版|扫描件|档案)/u,
  /归档|存档|(?:材料|资料|照片|图片|视频|凭证)都?在(?=台账|群|附件|邮箱|平台|系统|档案|柜)/u,
);
/** Rates of growth, which are no shares of a task. */
export const GROWTH = /增长|同比|环比|下降|增速|增幅|占比|提高|提升|下滑|回落/u;
const OF_TARGET = /完成|进度|已|达|占|推进|总|约|左右|剩|^[^\p{Script=Han}]*C+/u;

export type ClauseSaid =
  | {
      rule: string;
      beside: boolean;
      said: Said;
      /** What stands before the words that decided. */
      subject: string;
    }
  | undefined;

/** The clause without words that only look like a negation, a promise or a part. */
function withoutHarmless(masked: string): string {
  return HARMLESS.reduce((s, h) => s.replace(h.pattern, (w) => '_'.repeat(w.length)), masked);
}

/** What a task may be about, and what its reports then count: 停产企业, 困难企业. */
const SUBJECTS: readonly { told: RegExp; words: string[] }[] = [
  { told: /^停(?!下|在)|停着/u, words: ['停产', '停工', '停建', '停业', '停摆', '停办'] },
  { told: /困难|问题|难题|难点|堵点|障碍/u, words: ['困难', '问题', '难题', '难点', '堵点'] },
];

/** 走访了4家都停着呢, of a task about 停产企业: what was found is no trouble of the task, where it is counted. */
const isOwnSubject = (verb: string, text: string, inPlan: (word: string) => boolean) =>
  /Q/u.test(text) && SUBJECTS.some((s) => s.told.test(verb) && s.words.some(inPlan));

/**
 * What a clause says of its tasks: the first rule that fits. `inPlan` tells whether a word stands in the tasks' own
 * wording, so that a task that is a draft is done with its draft; without it the words are read by themselves.
 */
export function readClause(
  clause: MarkedClause,
  inPlan: (word: string) => boolean = () => false,
): ClauseSaid {
  const text = withoutHarmless(clause.masked);
  const beside = BESIDE.test(clause.masked);
  for (const rule of STATUS_RULES) {
    const verb = rule.pattern.exec(text);
    if (!verb || rule.unless?.test(text)) continue;
    if (isOwnSubject(verb[0], text, inPlan)) continue;
    // 排查完了: the verb is 排查, whatever part of it the rule caught.
    const doubled = clause.masked.slice(Math.max(0, verb.index - 1), verb.index + 1);
    const isHalf = /^\p{Script=Han}{2}$/u.test(doubled) && inPlan(doubled);
    const subject = clause.masked.slice(0, verb.index - (isHalf ? 1 : 0));
    const found = { rule: rule.name, beside, said: rule.said, subject };
    if (!('status' in rule.said) || rule.said.status !== 'done' || rule.complete) return found;
    return {
      ...found,
      said: limited(rule.said, clause, { text, at: verb.index, words: verb[0] }, inPlan),
    };
  }
  const share = shareOf(clause);
  if (share !== undefined)
    return {
      rule: 'share',
      beside,
      subject: '',
      said: { status: share >= 100 ? 'done' : 'in_progress' },
    };
  if (/F/.test(text))
    return { rule: 'a promise', beside, subject: '', said: { status: 'in_progress' } };
  if (/[QC]/.test(text))
    return { rule: 'figures only', beside, subject: '', said: { status: 'in_progress' } };
  return undefined;
}

/**
 * Whether a clause that says no more of its own than a remark casts doubt on what stands beside it. Behind a completion
 * (`after`) a remark has to be a known one: 问题一大堆 is not, and who was there or how it was liked is.
 */
export function isDoubt(clause: MarkedClause, after: boolean): boolean {
  const { rule = 'a remark' } = readClause(clause) ?? {};
  const words = withoutHarmless(clause.masked);
  if (/remark|figures|on its way/.test(rule) && DOUBT.test(words)) return true;
  return after && rule === 'a remark' && /\p{Script=Han}{2}/u.test(words) && !REMARK.test(words);
}

/** A completion that covers a part or a share only is progress, and so is one that is not told as past. */
function limited(
  said: Said,
  clause: MarkedClause,
  verb: Match,
  inPlan: (word: string) => boolean,
): Said {
  const part = [...verb.text.matchAll(PARTS)].some((m) => !inPlan(m[0]));
  const share = GROWTH.test(clause.masked) ? undefined : clause.shares[0];
  if (part || (share !== undefined && share < 100)) return { status: 'in_progress' };
  const whole = isTold(verb, inPlan) && !isNarrowed({ ...verb, text: clause.masked }, inPlan);
  return whole ? said : { status: 'in_progress' };
}

/** The share of the task that is done, where the clause names one; growth rates are none. */
export function shareOf(clause: MarkedClause): number | undefined {
  if (clause.shares.length === 0 || GROWTH.test(clause.masked)) return undefined;
  return OF_TARGET.test(clause.masked) ? clause.shares[0] : undefined;
}
