import { html } from 'hono/html';
import { listAllMemberships, listAllRoles, listPeople } from '../units/directory-queries.ts';
import { listUnits } from '../units/queries.ts';
import { pageHead, section } from './pieces.ts';
import type { Answer, Visit } from './visit.ts';
import { DUTY_WORDS, ROLE_WORDS, words } from './wording.ts';

/** Who speaks for which unit, and who holds a role of the county. */
export async function peoplePage(visit: Visit): Promise<Answer> {
  const { db } = visit.deps;
  const [people, roles, memberships, units] = await Promise.all([
    listPeople(db),
    listAllRoles(db),
    listAllMemberships(db),
    listUnits(db),
  ]);
  const person = new Map(people.map((p) => [p.id, p]));
  const ofUnit = Map.groupBy(memberships, (m) => m.unitId);
  const placed = new Set([...memberships, ...roles].map((m) => m.personId));
  const named = (personId: string, role: string) => {
    const p = person.get(personId);
    return html`<li>${p?.name ?? ''}<small>${role}</small>${p?.unreachable ? html`<span class="state s-none">${words.unreachable}</span>` : ''}</li>`;
  };
  const real = units.filter((u) => u.kind === 'unit');
  const alone = people.filter((p) => !placed.has(p.id));
  const body = html`
${pageHead(visit, words.people)}
<p class="conclusion">${words.peopleHead(people.length, real.length)}</p>
<p class="note">${words.peopleHow}</p>
${section(words.roles, html`<ul class="people">${roles.map((r) => named(r.personId, ROLE_WORDS[r.role]))}</ul>`)}
${section(
  words.unit,
  html`<div class="scroll"><table><thead><tr><th>${words.unit}</th><th>${words.members}</th></tr></thead><tbody>${real.map(
    (u) => {
      const own = ofUnit.get(u.id) ?? [];
      return html`<tr><th scope="row">${u.name}</th><td>${
        own.length === 0
          ? html`<span class="faint">${words.liaisonMissing}</span>`
          : html`<ul class="people">${own.map((m) => named(m.personId, DUTY_WORDS[m.duty]))}</ul>`
      }</td></tr>`;
    },
  )}</tbody></table></div>`,
)}
${alone.length > 0 ? section(words.unplaced, html`<ul class="people">${alone.map((p) => html`<li>${p.name}</li>`)}</ul>`) : ''}`;
  return { kind: 'page', title: words.people, body };
}
