import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.md'))
  .map((f) => `docs/${f}`);
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

test.each(pages)('every test, script and page that %s names is there', (page) => {
  const text = read(page);
  const tests = [...text.matchAll(/`(test\/[\w./-]+\.ts)`/g)].map((m) => m[1] ?? '');
  expect(tests.filter((t) => !existsSync(join(ROOT, t)))).toEqual([]);
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map((m) => m[1] ?? '');
  expect(named.filter((n) => !scripts[n])).toEqual([]);
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? '');
  const folder = join(ROOT, page, '..');
  expect(links.filter((l) => !existsSync(join(folder, l)))).toEqual([]);
});

test('the threat model shows a test for nearly every line', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((l) => /^\| (?!---|谁 |项 |要求|什么 )/.test(l));
  const shown = rows.filter((r) => r.includes('`test/'));
  expect(shown.length).toBeGreaterThan(40);
});
