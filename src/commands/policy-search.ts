import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { openPglite } from '../db/pglite.ts';
import type { Embedder } from '../model/embedder.ts';
import { type Audience, OWNER, PUBLIC } from '../policy/audience.ts';
import { type CorpusEntry, loadCorpus } from '../policy/corpus.ts';
import { meaningOf } from '../policy/meaning.ts';
import { searchPassages } from '../policy/search.ts';
import { type Call, type Command, databaseOf, eachLine, readArgs } from './command.ts';

const Question = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const Entry = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string(),
});

export const command: Command = {
  usage: 'policy search --jsonl [--top N] [--corpus FILE]',
  needs: (args) => (args.includes('--corpus') ? 'nothing' : 'database'),
  run: async (call) => {
    const read = readArgs(call.args, { options: ['top', 'corpus'], flags: ['jsonl'] });
    const top = Number(read?.options.top ?? 10);
    if (!read || read.words.length > 0 || !Number.isInteger(top) || top < 1 || top > 1000) {
      call.err(`用法：${command.usage}，N 为 1 至 1000`);
      return 2;
    }
    const file = read.options.corpus;
    if (file === undefined) {
      const { db, embedder } = databaseOf(call);
      return answerLines(call, db, OWNER, top, embedder);
    }
    const entries = await readCorpus(call, file);
    if (!entries) return 1;
    const throwAway = await openPglite();
    try {
      await loadCorpus(throwAway.db, entries, new Date(0));
      return await answerLines(call, throwAway.db, PUBLIC, top);
    } finally {
      await throwAway.close();
    }
  },
};

function answerLines(
  call: Call,
  db: Db,
  audience: Audience,
  top: number,
  embedder?: Embedder,
): Promise<0 | 1> {
  return eachLine(call, async (value) => {
    const question = Question.parse(value);
    const meaning = await meaningOf(embedder, question.text);
    const hits = await searchPassages(db, {
      text: question.text,
      audience,
      top,
      ...(meaning ? { meaning } : {}),
    });
    return {
      id: question.id,
      hits: hits.map(({ passage, policy, score }) => ({
        id: policy.id === 'corpus' ? passage.path : `${policy.id}#${passage.path}`,
        score,
        document: policy.fileName,
      })),
    };
  });
}

async function readCorpus(call: Call, file: string): Promise<CorpusEntry[] | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(call.cwd, file));
  } catch {
    call.err(`读不到文件：${file}`);
    return undefined;
  }
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString(
    'utf8',
  );
  const entries: CorpusEntry[] = [];
  let bad = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const entry = Entry.safeParse(parse(line));
    if (entry.success) {
      const { id, title, text: words } = entry.data;
      entries.push({ id, text: words, ...(title ? { title } : {}) });
    } else {
      bad++;
      call.err(`${file} 第 ${i + 1} 行：应为 {"id", "title", "text"}`);
    }
  }
  if (bad > 0) call.err('语料有误，没有检索');
  return bad > 0 ? undefined : entries;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
