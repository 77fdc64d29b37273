import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Folders from the foundation up: a file imports from its own folder and from folders before it. */
const ORDER = [
  'text',
  'calendar',
  'documents',
  'voice',
  'db',
  'audit',
  'settings',
  'model',
  'feishu',
  'inbox',
  'outbox',
  'backup',
  'units',
  'complaints',
  'policy',
  'match',
  'plan',
  'progress',
  'matters',
  'problems',
  'targets',
  'summary',
  'remind',
  'standard-answers',
  'burden',
  'instructions',
  'announce',
  'papers',
  'privacy',
  'doctor',
  'intent',
  'chat',
  'web',
  'commands',
];

/** Types and pure parsing that every folder may import; the edges may import everything. */
const EVERYWHERE = new Set(['deps.ts', 'config.ts', 'clock.ts', 'log.ts', 'fault-reason.ts']);
const STANDS_APART = new Set(['simulator', 'sample']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.tsx?$/.test(f),
);

const importsOf = (file: string) =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g),
  ].map((m) => m[1] ?? '');

const edges = files.flatMap((file) =>
  importsOf(file)
    .filter((to) => to.startsWith('.'))
    .map((to) => ({ file, to: relative(SRC, resolve(SRC, dirname(file), to)) })),
);

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

test('every folder is part of the plan of the house', () => {
  const folders = new Set(files.map(folderOf).filter((f) => f && !STANDS_APART.has(f)));
  expect([...folders].filter((f) => !ORDER.includes(f))).toEqual([]);
});

test('a folder imports only from folders before it', () => {
  const wrong = edges.filter(({ file, to }) => {
    const from = folderOf(file);
    const target = folderOf(to);
    if (!from || STANDS_APART.has(from) || EVERYWHERE.has(to) || from === target) return false;
    return !target || ORDER.indexOf(target) > ORDER.indexOf(from) || STANDS_APART.has(target);
  });
  expect(wrong).toEqual([]);
});

test('the pocket Feishu speaks to the application over HTTP only', () => {
  const wrong = edges.filter(
    ({ file, to }) =>
      folderOf(file) === 'simulator' && folderOf(to) !== 'simulator' && !EVERYWHERE.has(to),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['drizzle-orm', /(^db\/|(tables|queries|places)\.ts$)/],
  ['@larksuiteoapi/node-sdk', /^feishu\/(sdk(-directory|-documents)?|long-connection)\.ts$/],
  ['@electric-sql/pglite', /^db\/pglite\.ts$/],
  ['node-cron', /^schedule\.ts$/],
])('only its own corner of the house imports %s', (name, allowed) => {
  const importers = files.filter((f) =>
    importsOf(f).some((i) => i === name || i.startsWith(`${name}/`)),
  );
  expect(importers.filter((f) => !allowed.test(f))).toEqual([]);
});

test('only the edges read the environment', () => {
  const readers = files.filter((f) => /process\.env/.test(readFileSync(join(SRC, f), 'utf8')));
  expect(readers.filter((f) => !['node.ts', 'cli.ts'].includes(f))).toEqual([]);
});
