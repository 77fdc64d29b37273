import { describe, expect, test } from 'vitest';
import { describeSettings, isLoopback, parseConfig } from '../src/config.ts';

const problemsOf = (record: Record<string, string>) => {
  const result = parseConfig(record);
  return result.ok ? [] : result.problems.map((p) => p.name);
};

const configOf = (record: Record<string, string>) => {
  const result = parseConfig(record);
  if (!result.ok) throw new Error(result.problems.map((p) => p.message).join());
  return result.config;
};

const APP = { FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_APP_SECRET: 's3cret' };
const REAL = { ...APP, FEISHU_ENCRYPT_KEY: 'key', FEISHU_VERIFICATION_TOKEN: 'token' };

test('with nothing configured the pocket Feishu stands in, on embedded defaults', () => {
  expect(configOf({})).toMatchObject({
    simulator: true,
    HOST: '127.0.0.1',
    PORT: 3000,
    SIMULATOR_PORT: 3001,
    DATA_DIR: './data',
    APP_TIMEZONE: 'Asia/Shanghai',
    FEISHU_TRANSPORT: 'webhook',
    LOG_LEVEL: 'info',
    LLM_ALLOW_INTERNAL: false,
    ADMIN_OPEN_IDS: [],
  });
});

describe('each setting', () => {
  test.each([
    ['FEISHU_BASE_URL', 'https://open.larksuite.com/', 'https://open.larksuite.com'],
    ['FEISHU_ACCOUNTS_URL', 'http://127.0.0.1:3001', 'http://127.0.0.1:3001'],
    [
      'FEISHU_APPLINK_URL',
      'https://feishu.county.example/applink',
      'https://feishu.county.example/applink',
    ],
    [
      'DATABASE_URL',
      'postgres://u:p@127.0.0.1:5432/gongxin',
      'postgres://u:p@127.0.0.1:5432/gongxin',
    ],
    ['DATABASE_URL', 'postgresql://u@h/d', 'postgresql://u@h/d'],
    ['DATA_DIR', '/srv/data', '/srv/data'],
    ['HOST', '0.0.0.0', '0.0.0.0'],
    ['PORT', '8080', 8080],
    ['PORT', '0', 0],
    ['SIMULATOR_PORT', '9000', 9000],
    ['PUBLIC_URL', 'https://gx.example.cn/bot/', 'https://gx.example.cn/bot'],
    ['APP_TIMEZONE', 'Asia/Urumqi', 'Asia/Urumqi'],
    ['APP_NOW', '2026-02-28T09:00:00+08:00', new Date('2026-02-28T01:00:00Z')],
    ['APP_NOW', '2026-02-28T01:00:00Z', new Date('2026-02-28T01:00:00Z')],
    ['ADMIN_OPEN_IDS', 'ou_abc, ou_def,', ['ou_abc', 'ou_def']],
    ['LLM_ALLOW_INTERNAL', '1', true],
    ['LLM_ALLOW_INTERNAL', '0', false],
    ['METRICS_TOKEN', 'm', 'm'],
    ['LOG_LEVEL', 'debug', 'debug'],
  ] as const)('%s=%s is read', (name, value, read) => {
    expect(configOf({ [name]: value })[name]).toEqual(read);
  });

  test.each([
    ['FEISHU_APP_ID', 'a1b2'],
    ['FEISHU_BASE_URL', 'open.feishu.cn'],
    ['FEISHU_BASE_URL', 'https://'],
    ['FEISHU_BASE_URL', 'https://open feishu.cn'],
    ['FEISHU_ACCOUNTS_URL', 'ftp://accounts.feishu.cn'],
    ['FEISHU_APPLINK_URL', 'https://x.cn/a?b=c'],
    ['FEISHU_TRANSPORT', 'socket'],
    ['DATABASE_URL', 'mysql://u@h/d'],
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['SIMULATOR_PORT', '3.5'],
    ['PUBLIC_URL', 'gx.example.cn'],
    ['APP_TIMEZONE', 'Asia/Nowhere'],
    ['APP_NOW', '2026-02-30T09:00:00+08:00'],
    ['APP_NOW', '2026-02-28 09:00'],
    ['APP_NOW', '2026-02-28T09:00:00'],
    ['ADMIN_OPEN_IDS', 'ou_abc,张三'],
    ['LLM_BASE_URL', 'llm'],
    ['LLM_ALLOW_INTERNAL', 'yes'],
    ['EMBEDDING_BASE_URL', 'x'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s=%s is refused by name, with what is wrong', (name, value) => {
    const result = parseConfig({ ...REAL, [name]: value });
    if (result.ok) throw new Error('accepted');
    expect(result.problems.map((p) => p.name)).toContain(name);
    for (const p of result.problems) expect(p.message).toMatch(/\p{Script=Han}/u);
  });

  test('counts as absent when it is empty or blank', () => {
    expect(configOf({ PORT: '', FEISHU_APP_ID: ' ', DATABASE_URL: '' })).toMatchObject({
      PORT: 3000,
      simulator: true,
    });
    expect(configOf({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
  });
});

test('all that is wrong is told at once, one line for each setting, and nothing that only follows from it', () => {
  expect(
    problemsOf({
      ...APP,
      FEISHU_APP_SECRET: '',
      PORT: 'x',
      SIMULATOR_PORT: '3000',
      FEISHU_TRANSPORT: 'pigeon',
      LOG_LEVEL: 'loud',
      LLM_MODEL: 'm',
      EMBEDDING_MODEL: 'e',
    }).sort(),
  ).toEqual([
    'EMBEDDING_BASE_URL',
    'FEISHU_APP_SECRET',
    'FEISHU_TRANSPORT',
    'LLM_BASE_URL',
    'LOG_LEVEL',
    'PORT',
  ]);
});

test('a message never repeats a secret', () => {
  const result = parseConfig({
    FEISHU_APP_SECRET: 'hush-1',
    DATABASE_URL: 'mysql://root:hush-2@h/d',
    LLM_API_KEY: 'hush-3',
    LLM_MODEL: 'm',
  });
  expect(JSON.stringify(result)).not.toContain('hush');
});

describe('settings that do not go together', () => {
  test.each([
    [
      'an app without its secret',
      { FEISHU_APP_ID: APP.FEISHU_APP_ID, FEISHU_TRANSPORT: 'websocket' },
      ['FEISHU_APP_SECRET'],
    ],
    [
      'a secret without its app',
      { FEISHU_APP_SECRET: 's', FEISHU_TRANSPORT: 'websocket' },
      ['FEISHU_APP_ID'],
    ],
    ['a webhook without its keys', APP, ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN']],
    ['a long connection without webhook keys', { ...APP, FEISHU_TRANSPORT: 'websocket' }, []],
    [
      'a chosen time with the real platform',
      { ...REAL, APP_NOW: '2026-02-28T09:00:00Z' },
      ['APP_NOW'],
    ],
    [
      'a chosen time with a platform on this machine',
      { ...REAL, APP_NOW: '2026-02-28T09:00:00Z', FEISHU_BASE_URL: 'http://127.0.0.1:3001' },
      [],
    ],
    ['a model without its address', { LLM_MODEL: 'm' }, ['LLM_BASE_URL']],
    ['an address without its model', { LLM_BASE_URL: 'https://l.cn/v1' }, ['LLM_MODEL']],
    ['embeddings without a model', { EMBEDDING_BASE_URL: 'https://l.cn' }, ['EMBEDDING_MODEL']],
    ['one port for both', { PORT: '4000', SIMULATOR_PORT: '4000' }, ['SIMULATOR_PORT']],
    ['no port left for the pocket Feishu', { PORT: '65535' }, ['SIMULATOR_PORT']],
    ['the last port with a real app', { ...REAL, PORT: '65535' }, []],
  ])('%s', (_, record, names) => {
    expect(problemsOf(record)).toEqual(names);
  });

  test('port 0 lets the system choose both ports', () => {
    expect(configOf({ PORT: '0' }).SIMULATOR_PORT).toBe(0);
  });
});

test.each([
  ['http://127.0.0.1:3001', true],
  ['http://127.8.9.1', true],
  ['http://localhost:3001/x', true],
  ['http://[::1]:3001', true],
  ['https://open.feishu.cn', false],
  ['http://127.evil.example', false],
  ['http://localhost.evil.example', false],
  ['http://10.0.0.1', false],
  ['nothing', false],
])('%s points at this machine: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});

test('every setting has its sentence, and its default is what an empty environment gives', () => {
  const config: Record<string, unknown> = configOf({});
  for (const { name, meaning, fallback } of describeSettings()) {
    expect(meaning).not.toBe('');
    if (name === 'SIMULATOR_PORT') continue;
    const value = config[name];
    expect(fallback).toBe(typeof value === 'boolean' ? '0' : String(value ?? ''));
  }
});
