import { PARTS } from './part-words.ts';
import { type ClauseSaid, readClause, shareOf } from './read-clause.ts';
import type { Doubt } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import type { Status } from './report.ts';
import { FINISH } from './status-words.ts';

/** A clause on one task and what it says. */
export type Voice = { clause: Clause; said: NonNullable<ClauseSaid> };

const FINISHES = new RegExp(FINISH, 'u');
/** What lies ahead once the task is done is another matter. */
const AFTERWARDS = /^(?:下一步|下步|下阶段|后续|今后|接下来|以后)/u;
const FORMERLY = /之前|此前|原来|原先|前期|起初|一度/u;
/** 尽管困难多, 原来卡着: trouble that what follows has left behind. */
const CONCEDED = /^R*(?:尽管|虽然?|虽说|哪怕|原来|原先|起初|之前|此前)/u;

/** 停工20天，现已复工: the trouble before it is over. */
const RECOVERED =
  /(?:已经?|现(?:在|已)?|目前|又|重新)(?:复工|恢复|重启|解决|化解|打通|到位|开工|动工)|复工了|恢复(?:了|施工|正常)/u;

/** What clauses say: in their own words, or by what `ofTask` makes of them where these say nothing. */
export function voicesOf(
  clauses: Clause[],
  inPlan: (word: string) => boolean,
  ofTask: (clause: Clause) => ClauseSaid,
): Voice[] {
  return clauses.flatMap((clause) => {
    const said = readClause(clause, inPlan) ?? ofTask(clause);
    return said ? [{ clause, said }] : [];
  });
}

export const statusOf = ({ said }: Voice): Status | undefined =>
  'status' in said.said ? said.said.status : undefined;

const isWholeDone = (v: Voice) => 'status' in v.said.said && v.said.said.whole === true;

/** 进度60%: less than the whole, whatever else is done. */
const isShort = (clause: Clause) => (shareOf(clause) ?? 100) < 100;

/** 铺设完成，已移交燃气公司: what followed the completion, and no part of it only. */
const isWhole = ({ masked }: Clause) => !new RegExp(PARTS.source, 'u').test(masked);
/** 排查已完成，10月27日报县政府: whom the result went to, where nothing is said of waiting for them. */
const HANDED_UP =
  /^(?:于|P|已经?|也|并)*(?:上?报|报?送|呈|呈报|交)(?:了|给|至|到|送)*(?:[县市省区]委?[^,批审签等待定会]{0,6}|领导|上级)了?$/u;
/** 我们配合完了，银行那边还没签: what others still owe is not of the part that was ours. */
const COOPERATED = /我们?[局办委镇]?(?:这边)?(?:的)?配合(?:工作|任务|事项|的?部分)?/u;
const OTHERS = /^(?!我)(?:他们|对方|人家|\p{Script=Han}{2,8}(?:那边|那头|方面))/u;

function ownOnly(voices: Voice[]): Voice[] {
  const isOurs = (v: Voice) => COOPERATED.test(v.clause.masked) && statusOf(v) === 'done';
  return voices.some(isOurs) ? voices.filter((v) => !OTHERS.test(v.clause.masked)) : voices;
}

/** 并非未完成，报告已交: what is told beside says how it stands. */
function withoutDenial(voices: Voice[]): Voice[] {
  const others = voices.filter((v) => v.said.rule !== 'denied denial');
  const isTold = others.length > 0 && others.every((v) => statusOf(v) === 'done');
  return isTold ? others : voices;
}

/** 去年同期走访了50家，今年80家: another year is told only to compare. 不用延了，已经开了: the state is told beside it. */
function ofNow(voices: Voice[]): Voice[] {
  const isOld = (v: Voice) => v.said.rule === 'of another year';
  const own = voices.filter((v) => !isOld(v) && v.said.rule !== 'wants no more time');
  const isTold = own.some((v) => /[TF]|现|目前/u.test(v.clause.masked)) || !voices.some(isOld);
  return own.length > 0 && isTold ? own : voices;
}

/** Leaves out what says nothing more once the task's status is known: figures, material to follow, old trouble. */
export function weigh(heard: Voice[]): Voice[] {
  const voices = withoutDenial(ownOnly(ofNow(heard)));
  const last = voices.length - 1;
  const over = voices.findLastIndex((v) => RECOVERED.test(v.clause.masked));
  const held = voices.filter(
    (v, i) => i === last || !isTrouble(v) || (i >= over && !CONCEDED.test(v.clause.masked)),
  );
  const main = held.filter((v) => !v.said.beside || takesBack(v));
  const kept = main.length > 0 ? main : held;
  const done = kept.findLastIndex((v) => isWholeDone(v));
  if (done >= 0)
    return kept.filter(
      ({ clause, said }, i) =>
        (!/figures|on its way/.test(said.rule) || isShort(clause)) &&
        !(i > done && AFTERWARDS.test(clause.masked)) &&
        !(i > done && said.rule === 'has taken place' && isWhole(clause)) &&
        !(i > done && HANDED_UP.test(clause.masked)) &&
        !(i < done && FORMERLY.test(clause.masked)),
    );
  const event = kept.findIndex((v) => v.said.rule === 'has taken place');
  // 对接会已开，签约3.2亿: the figure is what came of it.
  const isOutcome = (v: Voice, i: number) =>
    event >= 0 &&
    i > event &&
    v.said.rule === 'in part by figures' &&
    !FINISHES.test(v.clause.masked);
  const other = kept.filter((v, i) => v.said.rule !== 'figures only' && !isOutcome(v, i));
  return other.length > 0 ? other : kept;
}

const isTrouble = (v: Voice) => /blocked|extension/.test(statusOf(v) ?? '');

/** Material to follow is a side matter; material that is missing or holds things up is not. */
function takesBack(v: Voice): boolean {
  return (
    /blocked|extension|not_started/.test(statusOf(v) ?? '') ||
    /^(?:not all of it|nothing to provide)$/.test(v.said.rule)
  );
}

/** Several clauses on one task: what holds it up outweighs what went well; done and not done together is in progress. */
export function mergeStatuses(voices: Voice[]): Status {
  const statuses = new Set(voices.map(statusOf).filter((s) => s !== undefined));
  if (statuses.has('extension')) return 'extension';
  if (statuses.has('blocked')) return 'blocked';
  const rules = voices.map((v) => v.said.rule);
  const ahead = /promise|condition|later|waiting|not finished|missing/;
  if (rules.includes('not begun') && rules.every((r) => r === 'not begun' || ahead.test(r)))
    return 'not_started';
  return statuses.size === 1 ? ([...statuses][0] ?? 'in_progress') : 'in_progress';
}

/** What may stand between a task's number and the words that give it up, with no other subject among them. */
const GIVEN_UP =
  /^R*(?:[TFP,\s]|今年|明年|我们?[局镇乡办]?|目前|现在|暂时?|已经?|也|就|都|全部?|确定|决定|打算|准备)*$/u;

/** What of a status is shown before it is recorded: it hangs on a condition, or the whole task is given up. */
export function doubtIn(status: Status, voices: Voice[]): Doubt | undefined {
  const [first] = voices;
  if (status === 'in_progress' && voices.some((v) => v.said.rule === 'on a condition'))
    return 'condition';
  const isWhole = first?.said.rule === 'cancelled or put off' && GIVEN_UP.test(first.said.subject);
  return status === 'blocked' && isWhole ? 'dropped' : undefined;
}
