import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readLock } from './lock.ts';

const ROOT = join(import.meta.dirname, '../..');
const NAME = 'gongxin-assistant';

/** What a server needs besides the packages. */
const OURS = [
  'src',
  'drizzle',
  'docs',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
];

/** Folders of the packages that an installation without development packages has, as far as they are installed here. */
function productionFolders(): string[] {
  return (
    Object.entries(readLock().packages)
      .filter(([at, entry]) => at !== '' && !entry.dev && existsSync(join(ROOT, at)))
      .map(([at]) => at)
      // A package's own packages lie within it.
      .filter((at) => at.lastIndexOf('node_modules/') === 0)
  );
}

/** Packages that are missing here, or installed in another version than the lock says: what is packed would not do. */
export function stalePackages(): string[] {
  return Object.entries(readLock().packages).flatMap(([at, entry]) => {
    if (at === '' || entry.dev || entry.optional) return [];
    const file = join(ROOT, at, 'package.json');
    if (!existsSync(file)) return [at];
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    return version === entry.version ? [] : [at];
  });
}

/**
 * Packs program, Node itself and all packages into one file for a server without internet: nothing is fetched and no
 * install script runs, neither here nor there. The packages are those of this machine's system and processor. A name that
 * does not end in gz is not compressed.
 */
export function writeBundle(out: string): { file: string; packages: number; sha256: string } {
  const stale = stalePackages();
  if (stale.length > 0)
    throw new Error(`run npm ci first, other versions are installed: ${stale.join(', ')}`);
  const packages = productionFolders();
  const node = packages.find((at) => /node_modules\/node-linux-/.test(at));
  if (!node) throw new Error('no Node among the packages: run npm ci on Linux first');
  const links = mkdtempSync(join(tmpdir(), 'gongxin-bundle-'));
  try {
    const bin = join(links, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(join('..', node.replace('node_modules/', ''), 'bin/node'), join(bin, 'node'));
    const how = /gz$/.test(out) ? 'czf' : 'cf';
    const into = ['--transform', `flags=r;s,^,${NAME}/,`, '--owner=0', '--group=0'];
    const names = [...OURS, ...packages];
    execFileSync('tar', [
      how,
      resolve(out),
      ...into,
      '-C',
      ROOT,
      ...names,
      '-C',
      links,
      'node_modules/.bin/node',
    ]);
    return { file: out, packages: packages.length, sha256: sumOf(out) };
  } finally {
    rmSync(links, { recursive: true, force: true });
  }
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** `npm run bundle [-- FILE]`. */
if (import.meta.main) {
  const out = process.argv[2] ?? `${NAME}-${process.platform}-${process.arch}.tgz`;
  const { file, packages, sha256 } = writeBundle(out);
  console.log(`${sha256}  ${file}\n${packages} packages, Node included`);
}
