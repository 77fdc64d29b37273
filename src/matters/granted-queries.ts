import { and, asc, eq } from 'drizzle-orm';
import { listChangesSince } from '../audit/queries.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { TaskSnapshot } from '../plan/snapshot.ts';
import { occurrences } from '../plan/tables.ts';
import type { Share } from './matter.ts';
import { matters } from './tables.ts';

/** Until when a share has time by the office's word. */
export type Granted = Share & { role: 'lead' | 'coop'; grantedOn: Day };

/**
 * Shares for which the office agreed to more time, and until when, as it holds now: the later word wins, be it another
 * answer or a deadline that was set since. A lead's time is the item's own day; an item that now falls due before the day
 * granted has been decided anew. A cooperating part has a day of its own until the item gets another one.
 */
export async function listGranted(db: Db): Promise<Granted[]> {
  const rows = await db
    .select({
      occurrenceId: matters.occurrenceId,
      unitId: matters.unitId,
      role: matters.role,
      grantedOn: matters.grantedOn,
      decidedAt: matters.decidedAt,
      dueOn: occurrences.dueOn,
    })
    .from(matters)
    .innerJoin(occurrences, eq(occurrences.id, matters.occurrenceId))
    .where(and(eq(matters.state, 'agreed'), eq(matters.kind, 'extension')))
    .orderBy(asc(matters.decidedAt));
  const since = rows.find((r) => r.role === 'coop')?.decidedAt;
  const moves = since ? await listMoves(db, since) : [];
  const newest = new Map(rows.map((r) => [`${r.occurrenceId} ${r.unitId}`, r]));
  return [...newest.values()].flatMap(({ grantedOn, decidedAt, dueOn, ...share }) => {
    if (!grantedOn) return [];
    if (share.role === 'lead') return dueOn < grantedOn ? [] : [{ ...share, grantedOn: dueOn }];
    const isMoved = moves.some(
      (m) => m.occurrenceId === share.occurrenceId && decidedAt !== null && m.at > decidedAt,
    );
    return isMoved ? [] : [{ ...share, grantedOn }];
  });
}

/** Items that the office has given another day since an instant. */
async function listMoves(db: Db, since: Date): Promise<{ occurrenceId: string; at: Date }[]> {
  return (await listChangesSince(db, 'task-changed', since)).flatMap(({ at, data }) => {
    // Written by changeTask and read from our own table.
    const { before, left } = data as { before: TaskSnapshot; left?: TaskSnapshot };
    const had = new Map((before.times ?? []).map((t) => [t.id, t.dueOn]));
    return (left?.times ?? []).flatMap(({ id, dueOn }) =>
      had.get(id) === dueOn ? [] : [{ occurrenceId: id, at }],
    );
  });
}
