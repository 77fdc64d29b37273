import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../../src/db/db.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { addPolicy } from '../../../src/policy/add-policy.ts';
import { answerQuestion } from '../../../src/policy/answer.ts';
import { PUBLIC } from '../../../src/policy/audience.ts';
import { plainForm } from '../../../src/policy/language.ts';

/**
 * A question as people type it; `accept` undefined means that the documents do not answer it; `section` is the clause that
 * has to be cited.
 */
export type LayQuestion = { question: string; accept: string[][] | undefined; section?: string };

/** The sets, the folder each is asked over, and what it has to keep: the share that is found. */
export const LAY_SETS = [
  { name: 'first-set.txt', folder: 'documents', share: 0.97 },
  { name: 'second-set.txt', folder: 'documents', share: 0.9 },
  { name: 'third-set.txt', folder: 'documents-3', share: 0.95 },
  { name: 'fourth-set.txt', folder: 'documents-4', share: 0.9 },
  { name: 'fifth-set.txt', folder: 'documents-5', share: 0.9 },
  { name: 'sixth-set.txt', folder: 'documents-6', share: 0.9 },
  { name: 'seventh-set.txt', folder: 'documents-7', share: 0.9 },
  { name: 'eighth-set.txt', folder: 'documents-8', share: 0.9 },
  { name: 'ninth-set.txt', folder: 'documents-9', share: 0.9 },
  { name: 'tenth-set.txt', folder: 'documents-10', share: 0.9 },
  { name: 'eleventh-set.txt', folder: 'documents-11', share: 0.9 },
  { name: 'twelfth-set.txt', folder: 'documents-12', share: 0.9 },
] as const;

/** Lines `问题 => 必有 & 必有|或者 @ 第五条`, or `问题 => × 为什么不答`. */
export function readLaySet(name: string): LayQuestion[] {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line.includes('=>'))
    .map((line) => {
      const [question = '', wanted = ''] = line.split('=>').map((part) => part.trim());
      if (wanted.startsWith('×')) return { question, accept: undefined };
      const [said = '', section] = wanted.split('@').map((part) => part.trim());
      const accept = said.split('&').map((all) => all.split('|').map(bare));
      return { question, accept, ...(section ? { section } : {}) };
    });
}

/** Puts the documents of a folder beside this file into the library. */
export async function addLayDocuments(db: Db, folder: string): Promise<void> {
  const from = join(import.meta.dirname, folder);
  for (const fileName of readdirSync(from).sort()) {
    const bytes = new Uint8Array(readFileSync(join(from, fileName)));
    const read = await readDocument({ name: fileName, bytes });
    if (read.kind !== 'read') throw new Error(fileName);
    await addPolicy(
      { db, now: () => new Date('2026-04-01T02:00:00Z'), newId: () => `lay-${fileName}` },
      { fileName, content: read.content, visibility: { kind: 'public' }, addedBy: 'test' },
    );
  }
}

/** `miscited`: right ones that cite another clause than the one given. */
export type LayResult = {
  right: number;
  refused: number;
  wrong: string[];
  missed: string[];
  miscited: string[];
};

/** Asks all and counts; `wrong` has what was answered otherwise than it should have been. */
export async function askLaySet(db: Db, set: LayQuestion[]): Promise<LayResult> {
  const result: LayResult = { right: 0, refused: 0, wrong: [], missed: [], miscited: [] };
  for (const { question, accept, section } of set) {
    const answer = await answerQuestion(db, { question, audience: PUBLIC });
    const said = answer.kind === 'answered' ? bare(answer.answer) : undefined;
    const fits = accept?.every((all) => all.some((one) => said?.includes(one)));
    const cited = answer.kind === 'answered' ? answer.citations.map((c) => c.section) : [];
    if (fits && section && !cited.some((c) => c.includes(section)))
      result.miscited.push(`${question} -> ${cited.join('；')}`);
    if (fits) result.right++;
    else if (said !== undefined) result.wrong.push(`${question} -> ${said.slice(0, 160)}`);
    else if (accept) result.missed.push(question);
    else result.refused++;
  }
  return result;
}

const bare = (text: string) => plainForm(text).replace(/[\p{P}\p{S}\s]/gu, '');
