import type { Day } from '../calendar/county-time.ts';
import { isOverdue, type TaskStatus } from '../progress/task-status.ts';
import type { Figures, Ledger } from '../summary/load.ts';
import { type Line, leadStatus, partStatus, strugglingHelpers } from '../summary/summarise.ts';
import type { ProgressQuery } from './intent.ts';

/** The tasks a question is about, and where each stands for who is asked about. */
export type Picked = {
  lines: Line[];
  statusOf: (line: Line) => TaskStatus;
  /** The unit whose own part of others' task counts; undefined where the leads' word does. */
  partOf: (line: Line) => string | undefined;
};

/** Filters by unit, role, status, days and topic. A single unit is shown its part of what others lead; among difficulties stand those
 * of cooperating units too. Pure. */
export function pickLines(
  ledger: Ledger,
  query: Pick<ProgressQuery, 'role' | 'status' | 'window' | 'open' | 'topic'>,
  unitIds: string[],
  today: Day,
): Picked {
  const isAsked = (u: string) => unitIds.length === 0 || unitIds.includes(u);
  const partOf = (l: Line) =>
    unitIds.find((u) => unitIds.length === 1 && !l.leads.includes(u)) ??
    (query.status === 'blocked' && query.role !== 'lead'
      ? strugglingHelpers(l).find(isAsked)
      : undefined);
  const statusOf = (l: Line) => {
    const unit = partOf(l);
    return unit ? partStatus(l, unit) : leadStatus(l);
  };
  const shares = (l: Line) =>
    unitIds.length === 0 || sharesOf(l, query.role).some((u) => unitIds.includes(u));
  const fits = (l: Line): boolean => {
    const status = statusOf(l);
    if (query.open && status === 'done') return false;
    switch (query.status) {
      case null:
        return true;
      case 'not_done':
        return status !== 'done';
      case 'overdue':
        return isOverdue(status, l.dueOn, today);
      case 'no_report':
        return status === 'none';
      default:
        return status === query.status;
    }
  };
  const inWindow = (l: Line) =>
    !query.window || (l.dueOn >= query.window.from && l.dueOn <= query.window.to);
  const topical = topicFilter(ledger, query.topic);
  const lines = ledger.lines.filter((l) => shares(l) && fits(l) && inWindow(l) && topical(l));
  return { lines, statusOf, partOf };
}

/** The units that lead, that help, or both. */
export function sharesOf(line: Line, role: ProgressQuery['role']): string[] {
  if (role) return role === 'lead' ? line.leads : line.coops;
  return [...line.leads, ...line.coops];
}

/** Ids of the units with these names, in the order of the names. */
export function idsOf(ledger: Pick<Figures, 'units'>, names: string[]): string[] {
  return names.flatMap((name) => [...ledger.units.values()].find((u) => u.name === name)?.id ?? []);
}

/**
 * Tasks that share most pairs of characters with the topic; where it names a plan (竹产业专项行动) better than any task,
 * that plan's. All of them when no topic is named.
 */
function topicFilter(ledger: Ledger, topic: string | undefined): (l: Line) => boolean {
  if (!topic) return () => true;
  const wanted = pairsOf(topic);
  const shareIn = (text: string) => {
    const has = pairsOf(text);
    return [...wanted].filter((p) => has.has(p)).length / (wanted.size || 1);
  };
  const score = new Map(
    ledger.lines.map((l) => [
      l.occurrenceId,
      shareIn(ledger.items.get(l.occurrenceId)?.content ?? ''),
    ]),
  );
  const best = Math.max(0, ...score.values());
  const titles = [...new Set([...ledger.items.values()].map((i) => i.planTitle))];
  const named = titles
    .map((title) => ({ title, share: shareIn(title) }))
    .filter((t) => wanted.size >= 3 && t.share >= 0.75 && t.share >= best);
  const [plan] = named.sort((a, b) => b.share - a.share);
  // A word that stands in every plan's title tells none of them apart.
  if (plan && (titles.length === 1 || named.length < titles.length))
    return (l) => ledger.items.get(l.occurrenceId)?.planTitle === plan.title;
  // 竹产业进展 is of the one plan that is called so and of what else speaks of it; 竹产业计划 of the plan alone.
  const name = topic.replace(PLAN_KIND, '');
  const called = titles.filter((t) => wanted.size >= 2 && t.includes(name));
  const own = titles.length > 1 && called.length === 1 ? called[0] : undefined;
  const isOwn = (l: Line) =>
    own !== undefined && ledger.items.get(l.occurrenceId)?.planTitle === own;
  if (own !== undefined && name !== topic) return isOwn;
  return (l) => isOwn(l) || (best >= 0.5 && (score.get(l.occurrenceId) ?? 0) >= best * 0.8);
}

const PLAN_KIND = /(?:工作|行动)?(?:计划|方案|任务表|任务清单|清单|台账|明细表|那[个份])$/u;

function pairsOf(text: string): Set<string> {
  const c = [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
  return new Set(c.length < 2 ? c : c.slice(1).map((x, i) => (c[i] ?? '') + x));
}
