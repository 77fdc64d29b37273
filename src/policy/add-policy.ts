import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import type { DocumentContent } from '../documents/document.ts';
import { fold } from '../text/fold.ts';
import { lockIndex } from './index-queries.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { cutClause, searchText } from './passages.ts';
import {
  findCurrent,
  findPolicy,
  insertPassages,
  insertPolicy,
  isInLibrary,
  type Policy,
} from './queries.ts';
import { readStructure, type Structure } from './structure.ts';
import {
  findRepealer,
  markRepealed,
  markReplaced,
  renewRepeals,
  shareTerm,
  withSharedTerm,
} from './version-queries.ts';
import { shownTo, type Visibility } from './visibility.ts';
import { indexPassages, unindexPolicy } from './write-index.ts';

/** What the policy library needs of the world. */
export type PolicyDeps = { db: Db; now: () => Date; newId: () => string };

export type AddPolicy = {
  fileName: string;
  content: DocumentContent;
  visibility: Visibility;
  addedBy: string;
  /** `digestOfFile` of the bytes it was read from. */
  fileDigest?: string;
  /** Where it can be opened. */
  link?: string;
  /** Kept beside the document of the same name or 文号, not in its place. */
  apart?: boolean;
  /** Takes the place of this one, whatever it is called. */
  replaces?: string;
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
  const [result] = await addPolicies(deps, [input]);
  return result ?? { kind: 'no-text' };
}

/** The same for several documents in one transaction: the index is written once for all of them. */
export async function addPolicies(
  deps: PolicyDeps,
  inputs: AddPolicy[],
): Promise<AddPolicyResult[]> {
  const now = deps.now();
  return deps.db.transaction(async (tx) => {
    // Who adds the same document at the same moment must find it there.
    await lockIndex(tx);
    const waiting = createQueue(tx);
    const results: AddPolicyResult[] = [];
    for (const input of inputs)
      results.push(await storePolicy(tx, { ...input, id: deps.newId(), now }, waiting));
    await waiting.write();
    return results;
  });
}

/** By which a file is known again before it is read. */
export function digestOfFile(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Queue = {
  add: (scope: string, list: { number: number; text: string }[]) => void;
  write: () => Promise<void>;
};

/** Passages that wait to be written into the index, by scope. */
function createQueue(tx: Db): Queue {
  const waiting = new Map<string, { number: number; text: string }[]>();
  return {
    add: (scope, list) => void waiting.set(scope, [...(waiting.get(scope) ?? []), ...list]),
    write: async () => {
      for (const [scope, list] of waiting) await indexPassages(tx, scope, list);
      waiting.clear();
    },
  };
}

async function storePolicy(
  tx: Db,
  input: AddPolicy & { id: string; now: Date },
  waiting: Queue,
): Promise<AddPolicyResult> {
  const structure = readStructure(input.content);
  if (structure.clauses.length === 0) return { kind: 'no-text' };
  const read = readMetadata(structure);
  const metadata = { ...read, title: read.title || nameOf(input.fileName) };
  const { fileName } = input;
  const { title, number } = metadata;
  const digest = digestOf(structure, input.visibility);
  const current = await findCurrent(tx, { digest, fileName, title, number });
  // Who may see it can have been changed since: the digest speaks of how it was added.
  const { scope } = shownTo(input.visibility);
  const same = current.find((p) => p.digest === digest && p.scope === scope);
  if (same) return { kind: 'unchanged', id: same.id, title: same.title };
  const policy = describe(input.id, input, metadata, digest, input.now);
  const named = input.replaces ? await findPolicy(tx, input.replaces) : undefined;
  const replaced = named && isInLibrary(named) ? named : current[0];
  const old = input.apart ? undefined : replaced;
  if (old) {
    // The old one may have come a moment ago: it can only be taken out of the index once it stands there.
    await waiting.write();
    await unindexPolicy(tx, old);
    await markReplaced(tx, old.id, policy.id);
    await renewRepeals(tx, old.title);
  }
  await insertPolicy(tx, {
    ...policy,
    validity: await withSharedTerm(tx, policy.validity),
    repealedBy: (await findRepealer(tx, title)) ?? null,
  });
  await shareTerm(tx, policy);
  const passages = await storePassages(tx, policy, structure, waiting);
  for (const repealed of metadata.validity.repeals ?? []) await markRepealed(tx, repealed, title);
  const kept = { id: policy.id, title, passages };
  return old ? { kind: 'new-version', ...kept, replaces: old.id } : { kind: 'added', ...kept };
}

/** Cuts the clauses into passages and stores them; answers how many there are. */
async function storePassages(
  tx: Db,
  policy: Policy,
  structure: Structure,
  waiting: Queue,
): Promise<number> {
  const pieces = structure.clauses.flatMap((clause, at) =>
    cutClause(clause).map((piece, position) => ({ clause, at, piece, position })),
  );
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
  waiting.add(
    policy.scope,
    pieces.map(({ clause, piece }, i) => ({
      number: numbers[i] ?? 0,
      text: searchText(policy.title, clause, piece),
    })),
  );
  return pieces.length;
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
    ...shownTo(input.visibility),
    digest,
    fileDigest: input.fileDigest ?? null,
    link: input.link ?? null,
    addedBy: input.addedBy,
    addedAt: now,
    replacedBy: null,
    repealedBy: null,
    withdrawnAt: null,
  };
}

/** The same words in another format or script are the same document; another visibility is a new version. */
export function digestOf(structure: Structure, visibility: Visibility): string {
  const words = structure.clauses.map((c) => `${c.path}\n${fold(c.text)}`).join('\n');
  const who = visibility.kind === 'units' ? visibility.unitIds.toSorted().join(',') : '';
  return createHash('sha256')
    .update(`${visibility.kind} ${who}\n${fold(structure.title)}\n${words.replace(/\s/g, '')}`)
    .digest('hex');
}
