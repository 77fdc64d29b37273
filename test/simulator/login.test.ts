import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { APP, pocket, WANG } from './support.ts';

const BACK = 'http://127.0.0.1:3000/login/back';

let sim: Simulator;
let base: string;
let real: number;

beforeEach(async () => {
  real = Date.now();
  sim = pocket({ realNow: () => real });
  base = await sim.listen(0);
});
afterEach(() => sim.close());

const authorize = (more: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    client_id: APP.appId,
    response_type: 'code',
    redirect_uri: BACK,
    state: 's-1',
    ...more,
  });
  return fetch(`${base}/open-apis/authen/v1/authorize?${query}`, { redirect: 'manual' });
};

const codeFor = async (more: Record<string, string> = {}) => {
  const chosen = await authorize({ as: WANG, ...more });
  return new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
};

const exchange = async (code: string, more: Record<string, string> = {}) => {
  const response = await fetch(`${base}/open-apis/authen/v2/oauth/token`, {
    method: 'POST',
    body: JSON.stringify({
      grant_type: 'authorization_code',
      client_id: APP.appId,
      client_secret: APP.appSecret,
      code,
      redirect_uri: BACK,
      ...more,
    }),
  });
  return (await response.json()) as { code: number; access_token: string };
};

const whoIs = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${base}/open-apis/authen/v1/user_info`, { headers });
  return (await response.json()) as { code: number; data?: { open_id: string; name: string } };
};

describe('web login', () => {
  test('the page lets one choose a person and leads back with a code and the state', async () => {
    const page = await (await authorize()).text();
    expect(page).toContain('王芳');
    expect(page).toContain('error=access_denied');
    const chosen = await authorize({ as: WANG });
    const target = new URL(chosen.headers.get('location') ?? '');
    expect([chosen.status, target.origin + target.pathname]).toEqual([302, BACK]);
    expect(target.searchParams.get('state')).toBe('s-1');
    expect((target.searchParams.get('code') ?? '').length).toBeGreaterThanOrEqual(64);
  });

  test('a code becomes the person’s token, once', async () => {
    const code = await codeFor();
    const { access_token } = await exchange(code);
    expect(await whoIs(access_token)).toMatchObject({
      code: 0,
      data: { open_id: WANG, name: '王芳' },
    });
    expect((await exchange(code)).code).toBe(20065);
    real += 7_200_000;
    expect((await whoIs(access_token)).code).toBe(99991677);
  });

  test.each([
    ['an unknown code', async () => exchange('x'), 20003],
    ['a wrong secret', async () => exchange(await codeFor(), { client_secret: 'x' }), 20002],
    ['another address', async () => exchange(await codeFor(), { redirect_uri: `${BACK}2` }), 20071],
    ['another grant', async () => exchange(await codeFor(), { grant_type: 'password' }), 20036],
    [
      'a code of six minutes',
      async () => {
        const code = await codeFor();
        real += 6 * 60_000;
        return exchange(code);
      },
      20004,
    ],
  ])('%s is refused', async (_what, call, code) => {
    expect((await call()).code).toBe(code);
  });

  test('with a code challenge only the right verifier gets the token', async () => {
    const code_challenge = createHash('sha256').update('verifier').digest('base64url');
    const code = await codeFor({ code_challenge, code_challenge_method: 'S256' });
    expect((await exchange(code, { code_verifier: 'guess' })).code).toBe(20049);
    expect((await exchange(code, { code_verifier: 'verifier' })).code).toBe(0);
  });

  test('leads back to this machine or the application, nowhere else', async () => {
    expect((await authorize({ redirect_uri: 'https://evil.example/' })).status).toBe(400);
    expect((await authorize({ redirect_uri: 'javascript:alert(1)' })).status).toBe(400);
    sim.connect({ callbackUrl: 'https://gongxin.example.cn' });
    const own = await authorize({ redirect_uri: 'https://gongxin.example.cn/back' });
    expect(own.status).toBe(200);
    expect((await authorize({ client_id: 'cli_other' })).status).toBe(400);
  });
});
