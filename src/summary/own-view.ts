import type { Ledger } from './load.ts';

/**
 * What these units may be shown of a ledger: the tasks they share in, on what they lead every lead's words, on what
 * others lead only their own.
 */
export function ownView(ledger: Ledger, unitIds: string[]): Ledger {
  const isOwn = (u: string) => unitIds.includes(u);
  const lines = ledger.lines.filter((l) => [...l.leads, ...l.coops].some(isOwn));
  const seen = new Map(
    lines.map((l) => {
      const whose = l.leads.some(isOwn) ? [...l.leads, ...l.coops.filter(isOwn)] : unitIds;
      return [l.occurrenceId, new Set(whose)] as const;
    }),
  );
  return {
    ...ledger,
    lines: lines.map((l) => ({
      ...l,
      reports: new Map([...l.reports].filter(([u]) => seen.get(l.occurrenceId)?.has(u))),
    })),
    reports: ledger.reports.filter((r) => seen.get(r.occurrenceId)?.has(r.unitId)),
  };
}
