import type { Db } from '../db/db.ts';
import type { DocumentContent } from '../documents/document.ts';
import { digestOf } from './add-policy.ts';
import { readMetadata } from './metadata.ts';
import { findByLink, findByTitle, findCurrent, type Policy } from './queries.ts';
import { readStructure } from './structure.ts';

/** What the library has already of a document: the very same words, or what looks like another version. */
export type Known = { kind: 'same' | 'version'; policy: Policy };

/** Looks whether a document that was sent stands in the library: by words, address, name, 文号 or title. */
export async function recogniseDocument(
  db: Db,
  sent: { fileName: string; content: DocumentContent; link?: string },
): Promise<Known | undefined> {
  const structure = readStructure(sent.content);
  if (structure.clauses.length === 0) return undefined;
  const { title, number } = readMetadata(structure);
  const { fileName } = sent;
  for (const kind of ['public', 'internal'] as const) {
    const digest = digestOf(structure, { kind });
    const [first] = await findCurrent(db, { digest, fileName, title, number });
    if (first?.digest === digest) return { kind: 'same', policy: first };
  }
  const [current] = await findCurrent(db, { digest: '', fileName, title, number });
  const linked = sent.link ? await findByLink(db, sent.link) : undefined;
  const policy = linked ?? current ?? (title ? await findByTitle(db, title) : undefined);
  return policy && { kind: 'version', policy };
}
