import { html } from 'hono/html';
import type { NamedReport } from '../progress/queries.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import { asOfText, words as summaryWords } from '../summary/wording.ts';
import type { Html, Visit } from './visit.ts';
import { DECISION_WORDS, STATE_WORDS } from './wording.ts';

/** A page's head: title, 截至, and what stands beside it. */
export function pageHead(visit: Visit, title: string, aside: Html | '' = ''): Html {
  return html`<header class="page-head"><div><h1>${title}</h1><p class="as-of">${asOf(visit)}</p></div>${aside}</header>`;
}

function asOf(visit: Visit): string {
  return summaryWords.asOf(asOfText(visit.now, visit.deps.config.APP_TIMEZONE));
}

/** Large figures, each opening what stands behind it. */
export function figures(list: { value: string; label: string; more?: string; href?: string }[]) {
  return html`<ul class="figures">${list.map(({ value, label, more, href }) => {
    const inner = html`<strong>${value}</strong>${more ? html`<em>${more}</em>` : ''}<span>${label}</span>`;
    return html`<li>${href ? html`<a href="${href}">${inner}</a>` : html`<div>${inner}</div>`}</li>`;
  })}</ul>`;
}

export function stateChip(status: TaskStatus): Html {
  return html`<span class="state s-${status}">${STATE_WORDS[status]}</span>`;
}

/** A bar of done and the rest, with the figures beside it; nothing of it needs a script or a style attribute. */
export function bar(done: number, total: number): Html {
  return html`<span class="bar-cell"><progress max="${Math.max(total, 1)}" value="${done}"></progress><span>${done}/${total}</span></span>`;
}

/** A card of the page with a heading. */
export function section(title: string, body: Html | Html[], note = ''): Html {
  return html`<section class="card"><h2>${title}</h2>${note ? html`<p class="note">${note}</p>` : ''}${body}</section>`;
}

/** A place for a chart. Until the script has drawn it, and where there is none, it takes no room: the table says the same. */
export function chart(spec: Record<string, unknown>, label: string, rows: number): Html {
  return html`<div class="chart" role="img" aria-label="${label}" data-rows="${rows}" data-chart="${JSON.stringify(spec)}" hidden></div>`;
}

/** Words on one line, cut after `length` characters. */
export function short(text: string, length: number): string {
  const flat = [...text.replace(/\s+/g, ' ').trim()];
  return flat.length > length ? `${flat.slice(0, length - 1).join('')}…` : flat.join('');
}

/** What a unit reported, with the office's word on it: 已完成（待审核）. */
export function reportedState({ status, decision }: NamedReport): string {
  if (decision === null || (status !== 'done' && status !== 'extension'))
    return STATE_WORDS[status];
  return `${STATE_WORDS[status]}（${DECISION_WORDS[status][decision]}）`;
}
