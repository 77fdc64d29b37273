import { reason } from './api.ts';
import { h } from './dom.ts';
import type { Session } from './session.ts';
import { openRow, type Page } from './state.ts';
import { toast } from './toast.ts';
import { roleText, words } from './wording.ts';

const TALKATIVE = 6;

/** What a newcomer does first, shown while no conversation is open. */
export function welcome(): HTMLElement {
  return h(
    'div',
    { class: 'welcome' },
    h('h2', {}, words.welcome.title),
    h('ol', {}, ...words.welcome.steps.map((step) => h('li', {}, step))),
  );
}

/** Sentences to try with one click, as long as the conversation is young. */
export function suggestions(page: Page, session: Session): HTMLElement | undefined {
  const { me, messages, world } = page.get();
  const row = openRow(page.get());
  if (!me || !row || !messages || messages.length >= TALKATIVE) return undefined;
  const isBot = row.type === 'p2p';
  const mention = isBot ? '' : `@${world.bot.name} `;
  const sentences = [...words.welcome.anyone, ...(words.welcome.byRole[roleText(me.role)] ?? [])];
  return h(
    'div',
    { class: 'suggestions' },
    h('p', {}, isBot ? words.welcome.p2p(world.bot.name) : words.welcome.group(world.bot.name)),
    ...sentences.map((sentence) =>
      h(
        'button',
        {
          type: 'button',
          on: {
            click: () => {
              session
                .send({
                  chat: row.chatId,
                  text: mention + sentence,
                  mentions: isBot ? [] : [world.bot.openId],
                })
                .catch((error: unknown) => toast('error', reason(error)));
            },
          },
        },
        sentence,
      ),
    ),
  );
}
