import type { World } from '../pocket-api.ts';
import { api, Refused, reason } from './api.ts';
import { fileBadge } from './attachment.ts';
import { openSheet } from './dialog.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Session } from './session.ts';
import { botChat, type Page } from './state.ts';
import { toast } from './toast.ts';
import { words } from './wording.ts';

/** The sheet of sample documents: to download, or to send to the bot at once. */
export function openSamples(page: Page, session: Session): void {
  const { world } = page.get();
  const close = openSheet(
    words.samples.title,
    h('p', { class: 'hint' }, words.samples.hint),
    ...world.samples.map((sample) =>
      h(
        'div',
        { class: 'sample' },
        fileBadge(sample.name),
        h('span', { class: 'who' }, h('strong', {}, sample.name), h('small', {}, sample.about)),
        h(
          'a',
          { class: 'plain', href: sample.url, download: sample.name },
          icon('download', 15),
          words.samples.download,
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'main',
            on: {
              click: () => {
                close();
                sendSample(sample, page, session).then(
                  () => toast('success', words.samples.sent(sample.name)),
                  (error: unknown) => toast('error', reason(error)),
                );
              },
            },
          },
          words.samples.send,
        ),
      ),
    ),
  );
}

async function sendSample(
  sample: World['samples'][number],
  page: Page,
  session: Session,
): Promise<void> {
  const chat = botChat(page.get());
  if (!chat) return;
  if (page.get().open !== chat.chatId) await session.openChat(chat.chatId);
  const response = await fetch(sample.url);
  if (!response.ok) throw new Refused(words.faults.status(response.status));
  const file = new File([await response.blob()], sample.name);
  const uploaded = await api.upload(file);
  await session.send({ chat: chat.chatId, attachment: uploaded.key });
}
