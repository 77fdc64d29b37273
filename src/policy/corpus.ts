import type { Db } from '../db/db.ts';
import { BLOCK } from './postings.ts';
import { insertPassages, insertPolicy } from './queries.ts';
import { indexPassages } from './write-index.ts';

/** A passage of a foreign collection. */
export type CorpusEntry = { id: string; title?: string; text: string };

/** Puts a foreign collection into a throw-away database as one public document; `path` holds the entry's id. */
export async function loadCorpus(db: Db, entries: CorpusEntry[], now: Date): Promise<void> {
  await insertPolicy(db, {
    id: 'corpus',
    fileName: 'corpus',
    title: '',
    number: null,
    issuer: null,
    issuedOn: null,
    level: null,
    region: null,
    year: null,
    validity: { trial: false },
    visibility: 'public',
    unitIds: [],
    scope: 'public',
    digest: '',
    addedBy: 'corpus',
    addedAt: now,
    fileDigest: null,
    link: null,
    replacedBy: null,
    repealedBy: null,
    withdrawnAt: null,
  });
  for (let i = 0; i < entries.length; i += BLOCK) {
    const part = entries.slice(i, i + BLOCK);
    await db.transaction(async (tx) => {
      const numbers = await insertPassages(
        tx,
        part.map((e, k) => ({
          policyId: 'corpus',
          clause: i + k,
          position: 0,
          path: e.id,
          headings: e.title ? [e.title] : [],
          kind: 'paragraph',
          text: e.text,
          rawText: '',
          cells: null,
        })),
      );
      await indexPassages(
        tx,
        'public',
        part.map((e, k) => ({
          number: numbers[k] ?? 0,
          text: e.title ? `${e.title}\n${e.text}` : e.text,
        })),
      );
    });
  }
}
