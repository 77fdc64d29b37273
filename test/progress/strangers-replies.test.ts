import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

/** A unit's list, and replies to it by people who knew none of the rules, each with what it is understood as. */
type List = { month: number; refDate: string; tasks: string[]; replies: [string, string][] };

const listsOf = (name: string): List[] =>
  readFileSync(new URL(`../fixtures/replies/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.each(['spoken', 'official', 'office'])('replies in %s words', (name) => {
  test.each(listsOf(name))('to the list of $refDate with $tasks.0', (list) => {
    const { month, refDate, replies } = list;
    const tasks = list.tasks.map((content, i) => ({ no: i + 1, content }));
    const read = replies.map(([text]) => [
      text,
      inOneLine(readReply({ month, refDate, tasks, text })),
    ]);
    expect(read).toEqual(replies);
  });
});
