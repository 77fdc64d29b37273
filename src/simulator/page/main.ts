import { api, reason } from './api.ts';
import { createBar } from './bar.ts';
import { createChatList } from './chat-list.ts';
import { createConversation } from './conversation.ts';
import { h } from './dom.ts';
import { openPicker } from './picker.ts';
import { createRail } from './rail.ts';
import { rememberedPerson, startSession } from './session.ts';
import { createPage } from './state.ts';
import { words } from './wording.ts';

async function start(): Promise<void> {
  const page = createPage(await api.world());
  const session = startSession(page, () => matchMedia('(width > 720px)').matches);

  const lost = h('p', { class: 'lost', role: 'status' }, words.faults.lost);
  page.watch(
    (s) => s.online,
    (online) => {
      lost.hidden = online;
    },
  );
  const app = h(
    'div',
    { class: 'app' },
    createBar(page, session),
    lost,
    h(
      'main',
      {},
      createRail(page, session),
      createChatList(page, session),
      createConversation(page, session),
    ),
  );
  page.watch(
    (s) => s.open,
    (open) => app.classList.toggle('talking', open !== undefined),
  );
  document.body.replaceChildren(app);

  const remembered = rememberedPerson();
  if (page.get().world.people.some((p) => p.openId === remembered)) {
    await session.become(remembered ?? '');
  } else openPicker(page, session);
}

start().catch((error: unknown) => {
  document.body.replaceChildren(h('p', { class: 'start-fault' }, words.faults.start));
  console.error(reason(error), error);
});
