import { splitDay } from '../../calendar/county-time.ts';
import { findItems } from '../../plan/item-queries.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import type { Context } from '../context.ts';
import type { ReportScope } from './report-scope.ts';

/** The plan that a text names before a number or 都 or behind a number, and the text without the name. */
export type NamedPlan =
  | { kind: 'none'; said: string }
  | { kind: 'one'; said: string; planId: string }
  /** A plan is spoken of by words that fit none of the plans, or more than one. */
  | { kind: 'unknown'; said: string }
  | { kind: 'several' };

type Plan = { id: string; title: string };

const ONE = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
/** 竹产业那个 before 12月第1项, 竹产业的 before 都完成了 and before 1：场地已平整. */
const BEFORE_TARGET = new RegExp(
  `(?<head>\\p{Script=Han}{2,24}?)(?=(?:${ONE}月份?的?)?第${ONE}[项条个件]|(?<=[的里中上个])(?:都|全|均|\\d{1,2}(?:[:：、,，]|已|也|还|没|完|正|办)))`,
  'gu',
);
/** A paper that tasks stand in. */
const PAPER = '(?:计划|方案|(?:任务|分解|分工|明细|安排|责任)*表|清单|台账|明细)';
/** 竹产业那个, 竹产业方案里的, 那张表: one plan among others is meant. */
const POINTS = new RegExp(
  `^(?<of>.*?)(?:那个${PAPER}?|那[张份](?<that>${PAPER})?|(?<paper>${PAPER}))(?:里面?|当中|中|上)?的?$`,
  'u',
);
/** 我们那个第1项, 12月清单第1项, 昨天说的那个第2项: of what the person has been shown. */
const SHOWN =
  /^$|月|本|这|我|咱|你|您|发|收|上面|刚才?|[昨今前]天|上次|之前|说|提|报|完成|卡片|推送|^(?:把|是|就是|还有|其中|还是)$/u;
/** 第2项（竹产业方案）, and at the end 第2项完成了，是竹产业那个: a plan's name and nothing else. */
const AFTER_TARGET = new RegExp(
  `(?<=第${ONE}[项条个件])[(（](?<inside>[^()（）]{2,24})[)）]|(?<=第${ONE}[项条个件].*)[,，、;；\\s]+(?:(?:我|指|说)*的?就?是)?(?<behind>\\p{Script=Han}{2,24}(?:[那这][个份张边块]|里面?的?|的|计划|方案|清单|台账|任务表|行动))[。.]?$`,
  'gu',
);
/** What stands between a plan's name and a number. */
const JOIN = /(?:(?:那|这)[个份张边块]?|里面?|当中|中|上|的)$/u;
/** What a plan is called by kind: 竹产业计划 is the 竹产业提质专项行动任务表. */
const KIND =
  /(?:计划|方案|任务(?:分解|分工)?表?|清单|台账|明细表?|要点|安排|表|文件|工作|重点|专项|行动|年度)$/u;
/** 重点工作 stands in every plan's title, and on every card. */
const GENERAL =
  /重点|工作|任务|计划|方案|清单|明细|年度|全[县市区]|本[县市区年月]|专项|行动|推进|分解|分工|月份|台账|要点|安排|实施|责任|表|县|市|区|年|月/gu;

/** Which of this year's published plans a text names, or else of those of the year before. */
export async function namedPlan(context: Context, text: string): Promise<NamedPlan> {
  const named = readNamedPlan(text, await plansOfYear(context));
  if (named.kind === 'one' || named.kind === 'several') return named;
  const before = readNamedPlan(text, await plansOfYear(context, -1));
  return before.kind === 'one' ? before : named;
}

async function plansOfYear({ deps, today }: Context, from = 0) {
  const year = splitDay(today).year + from;
  return (await listPublishedPlans(deps.db)).filter((p) => p.year === year);
}

/** The same among plans that are known. Pure. */
export function readNamedPlan(text: string, plans: Plan[]): NamedPlan {
  const before = [...text.matchAll(BEFORE_TARGET)].flatMap(({ index, groups }) => {
    const head = groups?.head ?? '';
    const named = nameIn(head, plans) ?? byKind(head, plans);
    return named ? [{ ...named, at: index + named.at, end: index + head.length }] : [];
  });
  const behind = [...text.matchAll(AFTER_TARGET)].flatMap(({ 0: all, index, groups }) => {
    const named = nameIn(groups?.inside ?? groups?.behind ?? '', plans);
    return named?.at === 0 ? [{ ...named, at: index, end: index + all.length }] : [];
  });
  const found = [...before, ...behind].sort((a, b) => a.at - b.at);
  const [first] = found;
  if (!first) {
    const heads = [...text.matchAll(BEFORE_TARGET)].map(({ groups }) => groups?.head ?? '');
    const isSpokenOf = plans.length > 1 && heads.some((head) => pointerIn(head) !== undefined);
    return { kind: isSpokenOf ? 'unknown' : 'none', said: text };
  }
  if (found.some((f) => f.planId !== first.planId)) return { kind: 'several' };
  const said = found.reduceRight((t, f) => t.slice(0, f.at) + t.slice(f.end), text);
  return { kind: 'one', said, planId: first.planId };
}

/** The one plan of this year that an order speaks of: 再催一下竹产业的任务, 暂缓竹产业3月第2项. */
export async function planSpokenOf(context: Context, text: string): Promise<string | undefined> {
  return planIn(text, await plansOfYear(context))?.id;
}

