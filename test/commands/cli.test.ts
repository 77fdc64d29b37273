import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDocx } from '../../src/sample/documents.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const dataDir = join(folder, 'data');

type Result = { code: number; out: string; err: string };

/** The command as a person types it, without npm's own second. */
function cli(args: string[], options: { stdin?: string; env?: Record<string, string> } = {}) {
  return new Promise<Result>((done) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli.ts'), ...args],
      {
        cwd: folder,
        env: {
          PATH: process.env.PATH ?? '',
          DATA_DIR: dataDir,
          LOG_LEVEL: 'error',
          ...options.env,
        },
      },
      (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(options.stdin ?? '');
  });
}

beforeAll(async () => {
  writeFileSync(join(folder, 'plan.docx'), await planDocx(2026));
  writeFileSync(join(folder, 'note.txt'), '各位同事：\n周五下午开会，请准时参加。\n');
});

describe('without a server', () => {
  test('an unknown command, wrong words and wrong settings end with 2 and one clear line each', async () => {
    expect(await cli(['plan', 'fly'])).toMatchObject({ code: 2, out: '' });
    const usage = await cli(['summary', '--period', 'March']);
    expect(usage).toMatchObject({ code: 2, out: '' });
    expect(usage.err).toContain('用法：summary --period');
    const settings = await cli(['unit', 'list'], { env: { PORT: 'x', APP_TIMEZONE: 'Mars' } });
    expect(settings.code).toBe(2);
    expect(settings.err.trim().split('\n')).toHaveLength(2);
  });

  test('help is data: all commands, those of a group, or one, on stdout with exit 0', async () => {
    for (const words of [['help'], ['--help'], ['-h']]) {
      const all = await cli(words);
      expect(all).toMatchObject({ code: 0, err: '' });
      expect(all.out).toContain('\nplan parse FILE');
      expect(all.out).toContain('\nbackup 文件');
    }
    for (const words of [
      ['plan', '--help'],
      ['help', 'plan'],
      ['plan', 'help'],
    ]) {
      const group = await cli(words);
      expect(group).toMatchObject({ code: 0, err: '' });
      expect(group.out.trim().split('\n')).toHaveLength(2);
    }
    expect(await cli(['plan', 'parse', '--help'])).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['plan', 'plan 后面要写明做什么。可用的有：plan parse、plan import'],
    ['plan fly', '没有这个命令：plan fly。可用的有：plan parse、plan import'],
    ['unit', '可用的有：unit list、unit bind、unit alias、unit sync'],
    ['fly high', '没有这个命令：fly high。可用的命令：'],
    ['', '用法：npm run -s cli'],
  ])('“%s” alone is wrong usage and says which commands there are', async (line, said) => {
    const result = await cli(line.split(' ').filter(Boolean));
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(said);
    expect(result.err.trim().split('\n')).toHaveLength(1);
  });

  test('a file that is no plan is refused with the reason and exit 1', async () => {
    const parsed = await cli(['plan', 'parse', 'note.txt', '--json']);
    expect(parsed).toMatchObject({ code: 1, out: '' });
    expect(parsed.err.trim().split('\n')).toHaveLength(1);
    expect(await cli(['plan', 'parse', 'nowhere.docx'])).toMatchObject({ code: 1, out: '' });
  });

  test('replies and questions are read line by line, in order; a bad line is named and the rest still count', async () => {
    const task = { month: 3, refDate: '2026-03-10', tasks: [{ no: 1, content: '召开银企对接会' }] };
    const lines = [
      JSON.stringify({ id: 'a', ...task, text: '第1项已完成' }),
      'not json',
      JSON.stringify({ id: 'b', ...task, text: '收到' }),
    ];
    const result = await cli(['reply', 'parse', '--jsonl'], { stdin: lines.join('\n') });
    expect(result.code).toBe(1);
    const out = result.out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(out[0]).toMatchObject({ id: 'a', kind: 'report', items: [{ no: 1, status: 'done' }] });
    expect(out[1]).toHaveProperty('error');
    expect(out[2]).toMatchObject({ id: 'b', kind: 'not_a_report' });
    expect(result.err).toContain('第 2 行');
  });

  test('a plan is imported once, published, and summed up', async () => {
    const env = { APP_NOW: '2026-02-10T10:00:00+08:00' };
    const dry = await cli(['plan', 'import', 'plan.docx', '--dry-run'], { env });
    expect(dry.out).toContain('没有改动');
    const first = await cli(['plan', 'import', 'plan.docx', '--publish'], { env });
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('已发布');
    expect((await cli(['plan', 'import', 'plan.docx'], { env })).out).toContain('没有改动');
    const summary = await cli(['summary', '--period', '2026-Q1', '--json'], { env });
    expect(JSON.parse(summary.out)).toMatchObject({ period: '2026-Q1', done: 0, rate: 0 });
  });

  test('who would be reminded is shown before, and written once', async () => {
    const env = { APP_NOW: '2026-02-10T10:00:00+08:00' };
    const bind = await cli(['unit', 'bind', '县开发区', '--chat', 'oc_zone'], { env });
    expect(bind).toMatchObject({ code: 0 });
    await cli(['unit', 'bind', '发改局', '--person', 'ou_fg', '--role', 'liaison'], { env });
    const at = '2026-03-02T09:00:00+08:00';
    const shown = await cli(['remind', 'preview', '--at', at, '--json'], { env });
    const rows: { recipient: { type: string; id: string | null }; unit: string }[] = JSON.parse(
      shown.out,
    );
    const of = (unit: string) => rows.find((r) => r.unit === unit)?.recipient;
    expect(of('开发区')).toMatchObject({ type: 'chat', id: 'oc_zone' });
    expect(of('发改局')).toMatchObject({ type: 'person', id: 'ou_fg' });
    expect(of('财政局')).toMatchObject({ type: 'none', id: null });
    expect((await cli(['remind', 'run', '--at', at], { env })).out).toContain('已写入');
    expect((await cli(['remind', 'run', '--at', at], { env })).out).toContain('没有新的提醒');
  });

  test('a unit that nobody knows is refused with the nearest names', async () => {
    const result = await cli(['unit', 'bind', '科技经济局', '--chat', 'oc_x']);
    expect(result.code).toBe(1);
    expect(result.err).toContain('科技经信局');
  });
});

