import { type Config, isLoopback } from '../config.ts';

/** Where people's browsers find the dashboard. */
export type Site = {
  /** Scheme, host and port, without a slash at its end. */
  origin: string;
  /** Path under which a proxy shows it, '' or `/name`. */
  prefix: string;
  /** Reached over https. */
  secure: boolean;
  /** The county's app: several counties can share a host, and cookies know no port and no path. */
  app: string;
};

/**
 * The site by `PUBLIC_URL`, else by the request itself, which is believed on loopback only: elsewhere a forged Host would
 * decide where the login leads back to. Pure.
 */
export function siteOf(
  config: Pick<Config, 'PUBLIC_URL' | 'FEISHU_APP_ID'>,
  requestUrl: string,
): Site | undefined {
  const address = config.PUBLIC_URL ?? (isLoopback(requestUrl) ? requestUrl : undefined);
  if (!address) return undefined;
  const url = new URL(address);
  return {
    origin: url.origin,
    prefix: config.PUBLIC_URL ? url.pathname.replace(/\/+$/, '') : '',
    secure: url.protocol === 'https:',
    app: config.FEISHU_APP_ID ?? '',
  };
}

/** The whole address of one of our own paths. */
export function addressOf(site: Site, path: string): string {
  return `${site.origin}${site.prefix}${path}`;
}

/** A path of our own to go back to; anything that could lead elsewhere becomes the first page. Pure. */
export function ownPath(text: string | undefined): string {
  const here = 'http://here.invalid';
  const url = text?.startsWith('/') && URL.canParse(text, here) ? new URL(text, here) : undefined;
  if (!url || url.origin !== here || /^\/[/\\]/.test(url.pathname)) return '/';
  return url.pathname.startsWith('/login') ? '/' : url.pathname + url.search;
}

/** Makes addresses for links within the pages: path and those parameters that have a value. */
export function linkOf(site: Site | undefined) {
  return (path: string, query: Record<string, string | undefined> = {}): string => {
    const given = Object.entries(query).flatMap(([k, v]) => (v ? [[k, v]] : []));
    const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
    return `${site?.prefix ?? ''}${path}${search}`;
  };
}
