import type { Attachment } from '../pocket-api.ts';
import { api, reason } from './api.ts';
import { fileBadge } from './attachment.ts';
import { fill, h } from './dom.ts';
import { acceptDrops } from './file-drop.ts';
import { icon } from './icons.ts';
import { createMentionMenu, mentionedIn } from './mention-menu.ts';
import { previewText } from './message.ts';
import type { Session } from './session.ts';
import { openRow, type Page } from './state.ts';
import { words } from './wording.ts';

type Pending = { file: File; uploaded?: Attachment };

/** Where one writes: Enter sends, Shift+Enter breaks the line, files are attached by button, paste or drop. */
export function createComposer(page: Page, session: Session): HTMLElement {
  const drafts = new Map<string, string>();
  let pending: Pending[] = [];
  let sending = false;

  const box = h('textarea', { rows: '1', enterkeyhint: 'send', 'aria-label': words.composer.send });
  const chooser = h('input', { type: 'file', multiple: true, hidden: true, class: 'file-input' });
  const quoteLine = h('div', { class: 'reply-line', hidden: true });
  const files = h('div', { class: 'pending-files' });
  const fault = h('p', { class: 'fault', role: 'alert', hidden: true });
  const menu = createMentionMenu(page, box);
  const at = h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': words.composer.mention,
      on: { click: menu.start },
    },
    '@',
  );
  const send = h(
    'button',
    { type: 'button', class: 'send', on: { click: () => void submit() } },
    icon('send', 18),
    words.composer.send,
  );
  const root = h(
    'div',
    { class: 'composer' },
    menu.root,
    fault,
    quoteLine,
    files,
    h(
      'div',
      { class: 'compose-row' },
      h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': words.composer.attach,
          on: { click: () => chooser.click() },
        },
        icon('attach', 20),
      ),
      at,
      box,
      send,
    ),
    chooser,
    h('div', { class: 'drop-hint' }, words.composer.drop),
  );

  function say(line: string | undefined) {
    fault.hidden = !line;
    fault.textContent = line ?? '';
  }

  function grow() {
    box.style.height = 'auto';
    // Not on the screen yet: there is nothing to measure.
    if (box.scrollHeight === 0) return;
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  }

  function add(list: Iterable<File>) {
    const all = [...list];
    const hollow = all.find((file) => file.size === 0);
    pending = [...pending, ...all.filter((file) => file.size > 0).map((file) => ({ file }))];
    // The platform takes no empty file: kept here, it would hold up everything behind it.
    say(hollow && words.composer.emptyFile(hollow.name));
    drawFiles();
    box.focus();
  }

  function drawFiles() {
    fill(
      files,
      ...pending.map((item) =>
        h(
          'span',
          { class: 'pending-file' },
          fileBadge(item.file.name),
          item.file.name,
          h(
            'button',
            {
              type: 'button',
              class: 'quiet',
              'aria-label': `${words.composer.remove} ${item.file.name}`,
              on: {
                click: () => {
                  pending = pending.filter((p) => p !== item);
                  drawFiles();
                },
              },
            },
            icon('close', 14),
          ),
        ),
      ),
    );
  }

  /** Files go first, each as its own message; what could not be sent stays in the composer. */
  async function submit() {
    const { open, replyTo, world } = page.get();
    const row = openRow(page.get());
    const text = box.value.trim();
    if (sending || !open || !row || (!text && pending.length === 0)) return;
    sending = true;
    root.classList.add('sending');
    say(undefined);
    write(open, '');
    const parent = replyTo ? { parentId: replyTo.messageId } : {};
    try {
      for (const item of [...pending]) {
        item.uploaded ??= await api.upload(item.file);
        await session.send({ chat: open, attachment: item.uploaded.key, ...parent });
        pending = pending.filter((p) => p !== item);
        drawFiles();
      }
      if (text) {
        const mentions = row.type === 'group' ? mentionedIn(text, world) : [];
        await session.send({
          chat: open,
          text,
          ...(mentions.length ? { mentions } : {}),
          ...parent,
        });
      }
      if (page.get().replyTo === replyTo) page.set({ replyTo: undefined });
    } catch (error) {
      // Before whatever was written in the meantime.
      write(open, [text, drafts.get(open)].filter(Boolean).join('\n'));
      if (page.get().open === open) say(reason(error));
    } finally {
      sending = false;
      root.classList.remove('sending');
    }
  }

  /** Changes what stands in the composer of a conversation, also of one that is no longer open. */
  function write(chatId: string, text: string) {
    drafts.set(chatId, text);
    if (page.get().open !== chatId) return;
    box.value = text;
    grow();
  }

  box.addEventListener('keydown', (event) => {
    // Enter that confirms a word of an input method is not Enter.
    if (event.isComposing || event.keyCode === 229) return;
    if (menu.takesKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  });
  box.addEventListener('input', () => {
    const { open } = page.get();
    if (open) drafts.set(open, box.value);
    grow();
  });
  box.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.files;
    if (pasted?.length) add(pasted);
  });
  chooser.addEventListener('change', () => {
    add(chooser.files ?? []);
    chooser.value = '';
  });
  acceptDrops(root, () => page.get().open !== undefined, add);

  page.watch(
    (s) => s.open,
    (open) => {
      box.value = drafts.get(open ?? '') ?? '';
      pending = [];
      drawFiles();
      say(undefined);
      const row = openRow(page.get());
      const bot = page.get().world.bot.name;
      at.hidden = row?.type !== 'group';
      box.placeholder = row?.type === 'group' ? words.composer.group(bot) : words.composer.p2p(bot);
      grow();
    },
  );
  page.watch(
    (s) => s.me,
    () => drafts.clear(),
  );
  page.watch(
    (s) => s.replyTo,
    (replyTo) => {
      quoteLine.hidden = !replyTo;
      fill(
        quoteLine,
        replyTo && h('span', {}, words.message.replyTo(replyTo.sender.name, previewText(replyTo))),
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            'aria-label': words.composer.cancelReply,
            on: { click: () => page.set({ replyTo: undefined }) },
          },
          icon('close', 16),
        ),
      );
      if (replyTo) box.focus();
    },
  );
  return root;
}
