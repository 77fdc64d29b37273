import { html } from 'hono/html';
import { listUnanswered } from '../policy/unanswered-queries.ts';
import { asOfText } from '../summary/wording.ts';
import { pageHead } from './pieces.ts';
import type { Answer, Visit } from './visit.ts';
import { words } from './wording.ts';

const ROWS = 200;

/** Policy questions that the library could not answer. */
export async function questionsPage(visit: Visit): Promise<Answer> {
  const rows = await listUnanswered(visit.deps.db, ROWS);
  const when = (at: Date) => asOfText(at, visit.deps.config.APP_TIMEZONE);
  const body = html`
${pageHead(visit, words.questions)}
<p class="conclusion">${rows.length === 0 ? words.questionsNone : words.questionsHead(rows.length)}</p>
${
  rows.length === 0
    ? ''
    : html`<section class="card"><ol class="tasks">${rows.map(
        (q) =>
          html`<li><p class="words">${q.question}</p><p class="facts"><span>${words.reasonWords[q.reason]}</span><span>${words.asker} ${q.asker ?? words.outsider}</span><span>${when(q.askedAt)}</span></p></li>`,
      )}</ol></section>`
}`;
  return { kind: 'page', title: words.questions, body };
}
