import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import type { CardAction, IncomingEvent } from '../../src/feishu/event.ts';
import { drainInbox } from '../../src/inbox/drain.ts';
import type { Handlers } from '../../src/inbox/handle.ts';
import { countRows, forgetOldRows, onceCardAction } from '../../src/inbox/queries.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { createStore } from '../../src/inbox/store.ts';
import { getSetting, setSetting } from '../../src/settings/queries.ts';
import { pushPaused } from '../../src/settings/setting.ts';
import { describeOnBoth } from '../support/databases.ts';
import { keptLog } from '../support/log.ts';
import { age, emptyQueues } from '../support/rows.ts';
import { clickPayload, payloadOf, textPayload } from '../support/signed.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const { log, lines } = keptLog();

const HANDLERS: Handlers = {
  event: async () => {},
  card: async () => ({}),
  parked: async () => {},
  lateAnswer: async () => {},
};

/** Sent one second after the other. */
const said = (chat: string, second: number, text: string, id = `om_${chat}_${second}`) =>
  textPayload(text, {
    chat_id: chat,
    message_id: id,
    create_time: String(NOW.getTime() + second * 1000),
  });

const textOf = (event: IncomingEvent) => (event.kind === 'message' ? event.text : event.kind);

describeOnBoth('the inbox', ({ db: database }) => {
  afterEach(() => emptyQueues(database()));

  const receiver = (handlers: Partial<Handlers> = {}, options = {}) =>
    createReceiver({
      db: database(),
      log,
      now: () => NOW,
      handlers: { ...HANDLERS, ...handlers },
      onStored: () => {},
      ...options,
    });
  type Payload = Parameters<ReturnType<typeof receiver>>[0];
  const take = (payload: Payload, receive = receiver()) =>
    receive(payload, JSON.stringify(payload));
  const drain = (handlers: Partial<Handlers>, options = {}) =>
    drainInbox(
      { db: database(), log, botOpenId: async () => 'ou_bot' },
      { ...HANDLERS, ...handlers },
      options,
    );

  test('an event that comes three times is handled once', async () => {
    const seen: string[] = [];
    const payload = said('oc_1', 1, '第1项已完成');
    const receive = receiver();
    // A re-push has another event id; the message is the same.
    const again = { ...payload, header: { ...payload.header, event_id: 'e2' } };
    const kinds = await Promise.all([payload, again, payload].map((p) => take(p, receive)));
    expect(kinds.map((r) => r.kind)).toEqual(['stored', 'duplicate', 'duplicate']);
    const handlers = { event: async (e: IncomingEvent) => void seen.push(textOf(e)) };
    expect(await drain(handlers)).toMatchObject({ done: 1 });
    expect(await take(payload)).toEqual({ kind: 'duplicate' });
    expect(await drain(handlers)).toMatchObject({ done: 0 });
    expect(seen).toEqual(['第1项已完成']);
  });

  test('hundreds of events at once are stored in groups, each of them answered for itself', async () => {
    const receive = receiver();
    const payloads = Array.from({ length: 350 }, (_, i) => said(`oc_${i % 7}`, i % 300, String(i)));
    const received = await Promise.all(payloads.map((p) => take(p, receive)));
    const fresh = received.filter((r) => r.kind === 'stored');
    expect(fresh).toHaveLength(new Set(payloads.map((p) => p.event.message)).size - repeated());
    function repeated() {
      const ids = payloads.map((p) => (p.event.message as { message_id: string }).message_id);
      return ids.length - new Set(ids).size;
    }
    expect(await countRows(database())).toMatchObject({ pending: fresh.length });
  });

  test('an event that the database refuses does not take the others of its group with it', async () => {
    const store = createStore(database(), 60_000);
    const row = { type: 't', lane: 'l', payload: '{}', sentAt: NOW, claimed: false };
    const results = await Promise.allSettled([
      store({ ...row, key: 'first' }),
      store({ ...row, key: 'good' }),
      store({ ...row, key: 'bad', sentAt: new Date(Number.NaN) }),
      store({ ...row, key: 'good too' }),
    ]);
    expect(results.map((r) => r.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  test('what people wrote is stored as it came, whatever characters are in it', async () => {
    const texts = ['\u0000', '\ud800 半个', '😀', "'; drop table inbox; --", '\\u0000', '"}'];
    const seen: string[] = [];
    for (const [i, text] of texts.entries()) await take(said('oc_1', i, `${text}。`));
    await drain({ event: async (e) => void seen.push(textOf(e)) });
    expect(seen).toEqual(texts.map((t) => `${t}。`));
  });

  test('events of one chat are handled in the order they were sent, chats side by side', async () => {
    for (const second of [3, 1, 2]) {
      for (const chat of ['oc_1', 'oc_2']) await take(said(chat, second, `${chat} ${second}`));
    }
    const seen: string[] = [];
    let atOnce = 0;
    let most = 0;
    await drain({
      event: async (event, work) => {
        most = Math.max(most, ++atOnce);
        // The first of one chat is at work until the other chat's is, however slow the machine.
        for (let waited = 0; most < 2 && waited < 200; waited++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        // Once it is committed the next of its chat may begin.
        await work.commit(async () => {
          seen.push(textOf(event));
          atOnce--;
        });
      },
    });
    expect(most).toBe(2);
    for (const chat of ['oc_1', 'oc_2']) {
      expect(seen.filter((s) => s.startsWith(chat))).toEqual([1, 2, 3].map((n) => `${chat} ${n}`));
    }
  });

  test('what a handler changes and "done" are one: a fault behind the change undoes it', async () => {
    await take(said('oc_1', 1, '暂停推送'));
    const pause = (fails: boolean) => ({
      event: async (_: IncomingEvent, work: Parameters<Handlers['event']>[1]) =>
        work.commit(async (tx: Db) => {
          await setSetting(tx, pushPaused, true, NOW);
          if (fails) throw new Error('the power went');
        }),
    });
    expect(await drain(pause(true))).toMatchObject({ failed: 1 });
    expect(await getSetting(database(), pushPaused)).toBe(false);
    expect(await countRows(database())).toMatchObject({ pending: 1, done: 0 });
    await age(database(), 'inbox', 60_000);
    expect(await drain(pause(false))).toMatchObject({ done: 1 });
    expect(await getSetting(database(), pushPaused)).toBe(true);
  });

  test('an event whose handler fails comes back later and later, holding up only its own chat', async () => {
    await take(said('oc_1', 1, 'a'));
    await take(said('oc_1', 2, 'b'));
    await take(said('oc_2', 1, 'c'));
    const seen: string[] = [];
    const handlers = {
      event: async (event: IncomingEvent) => {
        if (textOf(event) === 'a' && seen.filter((s) => s === 'a').length < 2) {
          seen.push('a');
          throw new Error('not yet');
        }
        seen.push(`${textOf(event)} done`);
      },
    };
    await drain(handlers);
    expect(seen.toSorted()).toEqual(['a', 'c done']);
    await age(database(), 'inbox', 1_000);
    await drain(handlers);
    await age(database(), 'inbox', 1_000);
    await drain(handlers);
    expect(seen.toSorted()).toEqual(['a', 'a', 'c done']);
    await age(database(), 'inbox', 5_000);
    await drain(handlers);
    expect(seen.slice(-2)).toEqual(['a done', 'b done']);
  });

  test('after the last try an event is parked with its reason, and the asker told in the same transaction', async () => {
    await take(said('oc_1', 1, '第1项已完成'));
    await take(said('oc_1', 2, '后面的话'));
    const told: string[] = [];
    const seen: string[] = [];
    const handlers: Partial<Handlers> = {
      event: async (event) => {
        if (textOf(event) === '第1项已完成') throw new Error('broken for good');
        seen.push(textOf(event));
      },
      parked: async (tx, event) => {
        await setSetting(tx, pushPaused, true, NOW);
        if (event.kind === 'message') told.push(event.messageId);
      },
    };
    for (let i = 0; i < 5; i++) {
      await drain(handlers);
      await age(database(), 'inbox', 600_000);
    }
    expect(told).toEqual(['om_oc_1_1']);
    expect(await getSetting(database(), pushPaused)).toBe(true);
    expect(await countRows(database())).toEqual({ pending: 0, done: 1, parked: 1 });
    expect(seen).toEqual(['后面的话']);
    expect(lines.at(-1)).toBeDefined();
  });

  test('an event is parked even when telling the asker fails', async () => {
    await take(said('oc_1', 1, 'x'));
    const handlers: Partial<Handlers> = {
      event: () => Promise.reject(new Error('broken')),
      parked: () => Promise.reject(new Error('broken as well')),
    };
    await drain(handlers, { patience: { leaseMs: 60_000, pausesMs: [] } });
    expect(await countRows(database())).toMatchObject({ parked: 1 });
  });

  test('an event whose process died comes back when the lease ends, not before', async () => {
    await take(said('oc_1', 1, 'x'));
    // A handler that never ends is what a killed process leaves behind.
    let begun = () => {};
    const dead = new Promise<void>((resolve) => {
      begun = resolve;
    });
    void drain({ event: () => new Promise(() => begun()) }, { atOnce: 1 });
    await dead;
    expect(await drain({})).toMatchObject({ done: 0 });
    await age(database(), 'inbox', 60_000);
    expect(await drain({})).toMatchObject({ done: 1 });
  });

  test('an event that kills every process is parked in the end', async () => {
    await take(said('oc_1', 1, 'x'));
    let parked = 0;
    for (let i = 0; i < 5; i++) {
      let begun = () => {};
      const dead = new Promise<void>((resolve) => {
        begun = resolve;
      });
      void drain({ event: () => new Promise(() => begun()) }, { atOnce: 1 });
      await dead;
      await age(database(), 'inbox', 60_000);
    }
    await drain({ parked: async () => void parked++ });
    expect(parked).toBe(1);
    expect(await countRows(database())).toMatchObject({ parked: 1 });
  });

  test('who lost its lease to another changes nothing', async () => {
    await take(said('oc_1', 1, 'x'));
    let changes = 0;
    const slow = drain(
      {
        event: async (_, work) => {
          await age(database(), 'inbox', 60_000);
          await drain({ event: async (_e, w) => w.commit(async () => void changes++) });
          await work.commit(async () => void changes++);
        },
      },
      { atOnce: 1 },
    );
    expect(await slow).toMatchObject({ lost: 1, done: 0 });
    expect(changes).toBe(1);
  });

  test('eight drains at once never handle an event twice', async () => {
    const receive = receiver();
    const payloads = Array.from({ length: 60 }, (_, i) => said(`oc_${i % 5}`, i, String(i)));
    await Promise.all(payloads.map((p) => take(p, receive)));
    const seen: string[] = [];
    const event: Handlers['event'] = async (e, work) =>
      work.commit(async () => void seen.push(textOf(e)));
    await Promise.all(Array.from({ length: 8 }, () => drain({ event })));
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    for (let chat = 0; chat < 5; chat++) {
      const ofChat = seen.map(Number).filter((n) => n % 5 === chat);
      expect(ofChat).toEqual(ofChat.toSorted((a, b) => a - b));
    }
  });

  test('whatever comes twice, late or in another order, each message is handled once', async () => {
    const run = fc.record({ ids: fc.array(fc.nat(6), { maxLength: 12 }), failing: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(run, async ({ ids, failing }) => {
        const handled: number[] = [];
        let fails = 1;
        const event: Handlers['event'] = async (e, work) => {
          const id = Number(textOf(e));
          if (id === failing && fails-- > 0) throw new Error('once');
          await work.commit(async () => void handled.push(id));
        };
        for (const id of ids) {
          await take(said(`oc_${id % 2}`, id, String(id)));
          await drain({ event });
        }
        await age(database(), 'inbox', 60_000);
        await drain({ event });
        expect(handled.toSorted()).toEqual([...new Set(ids)].toSorted());
        await emptyQueues(database());
      }),
      { numRuns: 15 },
    );
  });

  test('what was handled is forgotten after 7 days, what was not is kept', async () => {
    await take(said('oc_1', 1, 'old'));
    await drain({});
    await take(said('oc_1', 2, 'waiting'));
    await age(database(), 'inbox', 6 * 86_400_000);
    expect(await forgetOldRows(database())).toBe(0);
    await age(database(), 'inbox', 86_400_001);
    expect(await forgetOldRows(database())).toBe(1);
    expect(await countRows(database())).toEqual({ pending: 1, done: 0, parked: 0 });
  });

  const click = () => clickPayload({ tag: 'button', value: { act: 'report' } });
  const DONE = { toast: { type: 'success', content: '已登记' } } as const;

  test('of events that tell how something stands the newest counts, whenever they come', async () => {
    const seen: string[] = [];
    const bot = (what: string, second: number) =>
      payloadOf(
        {
          event_type: `im.chat.member.bot.${what}_v1`,
          create_time: String(NOW.getTime() + second * 1000),
        },
        { chat_id: 'oc_1', name: '群' },
      );
    const handlers = { event: async (e: IncomingEvent) => void seen.push(e.kind) };
    await take(bot('added', 2));
    await drain(handlers);
    await take(bot('deleted', 1));
    expect(await drain(handlers)).toMatchObject({ done: 1 });
    await take(bot('deleted', 3));
    await drain(handlers);
    expect(seen).toEqual(['bot-added', 'bot-removed']);
  });

  test('a click is answered with what the application says, once', async () => {
    const clicks: CardAction[] = [];
    const receive = receiver({
      card: async (action, work) => {
        await work.commit(async () => void clicks.push(action));
        return DONE;
      },
    });
    const payload = click();
    expect(await take(payload, receive)).toEqual({ kind: 'click', answer: DONE, late: false });
    expect(await take(payload, receive)).toEqual({ kind: 'duplicate' });
    expect(clicks).toMatchObject([{ openId: 'ou_li', value: { act: 'report' } }]);
    expect(await countRows(database())).toMatchObject({ done: 1, pending: 0 });
  });

  test('a click that fails says so at once and is not carried out behind the person’s back', async () => {
    const receive = receiver({ card: () => Promise.reject(new Error('broken')) });
    const received = await take(click(), receive);
    expect(received).toMatchObject({ answer: { toast: { type: 'error' } }, late: false });
    await age(database(), 'inbox', 600_000);
    let again = 0;
    await drain({
      card: async () => {
        again++;
        return {};
      },
    });
    expect(again).toBe(0);
  });

  test('a click that takes long is answered 处理中, and its card comes afterwards', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const late: unknown[] = [];
    const background: Promise<unknown>[] = [];
    const receive = receiver(
      {
        card: async () => {
          await slow;
          return DONE;
        },
        lateAnswer: async (_, action, answer) => void late.push([action.messageId, answer]),
      },
      { clickDeadlineMs: 10, background: (p: Promise<unknown>) => background.push(p) },
    );
    const received = await take(click(), receive);
    expect(received).toMatchObject({ answer: { toast: { type: 'info' } }, late: true });
    expect(late).toEqual([]);
    finish();
    await Promise.all(background);
    expect(late).toEqual([['om_card', DONE]]);
  });

  test('the time that storing a click takes counts: the person is never left without an answer', async () => {
    const late: unknown[] = [];
    const background: Promise<unknown>[] = [];
    const slowly = new Proxy(database(), {
      get: (db, name) =>
        name === 'execute'
          ? async (...of: Parameters<Db['execute']>) => {
              await new Promise((resolve) => setTimeout(resolve, 80));
              return db.execute(...of);
            }
          : Reflect.get(db, name),
    });
    const receive = receiver(
      {
        card: async () => {
          await new Promise((resolve) => setTimeout(resolve, 80));
          return DONE;
        },
        lateAnswer: async (_, action, answer) => void late.push([action.messageId, answer]),
      },
      {
        db: slowly,
        clickDeadlineMs: 100,
        background: (p: Promise<unknown>) => background.push(p),
      },
    );
    const received = await take(click(), receive);
    expect(received).toMatchObject({ answer: { toast: { type: 'info' } }, late: true });
    await Promise.all(background);
    expect(late).toEqual([['om_card', DONE]]);
  });

  test('what was done while the process could do nothing else refreshes the card too: the platform had given up', async () => {
    const late: unknown[] = [];
    const receive = receiver(
      {
        card: async () => {
          // Parsing a file keeps the only thread, and no timer runs meanwhile.
          const until = performance.now() + 60;
          while (performance.now() < until);
          return DONE;
        },
        lateAnswer: async (_, action, answer) => void late.push([action.messageId, answer]),
      },
      { clickDeadlineMs: 20 },
    );
    expect(await take(click(), receive)).toMatchObject({ kind: 'click' });
    await expect.poll(() => late).toEqual([['om_card', DONE]]);
  });

  test('a click whose process died is carried out after the lease, and the card refreshed', async () => {
    const late: unknown[] = [];
    void take(click(), receiver({ card: () => new Promise(() => {}) }, { clickDeadlineMs: 5 }));
    await expect.poll(() => countRows(database())).toMatchObject({ pending: 1 });
    await age(database(), 'inbox', 60_000);
    await drain({
      card: async () => DONE,
      lateAnswer: async (_, action, answer) => void late.push([action.messageId, answer]),
    });
    expect(late).toEqual([['om_card', DONE]]);
  });

  test('two people who click at once change the data once; after a new version the button works again', async () => {
    const clicked = (version: string) =>
      database().transaction((tx) =>
        onceCardAction(tx, {
          messageId: 'om_card',
          action: 'report:3',
          version,
          eventId: 'e',
          openId: 'ou_li',
        }),
      );
    const both = await Promise.all([clicked('1'), clicked('1')]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await clicked('2')).toBe(true);
  });

  test('an event of a type nobody knows is handled like any other', async () => {
    const kinds: string[] = [];
    await take(payloadOf({ event_type: 'contact.user.updated_v3' }, { object: { name: '李' } }));
    await drain({ event: async (e) => void kinds.push(e.kind === 'other' ? e.type : e.kind) });
    expect(kinds).toEqual(['contact.user.updated_v3']);
  });

  test('no line of the log holds what people wrote', async () => {
    await take(said('oc_1', 1, '这是群众举报内容'));
    await drain({
      event: (e) =>
        database()
          .execute(`select '${textOf(e)}' from nowhere`)
          .then(),
    });
    expect(lines.join('\n')).not.toContain('群众举报');
    expect(lines.join('\n')).toContain('nowhere');
  });
});
