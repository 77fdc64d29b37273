import { html } from 'hono/html';
import { listUnanswered } from '../policy/unanswered-queries.ts';
import { clusterQuestions } from '../standard-answers/cluster.ts';
import { words as answerWords } from '../standard-answers/wording.ts';
import { asOfText } from '../summary/wording.ts';
import { pageHead } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { words } from './wording.ts';

const ROWS = 500;

/** Policy questions that the library could not answer, the same one asked in several ways as one. */
export async function questionsPage(visit: Visit, notice = ''): Promise<Answer> {
  const rows = await listUnanswered(visit.deps.db, ROWS);
  const clusters = clusterQuestions(rows);
  const body = html`
${pageHead(visit, words.questions)}
${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
<p class="conclusion">${rows.length === 0 ? words.questionsNone : words.questionsHead(rows.length)}</p>
${
  rows.length === 0
    ? ''
    : html`<section class="card"><ol class="tasks">${clusters.map(({ questions }) => {
        const answerable = questions.find((q) => q.reason !== 'not-permitted');
        return html`<li>${asked(visit, questions)}${
          visit.access.answers && answerable
            ? html`<p class="actions"><a class="button" href="${visit.link(`/questions/${answerable.no}`)}">${answerWords.answerButton}</a></p>`
            : ''
        }</li>`;
      })}</ol></section>`
}`;
  return { kind: 'page', title: words.questions, body };
}

/** Who asked it, in which words, when. */
export function asked(visit: Visit, questions: Awaited<ReturnType<typeof listUnanswered>>): Html[] {
  const when = (at: Date) => asOfText(at, visit.deps.config.APP_TIMEZONE);
  return questions.map(
    (q) =>
      html`<p class="words">${q.question}</p><p class="facts"><span>${words.reasonWords[q.reason]}</span><span>${words.asker} ${q.asker ?? words.outsider}</span><span>${when(q.askedAt)}</span></p>`,
  );
}
