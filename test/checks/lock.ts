import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `package-lock.json` says of one package. */
type Entry = {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

export const LOCK = join(import.meta.dirname, '../../package-lock.json');

export const readLock = (): Lock => JSON.parse(readFileSync(LOCK, 'utf8'));

const OS: Record<string, string> = { win32: 'win32', windows: 'win32' };
for (const os of ['android', 'darwin', 'linux', 'freebsd', 'netbsd', 'openbsd', 'openharmony'])
  OS[os] = os;
const CPU: Record<string, string> = { '64': 'x64' };
for (const cpu of ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'])
  CPU[cpu] = cpu;

/**
 * Packages for other systems that the lock leaves out. npm writes such a lock where the registry at hand does not have
 * them, and then `npm ci` refuses it everywhere.
 */
export function missingPlatforms(lock: Lock): { name: string; entry: Entry }[] {
  const missing = new Map<string, Entry>();
  for (const [at, parent] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (at === '' || places(at, name).some((place) => lock.packages[place])) continue;
      const words = name.split('/').at(-1)?.split('-') ?? [];
      const [os] = words.flatMap((w) => OS[w] ?? []);
      const [cpu] = words.flatMap((w) => CPU[w] ?? []);
      const [libc] = words.flatMap((w) => /^(musl|gnu)/.exec(w)?.[1] ?? []);
      missing.set(name, {
        version: version.replace(/^[\^~]/, ''),
        ...(cpu ? { cpu: [cpu] } : {}),
        ...(parent.dev ? { dev: true } : {}),
        ...(os === 'linux' && libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
        optional: true,
        ...(os ? { os: [os] } : {}),
      });
    }
  return [...missing].map(([name, entry]) => ({ name, entry }));
}

/** Where Node would look for a package from the folder `at`. */
function places(at: string, name: string): string[] {
  const list = [`node_modules/${name}`];
  for (let dir = at; dir !== ''; dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/node_modules/'))))
    list.push(`${dir}/node_modules/${name}`);
  return list;
}

/** `npm run lock`: after a change of the dependencies. */
if (import.meta.main) {
  const lock = readLock();
  const missing = missingPlatforms(lock);
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    LOCK,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
  console.log(`added to the lock: ${missing.length} packages for other systems`);
}
