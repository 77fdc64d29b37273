import { openPglite } from '../../src/db/pglite.ts';
import { fillCounty } from '../../src/sample/fill.ts';
import { PEOPLE } from '../../src/sample/people.ts';
import { grantRole, upsertPerson } from '../../src/units/people-queries.ts';
import { type County, startCounty } from '../support/county.ts';

/** People of the sample county, and two more. */
export const LEADER = 'ou_guhuaijin';
export const OFFICE = 'ou_shenruoxi';
/** 科技经信局. */
export const LIAISON = 'ou_xuqinghe';
/** 科技经信局, not its liaison. */
export const MEMBER = 'ou_qiaoyinuo';
export const OTHER_LIAISON = 'ou_tangyiming';
/** Administrator and nothing else. */
export const ADMIN = 'ou_only_admin';
export const OUTSIDER = 'ou_weichangfeng';
/** Known to Feishu, never seen by the bot. */
export const STRANGER = 'ou_stranger';

export type Dashboard = County & { stop: () => Promise<void> };

/** The sample county of 2026 at work, on a database of its own, with the pocket Feishu to log in at. */
export async function openDashboard(now: string): Promise<Dashboard> {
  const county = await openEmpty(now);
  await fillCounty(county.deps, 2026);
  const { db } = county.deps;
  const admin = await upsertPerson(db, { id: 'p-admin', openId: ADMIN, name: '管理专员' });
  await grantRole(db, admin.id, 'admin');
  return county;
}

/** The same without anything in the database. */
export async function openEmpty(now: string): Promise<Dashboard> {
  const database = await openPglite();
  const county = await startCounty({
    db: database.db,
    now,
    people: [
      ...PEOPLE,
      { openId: ADMIN, name: '管理专员', role: '管理员', unit: '' },
      { openId: STRANGER, name: '路人', role: '企业人员', unit: '' },
    ],
  });
  return {
    ...county,
    stop: async () => {
      await county.close();
      await database.close();
    },
  };
}

/** A browser without scripts: it keeps cookies and follows no redirect by itself. */
export type Visitor = {
  cookies: Map<string, string>;
  get: (path: string) => Promise<Response>;
  /** A page's text; other answers than 200 are refused. */
  read: (path: string) => Promise<string>;
  post: (path: string, fields: Record<string, string>) => Promise<Response>;
  /** Goes through Feishu's login page as this person; answers what the callback answered. */
  login: (openId: string, back?: string) => Promise<Response>;
};

export function newVisitor(base: string): Visitor {
  const cookies = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const get = (path: string) => call(path);
  return {
    cookies,
    get,
    read: async (path) => {
      const answer = await get(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return answer.text();
    },
    post: (path, fields) => call(path, { method: 'POST', body: new URLSearchParams(fields) }),
    login: async (openId, back = '/') => {
      const begun = await get(`/login?back=${encodeURIComponent(back)}`);
      const chosen = await choose(begun, openId);
      return get(chosen);
    },
  };
}

/** Where the login page leads after this person was chosen. */
export async function choose(begun: Response, openId: string): Promise<string> {
  const authorize = begun.headers.get('location') ?? '';
  const answer = await fetch(`${authorize}&as=${openId}`, { redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

/** The token that a page's forms carry. */
export function csrfOf(page: string): string {
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
