import { markUndone } from '../../audit/queries.ts';
import type { Act } from '../../audit/record.ts';
import type { Db } from '../../db/db.ts';
import type { Card } from '../../feishu/card.ts';
import { clip } from '../../feishu/card.ts';
import { findItems } from '../../plan/item-queries.ts';
import { recordedCard } from '../../progress/cards.ts';
import type { Proposal, ProposedItem } from '../../progress/proposal.ts';
import {
  findCurrentReports,
  findLastBatch,
  type ReportRow,
  withForecasts,
} from '../../progress/queries.ts';
import { heldStatus, type ReadItem } from '../../progress/reading.ts';
import { wantsReason } from '../../progress/reason-words.ts';
import type { RecordedLine } from '../../progress/wording.ts';
import { words } from '../../progress/wording.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { withoutGranted } from './granted-time.ts';
import type { ReportScope } from './report-scope.ts';
import { numbersKnown } from './shown-list.ts';
import { notesOf, takeReport } from './take-report.ts';
import { withdrawnItems, withdrawTaken } from './withdraw-report.ts';

/** What was read of a list's items, as it would be recorded. */
export function proposalOf(scope: ReportScope, items: ReadItem[]): Proposal {
  return {
    unitId: scope.unitId,
    unitName: scope.unitName,
    items: items.flatMap(
      ({ no, metrics = [], targets = [], implied: _, ...said }): ProposedItem[] => {
        const item = scope.items.find((i) => i.no === no);
        if (!item) return [];
        const { occurrenceId, role, knownAs } = item;
        const figures = [
          ...metrics.map((m) => m.text),
          ...targets.map((t) => words.target(t.text)),
        ];
        const shown = figures.length > 0 ? { figures } : {};
        const status = heldStatus(said);
        return [
          {
            ...said,
            status,
            ...shown,
            no: knownAs ?? no,
            occurrenceId,
            role,
            content: oneLine(calledOf(item)),
          },
        ];
      },
    ),
  };
}

/** What an item is called: of an earlier month with that month. */
export const calledOf = ({ content, owedOf }: ReportScope['items'][number]) =>
  owedOf ? words.owedItem(owedOf.month, content) : content;

/** A report that was recorded, with its confirmation; `nothing`: why none of it was. */
export type Recorded =
  | { kind: 'recorded'; card: Card; batchId: string; lines: RecordedLine[] }
  | { kind: 'nothing'; text: string };

/**
 * Records a report as understood, whatever way it came: item by item what holds now, and what held before. Time that was
 * granted already, or that gives none, is said to be so and asked of nobody.
 */
export async function recordSaid(
  context: Context,
  proposal: Proposal,
  by: { act?: Act; how?: { via: 'office'; source: string }; notes?: string[] } = {},
): Promise<Recorded> {
  const { deps, person } = context;
  const { unitId, unitName, amends } = proposal;
  const time = await withoutGranted(context, proposal);
  const notes = [...time.notes, ...(by.notes ?? [])];
  if (time.items.length === 0) return { kind: 'nothing', text: time.notes.join('\n') };
  const ids = time.items.filter((i) => !i.unsaid).map((i) => i.occurrenceId);
  const current = await standingOf(deps.db, unitId, ids);
  const items = time.items.map((item): ProposedItem => {
    const before = current.find((r) => r.occurrenceId === item.occurrenceId);
    return item.unfinished && before?.status === 'not_started'
      ? { ...item, status: 'not_started' }
      : item;
  });
  const told = items.filter((i) => !i.unsaid);
  const last = amends ? await findLastBatch(deps.db, person.id, [unitId]) : [];
  const taken = await takeReport(deps, by.act ?? actOf(context), {
    unitId,
    via: 'text',
    ...by.how,
    ...(amends ? { amends } : {}),
    items: told.map(({ occurrenceId, role, status, percent, eta, note }) => ({
      occurrenceId,
      role,
      status,
      ...(percent === undefined ? {} : { percent }),
      ...(eta ? { eta } : {}),
      ...(note ? { note } : {}),
    })),
  });
  const standing = await standingOf(deps.db, unitId, ids);
  const lines = items.map((item): RecordedLine => {
    const { occurrenceId } = item;
    const before = current.find((r) => r.occurrenceId === occurrenceId);
    const promised = standing.find((r) => r.occurrenceId === occurrenceId)?.promised;
    return item.unsaid
      ? item
      : { ...item, ...(before ? { before } : {}), ...(promised ? { promised } : {}) };
  });
  const others = last.filter((r) => r.batchId === amends && !ids.includes(r.occurrenceId));
  const back =
    proposal.instead && told.length === 1 ? await takeBackSlip(context, others, told) : [];
  const left = back.length > 0 ? [] : others;
  const card = recordedCard({
    unit: unitName,
    person: person.name,
    changeId: taken.batchId,
    lines,
    notes: [
      ...notes,
      ...(by.how === undefined && told.some(wantsReason) ? [words.reasonWanted] : []),
      ...back,
      ...(await leftWords(context, left)),
      ...notesOf(taken),
    ],
    ...(left.length > 0 && amends ? { before: amends } : {}),
  });
  return { kind: 'recorded', card, batchId: taken.batchId, lines };
}

/** What the unit's word on these items is, each with the day that still stands for it. */
async function standingOf(db: Db, unitId: string, ids: string[]) {
  const own = (await findCurrentReports(db, ids)).filter((r) => r.unitId === unitId);
  return withForecasts(db, own);
}

/** 说错了，是第2项完成: what the same words had said of another item goes back; what the person is told of it. */
async function takeBackSlip(
  context: Context,
  [slip, another]: ReportRow[],
  [told]: ProposedItem[],
): Promise<string[]> {
  if (!slip || another || slip.status !== told?.status) return [];
  const { deps } = context;
  const act = actOf(context);
  await markUndone(deps.db, slip.batchId, act.at, act.actor);
  const gone = await withdrawTaken(deps, act, slip.batchId, `slip:${slip.batchId}`);
  return gone ? [words.undone(await withdrawnItems(deps, gone))] : [];
}

/** Answers with the confirmation, or with why there is none. */
export async function answerRecorded(context: Context, recorded: Recorded): Promise<void> {
  if (recorded.kind === 'nothing') return say(context, recorded.text);
  await answer(context, { type: 'card', card: recorded.card });
}

/** What of the corrected report the correction does not speak of. */
async function leftWords(context: Context, left: ReportRow[]): Promise<string[]> {
  if (left.length === 0) return [];
  return [words.leftOfLast(await linesOf(context, left))];
}

/** Reports as lines, under the numbers that the person knows: `第1项“…”：已完成`. */
export async function linesOf(context: Context, rows: ReportRow[]): Promise<string[]> {
  const known = await numbersKnown(context, [...new Set(rows.map((r) => r.unitId))]);
  const items = await findItems(
    context.deps.db,
    rows.map((r) => r.occurrenceId),
  );
  return rows.map((r) => {
    const no = known.get(r.occurrenceId) ?? 0;
    const content = items.find((i) => i.occurrenceId === r.occurrenceId)?.content ?? '';
    return words.recordedLine({ ...r, no, content: clip(oneLine(content), 40) });
  });
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
