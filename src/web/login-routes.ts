import { Hono } from 'hono';
import { dropCookie, sessionCookie } from './cookies.ts';
import { notice } from './layout.ts';
import { beginLogin, endLogin, type LoginOutcome } from './login.ts';
import { addressOf, linkOf, siteOf } from './site.ts';
import type { WebDeps } from './visit.ts';
import { noAddress, openDoor, submitted } from './visited.ts';
import { words } from './wording.ts';

/** In and out by Feishu's login page. */
export function loginRoutes(deps: WebDeps): Hono {
  const app = new Hono();
  app.get('/login', async (c) => {
    const door = await openDoor(c, deps);
    return door ? beginLogin(c, door) : noAddress(c);
  });
  app.get('/login/callback', async (c) => {
    const door = await openDoor(c, deps);
    if (!door) return noAddress(c);
    const outcome = await endLogin(c, door);
    if (outcome.kind === 'in') return c.redirect(addressOf(door.site, outcome.back));
    const link = linkOf(door.site);
    const to = { href: link('/login'), name: words.loginAgain };
    const { status, ...text } = refusalOf(outcome);
    return c.html(notice(link, { ...text, to }), status);
  });
  app.post('/logout', (c) =>
    submitted(c, deps, async (_visit, _field, { site }) => {
      dropCookie(c, sessionCookie, site);
      // Not on to the login: form-action forbids to be led to Feishu from a form.
      return c.redirect(addressOf(site, '/logged-out'), 303);
    }),
  );
  app.get('/logged-out', (c) => {
    const link = linkOf(siteOf(deps.config, c.req.url));
    const to = { href: link('/login'), name: words.login };
    return c.html(notice(link, { title: words.loggedOutTitle, words: words.loggedOut, to }));
  });
  return app;
}

function refusalOf(outcome: Exclude<LoginOutcome, { kind: 'in' }>): {
  title: string;
  words: string;
  status: 200 | 400 | 502;
} {
  switch (outcome.kind) {
    case 'declined':
      return { title: words.declinedTitle, words: words.declined, status: 200 };
    case 'stale':
      return { title: words.staleTitle, words: words.stale, status: 400 };
    case 'failed':
      return {
        title: words.loginFailedTitle,
        words: words.loginFailed(outcome.code),
        status: 502,
      };
  }
}
