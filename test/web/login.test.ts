import { generateSignedCookie } from 'hono/cookie';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Deps } from '../../src/deps.ts';
import { grantRole, upsertPerson } from '../../src/units/people-queries.ts';
import { ownPath } from '../../src/web/site.ts';
import {
  ADMIN,
  choose,
  csrfOf,
  type Dashboard,
  newVisitor,
  OFFICE,
  openEmpty,
  STRANGER,
} from './support.ts';

const START = '2026-03-02T09:00:00+08:00';
const MINUTE = 60_000;
const SESSION = 'gongxin_session_cli_0123456789abcdef';
const LOGIN = 'gongxin_login_cli_0123456789abcdef';

let county: Dashboard;
const after = (ms: number) => county.clock.set(new Date(Date.parse(START) + ms));

beforeAll(async () => {
  county = await openEmpty(START);
  const { db } = county.deps;
  const admin = await upsertPerson(db, { id: 'p-admin', openId: ADMIN, name: '管理专员' });
  await grantRole(db, admin.id, 'admin');
});
afterAll(() => county.stop());
beforeEach(() => after(0));

describe('logging in with Feishu', () => {
  test('leads back to the page that was asked for, and the person is known by name there', async () => {
    const visitor = newVisitor(county.url);
    const asked = await visitor.get('/people?from=card');
    const login = new URL(asked.headers.get('location') ?? '');
    expect(login.pathname).toBe('/login');
    const begun = await visitor.get(login.href);
    const authorize = new URL(begun.headers.get('location') ?? '');
    expect(authorize.searchParams.get('redirect_uri')).toBe(`${county.url}/login/callback`);
    const back = await visitor.get(await choose(begun, ADMIN));
    expect(back.headers.get('location')).toBe(`${county.url}/people?from=card`);
    expect(await visitor.read('/people')).toContain('管理专员');
  });

  test('keeps nothing of Feishu in the browser: one cookie, out of reach of scripts, for twelve hours', async () => {
    const visitor = newVisitor(county.url);
    const back = await visitor.login(ADMIN);
    const [, line = ''] = back.headers.getSetCookie();
    expect(back.headers.getSetCookie()).toHaveLength(2);
    expect(line).toMatch(/^gongxin_session_\w+=/);
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Max-Age=43200/);
    expect(decodeURIComponent(line)).not.toMatch(/u-|access_token/);
  });

  test('ends after twelve hours', async () => {
    const visitor = newVisitor(county.url);
    await visitor.login(ADMIN);
    after(11 * 60 * MINUTE + 59 * MINUTE);
    expect((await visitor.get('/people')).status).toBe(200);
    after(12 * 60 * MINUTE + MINUTE);
    expect((await visitor.get('/people')).headers.get('location')).toContain('/login');
  });

  test('is refused when Feishu’s page was left open for more than ten minutes', async () => {
    const visitor = newVisitor(county.url);
    const begun = await visitor.get('/login');
    const callback = await choose(begun, ADMIN);
    after(11 * MINUTE);
    const answer = await visitor.get(callback);
    expect(answer.status).toBe(400);
    expect(visitor.cookies.size).toBe(0);
  });

  test('works once: the same address again is refused', async () => {
    const visitor = newVisitor(county.url);
    const callback = await choose(await visitor.get('/login'), ADMIN);
    expect((await visitor.get(callback)).status).toBe(302);
    const again = await visitor.get(callback);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('重新登录');
  });

  test('cannot be finished in a browser that did not begin it', async () => {
    const attacker = newVisitor(county.url);
    const callback = await choose(await attacker.get('/login'), STRANGER);
    const victim = newVisitor(county.url);
    expect((await victim.get(callback)).status).toBe(400);
    await victim.get('/login');
    expect((await victim.get(callback)).status).toBe(400);
    expect([...victim.cookies.keys()]).not.toContain(SESSION);
  });

  test('a code that Feishu does not know logs nobody in', async () => {
    const visitor = newVisitor(county.url);
    const begun = await visitor.get('/login');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
    const answer = await visitor.get(`/login/callback?code=made-up&state=${state}`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('20003');
    expect(visitor.cookies.size).toBe(0);
  });

  test('declined at Feishu is no fault', async () => {
    const visitor = newVisitor(county.url);
    const begun = await visitor.get('/login');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
    const answer = await visitor.get(`/login/callback?error=access_denied&state=${state}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('取消了授权');
  });
});

describe('leaving', () => {
  test('takes the session out of the browser, and needs the form’s own token', async () => {
    const visitor = newVisitor(county.url);
    await visitor.login(ADMIN);
    expect((await visitor.post('/logout', { csrf: 'guessed' })).status).toBe(403);
    const csrf = csrfOf(await visitor.read('/people'));
    const left = await visitor.post('/logout', { csrf });
    expect(left.headers.get('location')).toBe(`${county.url}/logged-out`);
    expect(visitor.cookies.size).toBe(0);
    expect(await visitor.read('/logged-out')).toContain('已退出登录');
  });
});

describe('cookies', () => {
  const session = async () => {
    const visitor = newVisitor(county.url);
    await visitor.login(ADMIN);
    return visitor;
  };
  const isOut = async (visitor: ReturnType<typeof newVisitor>) =>
    (await visitor.get('/people')).status === 303;

  test('with another person in them are refused', async () => {
    const visitor = await session();
    const value = decodeURIComponent(visitor.cookies.get(SESSION) ?? '');
    visitor.cookies.set(SESSION, encodeURIComponent(value.replace(ADMIN, OFFICE)));
    expect(value).toContain(ADMIN);
    expect(await isOut(visitor)).toBe(true);
  });

  test('that are cut, empty or signed with another key are refused', async () => {
    const visitor = await session();
    const value = visitor.cookies.get(SESSION) ?? '';
    const [, foreign = ''] = (
      await generateSignedCookie(
        SESSION,
        decodeURIComponent(value).replace(/\.[^.]+$/, ''),
        'f'.repeat(64),
      )
    ).split(/[=;]/);
    for (const wrong of ['', value.slice(0, -4), `${value}x`, foreign, 'a.b', '%00', '{}']) {
      visitor.cookies.set(SESSION, wrong);
      expect(await isOut(visitor)).toBe(true);
    }
    visitor.cookies.set(SESSION, value);
    expect(await isOut(visitor)).toBe(false);
  });

  test('of a login under way do not stand in for a session', async () => {
    const visitor = newVisitor(county.url);
    await visitor.get('/login');
    visitor.cookies.set(SESSION, visitor.cookies.get(LOGIN) ?? '');
    expect(await isOut(visitor)).toBe(true);
  });
});

describe('the way back after the login', () => {
  test.each([
    ['/units/u1?period=2026-Q1', '/units/u1?period=2026-Q1'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/..//evil.example', '/'],
    ['/.//evil.example', '/'],
    ['\\/evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/login?back=/', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (asked, to) => {
    expect(ownPath(asked)).toBe(to);
  });

  test('never leaves the site', async () => {
    const visitor = newVisitor(county.url);
    const answer = await visitor.login(ADMIN, '/..//evil.example');
    expect(new URL(answer.headers.get('location') ?? '').origin).toBe(county.url);
  });
});

describe('the address of the dashboard', () => {
  const appAt = (settings: Record<string, string>) => {
    const read = parseConfig({
      FEISHU_APP_ID: 'cli_0123456789abcdef',
      FEISHU_APP_SECRET: 's',
      FEISHU_TRANSPORT: 'websocket',
      ...settings,
    });
    if (!read.ok) throw new Error('wrong settings');
    const deps: Deps = { ...county.deps, config: read.config };
    return createApp(deps);
  };

  test('is PUBLIC_URL, a proxy’s path included, and cookies are for https only there', async () => {
    const app = appAt({ PUBLIC_URL: 'https://gx.example.cn/board/' });
    const asked = await app.fetch(new Request('http://127.0.0.1:3000/problems'));
    expect(asked.headers.get('location')).toBe(
      'https://gx.example.cn/board/login?back=%2Fproblems',
    );
    const begun = await app.fetch(new Request('http://127.0.0.1:3000/login'));
    const to = new URL(begun.headers.get('location') ?? '');
    expect(to.origin).toBe('https://accounts.feishu.cn');
    expect(to.searchParams.get('redirect_uri')).toBe('https://gx.example.cn/board/login/callback');
    const [cookie] = begun.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-gongxin_login_\w*=/);
    expect(cookie).toMatch(/Secure/);
  });

  test('two counties on one host keep their cookies apart', async () => {
    const named = async (id: string) => {
      const app = appAt({
        FEISHU_APP_ID: id,
        PUBLIC_URL: `https://gx.example.cn/c/${id.slice(-1)}`,
      });
      const begun = await app.fetch(new Request('http://127.0.0.1:3000/login'));
      return begun.headers.getSetCookie()[0]?.split('=')[0];
    };
    expect(await named('cli_0123456789abcdea')).not.toBe(await named('cli_0123456789abcdeb'));
  });

  test('is not believed from a request that does not come from this machine', async () => {
    const answer = await appAt({}).fetch(new Request('http://evil.example/login'));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('PUBLIC_URL');
  });
});

test('every page forbids foreign scripts, frames other than Feishu’s, and being kept', async () => {
  const visitor = newVisitor(county.url);
  await visitor.login(ADMIN);
  for (const path of ['/people', '/logged-out', '/units/x']) {
    const { headers } = await visitor.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*(?!\.(feishu\.cn|larksuite\.com))/);
    expect(policy).toMatch(/frame-ancestors https:\/\/\*\.feishu\.cn/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
