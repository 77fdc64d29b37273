import { html } from 'hono/html';
import { type AuditEntry, listAuditOf } from '../audit/queries.ts';
import { asOfText } from '../summary/wording.ts';
import { findPeople } from '../units/people-queries.ts';
import { section } from './pieces.ts';
import type { Html, Visit } from './visit.ts';
import { changeWords, words } from './wording.ts';

/** Who changed what of a task in the plan, and when: by the audit, newest first; nothing where nobody changed it. */
export async function taskChanges(
  visit: Visit,
  task: { id: string; planId: string },
): Promise<Html | ''> {
  const { db, config } = visit.deps;
  const entries = await listAuditOf(db, [`task:${task.id}`, `plan:${task.planId}`]);
  const told = entries.flatMap((e) => {
    const what = wordsFor(e);
    return what ? [{ ...e, what }] : [];
  });
  if (told.length === 0) return '';
  const people = await findPeople(db, [...new Set(told.map((e) => e.actor))]);
  const names = new Map(people.map((p) => [p.id, p.name]));
  return section(
    words.planChanges,
    html`<ol class="history">${told.map(
      (e) =>
        html`<li><p class="facts"><time>${asOfText(e.at, config.APP_TIMEZONE)}</time><span>${names.get(e.actor) ?? words.bySystem}</span></p><p>${e.what}</p></li>`,
    )}</ol>`,
  );
}

/** What an audit row says of the plan; undefined for what is told elsewhere on the page. */
function wordsFor({ action, detail }: AuditEntry): string | undefined {
  const text = (key: string) => {
    const value = detail[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  switch (action) {
    case 'plan.published':
      return changeWords.published;
    case 'plan.revised':
      return changeWords.revised;
    case 'task.added':
      return changeWords.added;
    case 'task.restored':
      return changeWords.restored;
    case 'task.content':
      return changeWords.content;
    case 'task.units':
      return changeWords.units;
    case 'task.due':
      return changeWords.due(text('was'), text('dueOn'));
    case 'task.move':
      return changeWords.moved(text('was'), text('month'));
    case 'task.state':
      return changeWords.state(words.taskState, text('state'));
    case 'extension.agreed':
      return changeWords.extended(text('grantedOn'));
    case 'dispute.agreed':
      return changeWords.reassigned;
    default:
      return undefined;
  }
}
