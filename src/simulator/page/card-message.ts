import type { ClickInput } from '../pocket-api.ts';
import { api, fileUrl, reason } from './api.ts';
import { type DrawnCard, drawCard } from './card/card.ts';
import { confirmed, openPicture } from './dialog.ts';
import { h } from './dom.ts';
import { nameOf, type Page } from './state.ts';
import { toast } from './toast.ts';
import { words } from './wording.ts';

export type CardView = {
  root: HTMLElement;
  /** Draws another version of the card in the same place. */
  update: (card: unknown) => void;
  dispose: () => void;
};

/**
 * A card inside the conversation. While a click is on its way the card is locked, and a new version that arrives meanwhile
 * waits for the answer, so that the button pressed does not vanish under the finger.
 */
export function showCard(
  messageId: string,
  first: unknown,
  page: Page,
  memory: Map<string, unknown>,
): CardView {
  const root = h('div', { class: 'card-frame' });
  let drawn: DrawnCard | undefined;
  let waiting: { card: unknown } | undefined;
  let busy = false;

  function update(card: unknown) {
    if (busy) {
      waiting = { card };
      return;
    }
    drawn?.dispose();
    const { world } = page.get();
    drawn = drawCard(card, {
      people: world.people,
      nameOf: (openId) => nameOf(page.get().world, openId),
      timeZone: world.timeZone,
      fileUrl,
      openPicture,
      memory,
      confirmed,
      notify: toast,
      click,
    });
    root.replaceChildren(drawn.root);
  }

  async function click(action: ClickInput['action'], origin: HTMLElement): Promise<boolean> {
    const { me } = page.get();
    if (busy || !me) return false;
    busy = true;
    root.classList.add('busy');
    origin.classList.add('loading');
    origin.setAttribute('aria-busy', 'true');
    try {
      const { toast: said, error } = await api.click({ as: me.openId, messageId, action });
      if (said) toast(said.type, said.content);
      if (error) toast('error', words.card.error(error.message, error.code));
      return !error && said?.type !== 'error';
    } catch (error) {
      toast('error', reason(error));
      return false;
    } finally {
      busy = false;
      root.classList.remove('busy');
      origin.classList.remove('loading');
      origin.removeAttribute('aria-busy');
      // A form first forgets the drafts that its submission has delivered.
      setTimeout(() => {
        if (waiting) update(waiting.card);
        waiting = undefined;
      });
    }
  }

  update(first);
  return { root, update, dispose: () => drawn?.dispose() };
}
