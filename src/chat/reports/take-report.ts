import type { Act } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import { MATTER_KINDS, type MatterKind } from '../../matters/matter.ts';
import { findOpenMatters, replaceOpen } from '../../matters/queries.ts';
import { raiseMatter } from '../../matters/raise.ts';
import { findItems } from '../../plan/item-queries.ts';
import { raiseProblem, solveWithReport } from '../../problems/problem.ts';
import { words as problemWords } from '../../problems/wording.ts';
import { linkWaiting } from '../../progress/evidence-queries.ts';
import { type ReportItem, recordReports } from '../../progress/record.ts';
import { ASKS_FOR_TIME } from '../../progress/reply-acts.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { getSetting } from '../../settings/queries.ts';
import { reviewCompletions } from '../../settings/setting.ts';
import { tellFollowers } from '../instructions/attend.ts';
import { redrawMatterCards, sendMatterCards } from './matter-cards.ts';
import { takeReportedValues } from './take-values.ts';

export type TakenReport = {
  batchId: string;
  /** Numbers on the problem list that the report's difficulties have. */
  problems: number[];
  /** Numbers that a completion struck off. */
  struck: number[];
  /** Completions that wait for the office. */
  waiting: number;
  /** Whether time asked for earlier still waits for the office. */
  asksTime: boolean;
  /** The month cards that show these items, by key. */
  cards: Map<string, Card>;
};

/** A file belongs to what its sender reports within this time of it, before or after. */
export const BELONGS_MS = 30 * 60_000;

const UNTROUBLED = new Set<ReportItem['status']>(['done', 'in_progress', 'not_started']);

type Effects = Pick<Deps, 'db' | 'newId' | 'config'>;

/**
 * Stores what a unit said of its items, and what follows from it: a request for time and, while review is on, a lead's
 * completion go to the office; a difficulty goes on the problem list, a completion strikes it off; what the unit had
 * asked before about the same item is out of date. One batch, which 撤销 takes back whole.
 */
export async function takeReport(
  deps: Effects,
  act: Act,
  input: {
    unitId: string;
    via: 'card' | 'text' | 'office';
    source?: string;
    amends?: string;
    items: ReportItem[];
  },
): Promise<TakenReport> {
  const { db, newId } = deps;
  const review = await getSetting(db, reviewCompletions);
  const items = input.items.map((item): ReportItem => {
    const waits =
      item.status === 'extension' || (review && item.status === 'done' && item.role === 'lead');
    return waits ? { ...item, decision: 'waiting' } : item;
  });
  const { batchId } = await recordReports(db, act, { ...input, items }, newId);
  await linkWaiting(db, {
    personId: act.actor,
    unitId: input.unitId,
    since: new Date(act.at.getTime() - BELONGS_MS),
    batchId,
  });
  const ids = items.map((i) => i.occurrenceId);
  const planned = await findItems(db, ids);
  const problems: number[] = [];
  for (const item of items) {
    const { occurrenceId } = item;
    const plan = planned.find((p) => p.occurrenceId === occurrenceId);
    const share = { occurrenceId, unitId: input.unitId };
    for (const old of await replaceOpen(db, share, answeredBy(item), batchId))
      await redrawMatterCards(deps, old.id, batchId);
    if (item.decision) await putToOffice(deps, act, { ...input, batchId }, item);
    if (item.status === 'blocked' && plan) {
      const said = { note: item.note ?? '', task: plan.content };
      const raised = await raiseProblem(
        db,
        act,
        { year: plan.year, ...share, batchId, ...said },
        newId,
      );
      problems.push(raised.no);
    }
  }
  const done = items.filter((i) => i.status === 'done').map((i) => i.occurrenceId);
  // 第6项不对，应该是还没开始: what the words that were wrong had raised is gone with them.
  const corrected = items.filter((i) => input.amends && UNTROUBLED.has(i.status));
  const solved = await solveWithReport(db, act, {
    unitId: input.unitId,
    occurrenceIds: [...new Set([...done, ...corrected.map((i) => i.occurrenceId)])],
    batchId,
  });
  const cards = await redrawCards(deps, input.unitId, ids, {
    cause: batchId,
    clicked: act.messageId,
  });
  const texts = items.flatMap((i) => i.note?.trim() || []);
  await takeReportedValues(deps, act, {
    unitId: input.unitId,
    batchId,
    texts: [...new Set(texts)],
  });
  await tellFollowers(deps, act, { batchId, unitId: input.unitId, items });
  const waiting = items.filter((i) => i.decision && i.status === 'done').length;
  const going = items.filter((i) => i.status !== 'extension').map((i) => i.occurrenceId);
  const asksTime = (await findOpenMatters(db, going)).some(
    (m) => m.kind === 'extension' && m.unitId === input.unitId,
  );
  return { batchId, problems, struck: solved.map((p) => p.no), waiting, asksTime, cards };
}

/** What a report puts out of date: time asked for is not, unless the task is done or the report speaks of that time. */
function answeredBy({ status, note = '' }: ReportItem): readonly MatterKind[] {
  if (status === 'done' || ASKS_FOR_TIME.test(note)) return MATTER_KINDS;
  return MATTER_KINDS.filter((k) => k !== 'extension' || status === 'extension');
}

/** What a person is told of what followed, in sentences. */
export function notesOf(taken: TakenReport): string[] {
  return [
    ...(taken.problems.length > 0 ? [problemWords.listed(taken.problems)] : []),
    ...(taken.struck.length > 0 ? [problemWords.struckOff(taken.struck)] : []),
    ...(taken.waiting > 0 ? [progressWords.waitingFoot] : []),
    ...(taken.asksTime ? [progressWords.timeStillAsked] : []),
  ];
}

async function putToOffice(
  deps: Effects,
  act: Act,
  batch: { unitId: string; batchId: string },
  item: ReportItem,
): Promise<void> {
  const { matterId } = await raiseMatter(
    deps.db,
    act,
    {
      kind: item.status === 'done' ? 'completion' : 'extension',
      occurrenceId: item.occurrenceId,
      unitId: batch.unitId,
      role: item.role,
      reason: item.note ?? '',
      batchId: batch.batchId,
      ...(item.eta && item.status === 'extension' ? { askedOn: item.eta } : {}),
    },
    deps.newId,
  );
  await sendMatterCards(deps, act.at, matterId);
}
