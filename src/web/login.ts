import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { FeishuError } from '../feishu/errors.ts';
import { dropCookie, loginCookie, readCookie, sessionCookie, writeCookie } from './cookies.ts';
import { addressOf, ownPath } from './site.ts';
import type { Door } from './visited.ts';

const LOGIN_MS = 10 * 60_000;
const SESSION_MS = 12 * 3_600_000;
const CALLBACK = '/login/callback';

/** Sends the browser to Feishu's login page, with a state that only this browser can bring back. */
export async function beginLogin(c: Context, door: Door): Promise<Response> {
  const { deps, site, key, now } = door;
  const state = deps.newId();
  const back = ownPath(c.req.query('back'));
  await writeCookie(
    c,
    loginCookie,
    { kind: 'login', state, back, until: now.getTime() + LOGIN_MS },
    site,
    key,
    now,
  );
  const url = new URL(`${deps.config.FEISHU_ACCOUNTS_URL}/open-apis/authen/v1/authorize`);
  url.search = new URLSearchParams({
    client_id: deps.config.FEISHU_APP_ID ?? '',
    response_type: 'code',
    redirect_uri: addressOf(site, CALLBACK),
    state,
  }).toString();
  return c.redirect(url.href);
}

export type LoginOutcome =
  | { kind: 'in'; back: string }
  | { kind: 'declined' }
  /** Too late, used before, or begun in another browser. */
  | { kind: 'stale' }
  | { kind: 'failed'; code: number | undefined };

/** What Feishu leads back to. The state is used up whatever comes of it; the person's token is not kept. */
export async function endLogin(c: Context, door: Door): Promise<LoginOutcome> {
  const { deps, site, key, now } = door;
  const begun = await readCookie(c, loginCookie, site, key, now);
  dropCookie(c, loginCookie, site);
  if (!begun || !(await timingSafeEqual(begun.state, c.req.query('state') ?? '')))
    return { kind: 'stale' };
  const code = c.req.query('code');
  if (!code) return { kind: 'declined' };
  try {
    const { openId } = await deps.feishu.login(code, addressOf(site, CALLBACK));
    const until = now.getTime() + SESSION_MS;
    await writeCookie(
      c,
      sessionCookie,
      { kind: 'session', openId, csrf: deps.newId(), until },
      site,
      key,
      now,
    );
    return { kind: 'in', back: begun.back };
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    deps.log.warn({ code: error.code, logId: error.logId }, 'login failed');
    return { kind: 'failed', code: error.code };
  }
}
