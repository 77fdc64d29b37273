import { html } from 'hono/html';
import { decideStuck, type StuckDecision } from '../chat/orders/decide-stuck.ts';
import type { Content } from '../feishu/client.ts';
import { FeishuError, treatmentOf } from '../feishu/errors.ts';
import { plainCard } from '../outbox/plain-card.ts';
import { listStuck, type StuckMessage } from '../outbox/stuck-queries.ts';
import { asOfText } from '../summary/wording.ts';
import { listChats } from '../units/chat-queries.ts';
import { listPeople } from '../units/directory-queries.ts';
import { pageHead, short } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { TREATMENT_WORDS, words } from './wording.ts';

/** Messages that did not, or perhaps did not, arrive: the office looks and decides. */
export async function undeliveredPage(visit: Visit, notice = ''): Promise<Answer> {
  const { db } = visit.deps;
  const stuck = await listStuck(db);
  const names = new Map([
    ...(await listPeople(db)).map((p) => [p.openId, p.name] as const),
    ...(await listChats(db)).map((c) => [c.id, words.group(c.name)] as const),
  ]);
  const uncertain = stuck.filter((m) => m.state === 'uncertain').length;
  const body = html`
${pageHead(visit, words.undelivered)}
${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
<p class="conclusion">${stuck.length === 0 ? words.undeliveredNone : words.undeliveredHead(stuck.length - uncertain, uncertain)}</p>
${stuck.length === 0 ? '' : html`<section class="card"><ol class="tasks">${stuck.map((m) => message(visit, m, names.get(m.toId) ?? m.toId))}</ol></section>`}`;
  return { kind: 'page', title: words.undelivered, body };
}

/** Carries out what the office decided on one message. Who may, and the form's token, have been checked. */
export async function decideUndelivered(
  visit: Visit,
  stuck: { key: string; decision: StuckDecision; claims: number },
): Promise<Answer> {
  const act = { actor: visit.personId ?? '', at: visit.now };
  const done = await visit.deps.db.transaction((tx) =>
    decideStuck(tx, act, { ...stuck, by: visit.name }),
  );
  const decided = stuck.decision === 'resend' ? words.resent : words.confirmed;
  return undeliveredPage(visit, done ? decided : words.settledBefore);
}

function message(visit: Visit, m: StuckMessage, recipient: string): Html {
  const when = asOfText(m.createdAt, visit.deps.config.APP_TIMEZONE);
  const button = (decision: StuckDecision, label: string) =>
    html`<form method="post" action="${visit.link(`/undelivered/${decision}`)}"><input type="hidden" name="csrf" value="${visit.csrf}"><input type="hidden" name="key" value="${m.key}"><input type="hidden" name="claims" value="${m.claims}"><button type="submit">${label}</button></form>`;
  return html`<li>
<div class="task-line"><strong>${words.recipient}：${recipient}</strong><span class="state s-blocked">${words[m.state]}</span></div>
<p class="facts"><span>${when}</span><span>${reasonOf(m)}</span>${m.code === null ? '' : html`<span>${words.code(m.code)}</span>`}</p>
${visit.access.undelivered === 'all' ? html`<p class="said">${short(textOf(m.content), 120)}</p>` : ''}
<div class="actions">${button('resend', words.resend)}${m.state === 'uncertain' ? button('confirm', words.confirm) : ''}</div>
</li>`;
}

/** The log keeps the exact reason; people are told what they can do something about. */
function reasonOf({ state, code }: StuckMessage): string {
  if (code === null) return state === 'uncertain' ? words.noReceipt : words.unknownReason;
  const { treatment } = treatmentOf(
    new FeishuError('send', { message: '', code, uncertain: false }),
  );
  return TREATMENT_WORDS[treatment] ?? words.unknownReason;
}

function textOf(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'card':
      return plainCard(content.card, 200);
    case 'file':
      return words.file;
  }
}
