import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from '../../src/commands/policy-ask.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { addPolicy } from '../../src/policy/add-policy.ts';
import { rolledBack } from '../support/db.ts';
import { hasShared, SHARED } from '../support/shared.ts';

const FILES = [
  'policies/000_24b3d5924c8ce6e9.docx',
  'policies/001_a12d240bf9b9fb8e.docx',
  'policies/002_c7507a310eb5df3f.docx',
  'policies/003_a0cd3b617af0973e.docx',
];

describe.skipIf(!hasShared)('questions on five real documents', () => {
  test.each(['policies/004_37215d07b28e95d1.txt', 'plans/huoshan-2022.docx'])(
    'are answered with their place or refused (%s)',
    (last) =>
      rolledBack(async (db) => {
        const now = () => new Date('2022-04-01T02:00:00Z');
        for (const [i, file] of [...FILES, last].entries()) {
          const name = file.split('/').at(-1) ?? file;
          const read = await readDocument({
            name,
            bytes: new Uint8Array(readFileSync(join(SHARED, 'data', file))),
          });
          if (read.kind !== 'read') throw new Error(file);
          await addPolicy(
            { db, now, newId: () => `policy-${i}` },
            {
              fileName: name,
              content: read.content,
              visibility: { kind: 'public' },
              addedBy: 'test',
            },
          );
        }
        const gold = join(SHARED, 'data/policy-qa/dev.jsonl');
        const questions = readFileSync(gold, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { id: string; question: string })
          .map(({ id, question }) => JSON.stringify({ id, question }));
        const out: string[] = [];
        await command.run({
          args: ['--jsonl'],
          cwd: '/',
          stdin: async () => questions.join('\n'),
          out: (line) => void out.push(line),
          err: () => {},
          // Nothing else is asked for by this command.
          deps: { db, now, config: { APP_TIMEZONE: 'Asia/Shanghai' } } as never,
        });
        const answers = join(mkdtempSync(join(tmpdir(), 'policy-qa-')), 'out.jsonl');
        const renamed = out.map((line) =>
          line.replaceAll('huoshan-2022.docx', '004_37215d07b28e95d1.txt'),
        );
        writeFileSync(answers, renamed.join('\n'));
        const report = execFileSync(
          'node',
          [join(SHARED, 'tools/score.mjs'), 'policy-qa', gold, answers],
          { encoding: 'utf8' },
        );
        const figures = JSON.parse(report.trim().split('\n').at(-1) ?? '');
        expect(figures.right).toBeGreaterThanOrEqual(0.95);
        expect(figures.cited).toBeGreaterThanOrEqual(0.95);
        expect(figures).toMatchObject({ refused: 1, wrong: 0 });
      }),
    60_000,
  );
});
