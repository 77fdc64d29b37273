import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callHolder, holdFolder, socketPath } from '../src/local-socket.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'hold-')), 'data');
const silent = { stdin: async () => '', out: () => {}, err: () => {} };

test('a second process on the same folder is refused', async () => {
  const place = folder();
  const first = await holdFolder(place);
  expect(first.kind).toBe('held');
  expect((await holdFolder(place)).kind).toBe('taken');
  if (first.kind === 'held') first.release();
  const again = await holdFolder(place);
  expect(again.kind).toBe('held');
  if (again.kind === 'held') again.release();
});

test('a command is carried out by the process that holds the folder', async () => {
  const place = folder();
  const hold = await holdFolder(place);
  if (hold.kind !== 'held') throw new Error('not held');
  hold.serve(async (call, io) => {
    io.out(`${call.argv.join(' ')} in ${call.cwd} with ${await io.stdin()}`);
    io.err('a remark');
    return 7;
  });
  const lines: string[] = [];
  const code = await callHolder(
    place,
    { argv: ['unit', 'list'], cwd: '/somewhere' },
    { stdin: async () => '县\n局', out: (l) => lines.push(l), err: (l) => lines.push(l) },
  );
  expect(code).toBe(7);
  expect(lines).toEqual(['unit list in /somewhere with 县\n局', 'a remark']);
  hold.release();
});

test('nobody holds a folder that nobody has taken', async () => {
  expect(await callHolder(folder(), { argv: [], cwd: '/' }, silent)).toBeUndefined();
});

test('a folder whose process was killed can be taken again', async () => {
  const place = folder();
  const script = join(place, '..', 'holder.mjs');
  const module = new URL('../src/local-socket.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { holdFolder } from '${module}'; await holdFolder('${place}'); process.send('held'); setInterval(() => {}, 1000);`,
  );
  const child = fork(script, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  await once(child, 'message');
  expect((await holdFolder(place)).kind).toBe('taken');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const hold = await holdFolder(place);
  expect(hold.kind).toBe('held');
  if (hold.kind === 'held') hold.release();
});

test('a folder deep in the file system still has a socket of a legal length', () => {
  const deep = join(tmpdir(), 'x'.repeat(120), 'data');
  expect(Buffer.byteLength(socketPath(deep))).toBeLessThanOrEqual(104);
});