describe('beside a running server on the same folder', () => {
  let server: ChildProcess;
  let env: Record<string, string>;
  let ports: number[];

  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    env = {
      PATH: process.env.PATH ?? '',
      DATA_DIR: join(folder, 'served'),
      PORT: String(ports[0]),
      SIMULATOR_PORT: String(ports[1]),
      LOG_LEVEL: 'error',
    };
    server = start(env);
    await said(server, '口袋飞书');
  });
  afterAll(() => {
    server.kill('SIGKILL');
  });

  test('a command is carried out by the server', async () => {
    const units = await cli(['unit', 'list', '--json'], { env });
    expect(units.code).toBe(0);
    expect(JSON.parse(units.out).length).toBeGreaterThan(15);
    expect((await cli(['unit', 'list', '--wrong'], { env })).code).toBe(2);
  });

  test('a second server on the folder is refused with one line', async () => {
    const second = start({ ...env, PORT: '0', SIMULATOR_PORT: '0' });
    const lines = await ended(second);
    expect(lines.code).toBe(1);
    expect(lines.err).toContain('正被另一个进程使用');
  });

  test('a stop signal ends it in order, and it starts again where it was', async () => {
    server.kill('SIGTERM');
    await ended(server);
    server = start(env);
    await said(server, '口袋飞书');
    const world = await fetch(`http://127.0.0.1:${ports[1]}/pocket/world`);
    expect(world.status).toBe(200);
  });
});

test('settings that contradict each other end the start with one line a variable', async () => {
  const child = start({
    FEISHU_APP_ID: 'cli_a',
    FEISHU_APP_SECRET: 's',
    DATA_DIR: join(folder, 'x'),
  });
  const { code, err } = await ended(child);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(2);
  expect(err).toContain('FEISHU_ENCRYPT_KEY');
  expect(err).toContain('FEISHU_VERIFICATION_TOKEN');
});

function start(env: Record<string, string>): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/node.ts')],
    { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } },
  );
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((done, fail) => {
    let heard = '';
    child.stdout?.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes(words)) done();
    });
    child.once('exit', () => fail(new Error(`ended: ${heard}`)));
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  return new Promise((done) => {
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.once('exit', (code) => done({ code, err }));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
