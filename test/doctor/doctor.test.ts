import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '../../src/audit/record.ts';
import { command as doctor } from '../../src/commands/doctor.ts';
import { command as confirmMessage } from '../../src/commands/outbox-confirm.ts';
import { command as listMessages } from '../../src/commands/outbox-list.ts';
import { command as resendMessage } from '../../src/commands/outbox-resend.ts';
import type { Db } from '../../src/db/db.ts';
import type { Deps } from '../../src/deps.ts';
import type { Check } from '../../src/doctor/check.ts';
import { EVENTS, missingScopes, SCOPES } from '../../src/doctor/scopes.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { rolledBack } from '../support/db.ts';
import { type FakePlatform, startFakePlatform } from '../support/fake-platform.ts';
import { commandDeps, fillSample, runCommand } from '../support/filled.ts';

const NOW = '2026-03-20T10:00:00+08:00';
let platform: FakePlatform;
let DATA_DIR: string;

beforeAll(async () => {
  platform = await startFakePlatform({ appSecret: 'test' });
  DATA_DIR = await mkdtemp(join(tmpdir(), 'gongxin-doctor-'));
});
afterAll(() => platform.close());

/** A real county's settings, with the fake platform as Feishu. */
const real = (db: Db, now = NOW, more: Record<string, string> = {}): Deps =>
  commandDeps(
    db,
    now,
    {
      FEISHU_APP_ID: 'cli_test',
      FEISHU_APP_SECRET: 'test',
      FEISHU_ENCRYPT_KEY: 'key',
      FEISHU_VERIFICATION_TOKEN: 'token',
      FEISHU_BASE_URL: platform.baseUrl,
      PUBLIC_URL: 'https://gongxin.example.cn',
      DATA_DIR,
      ...more,
    },
    platform.baseUrl,
  );

async function ask(deps: Deps): Promise<{ code: number; checks: Map<string, Check> }> {
  const { code, out } = await runCommand(doctor, deps, ['--json']);
  const checks: Check[] = JSON.parse(out[0] ?? '');
  return { code, checks: new Map(checks.map((c) => [c.name, c])) };
}

test('an empty installation is told, line by line, what is still to be done', async () => {
  await rolledBack(async (db) => {
    const { code, checks } = await ask(real(db));
    expect(code).toBe(1);
    expect(checks.get('管理员')).toMatchObject({ state: 'broken' });
    expect(checks.get('管理员')?.mend).toContain('认领管理员');
    expect(checks.get('飞书凭证')).toEqual({
      name: '飞书凭证',
      state: 'ok',
      says: '可用，机器人名称“工信助手”',
    });
    expect(checks.get('飞书事件')?.mend).toContain('https://gongxin.example.cn/webhook/event');
    for (const name of ['数据库', '督办人员', '年度计划', '备份'])
      expect(checks.get(name), name).toMatchObject({ state: 'notice' });
    for (const name of [
      '表结构',
      '时区',
      '节假日',
      '发送',
      '接收',
      '大模型',
      '设置',
      '加密策略',
      '审计',
    ])
      expect(checks.get(name), name).toMatchObject({ state: 'ok' });
    for (const check of checks.values())
      expect(check.mend === undefined, check.name).toBe(check.state === 'ok');
  });
});

test('each line reads: state, what was looked at, what was found, how to mend it', async () => {
  await rolledBack(async (db) => {
    const { out } = await runCommand(doctor, real(db), []);
    expect(out.length).toBeGreaterThan(12);
    for (const line of out) expect(line).toMatch(/^(正常|注意|故障) {2}[^：]+：.+/);
    expect(out.find((l) => l.includes('管理员：'))).toMatch(/^故障 .+。处理：.+/);
    expect(await runCommand(doctor, real(db), ['--all'])).toMatchObject({ code: 2 });
  });
});

test('a county in good order gets exit code 0, and its silent units are named', async () => {
  await rolledBack(async (db) => {
    await fillSample(db, NOW);
    // The audit takes its rows into the chain at commit, which does not come here.
    await db.execute(sql`set constraints all immediate`);
    const { code, checks } = await ask(commandDeps(db, NOW));
    expect(code).toBe(0);
    expect([...checks.values()].filter((c) => c.state === 'broken')).toEqual([]);
    expect(checks.get('年度计划')).toMatchObject({ state: 'ok' });
    expect(checks.get('联络员')).toMatchObject({ state: 'notice' });
    expect(checks.get('联络员')?.says).toMatch(/^\d+ 个单位没有联络员，也没有绑定群：.+等$/);
    expect(checks.get('备份')?.says).toContain('模拟模式');
  });
});

