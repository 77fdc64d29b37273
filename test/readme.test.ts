import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeSettings } from '../src/config.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(resolve(ROOT, name), 'utf8');

/** The settings table's rows: name, meaning, default. */
const settingsIn = (readme: string) =>
  readme
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) => {
      const [, name = '', meaning = '', fallback = ''] = line.split('|').map((c) => c.trim());
      const bare = fallback === '–' ? '' : fallback;
      return { name: name.replaceAll('`', ''), meaning, fallback: bare.replaceAll('`', '') };
    });

test('the Chinese README lists every setting with the meaning and default of the program', () => {
  expect(settingsIn(read('README.zh-CN.md'))).toEqual(describeSettings());
});

test('the English README lists the same settings and defaults', () => {
  const bare = (list: { name: string; fallback: string }[]) =>
    list.map(({ name, fallback }) => ({ name, fallback }));
  expect(bare(settingsIn(read('README.md')))).toEqual(bare(describeSettings()));
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const readme = read(name);

  test('gives the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm cit');
  });

  test('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? '');
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((l) => !existsSync(resolve(ROOT, l)))).toEqual([]);
  });
});
