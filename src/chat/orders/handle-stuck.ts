import type { Db } from '../../db/db.ts';
import type { Recipient } from '../../feishu/client.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { StuckNotice } from '../../outbox/outcome.ts';
import { findMessage } from '../../outbox/queries.ts';
import { StuckClick, stuckCard } from '../../outbox/stuck-card.ts';
import { takeUnasked } from '../../outbox/stuck-queries.ts';
import { stuckWords } from '../../outbox/wording.ts';
import { officePeople } from '../../remind/office-people.ts';
import { findChat } from '../../units/chat-queries.ts';
import { findPersonByOpenId } from '../../units/people-queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf } from '../context.ts';
import { words } from '../wording.ts';
import { decideStuck, stuckCardKey } from './decide-stuck.ts';

/** What the bot tells the office about sending: when that fails, asking the office again would fail too. */
const ABOUT_SENDING = /^(?:stuck|undeliverable|stopped|quota):/;

/** Puts a message that got stuck before each of the office, with the buttons 重新发送 and 已收到. */
export async function askOffice(tx: Db, message: StuckNotice): Promise<void> {
  if (ABOUT_SENDING.test(message.key)) return;
  const card = stuckCard({ ...message, to: await nameOf(tx, message.to) });
  for (const person of await officePeople(tx)) {
    if (person.unreachable) continue;
    await enqueue(tx, {
      key: stuckCardKey(message, person.id),
      to: { type: 'open_id', id: person.openId },
      content: { type: 'card', card },
      purpose: 'answer',
    });
  }
}

/** Asked about at a time, so that after a large restore the office's chats are not flooded at once. */
const ASKED_AT_ONCE = 10;

/** Asks the office about messages that a restored backup left in doubt: nobody was sending when they became so. */
export async function askAboutRestored(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    for (const row of await takeUnasked(tx, ASKED_AT_ONCE)) {
      const { key, claims, content } = row;
      if (row.optional) continue;
      const to: Recipient = { type: row.toType, id: row.toId };
      await askOffice(tx, { key, to, state: 'uncertain', claims, content });
    }
  });
}

export const STUCK_CLICKS: ClickHandler[] = [onClick(StuckClick, settle)];

async function settle(clicked: Clicked, click: StuckClick): Promise<Answered> {
  if (!clicked.context.person.roles.has('office')) {
    return refuse(words.notAllowed(words.office), 'not of the office');
  }
  const message = await findMessage(clicked.deps.db, click.key);
  if (message?.kind !== 'message') return forged('unknown message');
  return change(clicked, async (context) => {
    const done = await decideStuck(context.deps.db, actOf(context), {
      key: click.key,
      decision: click.act === 'outbox-resend' ? 'resend' : 'confirm',
      claims: click.claims,
      by: context.person.name,
    });
    return done ? ok(done.text, done.card) : info(stuckWords.settledBefore);
  });
}

async function nameOf(db: Db, to: Recipient): Promise<string> {
  const known =
    to.type === 'open_id' ? await findPersonByOpenId(db, to.id) : await findChat(db, to.id);
  return known?.name ?? to.id;
}
