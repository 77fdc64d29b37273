import type { Person } from '../pocket-api.ts';
import { avatar } from './avatar.ts';
import { openSheet } from './dialog.ts';
import { fill, h } from './dom.ts';
import type { Session } from './session.ts';
import type { Page } from './state.ts';
import { roleText, words } from './wording.ts';

/** The sheet on which one chooses whom to play, grouped by role. */
export function openPicker(page: Page, session: Session): void {
  const { world } = page.get();
  const list = h('div', { class: 'people' });
  const search = h('input', {
    type: 'search',
    class: 'search',
    placeholder: words.picker.search,
    'aria-label': words.picker.search,
    on: { input: () => draw(search.value) },
  });
  const close = openSheet(
    words.picker.title,
    h('p', { class: 'hint' }, words.picker.hint),
    world.people.length > 8 ? search : '',
    list,
  );

  function draw(wanted: string) {
    const found = world.people.filter((p) =>
      `${p.name} ${p.unit} ${roleText(p.role)}`.includes(wanted.trim()),
    );
    const roles = [...new Set(found.map((p) => roleText(p.role)))];
    fill(
      list,
      ...roles.flatMap((role) => [
        h('h3', {}, role, h('small', {}, words.roleHints[role] ?? '')),
        ...found.filter((p) => roleText(p.role) === role).map(row),
      ]),
      found.length === 0 && h('p', { class: 'hint' }, words.picker.none),
    );
  }

  function row(person: Person): HTMLElement {
    const isMe = person.openId === page.get().me?.openId;
    const waiting = page.get().waiting[person.openId] ?? 0;
    return h(
      'div',
      { class: `person-row${isMe ? ' current' : ''}` },
      h(
        'button',
        {
          type: 'button',
          class: 'person-choice',
          on: {
            click: () => {
              close();
              void session.become(person.openId);
            },
          },
        },
        avatar(person.openId, person.name, 40),
        h('span', { class: 'who' }, h('strong', {}, person.name), h('small', {}, person.unit)),
        waiting > 0 && h('span', { class: 'badge' }, String(waiting)),
        isMe && h('span', { class: 'role-tag' }, words.picker.current),
      ),
      h(
        'a',
        {
          class: 'quiet',
          href: `?as=${encodeURIComponent(person.openId)}`,
          target: '_blank',
          rel: 'noopener',
        },
        words.picker.newWindow,
      ),
    );
  }

  draw('');
}
