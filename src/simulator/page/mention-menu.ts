import type { World } from '../pocket-api.ts';
import { faceOf } from './avatar.ts';
import { fill, h } from './dom.ts';
import { openRow, type Page } from './state.ts';
import { words } from './wording.ts';

type Candidate = { openId: string; name: string; about: string };

/** The bot first, then everybody at once, then the people, whoever spoke here before the others. */
function candidates(page: Page): Candidate[] {
  const { world, me, messages } = page.get();
  const spoke = new Set(messages?.map((m) => m.sender.openId));
  const people = world.people.filter((p) => p.openId !== me?.openId);
  return [
    { ...world.bot, about: words.chats.bot },
    { openId: 'all', name: words.message.all, about: '' },
    ...people
      .toSorted((a, b) => Number(spoke.has(b.openId)) - Number(spoke.has(a.openId)))
      .map((p) => ({ openId: p.openId, name: p.name, about: p.unit })),
  ];
}

/** The open_ids whose `@name` stands in the text; of two names that begin alike the longer one is meant. */
export function mentionedIn(text: string, world: World): string[] {
  const all = [
    world.bot,
    { openId: 'all', name: words.message.all },
    ...world.people.map((p) => ({ openId: p.openId, name: p.name })),
  ].toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  return all
    .filter(({ name }) => {
      const stands = rest.includes(`@${name}`);
      rest = rest.replaceAll(`@${name}`, ' ');
      return stands;
    })
    .map(({ openId }) => openId);
}

/** The list that opens while one writes `@…` in a group. */
export function createMentionMenu(page: Page, box: HTMLTextAreaElement) {
  const root = h('div', { class: 'mention-menu', role: 'listbox', hidden: true });
  let shown: Candidate[] = [];
  let at = 0;

  const written = () => {
    if (openRow(page.get())?.type !== 'group') return undefined;
    return /@([^\s@]*)$/.exec(box.value.slice(0, box.selectionStart))?.[1];
  };

  function close() {
    root.hidden = true;
    shown = [];
  }

  function draw() {
    fill(
      root,
      ...shown.map((candidate, index) =>
        h(
          'button',
          {
            type: 'button',
            role: 'option',
            'aria-selected': String(index === at),
            on: {
              // Before the box loses its focus and with it the caret.
              mousedown: (event) => event.preventDefault(),
              click: () => choose(candidate),
            },
          },
          faceOf(page.get().world, candidate.openId, candidate.name, 26),
          h('strong', {}, candidate.name),
          h('small', {}, candidate.about),
        ),
      ),
    );
    root.hidden = shown.length === 0;
    root.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function look() {
    const word = written();
    if (word === undefined) return close();
    shown = candidates(page).filter((c) => c.name.includes(word));
    at = 0;
    draw();
  }

  function choose(candidate: Candidate) {
    const before = box.value
      .slice(0, box.selectionStart)
      .replace(/@[^\s@]*$/, `@${candidate.name} `);
    box.value = before + box.value.slice(box.selectionStart);
    box.setSelectionRange(before.length, before.length);
    close();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  }

  box.addEventListener('input', look);
  box.addEventListener('click', look);
  box.addEventListener('blur', () => setTimeout(close, 150));

  return {
    root,
    /** Writes an `@` where the caret is and opens the list. */
    start: () => {
      const caret = box.selectionStart;
      const before = box.value.slice(0, caret);
      if (!before.endsWith('@')) box.setRangeText('@', caret, box.selectionEnd, 'end');
      box.focus();
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    /** Whether the open list has used the key. */
    takesKey: (event: KeyboardEvent): boolean => {
      const chosen = shown[at];
      if (root.hidden || !chosen) return false;
      if (event.key === 'ArrowDown') at = (at + 1) % shown.length;
      else if (event.key === 'ArrowUp') at = (at + shown.length - 1) % shown.length;
      else if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        choose(chosen);
        return true;
      } else if (event.key === 'Escape') {
        close();
        return true;
      } else return false;
      event.preventDefault();
      draw();
      return true;
    },
  };
}
