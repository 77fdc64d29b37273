import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { APP, card, GROUP, pocket, sdk, silent, WANG } from './support.ts';

let sim: Simulator;
let base: string;
let ws: WSClient;
let seen: string[];
let fails: boolean;
/** How often the client has begun to listen: an event pushed between its connecting and its listening is lost to it. */
let listening: number;

const client = (appSecret = APP.appSecret, onError = (_e: Error) => {}) => {
  const ready = () => {
    listening += 1;
  };
  return new WSClient({
    appId: APP.appId,
    appSecret,
    domain: base,
    logger: silent,
    loggerLevel: LoggerLevel.fatal,
    onReady: ready,
    onReconnected: ready,
    onError,
  });
};

beforeEach(async () => {
  sim = pocket({ transport: 'websocket' });
  base = await sim.listen(0);
  seen = [];
  fails = false;
  listening = 0;
  ws = client();
  const eventDispatcher = new EventDispatcher({ logger: silent }).register({
    'im.message.receive_v1': async ({ message }) => {
      seen.push(message.content);
      if (fails) throw new Error('database away');
    },
    'card.action.trigger': async ({ action }: { action: { value: object } }) => ({
      toast: { type: 'success', content: JSON.stringify(action.value) },
    }),
  });
  await ws.start({ eventDispatcher });
  await sim.waitFor(() => listening === 1);
});
afterEach(async () => {
  ws.close({ force: true });
  await sim.close();
});

test('events reach the SDK’s WSClient without address or signature', async () => {
  sim.as(WANG).send('3月进度');
  await sim.idle();
  expect(seen).toEqual(['{"text":"3月进度"}']);
  expect(sim.waiting()).toEqual([]);
});

test('an event whose handler throws comes again', async () => {
  fails = true;
  sim.as(WANG).send('3月进度');
  await sim.idle();
  expect(sim.waiting()).toMatchObject([{ tries: 1 }]);
  fails = false;
  sim.clock.set(new Date(sim.clock.now().getTime() + 15_000));
  await sim.idle();
  expect(seen).toHaveLength(2);
  expect(sim.waiting()).toEqual([]);
});

test('a click is answered over the connection', async () => {
  const sent = await sdk(base).im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: GROUP, msg_type: 'interactive', content: JSON.stringify(card()) },
  });
  expect(await sim.as(WANG).press(sent.data?.message_id ?? '', '已完成')).toEqual({
    toast: { type: 'success', content: '{"act":"done","task":7}' },
  });
});

test('a cut connection comes back, and what failed meanwhile comes again', async () => {
  sim.long.drop();
  sim.as(WANG).send('断线时');
  await sim.idle();
  expect(seen).toEqual([]);
  await sim.waitFor(() => listening === 2);
  sim.clock.set(new Date(sim.clock.now().getTime() + 15_000));
  await sim.idle();
  expect(seen).toEqual(['{"text":"断线时"}']);
});

test('a wrong secret gets no connection', async () => {
  const errors: string[] = [];
  const stranger = client('wrong', (e) => errors.push(e.message));
  await stranger.start({ eventDispatcher: new EventDispatcher({ logger: silent }) });
  await sim.waitFor(() => errors.length > 0);
  expect(errors[0]).toContain('514');
  expect(sim.long.connections()).toBe(1);
  stranger.close();
});
