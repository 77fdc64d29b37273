import { html } from 'hono/html';
import type { Access } from './access.ts';
import type { Html, Visit } from './visit.ts';
import { words } from './wording.ts';

type Link = Visit['link'];

/** Where the menu leads, as far as this person may go. */
const MENU: { path: string; name: string; may: (access: Access) => boolean }[] = [
  { path: '/', name: words.overview, may: (a) => a.reports === 'all' },
  { path: '/', name: words.ownUnit, may: (a) => a.reports === 'own' },
  { path: '/tasks', name: words.tasks, may: (a) => a.reports === 'all' },
  { path: '/gantt', name: words.gantt, may: (a) => a.reports !== 'none' },
  { path: '/targets', name: words.targets, may: (a) => a.reports === 'all' },
  { path: '/problems', name: words.problems, may: (a) => a.reports === 'all' },
  { path: '/questions', name: words.questions, may: (a) => a.questions },
  { path: '/undelivered', name: words.undelivered, may: (a) => a.undelivered !== 'none' },
  { path: '/people', name: words.people, may: (a) => a.people },
];

/** A whole page for somebody who is logged in. `path` is the page's own, without the proxy's part. */
export function page(
  visit: Visit,
  path: string,
  answer: { title: string; body: Html; charts?: boolean },
  withCharts: boolean,
): Html {
  const { link, access, wall } = visit;
  const scripts = answer.charts && withCharts;
  const body = wall
    ? html`<main id="main">${answer.body}</main>`
    : html`
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="brand" href="${link('/')}">${words.product}</a>
<nav>${MENU.filter((m) => m.may(access)).map(
        (m) =>
          html`<a href="${link(m.path)}"${m.path === path ? html` aria-current="page"` : ''}>${m.name}</a>`,
      )}</nav>
<form class="who" method="post" action="${link('/logout')}"><input type="hidden" name="csrf" value="${visit.csrf}"><span>${visit.name}</span><button type="submit">${words.logout}</button></form>
</header>
<main id="main">${answer.body}</main>
<footer>${access.reports === 'all' && answer.charts ? html`<a href="${link('/', { period: visit.query('period'), wall: '1' })}">${words.wall}</a> ` : ''}${words.complain}</footer>`;
  return shell({
    link,
    title: answer.title,
    body,
    wall,
    head: scripts
      ? html`<script defer src="${link('/assets/vchart.js')}"></script><script type="module" src="${link('/assets/charts.js')}"></script>`
      : '',
  });
}

/** A page that says one thing: refused, logged out, not found. */
export function notice(
  link: Link,
  text: { title: string; words: string; to?: { href: string; name: string } },
): Html {
  return shell({
    link,
    title: text.title,
    wall: false,
    head: '',
    body: html`<main id="main" class="single"><p class="brand">${words.product}</p><h1>${text.title}</h1><p>${text.words}</p>${
      text.to ? html`<p><a class="button" href="${text.to.href}">${text.to.name}</a></p>` : ''
    }</main>`,
  });
}

const WALL_SECONDS = 300;

function shell(parts: { link: Link; title: string; body: Html; wall: boolean; head: Html | '' }) {
  const { link, wall } = parts;
  return html`<!doctype html>
<html lang="zh-CN"${wall ? html` class="wall"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${wall ? html`<meta http-equiv="refresh" content="${WALL_SECONDS}">` : ''}
<meta name="format-detection" content="telephone=no">
<title>${parts.title} · ${words.product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${link('/assets/style.css')}">
${parts.head}
</head>
<body>
${parts.body}
</body>
</html>`;
}
