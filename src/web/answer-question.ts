import { html } from 'hono/html';
import { personRights } from '../policy/rights.ts';
import { searchPassages } from '../policy/search.ts';
import { sendingMoment } from '../remind/sending-moment.ts';
import {
  confirmAnswer,
  draftAnswer,
  dropAnswer,
  findCluster,
  type OfficeAnswer,
} from '../standard-answers/answer.ts';
import { type Clause, clauseOfPassage, loadClause } from '../standard-answers/clauses.ts';
import { QuestionForm } from '../standard-answers/clicks.ts';
import type { Cluster } from '../standard-answers/cluster.ts';
import { untilOf } from '../standard-answers/read-answer.ts';
import { placesOf } from '../standard-answers/tell.ts';
import { words } from '../standard-answers/wording.ts';
import { findPeople } from '../units/people-queries.ts';
import { loadPerson } from '../units/person.ts';
import { pageHead, section } from './pieces.ts';
import { asked, questionsPage } from './questions.ts';
import type { Answer, Html, Visit } from './visit.ts';

const HITS = 5;
const LONGEST = 1000;

type Field = (name: string) => string;

/** One group of questions with the ways to answer it: a clause of the library, own words, 不属于本局. */
export async function questionPage(visit: Visit, no: string): Promise<Answer> {
  const cluster = await findCluster(visit.deps.db, Number(no) || 0);
  return cluster ? open(visit, cluster) : questionsPage(visit, words.openUnknown(Number(no) || 0));
}

async function open(visit: Visit, cluster: Cluster, notice = ''): Promise<Answer> {
  const { db } = visit.deps;
  const text = visit.query('search') || (cluster.questions[0]?.question ?? '');
  const hits = await searchPassages(db, { text, audience: await audienceOf(visit), top: HITS });
  const title = words.openTitle(cluster.no);
  const submit = (kind: string, fields: Html | '', label: string, more = {}) =>
    html`<form method="post" action="${visit.link('/questions/draft')}">${hidden(visit, { no: String(cluster.no), form: kind, ...more })}${fields}<button type="submit">${label}</button></form>`;
  const select = (name: string, label: string, options: { text: string; value: string }[]) =>
    html`<label>${label} <select name="${name}">${options.map((o) => html`<option value="${o.value}">${o.text}</option>`)}</select></label> `;
  const body = html`
${pageHead(visit, title)}
${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
${section(words.listTitle, asked(visit, cluster.questions))}
${section(
  hits.length > 0 ? words.hitsTitle : words.hitsNone,
  html`<form method="get" action="${visit.link(`/questions/${cluster.no}`)}"><input type="text" name="search" value="${visit.query('search') ?? ''}" aria-label="${words.clauseLabel}"> <button type="submit">${words.clauseSubmit}</button></form>
<ol class="tasks">${hits.map(
    ({ passage, policy }) =>
      html`<li><p class="words">${passage.text}</p><p class="facts"><span>《${policy.title}》</span><span>${policy.number ?? ''}</span><span>${passage.path}</span></p>${submit('clause', '', words.choose, { passage: String(passage.number) })}</li>`,
  )}</ol>`,
)}
${section(
  words.textLabel,
  submit(
    'text',
    html`<textarea name="words" rows="4" cols="60" maxlength="${LONGEST}" required aria-label="${words.textLabel}"></textarea><p>${select('validity', words.validity, words.validities)}${select('visibility', words.visibility, words.visibilities)}</p>`,
    words.textSubmit,
  ),
)}
${section(
  words.redirectLabel,
  submit(
    'redirect',
    html`<input type="text" name="whom" maxlength="100" placeholder="${words.redirectHint}" aria-label="${words.redirectHint}"> `,
    words.redirectSubmit,
  ),
)}`;
  return { kind: 'page', title, body };
}