test.each([
  ['2026-10-31T12:00:00+08:00', 'ok'],
  ['2026-11-01T12:00:00+08:00', 'notice'],
  ['2027-01-05T12:00:00+08:00', 'notice'],
])('at %s the calendar data is %s', async (now, state) => {
  await rolledBack(async (db) => {
    expect((await ask(real(db, now))).checks.get('节假日')).toMatchObject({ state });
  });
});

test.each([
  [10014, '凭证与基础信息'],
  [99991662, '版本管理与发布'],
  [99991672, '权限管理'],
  [99991401, 'IP 白名单'],
  [230006, '机器人'],
])('code %i names the place in the console', async (code, place) => {
  await rolledBack(async (db) => {
    platform.fail({ on: 'info', status: 400, body: { code, msg: 'refused' } });
    const check = (await ask(real(db))).checks.get('飞书凭证');
    expect(check).toMatchObject({ state: 'broken' });
    expect(check?.says).toContain(String(code));
    expect(check?.mend).toContain(place);
  });
});

test('a platform that cannot be reached is told from one that refuses', async () => {
  await rolledBack(async (db) => {
    const deps = { ...real(db), feishu: commandDeps(db, NOW).feishu };
    const check = (await ask(deps)).checks.get('飞书凭证');
    expect(check).toMatchObject({ state: 'broken', says: '没有连上：token: ECONNREFUSED' });
    expect(check?.mend).toContain('防火墙');
  });
});

test('a clock that runs away is seen before Feishu refuses', async () => {
  await rolledBack(async (db) => {
    const off = async (ms: number) => {
      platform.setDate(new Date(Date.now() - ms));
      return (await ask(real(db))).checks.get('时钟');
    };
    expect(await off(0)).toMatchObject({ state: 'ok', says: '与数据库、飞书一致' });
    expect(await off(120_000)).toMatchObject({ state: 'notice' });
    expect(await off(-600_000)).toMatchObject({ state: 'broken' });
  });
});

test('the age of the daily backup is told, and one of three days ago is a notice', async () => {
  await rolledBack(async (db) => {
    await mkdir(join(DATA_DIR, 'backups'), { recursive: true });
    const file = join(DATA_DIR, 'backups', 'gongxin-20260320-0200.jsonl.gz');
    await writeFile(file, '');
    const aged = async (at: string) => {
      await utimes(file, new Date(at), new Date(at));
      return (await ask(real(db))).checks.get('备份');
    };
    expect(await aged('2026-03-20T02:00:00+08:00')).toMatchObject({
      state: 'ok',
      says: '最近一次自动备份在 8 小时前',
    });
    expect(await aged('2026-03-17T02:00:00+08:00')).toMatchObject({ state: 'notice' });
  });
});

test('messages that did not arrive are listed without their text, sent again or confirmed', async () => {
  await rolledBack(async (db) => {
    const send = (key: string) =>
      enqueue(db, {
        key,
        to: { type: 'open_id', id: 'ou_a' },
        content: { type: 'text', text: '内部内容' },
        purpose: 'push',
      });
    await send('m1');
    await send('m2');
    await db.execute(sql`update outbox set state = 'dead', code = 230053 where key = 'm1'`);
    await db.execute(sql`update outbox set state = 'uncertain' where key = 'm2'`);
    const deps = real(db);
    expect((await ask(deps)).checks.get('发送')?.says).toBe('1 条发不出，1 条可能已送达');
    const listed = await runCommand(listMessages, deps, []);
    expect(listed.out.join('\n')).toContain('m1');
    expect(listed.out.join('\n')).not.toContain('内部内容');
    expect(await runCommand(resendMessage, deps, ['m1'])).toMatchObject({ code: 0 });
    expect(await runCommand(confirmMessage, deps, ['m2'])).toMatchObject({ code: 0 });
    expect(await runCommand(confirmMessage, deps, ['m2'])).toMatchObject({ code: 1 });
    expect((await ask(deps)).checks.get('发送')).toMatchObject({
      state: 'ok',
      says: '待发 1 条，没有发不出的消息',
    });
  });
});

test('a quota that is nearly used up is told before it is', async () => {
  await rolledBack(async (db) => {
    const used = async (calls: number) => {
      await db.execute(sql`insert into api_usage (month, calls) values ('2026-03', ${calls})
        on conflict (month) do update set calls = ${calls}`);
      return (await ask(real(db))).checks.get('飞书额度');
    };
    expect(await used(8_999)).toMatchObject({ state: 'ok' });
    expect(await used(9_000)).toMatchObject({ state: 'notice' });
  });
});

