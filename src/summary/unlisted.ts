import type { Ledger } from './load.ts';

/** A part in difficulty: the task's line and the report that says so. */
export type Unlisted = { line: Ledger['lines'][number]; report: Ledger['reports'][number] };

/** Parts in difficulty, in the plan's order, that the unit has not put on the numbered list of problems. Pure. */
export function unlisted(
  ledger: Ledger,
  listed: { occurrenceId: string | null; raisedUnitId: string | null }[],
): Unlisted[] {
  const known = new Set(listed.map((p) => `${p.occurrenceId} ${p.raisedUnitId}`));
  const reportsOf = Map.groupBy(ledger.reports, (r) => r.occurrenceId);
  return ledger.lines.flatMap((line) =>
    (reportsOf.get(line.occurrenceId) ?? [])
      .filter((r) => r.status === 'blocked' && !known.has(`${r.occurrenceId} ${r.unitId}`))
      .map((report) => ({ line, report })),
  );
}
