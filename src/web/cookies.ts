import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { ensureSetting, getSetting } from '../settings/queries.ts';
import { defineSetting } from '../settings/setting.ts';
import type { Site } from './site.ts';

/** The key that signs the cookies: random, made at the first visit. Without the database nobody can forge a session. */
const signingKey = defineSetting('web.key', z.string().regex(/^[0-9a-f]{64}$/), '');

/** Who is logged in. Rights are no part of it: they are looked up on every request. */
const Session = z.object({
  kind: z.literal('session'),
  openId: z.string().min(1),
  /** Repeated in every form that changes something. */
  csrf: z.string().min(16),
  /** Milliseconds since 1970. */
  until: z.number(),
});
type Session = z.infer<typeof Session>;

/** A login under way in this browser. */
const Login = z.object({
  kind: z.literal('login'),
  state: z.string().min(16),
  /** Path of our own to show afterwards. */
  back: z.string(),
  until: z.number(),
});
type Login = z.infer<typeof Login>;

/** One kind of cookie. Its schema names the kind: the signature does not cover the cookie's name. */
type Sealed<T> = { name: string; schema: z.ZodType<T> };

export const sessionCookie: Sealed<Session> = { name: 'gongxin_session', schema: Session };
export const loginCookie: Sealed<Login> = { name: 'gongxin_login', schema: Login };

/** The cookie's name in the browser, one for each county. */
export function nameOf({ name }: { name: string }, { app }: Pick<Site, 'app'>): string {
  return `${name}_${app.replace(/\W/g, '')}`;
}

/** The key in force. */
export async function findSigningKey(db: Db, now: Date): Promise<string> {
  const known = await getSetting(db, signingKey);
  if (known) return known;
  const random = [...crypto.getRandomValues(new Uint8Array(32))];
  const made = random.map((n) => n.toString(16).padStart(2, '0')).join('');
  const key = await ensureSetting(db, signingKey, made, now);
  if (!key) throw new Error('the stored signing key has another shape');
  return key;
}

/** What the browser's cookie says; undefined when it is absent, forged or past its time. */
export async function readCookie<T extends { until: number }>(
  c: Context,
  cookie: Sealed<T>,
  site: Site,
  key: string,
  now: Date,
): Promise<T | undefined> {
  const value = await getSignedCookie(
    c,
    key,
    nameOf(cookie, site),
    site.secure ? 'host' : undefined,
  );
  const parsed = cookie.schema.safeParse(value ? jsonOf(value) : undefined);
  return parsed.success && parsed.data.until > now.getTime() ? parsed.data : undefined;
}

export async function writeCookie<T extends { until: number }>(
  c: Context,
  cookie: Sealed<T>,
  value: T,
  site: Site,
  key: string,
  now: Date,
): Promise<void> {
  await setSignedCookie(c, nameOf(cookie, site), JSON.stringify(value), key, {
    ...attributes(site),
    maxAge: Math.round((value.until - now.getTime()) / 1000),
  });
}

export function dropCookie(
  c: Context,
  cookie: typeof sessionCookie | typeof loginCookie,
  site: Site,
): void {
  deleteCookie(c, nameOf(cookie, site), attributes(site));
}

function attributes(site: Site) {
  const common = {
    path: '/',
    httpOnly: true,
    // Strict would keep the cookie back when Feishu leads here.
    sameSite: 'Lax',
  } as const;
  return site.secure ? ({ ...common, secure: true, prefix: 'host' } as const) : common;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
