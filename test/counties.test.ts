import { describe, expect, test } from 'vitest';
import { parseCounties } from '../src/counties.ts';

const county = (id: string, settings: Record<string, string> = {}) => ({
  id,
  settings: {
    FEISHU_APP_ID: `cli_${id}`,
    FEISHU_APP_SECRET: 's',
    FEISHU_ENCRYPT_KEY: 'k',
    FEISHU_VERIFICATION_TOKEN: 't',
    DATABASE_URL: `postgres://gongxin:p@db:5432/${id}`,
    ...settings,
  },
});
const parse = (file: unknown, environment: Record<string, string> = {}) =>
  parseCounties(JSON.stringify(file), environment);
const problemsOf = (file: unknown, environment?: Record<string, string>) => {
  const read = parse(file, environment);
  return read.ok ? [] : read.problems;
};

test('each county has its own settings; what it leaves out is the environment’s', () => {
  const read = parse(
    { default: 'a', counties: [county('a'), county('b', { APP_TIMEZONE: 'Asia/Urumqi' })] },
    { FEISHU_BASE_URL: 'https://open.larksuite.com', METRICS_TOKEN: 'm', DATA_DIR: '/data' },
  );
  if (!read.ok) throw new Error(read.problems.join());
  expect(read.fallback).toBe('a');
  expect(read.counties.map((c) => [c.id, c.config.APP_TIMEZONE, c.config.DATA_DIR])).toEqual([
    ['a', 'Asia/Shanghai', '/data/a'],
    ['b', 'Asia/Urumqi', '/data/b'],
  ]);
  expect(read.counties.every((c) => c.config.FEISHU_BASE_URL.includes('larksuite'))).toBe(true);
});

test('what makes a county itself is never taken from the environment', () => {
  const { FEISHU_ENCRYPT_KEY: _, ...settings } = county('a').settings as Record<string, string>;
  expect(
    problemsOf({ counties: [{ id: 'a', settings }] }, { FEISHU_ENCRYPT_KEY: 'other' }),
  ).toEqual([expect.stringContaining('a：FEISHU_ENCRYPT_KEY')]);
  const read = parse({ counties: [county('a')] }, { ADMIN_OPEN_IDS: 'ou_x' });
  expect(read.ok && read.counties[0]?.config.ADMIN_OPEN_IDS).toEqual([]);
});

describe('each mistake is one clear line', () => {
  test.each<[string, unknown, string]>([
    ['no counties', { counties: [] }, '至少要有一个县'],
    ['no list', { counties: 'a' }, '应为列表'],
    ['a bad id', { counties: [county('A县')] }, 'id 应为小写字母'],
    ['an unknown part', { counties: [{ ...county('a'), name: 'x' }] }, 'a：不认识 name'],
    [
      'a number',
      { counties: [county('a', { PORT: 1 } as never)] },
      'a：settings：PORT：应为字符串',
    ],
    ['of the process', { counties: [county('a', { PORT: '1' })] }, 'a：PORT 是整个进程的设置'],
    [
      'no setting',
      { counties: [county('a', { FEISHU_APPID: 'x' })] },
      'a：没有 FEISHU_APPID 这个设置',
    ],
    [
      'a wrong value',
      { counties: [county('a', { APP_TIMEZONE: 'Mars' })] },
      'a：APP_TIMEZONE：不是时区名',
    ],
    ['no app', { counties: [{ id: 'a', settings: {} }] }, 'a：FEISHU_APP_ID：没有填写'],
    [
      'the same id',
      {
        counties: [
          county('a'),
          county('a', { FEISHU_APP_ID: 'cli_b', DATABASE_URL: 'postgres://x/b' }),
        ],
      },
      'a、a：id相同',
    ],
    [
      'the same app',
      { counties: [county('a'), county('b', { FEISHU_APP_ID: 'cli_a' })] },
      'a、b：FEISHU_APP_ID 相同',
    ],
    [
      'the same database',
      { counties: [county('a'), county('b', { DATABASE_URL: 'postgres://other@DB/a' })] },
      'a、b：DATABASE_URL 指向的数据库相同',
    ],
    ['no such default', { default: 'c', counties: [county('a')] }, 'default：没有 id 为 c 的县'],
  ])('%s', (_, file, line) => {
    const problems = problemsOf(file);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(line);
    expect(problems[0]).not.toContain('\n');
  });

  test('a file that is no JSON', () => {
    expect(parseCounties('{', {})).toEqual({ ok: false, problems: ['不是 JSON 文件'] });
  });

  test('no line shows a secret', () => {
    const wrong = county('a', { FEISHU_APP_SECRET: 'very-secret', FEISHU_BASE_URL: 'nowhere' });
    expect(problemsOf({ counties: [wrong, wrong] }).join()).not.toMatch(/very-secret|:p@/);
  });
});
