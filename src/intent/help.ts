import { button, type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import type { Person } from '../units/person.ts';
import type { SayClick } from './clicks.ts';
import { words } from './wording.ts';

/** Up to seven lines on what this person can do here, with buttons for it. */
export function helpCard(person: Person, chatType: 'p2p' | 'group'): Card {
  const isUnit = person.memberships.length > 0;
  const sees = person.roles.has('leader') || person.roles.has('office');
  const inPrivate = chatType === 'p2p';
  const lines = [
    words.helpAsk,
    ...(isUnit ? [words.helpReport, words.helpOwn] : []),
    ...(sees && inPrivate ? [words.helpLead] : []),
    ...(person.roles.has('leader') && inPrivate ? [words.helpLeader] : []),
    ...(person.roles.has('office') && inPrivate
      ? [words.helpOffice, words.helpMatters, words.helpLibrary]
      : []),
    ...(person.roles.has('admin') && inPrivate ? [words.helpAdmin] : []),
    ...(!isUnit && person.roles.size === 0 ? [words.helpOutsider] : []),
  ];
  const { buttons } = words;
  const texts = [
    ...(isUnit ? [buttons.myTasks, buttons.undo] : []),
    ...(sees && inPrivate ? [buttons.progress, buttons.year] : []),
    ...(person.roles.has('office') && inPrivate
      ? [buttons.preview, buttons.status, buttons.questions]
      : []),
  ];
  return card({
    title: words.helpTitle,
    summary: words.helpTitle,
    elements: [
      markdown(
        inPrivate ? escapeMarkdown(words.hello(person.name)) : escapeMarkdown(words.groupHello),
      ),
      ...lines.slice(0, 7).map((l) => markdown(l)),
      ...(texts.length > 0 ? [row(texts.map(sayButton))] : []),
    ],
  });
}

/** A button that is answered as if its text had been written. */
function sayButton(text: string) {
  return button({ text, value: { act: 'say', text } satisfies SayClick });
}

/** Asks again, with what may have been meant as buttons. */
export function askAgainCard(text: string, instead: string[]): Card {
  return card({
    title: words.helpTitle,
    template: 'grey',
    elements: [
      markdown(escapeMarkdown(text)),
      row([...instead, words.buttons.help].slice(0, 3).map(sayButton)),
    ],
  });
}

/** Says that a request was not understood and offers the two nearest things. */
export function unknownCard(text: string, nearest: string[]): Card {
  return card({
    title: words.helpTitle,
    template: 'grey',
    elements: [
      markdown(escapeMarkdown(words.unknown(text))),
      row([...nearest, words.buttons.help].map(sayButton)),
    ],
  });
}
