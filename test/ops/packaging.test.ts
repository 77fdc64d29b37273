import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toMarkdown } from '../bench/all.ts';
import { readAudit } from '../checks/advisories.ts';
import { stalePackages, writeBundle } from '../checks/bundle.ts';
import { startNode } from '../support/node-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const stale = stalePackages();
if (stale.length > 0 && process.env.REQUIRE_ALL !== '1')
  console.warn(`LEFT OUT: the offline bundle. Other versions than the lock's: ${stale.join(', ')}`);
const isLeftOut = stale.length > 0 && process.env.REQUIRE_ALL !== '1';

test.skipIf(isLeftOut)(
  'the offline bundle starts where it is unpacked, with its own Node and nothing fetched',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongxin-offline-'));
    try {
      const { file, packages } = writeBundle(join(folder, 'bundle.tar'));
      expect(packages).toBeGreaterThan(50);
      execFileSync('tar', ['xf', file, '-C', folder]);
      const root = join(folder, 'gongxin-assistant');
      const own = join(root, 'node_modules/.bin/node');
      expect(execFileSync(own, ['--version'], { encoding: 'utf8' })).toMatch(/^v2[4-9]/);
      // Only what belongs there: neither tests nor development packages nor anybody's data.
      for (const name of ['test', 'data', '.git', 'node_modules/vitest', 'node_modules/wrangler'])
        expect(existsSync(join(root, name))).toBe(false);
      const node = await startNode({ DATA_DIR: join(folder, 'data') }, { root, executable: own });
      expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
      expect((await node.stop()).code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  240_000,
);

test('everything the Dockerfile copies is there and let through, and it starts what npm start does', () => {
  const dockerfile = read('Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((m) =>
    (m[1] ?? '').split(' '),
  );
  expect(copied.length).toBeGreaterThan(4);
  const letThrough = new Set([...read('.dockerignore').matchAll(/^!(.+)$/gm)].map((m) => m[1]));
  for (const path of copied) {
    expect(existsSync(join(ROOT, path)) ? '' : path).toBe('');
    expect(letThrough.has(path) ? '' : path).toBe('');
  }
  const command: string[] = JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]');
  const { scripts } = JSON.parse(read('package.json'));
  expect(command.join(' ')).toBe(scripts.start);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain('/healthz');
  // Whatever src needs at run time lies in what is copied.
  const outside = execFileSync(
    'grep',
    ['-rhoE', "from '(\\.\\./)+(drizzle|docs|test)[^']*'", 'src'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  for (const line of outside.trim().split('\n')) expect(line).toContain('drizzle/');
});

test('the systemd unit and the compose file start the same program', () => {
  const unit = read('docs/gongxin-assistant.service');
  const { scripts } = JSON.parse(read('package.json'));
  expect(unit).toContain(scripts.start.replace(/^node /, 'node_modules/.bin/node '));
  expect(unit).toMatch(/^User=gongxin$/m);
  expect(read('compose.yaml')).toContain('service_healthy');
});

test('no package needs its install script at run time', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const scripted = Object.entries<{ dev?: boolean; hasInstallScript?: boolean }>(packages)
    .filter(([, entry]) => entry.hasInstallScript && !entry.dev)
    .map(([at]) => at.replace('node_modules/', ''));
  const { allowScripts } = JSON.parse(read('package.json'));
  // Those that come with the program have theirs switched off.
  expect(scripted.filter((name) => allowScripts[name] !== false)).toEqual([]);
});

test('what the advisory service says becomes lines, and its silence is no finding', () => {
  const report = {
    vulnerabilities: {
      left: {
        name: 'left',
        severity: 'high',
        range: '<2',
        via: [{ title: 'Reads too far', url: 'https://example.com/1' }],
        fixAvailable: true,
      },
    },
  };
  expect(readAudit(JSON.stringify(report))).toEqual({
    kind: 'known',
    lines: ['high: left <2: Reads too far https://example.com/1; mended in a newer version'],
  });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'known', lines: [] });
  expect(readAudit('{"message":"ENOTFOUND registry"}').kind).toBe('unreachable');
  expect(readAudit('npm error network').kind).toBe('unreachable');
});

test('a benchmark’s JSON lines become a table, its other lines stay as they are', () => {
  const page = toMarkdown([
    '2 rounds',
    '{"what":"a","ms":1}',
    '{"what":"b|c","ms":2}',
    'holds  all',
  ]);
  expect(page).toBe(
    [
      '```\n2 rounds\n```',
      '| what | ms |\n| --- | --- |\n| a | 1 |\n| b\\|c | 2 |',
      '```\nholds  all\n```',
    ].join('\n\n'),
  );
});
