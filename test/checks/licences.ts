import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock } from './lock.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Licences that ask for no more than their own text to be kept. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Packages whose package.json does not say which, with the licence that stands in their files. */
const READ_IN_FILES: Record<string, string> = { 'duck@0.1.12': 'BSD-2-Clause' };

export type Licensed = { name: string; version: string; licence: string };

/** Every package that an installation without development packages has, as far as it is installed here. */
export function productionLicences(): Licensed[] {
  return Object.entries(readLock().packages).flatMap(([at, entry]) => {
    const file = join(ROOT, at, 'package.json');
    if (at === '' || entry.dev || !existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    // Old packages write an object, very old ones a list of them.
    const { name, version, license, licenses } = JSON.parse(text) as {
      name: string;
      version: string;
      license?: string | { type: string };
      licenses?: { type: string }[];
    };
    const one = typeof license === 'object' ? license.type : license;
    const licence =
      READ_IN_FILES[`${name}@${version}`] ??
      one ??
      licenses?.map((l) => l.type).join(' OR ') ??
      'none';
    return [{ name, version, licence }];
  });
}

/** Whether an SPDX expression can be met with allowed licences. */
export function isAllowed(expression: string): boolean {
  const text = expression.replace(/[()]/g, ' ').trim();
  // No package combines both words: OR within AND would need the parentheses.
  if (/\bAND\b/.test(text) && /\bOR\b/.test(text)) return false;
  if (/\bAND\b/.test(text)) return text.split(/\s+AND\s+/).every((l) => ALLOWED.has(l.trim()));
  return text.split(/\s+OR\s+/).some((l) => ALLOWED.has(l.trim()));
}

/** `npm run licenses`. */
if (import.meta.main) {
  const all = productionLicences();
  const counts = Map.groupBy(all, (p) => p.licence);
  for (const [licence, packages] of [...counts].sort((a, b) => b[1].length - a[1].length))
    console.log(`${String(packages.length).padStart(4)}  ${licence}`);
  const wrong = all.filter((p) => !isAllowed(p.licence));
  for (const p of wrong) console.error(`not allowed: ${p.name} ${p.version}: ${p.licence}`);
  process.exit(wrong.length > 0 ? 1 : 0);
}
