import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import type { DocumentContent } from '../documents/document.ts';
import { fold } from '../text/fold.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { cutClause, searchText } from './passages.ts';
import {
  findCurrent,
  insertPassages,
  insertPolicy,
  markRepealed,
  markReplaced,
  type Policy,
} from './queries.ts';
import { readStructure, type Structure } from './structure.ts';
import { indexPassages, unindexPolicy } from './write-index.ts';

/** What the policy library needs of the world. */
export type PolicyDeps = { db: Db; now: () => Date; newId: () => string };

export type Visibility =
  | { kind: 'public' }
  | { kind: 'internal' }
  | { kind: 'units'; unitIds: string[] };

export type AddPolicy = {
  fileName: string;
  content: DocumentContent;
  visibility: Visibility;
  addedBy: string;
};

export type AddPolicyResult =
  | { kind: 'added'; id: string; title: string; passages: number }
  | { kind: 'unchanged'; id: string; title: string }
  | { kind: 'new-version'; id: string; title: string; passages: number; replaces: string }
  | { kind: 'no-text' };

/**
 * Puts a document into the library, whole or not at all. The same text again changes nothing; another text under the same
 * file name, or with the same title and 文号, takes the place of the old one.
 */
export async function addPolicy(deps: PolicyDeps, input: AddPolicy): Promise<AddPolicyResult> {
  const structure = readStructure(input.content);
  if (structure.clauses.length === 0) return { kind: 'no-text' };
  const read = readMetadata(structure);
  const metadata = { ...read, title: read.title || nameOf(input.fileName) };
  const digest = digestOf(structure, input.visibility);
  const pieces = structure.clauses.flatMap((clause, at) =>
    cutClause(clause).map((piece, position) => ({ clause, at, piece, position })),
  );
  const now = deps.now();
  return deps.db.transaction(async (tx) => {
    const current = await findCurrent(tx, {
      digest,
      fileName: input.fileName,
      title: metadata.title,
      number: metadata.number,
    });
    const same = current.find((p) => p.digest === digest);
    if (same) return { kind: 'unchanged', id: same.id, title: same.title };
    const old = current[0];
    const policy = describe(deps.newId(), input, metadata, digest, now);
    if (old) {
      await unindexPolicy(tx, old);
      await markReplaced(tx, old.id, policy.id);
    }
    await insertPolicy(tx, policy);
    const numbers = await insertPassages(
      tx,
      pieces.map(({ clause, at, piece, position }) => ({
        policyId: policy.id,
        clause: at,
        position,
        path: clause.path,
        headings: clause.headings,
        kind: clause.kind,
        text: piece,
        rawText: position === 0 ? clause.raw : '',
        cells: clause.cells ?? null,
      })),
    );
    await indexPassages(
      tx,
      policy.scope,
      pieces.map(({ clause, piece }, i) => ({
        number: numbers[i] ?? 0,
        text: searchText(metadata.title, clause, piece),
      })),
    );
    for (const title of metadata.validity.repeals ?? [])
      await markRepealed(tx, title, policy.title);
    const kept = { id: policy.id, title: policy.title, passages: pieces.length };
    return old ? { kind: 'new-version', ...kept, replaces: old.id } : { kind: 'added', ...kept };
  });
}

/** A document without a title goes by its file's name. */
const nameOf = (fileName: string) => fileName.replace(/\.[A-Za-z]{1,5}$/, '');

function describe(
  id: string,
  input: AddPolicy,
  metadata: Metadata,
  digest: string,
  now: Date,
): Policy {
  const unitIds = input.visibility.kind === 'units' ? [...input.visibility.unitIds].sort() : [];
  return {
    id,
    fileName: input.fileName,
    title: metadata.title,
    number: metadata.number ?? null,
    issuer: metadata.issuer ?? null,
    issuedOn: metadata.issuedOn ?? null,
    level: metadata.level ?? null,
    region: metadata.region ?? null,
    year: metadata.year ?? null,
    validity: metadata.validity,
    visibility: input.visibility.kind,
    unitIds,
    scope: input.visibility.kind === 'units' ? `units:${unitIds.join(',')}` : input.visibility.kind,
    digest,
    addedBy: input.addedBy,
    addedAt: now,
    replacedBy: null,
    repealedBy: null,
  };
}

/** The same words in another format or script are the same document; another visibility is a new version. */
function digestOf(structure: Structure, visibility: Visibility): string {
  const words = structure.clauses.map((c) => `${c.path}\n${fold(c.text)}`).join('\n');
  const who = visibility.kind === 'units' ? visibility.unitIds.toSorted().join(',') : '';
  return createHash('sha256')
    .update(`${visibility.kind} ${who}\n${fold(structure.title)}\n${words.replace(/\s/g, '')}`)
    .digest('hex');
}