/** What may follow a plan's name of two characters, which else could be of any text. */
const AFTER_NAME =
  /^(?:那|这|的|里|计划|方案|任务|清单|台账|专项|行动|表|[\d一二三四五六七八九十]+月)/u;

/** The same among plans that are known: a part of its title that no other has stands in the text. Pure. */
export function planIn<P extends { title: string }>(text: string, plans: P[]): P | undefined {
  if (plans.length < 2) return undefined;
  const runs = [...text.matchAll(/\p{Script=Han}{2,}/gu)];
  const found = plans.filter((plan) =>
    runs.some(({ 0: run, index }) =>
      Array.from({ length: run.length - 1 }, (_, at) => at).some((at) => {
        let to = at + 2;
        while (to < run.length && plan.title.includes(run.slice(at, to + 1))) to++;
        const piece = run.slice(at, to);
        if (plans.some((p) => p.title.includes(piece) !== (p === plan))) return false;
        const own = piece.replace(GENERAL, '').length;
        return own >= 3 || (own === 2 && AFTER_NAME.test(text.slice(index + to)));
      }),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The words before a number as a plan's: what it is called, where that is more than its kind, and its kind. */
function pointerIn(head: string): { name: string; at: number; paper: string } | undefined {
  const { of = '', that, paper = that ?? '' } = POINTS.exec(head)?.groups ?? {};
  if (!POINTS.test(head) || (of !== '' && SHOWN.test(of))) return undefined;
  const name = of.replace(GENERAL, '');
  const isPlan = name !== '' || /那[张份]/u.test(head) || /方案|计划|[务解工细]表/u.test(paper);
  return isPlan ? { name, at: of.length, paper } : undefined;
}

/** 方案里的第3项, where one plan alone is called 方案. */
function byKind(head: string, plans: Plan[]): { planId: string; at: number } | undefined {
  const { name, at = 0, paper } = pointerIn(head) ?? {};
  const [only, other] = plans.filter((p) => paper && p.title.includes(paper));
  return name === '' && plans.length > 1 && only && !other ? { planId: only.id, at } : undefined;
}

/** The longest end of the words before a number that stands in one plan's title alone. */
function nameIn(head: string, plans: Plan[]): { planId: string; at: number } | undefined {
  for (let name = withoutJoin(head); name.length >= 2; name = withoutJoin(name.replace(KIND, ''))) {
    for (let at = 0; at + 2 <= name.length; at++) {
      const piece = name.slice(at);
      if (piece.replace(GENERAL, '').length < 2) break;
      const [plan, second] = plans.filter((p) => p.title.includes(piece));
      if (plan && !second) return { planId: plan.id, at };
      if (second) break;
    }
    if (!KIND.test(name)) break;
  }
  return undefined;
}

function withoutJoin(text: string): string {
  const shorter = text.replace(JOIN, '');
  return shorter === text ? text : withoutJoin(shorter);
}

/**
 * The lists that are meant of those in mind: of a plan that is named its part of them, under their numbers and under its
 * own; of one that is not made out the lists and each plan's part, to choose from.
 */
export async function listsNamed(
  context: Context,
  lists: ReportScope[],
  named: Exclude<NamedPlan, { kind: 'several' }>,
): Promise<ReportScope[]> {
  if (named.kind === 'unknown') return [...lists, ...(await ofEachPlan(context, lists))];
  if (named.kind === 'none') return countedByPlan(context, lists, named.said);
  const own = (await ofEachPlan(context, lists)).filter((l) => l.planId === named.planId);
  const meant = new Set(own.flatMap((l) => l.items.map((i) => i.occurrenceId)));
  const shown = lists
    .map((l) => ({ ...l, items: l.items.filter((i) => meant.has(i.occurrenceId)) }))
    .filter((l) => l.items.length > 0);
  return [...shown, ...own];
}

/** Each plan's part of each list, counted by itself and under the document's numbers. */
async function ofEachPlan(
  { deps }: Context,
  lists: ReportScope[],
): Promise<(ReportScope & { planId: string })[]> {
  const ids = lists.flatMap((l) => l.items.map((i) => i.occurrenceId));
  const known = new Map(
    (await findItems(deps.db, [...new Set(ids)])).map((i) => [i.occurrenceId, i]),
  );
  return lists.flatMap(({ since: _, ...list }) =>
    [...Map.groupBy(list.items, (i) => known.get(i.occurrenceId)?.planId ?? '')].flatMap(
      ([planId, items]) => {
        const counted = items.map((item, i) => ({ ...item, no: i + 1, knownAs: item.no }));
        const inDocument = counted.map((item) => {
          return { ...item, no: known.get(item.occurrenceId)?.seq ?? item.no };
        });
        const isUnique = new Set(inDocument.map((i) => i.no)).size === inDocument.length;
        return [counted, ...(isUnique ? [inDocument] : [])].map((own) => {
          return { ...list, planId, items: own };
        });
      },
    ),
  );
}

/**
 * 10月第1项已完成, before that month has a card: its first can be that of each plan in which the unit has tasks then. The
 * lists, and where a number is said those of each such plan.
 */
async function countedByPlan(
  context: Context,
  lists: ReportScope[],
  said: string,
): Promise<ReportScope[]> {
  const isNumbered = findTaskRefs(fold(said), 'explicit').some((r) => r.kind === 'numbers');
  const isUncarded = isNumbered && lists.every((l) => l.uncarded);
  return [...lists, ...(isUncarded ? await ofEachPlan(context, lists) : [])];
}
