import type { Person } from '../pocket-api.ts';
import { avatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import { openPicker } from './picker.ts';
import type { Session } from './session.ts';
import type { Page, State } from './state.ts';
import { roleText, words } from './wording.ts';

const SHOWN = 7;

/** The left rail: who one is, and the people one most likely wants to be next. */
export function createRail(page: Page, session: Session): HTMLElement {
  const mine = h('button', {
    type: 'button',
    class: 'rail-me',
    title: words.picker.open,
    on: { click: () => openPicker(page, session) },
  });
  const others = h('div', { class: 'rail-others' });
  const rail = h(
    'nav',
    { class: 'rail', 'aria-label': words.picker.open },
    mine,
    others,
    h(
      'button',
      {
        type: 'button',
        class: 'rail-more',
        title: words.picker.open,
        on: { click: () => openPicker(page, session) },
      },
      icon('more'),
      words.picker.open,
    ),
  );

  page.watch(
    (s) => s.me,
    (me) => {
      if (!me) return fill(mine);
      fill(
        mine,
        avatar(me.openId, me.name, 40),
        h('strong', {}, me.name),
        h('small', {}, roleText(me.role)),
      );
    },
  );
  const drawOthers = () => {
    const state = page.get();
    fill(others, ...nextPeople(state).map((p) => otherButton(p, state, session)));
  };
  page.watch((s) => s.me, drawOthers);
  page.watch((s) => s.world.people, drawOthers);
  page.watch((s) => s.waiting, drawOthers);
  return rail;
}

/** One of each role first, then those for whom something waits, then the rest, in the world's order. */
function nextPeople(state: State): Person[] {
  const others = state.world.people.filter((p) => p.openId !== state.me?.openId);
  const chosen = new Set<Person>();
  const roles = new Set<string>();
  for (const person of others) {
    if (!roles.has(person.role)) chosen.add(person);
    roles.add(person.role);
  }
  for (const person of others) if (state.waiting[person.openId]) chosen.add(person);
  for (const person of others) chosen.add(person);
  const shown = new Set([...chosen].slice(0, SHOWN));
  return others.filter((p) => shown.has(p));
}

function otherButton(person: Person, state: State, session: Session): HTMLElement {
  const waiting = state.waiting[person.openId] ?? 0;
  return h(
    'button',
    {
      type: 'button',
      class: 'rail-other',
      title: `${person.name} · ${roleText(person.role)} · ${person.unit}`,
      on: { click: () => void session.become(person.openId) },
    },
    avatar(person.openId, person.name, 32),
    h('small', {}, roleText(person.role)),
    waiting > 0 && h('span', { class: 'badge' }, waiting > 99 ? '99+' : String(waiting)),
  );
}
