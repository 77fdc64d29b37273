import type { html } from 'hono/html';
import type { Day } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Access } from './access.ts';

/** A piece of a page; what was put into it is escaped. */
export type Html = ReturnType<typeof html>;

/** What the dashboard needs of the application. */
export type WebDeps = Pick<Deps, 'db' | 'feishu' | 'now' | 'newId' | 'log' | 'config'>;

/** One request of somebody who is logged in. */
export type Visit = {
  deps: WebDeps;
  /** Id in the database; undefined for somebody the bot does not know. */
  personId: string | undefined;
  name: string;
  access: Access;
  csrf: string;
  now: Date;
  today: Day;
  query: (name: string) => string | undefined;
  /** Address of one of our own paths, with parameters that have a value. */
  link: (path: string, query?: Record<string, string | undefined>) => string;
  /** For a screen on the wall: large, no menus, fresh every few minutes. */
  wall: boolean;
};

/** What a page answers. */
export type Answer =
  | { kind: 'page'; title: string; body: Html; charts?: boolean }
  | { kind: 'moved'; to: string }
  | { kind: 'file'; name: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'missing' }
  | { kind: 'refused' };
