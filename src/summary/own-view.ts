import type { Ledger } from './load.ts';

/** Whose words on a task these units may read: on what they lead every lead's, on what others lead only their own. */
export function seenOf(
  { leads }: Pick<Ledger['lines'][number], 'leads'>,
  unitIds: string[],
): Set<string> {
  const isLead = leads.some((u) => unitIds.includes(u));
  return new Set(isLead ? [...leads, ...unitIds] : unitIds);
}

/** What these units may be shown of a ledger: the tasks they share in, and on each the words they may read. */
export function ownView(ledger: Ledger, unitIds: string[]): Ledger {
  const isOwn = (u: string) => unitIds.includes(u);
  const lines = ledger.lines.filter((l) => [...l.leads, ...l.coops].some(isOwn));
  const seen = new Map(lines.map((l) => [l.occurrenceId, seenOf(l, unitIds)]));
  return {
    ...ledger,
    lines: lines.map((l) => ({
      ...l,
      reports: new Map([...l.reports].filter(([u]) => seen.get(l.occurrenceId)?.has(u))),
    })),
    reports: ledger.reports.filter((r) => seen.get(r.occurrenceId)?.has(r.unitId)),
  };
}
