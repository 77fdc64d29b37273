import { html } from 'hono/html';
import { splitDay } from '../calendar/county-time.ts';
import { restsOn } from '../targets/cards.ts';
import { loadTargets, type TargetView } from '../targets/view.ts';
import { aimText, standingText, words } from '../targets/wording.ts';
import { pageHead, section } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';

/** The year's numeric targets: goal, standing, pace, and below each what it rests on. */
export async function targetsPage(visit: Visit): Promise<Answer> {
  const { year } = splitDay(visit.today);
  const views = await loadTargets(visit.deps.db, {
    year,
    today: visit.today,
    timeZone: visit.deps.config.APP_TIMEZONE,
  });
  const title = words.title(year);
  const behind = views.filter((v) => v.standing?.behind).length;
  const missing = views.filter((v) => !v.standing).length;
  const body = html`
${pageHead(visit, title)}
<p class="conclusion">${words.head(views.length, behind, missing)}</p>
${views.length === 0 ? '' : section(title, table(views))}`;
  return { kind: 'page', title, body };
}

function table(views: TargetView[]): Html {
  return html`<div class="scroll"><table>
<thead><tr><th>${words.goal}</th><th>${words.done}</th><th>${words.pace}</th></tr></thead>
<tbody>${views.map(
    (v) =>
      html`<tr><th scope="row">${aimText(v.target)}<details><summary>${words.sourceTitle}</summary><p>${v.target.source}</p>${
        v.values.length > 0 ? html`<p>${words.rests(restsOn(v))}</p>` : ''
      }</details></th><td>${standingText(v)}${v.standing?.forecast ? html`<br><small>${words.forecast(v.standing.forecast)}</small>` : ''}${
        v.awaited ? html`<br><small>${words.awaited(v.awaited)}</small>` : ''
      }</td><td class="count">${pace(v)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** A bar needs whole numbers; the figures beside it stay exact. */
function pace({ standing }: TargetView): Html | string {
  if (!standing?.percent || !standing.due) return '—';
  const done = Math.round(Number(standing.percent));
  return html`<span class="bar-cell"><progress max="100" value="${Math.min(100, done)}"></progress><span>${standing.percent}% / ${standing.due}%</span></span>`;
}
