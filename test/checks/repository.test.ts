import { expect, test } from 'vitest';
import { isAllowed, productionLicences } from './licences.ts';
import { missingPlatforms, readLock } from './lock.ts';
import { findSecrets, RULES, scanRepository, trackedFiles } from './secrets.ts';

test('every package that is installed with the program may be used and passed on', () => {
  const all = productionLicences();
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((p) => !isAllowed(p.licence))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-2.0', false],
  ['GPL-3.0-only', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['none', false],
])('%s: allowed %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

test('the lock names every package for other systems, so that npm ci takes it', () => {
  expect(missingPlatforms(readLock()).map((m) => m.name)).toEqual([]);
});

test('a package for another system that the lock forgot is named with its system', () => {
  const lock = {
    packages: {
      'node_modules/tool': { optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' } },
      'node_modules/other': { optionalDependencies: { '@other/win32-x64': '^2.0.0' } },
      'node_modules/other/node_modules/@other/win32-x64': {},
    },
  };
  expect(missingPlatforms(lock)).toEqual([
    {
      name: '@tool/linux-x64-musl',
      entry: { version: '1.2.3', cpu: ['x64'], libc: ['musl'], optional: true, os: ['linux'] },
    },
  ]);
});

test('no file of the repository holds a secret', () => {
  expect(trackedFiles()).toContain('package.json');
  expect(scanRepository()).toEqual([]);
});

test.each(RULES)('$what is found', ({ what, example }) => {
  expect(findSecrets('x', `before\nvalue ${example} after\n`)).toContainEqual({
    file: 'x',
    line: 2,
    what,
  });
});

test.each([
  'FEISHU_APP_SECRET=xxxxxxxx',
  'password: process.env.POSTGRES_PASSWORD',
  'appSecret: config.FEISHU_APP_SECRET ?? NOBODY',
  'const encryptKey = randomBytes(16).toString("hex")',
  'https://open.feishu.cn/open-apis/bot/v2/hook/xxxx',
])('%s is no secret', (line) => {
  expect(findSecrets('x', line)).toEqual([]);
});
