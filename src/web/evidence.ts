import { findEvidence } from '../progress/evidence-queries.ts';
import { isStanding } from '../progress/queries.ts';
import { ownUnit } from './access.ts';
import type { Answer, Visit } from './visit.ts';

/** A file that came with a report, for whom that report may be read (see the task's page). */
export async function evidenceFile(visit: Visit, id: string): Promise<Answer> {
  const { access, deps } = visit;
  const found = await findEvidence(deps.db, id);
  if (!found) return { kind: 'missing' };
  const own = ownUnit(access, found.unitId);
  const mayRead =
    access.reports === 'all' ||
    (own && (own.history || (await isStanding(deps.db, found.batchIds))));
  if (!mayRead) return { kind: 'refused' };
  return { kind: 'file', name: found.name, bytes: new Uint8Array(found.bytes) };
}
