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
  | { kind: 'several' };

const ONE = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
/** 竹产业那个 before 12月第1项, 竹产业的 before 都完成了. */
const BEFORE_TARGET = new RegExp(
  `(?<head>\\p{Script=Han}{2,24}?)(?=(?:${ONE}月份?的?)?第${ONE}[项条个件]|(?<=[的里中上个])(?:都|全|均))`,
  'gu',
);
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

/** Which of this year's published plans a text names; a name that fits several of them names none. */
export async function namedPlan(context: Context, text: string): Promise<NamedPlan> {
  return readNamedPlan(text, await plansOfYear(context));
}

async function plansOfYear({ deps, today }: Context) {
  const { year } = splitDay(today);
  return (await listPublishedPlans(deps.db)).filter((p) => p.year === year);
}

/** The same among plans that are known. Pure. */
export function readNamedPlan(text: string, plans: { id: string; title: string }[]): NamedPlan {
  const before = [...text.matchAll(BEFORE_TARGET)].flatMap(({ index, groups }) => {
    const head = groups?.head ?? '';
    const named = nameIn(head, plans);
    return named ? [{ ...named, at: index + named.at, end: index + head.length }] : [];
  });
  const behind = [...text.matchAll(AFTER_TARGET)].flatMap(({ 0: all, index, groups }) => {
    const named = nameIn(groups?.inside ?? groups?.behind ?? '', plans);
    return named?.at === 0 ? [{ ...named, at: index, end: index + all.length }] : [];
  });
  const found = [...before, ...behind].sort((a, b) => a.at - b.at);
  const [first] = found;
  if (!first) return { kind: 'none', said: text };
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
export function planIn<Plan extends { title: string }>(
  text: string,
  plans: Plan[],
): Plan | undefined {
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

/** The longest end of the words before a number that stands in one plan's title alone. */
function nameIn(
  head: string,
  plans: { id: string; title: string }[],
): { planId: string; at: number } | undefined {
  for (let name = withoutEnd(head, JOIN); name.length >= 2; name = withoutEnd(name, KIND)) {
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

function withoutEnd(text: string, end: RegExp): string {
  const shorter = text.replace(end, '');
  return shorter === text || end === KIND ? shorter : withoutEnd(shorter, end);
}

/**
 * The part of these lists that is of one plan, under their numbers and counted by itself: 第1项 of a plan that is named can
 * be its first, whatever number the card gives it.
 */
export async function listsOfPlan(
  { deps }: Context,
  lists: ReportScope[],
  planId: string,
): Promise<ReportScope[]> {
  const ids = lists.flatMap((l) => l.items.map((i) => i.occurrenceId));
  const items = await findItems(deps.db, [...new Set(ids)]);
  const own = new Set(items.filter((i) => i.planId === planId).map((i) => i.occurrenceId));
  const shown = lists
    .map((l) => ({ ...l, items: l.items.filter((i) => own.has(i.occurrenceId)) }))
    .filter((l) => l.items.length > 0);
  return [...shown, ...shown.map(countedAlone)];
}

function countedAlone({ since: _, ...list }: ReportScope): ReportScope {
  const items = list.items.map((item, i) => ({ ...item, no: i + 1, knownAs: item.no }));
  return { ...list, items };
}

/**
 * 10月第1项已完成, before that month has a card: its first can be that of each plan in which the unit has tasks then. The
 * lists, and where a number is said those of each such plan.
 */
export async function countedByPlan(
  { deps }: Context,
  lists: ReportScope[],
  said: string,
): Promise<ReportScope[]> {
  const isNumbered = findTaskRefs(fold(said), 'explicit').some((r) => r.kind === 'numbers');
  const uncarded = isNumbered && lists.every((l) => l.uncarded) ? lists : [];
  const ids = uncarded.flatMap((l) => l.items.map((i) => i.occurrenceId));
  const planOf = new Map(
    (await findItems(deps.db, ids)).map((i) => [i.occurrenceId, i.planId] as const),
  );
  const ofPlans = uncarded.flatMap((list) =>
    [...Map.groupBy(list.items, (i) => planOf.get(i.occurrenceId)).values()].map((items) =>
      countedAlone({ ...list, items }),
    ),
  );
  return [...lists, ...ofPlans];
}