const hidden = (visit: Visit, fields: Record<string, string>) =>
  html`<input type="hidden" name="csrf" value="${visit.csrf}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

/** Keeps what the office wrote as a draft and shows it before anybody is told. */
export async function draftOnPage(visit: Visit, field: Field): Promise<Answer> {
  const { db } = visit.deps;
  const cluster = await findCluster(db, Number(field('no')) || 0);
  if (!cluster) return questionsPage(visit, words.settledBefore);
  const given = await readForm(visit, field);
  if (typeof given === 'string') return open(visit, cluster, given);
  const act = { actor: visit.personId ?? '', at: visit.now };
  const draft = await db.transaction((tx) =>
    draftAnswer({ ...visit.deps, db: tx }, act, cluster, given),
  );
  if (!draft) return { kind: 'missing' };
  const places = [...placesOf(cluster.questions).values()];
  const groups = draft.visibility === 'public' ? places.filter((p) => p.chatId).length : 0;
  const source = await sourceOf(visit, draft.policyId, draft.clause);
  const text =
    draft.kind === 'redirect' ? words.redirect(draft.text) : (source?.text ?? draft.text);
  const body = html`
${pageHead(visit, words.previewTitle)}
${section(
  draft.question,
  html`<p class="words">${text}</p>
${source ? html`<p class="facts">${words.source(source.policy.title, source.policy.number, source.section)}</p>` : ''}
<p class="facts">${words.by(draft.author, visit.today, draft.validUntil)}</p>
<p>${words.previewWho(places.length - groups, groups)}</p>
${draft.visibility === 'internal' ? html`<p>${words.previewInternal}</p>` : ''}
<div class="actions">${decision(visit, draft.id, 'yes', words.confirm)}${decision(visit, draft.id, 'no', words.drop)}</div>`,
)}`;
  return { kind: 'page', title: words.previewTitle, body };
}

const decision = (visit: Visit, id: string, agree: 'yes' | 'no', label: string) =>
  html`<form method="post" action="${visit.link('/questions/decide')}">${hidden(visit, { answer: id, agree })}<button type="submit">${label}</button></form>`;

/** What the form says, or the sentence that says what is missing. */
async function readForm(visit: Visit, field: Field): Promise<OfficeAnswer | string> {
  const kind = field('form');
  if (kind === 'clause') {
    const audience = await audienceOf(visit);
    const clause = await clauseOfPassage(visit.deps.db, audience, Number(field('passage')) || 0);
    return clause ? { kind: 'clause', clause } : words.stale;
  }
  const form = QuestionForm.safeParse({
    words: field('words'),
    validity: field('validity'),
    visibility: field('visibility'),
    whom: field('whom'),
  });
  if (!form.success || form.data.words.trim().length > LONGEST) return words.tooLong;
  const { words: text, whom, validity, visibility } = form.data;
  if (kind === 'redirect') return { kind: 'redirect', whom: whom.trim() };
  if (text.trim() === '') return words.emptyAnswer;
  return {
    kind: 'text',
    text: text.trim(),
    validUntil: untilOf(validity, visit.today),
    visibility: visibility === 'internal' ? 'internal' : 'public',
  };
}

/** 确认 or 放弃 of what was shown. */
export async function decideOnPage(visit: Visit, field: Field): Promise<Answer> {
  const { db } = visit.deps;
  const id = field('answer');
  if (field('agree') !== 'yes') {
    const dropped = await dropAnswer(db, id);
    return questionsPage(visit, dropped ? words.dropped : words.settledBefore);
  }
  const act = { actor: visit.personId ?? '', at: visit.now };
  const done = await db.transaction((tx) => confirmAnswer({ ...visit.deps, db: tx }, act, id));
  if (done.kind === 'settled-before') return questionsPage(visit, words.settledBefore);
  const isQuiet = (await sendingMoment(visit.deps, visit.now)) > visit.now;
  return questionsPage(visit, words.confirmed(done.told, isQuiet));
}

async function sourceOf(
  visit: Visit,
  policyId: string | null,
  clause: number | null,
): Promise<Clause | undefined> {
  if (policyId === null || clause === null) return undefined;
  return loadClause(visit.deps.db, await audienceOf(visit), { policyId, clause });
}

async function audienceOf({ deps, personId }: Visit) {
  const [row] = personId ? await findPeople(deps.db, [personId]) : [];
  const person = row && (await loadPerson(deps.db, row.openId));
  return { kind: 'person', ...personRights(person) } as const;
}
