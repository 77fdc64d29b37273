import type { Policy } from './queries.ts';

/** Who may see a document: everybody, who works for the county, or these units alone. */
export type Visibility =
  | { kind: 'public' }
  | { kind: 'internal' }
  | { kind: 'units'; unitIds: string[] };

/** How the library notes who may see a document: its part of the index is the same for the same readers. */
export function shownTo(to: Visibility): Pick<Policy, 'visibility' | 'unitIds' | 'scope'> {
  if (to.kind !== 'units') return { visibility: to.kind, unitIds: [], scope: to.kind };
  const unitIds = to.unitIds.toSorted();
  return { visibility: to.kind, unitIds, scope: `units:${unitIds.join(',')}` };
}

/** Who may see a document, as noted. */
export const visibilityOf = ({ visibility, unitIds }: Policy): Visibility =>
  visibility === 'units' ? { kind: visibility, unitIds } : { kind: visibility };
