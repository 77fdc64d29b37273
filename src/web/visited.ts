import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { dayOf } from '../calendar/county-time.ts';
import { loadPerson } from '../units/person.ts';
import { accessOf } from './access.ts';
import { findSigningKey, readCookie, sessionCookie } from './cookies.ts';
import { notice } from './layout.ts';
import { addressOf, linkOf, type Site, siteOf } from './site.ts';
import type { Visit, WebDeps } from './visit.ts';
import { words } from './wording.ts';

/** What every request needs before it is known who asks. */
export type Door = { deps: WebDeps; site: Site; key: string; now: Date };

/** Opens the door; undefined while nobody has said under which address people reach it. */
export async function openDoor(c: Context, deps: WebDeps): Promise<Door | undefined> {
  const site = siteOf(deps.config, c.req.url);
  const now = deps.now();
  return site && { deps, site, key: await findSigningKey(deps.db, now), now };
}

/** Runs `show` for whoever is logged in; others are sent to log in and come back. Rights are looked up anew each time. */
export async function visited(
  c: Context,
  deps: WebDeps,
  show: (visit: Visit, door: Door) => Promise<Response>,
): Promise<Response> {
  const door = await openDoor(c, deps);
  if (!door) return noAddress(c);
  const { site, key, now } = door;
  const session = await readCookie(c, sessionCookie, site, key, now);
  if (!session) {
    const { pathname, search } = new URL(c.req.url);
    const back = c.req.method === 'GET' ? `${pathname}${search}` : '/';
    return c.redirect(addressOf(site, `/login?back=${encodeURIComponent(back)}`), 303);
  }
  const person = await loadPerson(deps.db, session.openId);
  const access = accessOf(person);
  const visit: Visit = {
    deps,
    personId: person?.id,
    name: person?.name ?? '',
    access,
    csrf: session.csrf,
    now,
    today: dayOf(now, deps.config.APP_TIMEZONE),
    query: (name) => c.req.query(name),
    link: linkOf(site),
    wall: access.reports === 'all' && c.req.query('wall') === '1',
  };
  return show(visit, door);
}

/** The same for a form that changes something: it must carry the session's own token. */
export function submitted(
  c: Context,
  deps: WebDeps,
  run: (visit: Visit, field: (name: string) => string, door: Door) => Promise<Response>,
): Promise<Response> {
  return visited(c, deps, async (visit, door) => {
    const field = await fieldsOf(c);
    if (await timingSafeEqual(visit.csrf, field('csrf'))) return run(visit, field, door);
    const to = { href: visit.link('/'), name: words.back };
    return c.html(notice(visit.link, { title: words.badFormTitle, words: words.badForm, to }), 403);
  });
}

export async function noAddress(c: Context): Promise<Response> {
  const text = { title: words.noAddressTitle, words: words.noAddress };
  return c.html(notice(linkOf(undefined), text), 503);
}

/** Fields of a form; what is not text, or not a form at all, is empty. */
async function fieldsOf(c: Context): Promise<(name: string) => string> {
  const fields = await c.req.parseBody().catch(() => ({}));
  return (name) => {
    const value = new Map<string, unknown>(Object.entries(fields)).get(name);
    return typeof value === 'string' ? value : '';
  };
}
