import { type Context, Hono } from 'hono';
import type { Access } from './access.ts';
import { decideOnPage, draftOnPage, questionPage } from './answer-question.ts';
import type { Assets } from './assets.ts';
import { evidenceFile } from './evidence.ts';
import { ganttPage } from './gantt.ts';
import { securityHeaders } from './headers.ts';
import { notice, page } from './layout.ts';
import { loginRoutes } from './login-routes.ts';
import { overviewPage } from './overview.ts';
import { peoplePage } from './people.ts';
import { problemsPage } from './problems.ts';
import { questionsPage } from './questions.ts';
import { linkOf, siteOf } from './site.ts';
import { style } from './style.ts';
import { targetsPage } from './targets.ts';
import { taskPage } from './task.ts';
import { tasksPage } from './tasks.ts';
import { decideUndelivered, undeliveredPage } from './undelivered.ts';
import { unitPage } from './unit.ts';
import type { Answer, Visit, WebDeps } from './visit.ts';
import { submitted, visited } from './visited.ts';
import { words } from './wording.ts';

/** Pages to read. `may` is asked before anything is loaded; unit and task check their own unit besides. */
const PAGES: {
  path: string;
  may: (access: Access) => boolean;
  show: (visit: Visit, id: string) => Promise<Answer>;
}[] = [
  { path: '/', may: () => true, show: (v) => overviewPage(v) },
  { path: '/tasks', may: (a) => a.reports === 'all', show: (v) => tasksPage(v) },
  { path: '/tasks/:id', may: (a) => a.reports !== 'none', show: taskPage },
  { path: '/units/:id', may: (a) => a.reports !== 'none', show: unitPage },
  { path: '/gantt', may: (a) => a.reports !== 'none', show: (v) => ganttPage(v) },
  { path: '/targets', may: (a) => a.reports === 'all', show: (v) => targetsPage(v) },
  { path: '/problems', may: (a) => a.reports === 'all', show: (v) => problemsPage(v) },
  { path: '/questions', may: (a) => a.questions, show: (v) => questionsPage(v) },
  { path: '/questions/:id', may: (a) => a.answers, show: questionPage },
  { path: '/undelivered', may: (a) => a.undelivered !== 'none', show: (v) => undeliveredPage(v) },
  { path: '/evidence/:id', may: (a) => a.reports !== 'none', show: evidenceFile },
  { path: '/people', may: (a) => a.people, show: (v) => peoplePage(v) },
];

/** Forms that change something. */
const FORMS: {
  path: string;
  /** The page in whose place its answer stands. */
  page: string;
  may: (access: Access) => boolean;
  run: (visit: Visit, field: (name: string) => string) => Promise<Answer>;
}[] = [
  ...(['resend', 'confirm'] as const).map((decision) => ({
    path: `/undelivered/${decision}`,
    page: '/undelivered',
    may: (a: Access) => a.undelivered !== 'none',
    run: (visit: Visit, field: (name: string) => string) =>
      decideUndelivered(visit, {
        key: field('key'),
        decision,
        claims: Number(field('claims')),
      }),
  })),
  { path: '/questions/draft', page: '/questions', may: (a) => a.answers, run: draftOnPage },
  { path: '/questions/decide', page: '/questions', may: (a) => a.answers, run: decideOnPage },
];

const REFUSED = { kind: 'refused' } as const;

/** The dashboard: pages behind a login with Feishu. `assets` gives the chart library where the edge has one. */
export function webRoutes(options: { deps: WebDeps; assets?: Assets }): Hono {
  const { deps, assets } = options;
  const withCharts = assets !== undefined;
  const app = new Hono();
  app.use('*', securityHeaders(deps.config));
  app.onError((error, c) => {
    deps.log.error({ path: c.req.path, error }, 'page failed');
    const link = linkOf(siteOf(deps.config, c.req.url));
    const to = { href: link('/'), name: words.back };
    return c.html(notice(link, { title: words.faultTitle, words: words.fault, to }), 500);
  });
  declareAssets(app, assets);
  app.route('/', loginRoutes(deps));

  for (const { path, may, show } of PAGES) {
    app.get(path, (c) =>
      visited(c, deps, async (visit) => {
        const answer = may(visit.access) ? await show(visit, c.req.param('id') ?? '') : REFUSED;
        return respond(c, visit, path, answer, withCharts);
      }),
    );
  }
  for (const { path, page: shown, may, run } of FORMS) {
    app.post(path, (c) =>
      submitted(c, deps, async (visit, field) => {
        const answer = may(visit.access) ? await run(visit, field) : REFUSED;
        return respond(c, visit, shown, answer, withCharts);
      }),
    );
  }
  return app;
}

/** What a browser is told of an address that leads nowhere; anything else gets a plain line. */
export function missingPage(
  c: Context,
  deps: Pick<WebDeps, 'config'>,
): Response | Promise<Response> {
  if (!/text\/html/.test(c.req.header('accept') ?? '')) return c.text('not found', 404);
  const link = linkOf(siteOf(deps.config, c.req.url));
  const to = { href: link('/'), name: words.back };
  return c.html(notice(link, { title: words.missingTitle, words: words.missing, to }), 404);
}

function declareAssets(app: Hono, assets: Assets | undefined): void {
  const DAY = 'public, max-age=86400';
  app.get('/assets/style.css', (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  app.get('/assets/:name', async (c) => {
    const gzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    const asset = await assets?.(c.req.param('name'), gzip);
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': DAY,
      vary: 'accept-encoding',
      ...(asset.gzip ? { 'content-encoding': 'gzip' } : {}),
    });
  });
}

function respond(
  c: Context,
  visit: Visit,
  path: string,
  answer: Answer,
  withCharts: boolean,
): Response | Promise<Response> {
  const home = { href: visit.link('/'), name: words.back };
  switch (answer.kind) {
    case 'page':
      return c.html(page(visit, path, answer, withCharts));
    case 'file':
      // Never shown in the browser: what a unit sent could be a page with scripts.
      return c.body(answer.bytes, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
        'cache-control': 'private, no-store',
      });
    case 'moved':
      return c.redirect(answer.to);
    case 'missing':
      return c.html(
        notice(visit.link, { title: words.missingTitle, words: words.missing, to: home }),
        404,
      );
    case 'refused':
      return c.html(
        notice(visit.link, { title: words.refusedTitle, words: words.refused, to: home }),
        403,
      );
  }
}
