import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../src/commands/query-parse.ts';
import { COUNTY_UNITS } from '../intent/county.ts';
import { hasShared, SHARED } from '../support/shared.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'query-parse-'));
  writeFileSync(join(folder, 'units.json'), JSON.stringify(COUNTY_UNITS));
  writeFileSync(join(folder, 'broken.json'), '[{"name": 1}]');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Answer = Record<string, unknown>;

async function run(args: string[], lines: unknown[]) {
  const out: Answer[] = [];
  const err: string[] = [];
  const code = await command.run({
    args,
    cwd: folder,
    stdin: async () => lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'),
    out: (line) => out.push(JSON.parse(line)),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const ARGS = ['--jsonl', '--units', 'units.json'];
const line = (text: string, more: object = {}) => ({
  id: 'a',
  refDate: '2022-06-15',
  text,
  ...more,
});

test('a question is answered flat, with what was not asked as null', async () => {
  const { code, out } = await run(ARGS, [line('高新区二季度牵头的还有哪些没完成')]);
  expect(code).toBe(0);
  expect(out).toEqual([
    {
      id: 'a',
      intent: 'progress',
      kind: 'list',
      year: 2022,
      months: [4, 5, 6],
      units: ['高新区'],
      role: 'lead',
      status: 'not_done',
    },
  ]);
});

test('the question before is read as it was printed', async () => {
  const first = await run(ARGS, [line('3月进度')]);
  const { out } = await run(ARGS, [line('那高新区呢', { previous: first.out[0] })]);
  expect(out[0]).toMatchObject({ kind: 'unit_detail', months: [3], units: ['高新区'] });
});

test('a state that the contract lacks is told as the wider one, and named', async () => {
  const { out } = await run(ARGS, [line('还没反馈的'), line('正在推进的有哪些')]);
  expect(out).toMatchObject([
    { status: 'not_done', statusDetail: 'no_report' },
    { status: 'not_done', statusDetail: 'in_progress' },
  ]);
});

test('orders name their action, other messages only their intent', async () => {
  const { out } = await run(ARGS, [
    line('把5月的任务再催一下'),
    line('工作计划发你了，帮我导入'),
    line('奖多少'),
    line('第2项已完成'),
    line('你好'),
    line('帮助'),
  ]);
  expect(out).toMatchObject([
    { intent: 'admin', action: 'remind', months: [5] },
    { intent: 'admin', action: 'import_plan' },
    { intent: 'policy' },
    { intent: 'report' },
    { intent: 'chat' },
    { intent: 'help' },
  ]);
});

test('a line that does not fit is named, the others still count', async () => {
  const { code, out, err } = await run(ARGS, [
    line('3月进度'),
    '{"id": "b", "text": "3月进度"}',
    'nonsense',
    line('4月进度'),
  ]);
  expect(code).toBe(1);
  expect(out.map((o) => Object.keys(o)[0])).toEqual(['id', 'error', 'error', 'id']);
  expect(err.join('\n')).toMatch(/第 2 行.*refDate[\s\S]*第 3 行.*不是 JSON/);
});

test('wrong usage and a bad list of units end with one clear line', async () => {
  expect(await run(['--jsonl'], [])).toMatchObject({ code: 2, out: [] });
  expect(await run([...ARGS, 'more'], [])).toMatchObject({ code: 2 });
  const absent = await run(['--jsonl', '--units', 'none.json'], []);
  expect(absent.code).toBe(1);
  expect(absent.err).toEqual([expect.stringContaining('读不到文件')]);
  const broken = await run(['--jsonl', '--units', 'broken.json'], []);
  expect(broken.err).toEqual([expect.stringContaining('不是单位列表')]);
});

type Gold = { intent: string; [slot: string]: unknown };

/** Whether an answer has what the gold names, or one of the values it also accepts. */
function isRight(gold: Gold, out: Answer): boolean {
  if (out.intent !== gold.intent) return false;
  if (gold.intent !== 'progress') return true;
  const plain = (v: unknown) => JSON.stringify(Array.isArray(v) ? [...v].sort() : (v ?? null));
  return ['kind', 'year', 'months', 'units', 'role', 'status'].every((slot) => {
    const also = gold[`${slot}Accept`];
    return [gold[slot], ...(Array.isArray(also) ? also : [])].some(
      (want) => plain(want) === plain(out[slot]),
    );
  });
}

describe.skipIf(!hasShared)('on the leaders’ questions beside the checkout', () => {
  test('every intent is right, and at least 95 of 100 questions are', async () => {
    const rows: { id: string; gold: Gold }[] = readFileSync(
      join(SHARED, 'data/queries/dev.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const units = join(SHARED, 'data/plans/huoshan-2022.units.json');
    const { out } = await run(
      ['--jsonl', '--units', units],
      rows.map(({ gold: _, ...asked }) => asked),
    );
    const right = rows.filter(({ gold }, i) => isRight(gold, out[i] ?? {}));
    const intents = rows.filter(({ gold }, i) => out[i]?.intent === gold.intent);
    expect(intents.length).toBe(rows.length);
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95);
  });
});