test('wrong settings and a database that does not open are lines of the doctor too', async () => {
  const cli = join(import.meta.dirname, '../../src/cli.ts');
  const run = (env: Record<string, string>) =>
    new Promise<{ code: unknown; stdout: string }>((done) => {
      const child = { env: { PATH: process.env.PATH, ...env } };
      execFile(process.execPath, [cli, 'doctor'], child, (error, stdout) =>
        done({ code: error?.code ?? 0, stdout }),
      );
    });
  const settings = await run({ PORT: 'three thousand', APP_TIMEZONE: 'Moon/Base' });
  expect(settings.code).toBe(1);
  expect(settings.stdout).toMatch(/故障 {2}设置：PORT 不对.*\n故障 {2}设置：APP_TIMEZONE 不对/);
  const database = await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
  expect(database).toMatchObject({ code: 1 });
  expect(database.stdout).toMatch(/故障 {2}数据库：打不开：连接被拒绝。处理：/);
});

const SCOPE_NAMES = SCOPES.flatMap((s) => s.names[0] ?? []);
const EVENT_NAMES = [...EVENTS.needed, ...EVENTS.wanted];

test('scopes and events of the published version are compared with what the bot needs', async () => {
  await rolledBack(async (db) => {
    platform.publish({ scopes: SCOPE_NAMES, events: EVENT_NAMES });
    const good = (await ask(real(db))).checks;
    expect(good.get('飞书权限')).toMatchObject({ state: 'ok' });
    expect(good.get('事件订阅')).toMatchObject({ state: 'ok' });
    platform.publish({
      scopes: SCOPE_NAMES.filter((s) => s !== 'im:resource'),
      events: ['im.chat.disbanded_v1'],
    });
    const bad = (await ask(real(db))).checks;
    expect(bad.get('飞书权限')).toMatchObject({ state: 'broken', says: '没有开通：im:resource' });
    expect(bad.get('飞书权限')?.mend).toContain('权限管理');
    expect(bad.get('事件订阅')?.says).toContain('im.message.receive_v1');
    expect(bad.get('事件订阅')?.mend).toContain('添加事件');
  });
});

test('a larger scope stands for the smaller one', () => {
  const granted = SCOPE_NAMES.filter((s) => !s.startsWith('im:message:')).concat('im:message');
  expect(missingScopes(granted)).toEqual([]);
});

test.each([
  ['im:message:send_as_bot', ['im:message:update'], 'changes cards too'],
  ['im:chat:read', ['im:chat:readonly'], 'tells a group’s name'],
  [
    'contact:contact:readonly_as_app',
    SCOPE_NAMES.filter((s) => s.startsWith('contact:')),
    'reads all contacts',
  ],
])('%s instead of %o is enough: it %s', (has, lacks) => {
  const granted = SCOPE_NAMES.filter((s) => !lacks.includes(s)).concat(has);
  expect(missingScopes(granted)).toEqual([]);
});

test('an app that may not look at itself is told how, and nothing is called broken', async () => {
  await rolledBack(async (db) => {
    platform.fail({ on: 'scopes', status: 400, body: { code: 99991672, msg: 'no scope' } });
    const { checks } = await ask(real(db));
    expect(checks.get('飞书权限')).toMatchObject({ state: 'notice' });
    expect(checks.get('飞书权限')?.mend).toContain('application:application:self_manage');
  });
});

test('an address behind which another program answers is broken', async () => {
  await rolledBack(async (db) => {
    // The fake platform is not this program.
    const { checks } = await ask(real(db, NOW, { PUBLIC_URL: platform.baseUrl }));
    expect(checks.get('回调地址')).toMatchObject({ state: 'broken' });
    expect(checks.get('回调地址')?.mend).toContain('回调配置');
  });
});

test('an address below a path of a proxy is asked and named with that path', async () => {
  await rolledBack(async (db) => {
    const PUBLIC_URL = `${platform.baseUrl}/c/east/`;
    const { checks } = await ask(real(db, NOW, { PUBLIC_URL }));
    for (const name of ['回调地址', '飞书事件'])
      expect(checks.get(name)?.mend).toContain(`${platform.baseUrl}/c/east/webhook/event`);
  });
});

test('a model that is configured is asked; one that does not answer is broken', async () => {
  await rolledBack(async (db) => {
    const llm = { LLM_BASE_URL: `${platform.baseUrl}/v1`, LLM_MODEL: 'qwen-max' };
    const { checks } = await ask(real(db, NOW, llm));
    expect(checks.get('大模型')).toMatchObject({ state: 'broken' });
    expect(checks.get('大模型')?.mend).toContain('LLM_BASE_URL');
  });
});

test('the end of the audit is shown to be noted down, and a removed row is broken', async () => {
  await rolledBack(async (db) => {
    const act = { actor: 'p1', at: new Date(NOW) };
    await recordAudit(db, act, 'test', 'task:1');
    await db.execute(sql`set constraints all immediate`);
    expect((await ask(real(db))).checks.get('审计')).toMatchObject({ state: 'ok' });
  });
});
