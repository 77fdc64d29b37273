import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';

/** Feishu's and Lark's own clients, which may show the pages inside themselves. */
const CLIENTS = ['https://*.feishu.cn', 'https://*.larksuite.com'];

/** No script of others or in the page, shown inside Feishu only, kept by nobody. */
export function securityHeaders(
  config: Pick<Config, 'FEISHU_BASE_URL' | 'FEISHU_ACCOUNTS_URL' | 'FEISHU_APPLINK_URL'>,
): MiddlewareHandler {
  const own = [config.FEISHU_BASE_URL, config.FEISHU_ACCOUNTS_URL, config.FEISHU_APPLINK_URL];
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: [...new Set([...CLIENTS, ...own.map((url) => new URL(url).origin)])],
    },
    // It knows no list of allowed frames; frame-ancestors does.
    xFrameOptions: false,
    // `no-referrer` would take the Origin from our own forms.
    referrerPolicy: 'same-origin',
    // Whoever answers https for this host decides on that.
    strictTransportSecurity: false,
  });
  return async (c, next) => {
    await headers(c, next);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}
