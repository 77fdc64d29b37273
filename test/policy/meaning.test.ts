import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as policyAdd } from '../../src/commands/policy-add.ts';
import { command as policySearch } from '../../src/commands/policy-search.ts';
import type { Db } from '../../src/db/db.ts';
import { type Embedder, openEmbedder } from '../../src/model/embedder.ts';
import { type Audience, PUBLIC } from '../../src/policy/audience.ts';
import { embedPassages } from '../../src/policy/embed-passages.ts';
import { meaningOf } from '../../src/policy/meaning.ts';
import { passagesOf } from '../../src/policy/queries.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { findVectors } from '../../src/policy/vector-queries.ts';
import { rolledBack } from '../support/db.ts';
import { commandDeps, runCommand } from '../support/filled.ts';
import { type PocketModel, startPocketModel } from '../support/pocket-model.ts';
import { content, put } from './library.ts';

let pocket: PocketModel;
let embedder: Embedder;

beforeAll(async () => {
  pocket = await startPocketModel();
  const opened = openEmbedder(pocket.embedding);
  if (!opened) throw new Error('no embedder');
  embedder = opened;
});
afterAll(() => pocket.close());

// Two subjects, however they are put into words.
const bySubject = (text: string) =>
  /孩子|子女|入学/.test(text) ? [1, 0] : /厂房|租金/.test(text) ? [0, 1] : [0.5, 0.5];

const TEXTS = [
  '云溪县人才措施\n一、服务\n（一）企业高层次人才的子女入学由教育局统筹安排。',
  '云溪县园区措施\n一、服务\n（一）企业职工的孩子可以使用园区活动室，安排场地由园区负责。',
  '云溪县厂房措施\n一、服务\n（一）企业租用标准厂房的租金减半。',
];

const fill = async (db: Db) => {
  for (const [i, text] of TEXTS.entries()) await put(db, `文件${i}.txt`, content(text));
};

const first = async (db: Db, text: string, audience: Audience = PUBLIC, by?: Embedder) => {
  const meaning = await meaningOf(by, text);
  const hits = await searchPassages(db, {
    text,
    audience,
    top: 5,
    ...(meaning ? { meaning } : {}),
  });
  return hits.map((h) => h.policy.fileName);
};

test('what is embedded ranks by meaning too; words alone decide without a service or when it is away', () =>
  rolledBack(async (db) => {
    await fill(db);
    pocket.embeds((text) => (/入学|上学/.test(text) ? [1, 0] : [0, 1]));
    const question = '企业的孩子上学安排';
    const byWords = await first(db, question);
    expect(byWords[0]).toBe('文件1.txt');
    expect(await embedPassages({ db, embedder })).toEqual({ embedded: 3, away: false });
    expect((await first(db, question, PUBLIC, embedder))[0]).toBe('文件0.txt');
    const away: Embedder = { name: embedder.name, embed: async () => undefined };
    expect(await first(db, question, PUBLIC, away)).toEqual(byWords);
  }));

test('embedding goes on where it stopped, and begins anew for another model', () =>
  rolledBack(async (db) => {
    await fill(db);
    pocket.embeds(bySubject);
    let calls = 0;
    const failing: Embedder = {
      name: 'pocket',
      embed: async (texts) => (calls++ === 0 ? undefined : embedder.embed(texts)),
    };
    expect(await embedPassages({ db, embedder: failing })).toEqual({ embedded: 0, away: true });
    expect(await embedPassages({ db, embedder: failing })).toEqual({ embedded: 3, away: false });
    expect(await embedPassages({ db, embedder: failing })).toEqual({ embedded: 0, away: false });
    const other: Embedder = { name: 'another', embed: embedder.embed };
    expect((await embedPassages({ db, embedder: other })).embedded).toBe(3);
  }));

test('meaning opens no document: vectors are read behind the same rights as texts', () =>
  rolledBack(async (db) => {
    const added = [
      await put(db, '内部.txt', content(TEXTS[0] ?? ''), { kind: 'internal' }),
      await put(db, '公开.txt', content(TEXTS[2] ?? '')),
    ];
    pocket.embeds(bySubject);
    await embedPassages({ db, embedder });
    expect(await first(db, '企业的孩子入学安排', PUBLIC, embedder)).toEqual(['公开.txt']);
    const official: Audience = { kind: 'person', unitIds: [], internal: true };
    expect((await first(db, '企业的孩子入学安排', official, embedder))[0]).toBe('内部.txt');
    const pieces = added.map((a) => ('id' in a ? passagesOf(db, a.id) : []));
    const numbers = (await Promise.all(pieces)).flat().map((p) => p.number);
    expect(await findVectors(db, PUBLIC, 'pocket', numbers)).toHaveLength(1);
  }));

test('the command line embeds what it adds and asks with what the question means', () =>
  rolledBack(async (db) => {
    const folder = mkdtempSync(join(tmpdir(), 'meaning-'));
    for (const [i, text] of TEXTS.entries()) writeFileSync(join(folder, `文件${i}.txt`), text);
    pocket.embeds((text) => (/入学|上学/.test(text) ? [1, 0] : [0, 1]));
    const deps = { ...commandDeps(db, '2026-03-12T09:00:00+08:00'), embedder };
    expect((await runCommand(policyAdd, deps, [folder])).code).toBe(0);
    const line = JSON.stringify({ id: 1, text: '企业的孩子上学安排' });
    const first = async (by: typeof deps | Omit<typeof deps, 'embedder'>) => {
      const { out } = await runCommand(policySearch, by, ['--jsonl', '--top', '1'], folder, line);
      return JSON.parse(out[0] ?? '').hits[0].document;
    };
    expect(await first(deps)).toBe('文件0.txt');
    const { embedder: _, ...alone } = deps;
    expect(await first(alone)).toBe('文件1.txt');
  }));
