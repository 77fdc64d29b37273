import { createHash } from 'node:crypto';
import { asText, type Json } from './json.ts';
import { loginPage } from './login-page.ts';
import type { Declare, OpenAnswer, Server } from './open-api.ts';
import type { Pocket } from './pocket.ts';
import { login } from './wording.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const AUTHORIZE = '/open-apis/authen/v1/authorize';

/** Web login (open.feishu.cn 获取授权码, 获取 user_access_token, 获取用户信息). */
export function declareLogin(pocket: Pocket, on: Declare, server: Server): void {
  const { app } = pocket.options;
  const { directory, tokens } = pocket;

  server.get(AUTHORIZE, (c) => {
    const query = (name: string) => c.req.query(name) ?? '';
    if (query('client_id') !== app.appId) return c.text(login.badApp, 400);
    if (query('response_type') !== 'code') return c.text(login.badType, 400);
    const target = allowedRedirect(pocket, query('redirect_uri'));
    if (!target) return c.text(login.badRedirect, 400);
    const back = (extra: Record<string, string>) => {
      const url = new URL(target);
      for (const [k, v] of Object.entries(extra)) url.searchParams.set(k, v);
      if (query('state')) url.searchParams.set('state', query('state'));
      return url.href;
    };
    const chosen = directory.person(query('as'));
    if (!chosen) {
      const linkOf = (openId: string) => {
        const url = new URL(c.req.url);
        url.searchParams.set('as', openId);
        return url.pathname + url.search;
      };
      return c.html(loginPage(pocket, linkOf, back({ error: 'access_denied' })));
    }
    const value = query('code_challenge');
    const method = query('code_challenge_method') === 'S256' ? 'S256' : 'plain';
    const code = tokens.newCode({
      openId: chosen.openId,
      redirectUri: query('redirect_uri'),
      ...(value ? { challenge: { value, method } } : {}),
    });
    return c.redirect(back({ code }));
  });

  on('POST', '/open-apis/authen/v2/oauth/token', ({ body }) => exchange(pocket, body), 'anyone');

  on(
    'GET',
    '/open-apis/authen/v1/user_info',
    ({ openId }) => {
      const person = directory.person(openId);
      return {
        kind: 'data',
        data: {
          name: person?.name ?? '',
          en_name: person?.name ?? '',
          avatar_url: '',
          ...directory.idsOf(openId),
          tenant_key: directory.tenantKey,
        },
      };
    },
    'user',
  );
}

// The console's list of redirect addresses: this machine, and wherever the application is.
function allowedRedirect(pocket: Pocket, uri: string): URL | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  const { callbackUrl, dashboardUrl } = pocket.address;
  const own = [callbackUrl, dashboardUrl ?? '']
    .filter((a) => URL.canParse(a))
    .map((a) => new URL(a).origin);
  const http = url.protocol === 'http:' || url.protocol === 'https:';
  return http && (LOOPBACK.has(url.hostname) || own.includes(url.origin)) ? url : undefined;
}

function exchange(pocket: Pocket, body: Json): OpenAnswer {
  const { app } = pocket.options;
  const { tokens } = pocket;
  const wrong = (code: number, error: string, error_description: string): OpenAnswer => ({
    kind: 'body',
    status: 400,
    body: { code, error, error_description },
  });
  if (body.grant_type !== 'authorization_code')
    return wrong(20036, 'unsupported_grant_type', 'The specified grant_type is not supported.');
  if (body.client_id !== app.appId || body.client_secret !== app.appSecret)
    return wrong(20002, 'invalid_client', 'The client secret is invalid.');
  const id = asText(body.code) ?? '';
  const code = tokens.code(id);
  const grant = (n: number, words: string) => wrong(n, 'invalid_grant', words);
  if (!code) return grant(20003, 'The authorization code is not found.');
  if (code.used) return grant(20065, 'The authorization code has been used.');
  if (code.expired) return grant(20004, 'The authorization code has expired.');
  if (body.redirect_uri !== undefined && body.redirect_uri !== code.redirectUri)
    return grant(
      20071,
      'The provided redirect URI does not match the one used during authorization.',
    );
  if (
    code.challenge &&
    challengeOf(asText(body.code_verifier) ?? '', code.challenge.method) !== code.challenge.value
  )
    return grant(20049, 'PKCE code challenge failed.');
  tokens.useCode(id);
  const { token, expire } = tokens.newUserToken(code.openId);
  return {
    kind: 'body',
    body: { code: 0, access_token: token, expires_in: expire, scope: '', token_type: 'Bearer' },
  };
}

function challengeOf(verifier: string, method: 'S256' | 'plain'): string {
  if (method === 'plain') return verifier;
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
