import { readFile } from 'node:fs/promises';
import { recordAudit } from '../audit/record.ts';
import { dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { refusalText } from '../documents/wording.ts';
import {
  type AddPolicy,
  type AddPolicyResult,
  addPolicies,
  digestOfFile,
} from '../policy/add-policy.ts';
import { OWNER } from '../policy/audience.ts';
import { findDisagreements } from '../policy/disagreements.ts';
import { embedPassages } from '../policy/embed-passages.ts';
import { findKnownFiles, type Policy } from '../policy/queries.ts';
import { addedForAll, addedText, disagreementText, words } from '../policy/wording.ts';
import { findNowAnswered } from '../standard-answers/now-answered.ts';
import { words as questionWords } from '../standard-answers/wording.ts';
import { type Call, type Command, databaseOf, readArgs, usageError } from './command.ts';
import { filesOf, type NamedFile } from './folder.ts';

export const command: Command = {
  usage: 'policy add 文件或文件夹… [--visibility public|internal]',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, { options: ['visibility'] });
    const visibility = read?.options.visibility;
    if (!read || read.words.length === 0) return usageError(call, command);
    if (visibility !== undefined && visibility !== 'public' && visibility !== 'internal')
      return usageError(call, command);
    const deps = databaseOf(call);
    const files = await filesOf(call.cwd, read.words);
    if (files.length === 0) {
      call.err(`${read.words.join('、')}：其中没有可以入库的文件`);
      return 1;
    }
    const began = performance.now();
    let kept = 0;
    let forAll = 0;
    const added = new Map<string, string>();
    for (let i = 0; i < files.length; i += BATCH) {
      const batch = files.slice(i, i + BATCH);
      const done = await addBatch(call, deps, batch, visibility);
      kept += done.kept;
      forAll += done.forAll;
      for (const [id, name] of done.added) added.set(id, name);
      const gone = i + batch.length;
      const seconds = (performance.now() - began) / 1000;
      if (files.length > BATCH)
        call.err(`已处理 ${gone} / ${files.length} 个文件，每秒 ${(gone / seconds).toFixed(1)} 个`);
    }
    if (forAll > 0 && visibility === undefined) call.err(addedForAll(forAll));
    await tellDisagreements(call, deps, added);
    await tellNowAnswered(call, deps, [...added.keys()]);
    await embedAll(call, deps);
    const left = files.length - kept;
    if (left > 0) call.err(`共 ${files.length} 个文件，${kept} 个在库，${left} 个未入库`);
    return left > 0 ? 1 : 0;
  },
};

/** Where what has come in says another sum than the library: the grants of a place are read once for all of it. */
async function tellDisagreements(
  call: Call,
  deps: Deps,
  added: Map<string, string>,
): Promise<void> {
  const found = await findDisagreements(deps.db, {
    policyIds: [...added.keys()],
    audience: OWNER,
    today: dayOf(deps.now(), deps.config.APP_TIMEZONE),
  });
  for (const [id, list] of found)
    for (const line of disagreementText(list)) call.err(`${added.get(id) ?? ''}：${line}`);
}

/** Open questions that what has come in answers: the office chooses the clause in the chat. */
async function tellNowAnswered(call: Call, deps: Deps, policyIds: string[]): Promise<void> {
  if (policyIds.length === 0) return;
  const today = dayOf(deps.now(), deps.config.APP_TIMEZONE);
  const found = await findNowAnswered(deps.db, { policyIds, audience: OWNER, today });
  if (found.length > 0) call.err(questionWords.nowAnswered(found.map((f) => f.cluster.no)));
}

/** Vectors for what has come in, where an embedding service is configured; the server makes up for what is left. */
async function embedAll(call: Call, { db, embedder }: Deps): Promise<void> {
  if (!embedder) return;
  for (let more = true; more; ) {
    const { embedded, away } = await embedPassages({ db, embedder });
    if (away) call.err(words.embeddingAway);
    more = embedded > 0 && !away;
  }
}

/** Files kept in one transaction; a run that breaks off goes on where it stopped, what is in the library is not read. */
const BATCH = 32;

const AT_ONCE = 4;

type Asked = 'public' | 'internal' | undefined;

/**
 * Adds some files in one transaction; answers how many of them stand in the library now, how many of these came in for
 * everybody, and the names of the new ones by their document.
 */
async function addBatch(
  call: Call,
  deps: Deps,
  files: NamedFile[],
  visibility: Asked,
): Promise<{ kept: number; forAll: number; added: Map<string, string> }> {
  const found = [];
  for (const file of files) {
    const bytes = await readFile(file.path).catch(() => undefined);
    if (!bytes) call.err(`${file.name}：没有这个文件，或无权读取，未入库`);
    else found.push({ file, bytes, digest: digestOfFile(bytes) });
  }
  const known = await findKnownFiles(
    deps.db,
    found.map((f) => f.digest),
    visibility,
  );
  const inputs: AddPolicy[] = [];
  const results = new Map<string, AddPolicyResult>();
  const seenBy = new Map<string, Policy['visibility']>();
  const fresh = found.filter(({ digest }) => !known.has(digest));
  for (const { file, digest } of found) {
    const there = known.get(digest);
    if (!there) continue;
    results.set(file.name, { kind: 'unchanged', id: there.id, title: there.title });
    seenBy.set(file.name, there.visibility);
  }
  // Most of the time goes into starting the thread that reads a file.
  for (let i = 0; i < fresh.length; i += AT_ONCE) {
    const read = await Promise.all(
      fresh.slice(i, i + AT_ONCE).map(async ({ file, bytes, digest }) => {
        const input = await readOne(call, deps, file.name, bytes, visibility);
        return input ? [{ ...input, fileDigest: digest }] : [];
      }),
    );
    inputs.push(...read.flat());
  }
  for (const input of inputs) seenBy.set(input.fileName, input.visibility.kind);
  const added = await deps.db.transaction(async (tx) => {
    const stored = await addPolicies({ ...deps, db: tx }, inputs);
    const act = { actor: 'cli', at: deps.now() };
    for (const result of stored)
      if (result.kind === 'added' || result.kind === 'new-version')
        await recordAudit(tx, act, 'policy.added', `policy:${result.id}`);
    return stored;
  });
  for (const [k, result] of added.entries()) results.set(inputs[k]?.fileName ?? '', result);
  let kept = 0;
  let forAll = 0;
  const cameIn = new Map<string, string>();
  for (const [name, result] of results) {
    if (result.kind !== 'no-text') kept++;
    if (result.kind !== 'no-text' && result.kind !== 'unchanged' && seenBy.get(name) === 'public')
      forAll++;
    (result.kind === 'no-text' ? call.err : call.out)(
      addedText(name, result, seenBy.get(name) ?? 'public'),
    );
    if (result.kind === 'added' || result.kind === 'new-version') cameIn.set(result.id, name);
  }
  return { kept, forAll, added: cameIn };
}

/** A file's content; what the file itself marks as 内部 is internal unless said otherwise. */
async function readOne(
  call: Call,
  deps: Deps,
  name: string,
  bytes: Uint8Array,
  visibility: Asked,
): Promise<AddPolicy | undefined> {
  const read = await deps.readDocument({ name, bytes: new Uint8Array(bytes) });
  if (read.kind === 'refused') {
    call.err(`${name}：${refusalText(read.refusal)}未入库`);
    return undefined;
  }
  return {
    fileName: name,
    content: read.content,
    visibility: { kind: visibility ?? (read.marking === 'internal' ? 'internal' : 'public') },
    addedBy: 'cli',
  };
}
