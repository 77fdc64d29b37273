import type { Db } from '../db/db.ts';
import { type DirectoryMatches, matchDirectory } from './match-directory.ts';
import { listContacts } from './people-queries.ts';
import type { Department } from './read-directory.ts';
import { listUnitNames } from './resolve.ts';

/** What the directory proposes for the county's units as they are now. */
export async function loadMatches(db: Db, departments: Department[]): Promise<DirectoryMatches> {
  const units = await listUnitNames(db);
  const contacts = await listContacts(
    db,
    units.map((u) => u.id),
  );
  return matchDirectory(departments, units, contacts);
}
