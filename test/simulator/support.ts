import { createDecipheriv, createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { Hono } from 'hono';
import { createClock } from '../../src/clock.ts';
import type { SimulatorOptions } from '../../src/simulator/options.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';

export const APP = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'secret of the pocket',
  encryptKey: 'test key',
  verificationToken: 'token of the pocket',
};

export const WANG = 'ou_wang';
export const LI = 'ou_li';
export const GROUP = 'oc_group';

/** A pocket Feishu with two people, one group and its clock on 2026-03-02, 09:00 in China. */
export function pocket(more: Partial<SimulatorOptions> = {}): Simulator {
  return createSimulator({
    app: { ...APP, callbackUrl: '' },
    bot: { name: '工信助手' },
    people: [
      { openId: WANG, name: '王芳', role: '联络员', unit: '县商务局', mobile: '13800000001' },
      { openId: LI, name: '李强', role: '督办人员', unit: '县科技经信局' },
    ],
    groups: [{ chatId: GROUP, name: '工业经济工作群', memberOpenIds: [WANG, LI] }],
    samples: [
      { name: '样例.txt', about: '一份样例', bytes: async () => new TextEncoder().encode('样例') },
    ],
    clock: createClock(new Date('2026-03-02T01:00:00Z')),
    timeZone: 'Asia/Shanghai',
    ...more,
  });
}

const nothing = () => {};
export const silent = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  trace: nothing,
};

let clients = 0;

/** The official SDK pointed at the pocket Feishu; each has its own token cache. */
export function sdk(domain: string, appSecret = APP.appSecret): Client {
  const space = new Map<string, unknown>();
  const prefix = String(clients++);
  return new Client({
    appId: APP.appId,
    appSecret,
    domain,
    loggerLevel: LoggerLevel.fatal,
    logger: silent,
    cache: {
      get: async (key) => space.get(prefix + String(key)),
      set: async (key, value) => {
        space.set(prefix + String(key), value);
        return true;
      },
    },
  });
}

/** The platform's code, whether the SDK resolved with it or threw an AxiosError. */
export async function codeOf(call: Promise<unknown>): Promise<{ code: number; msg: string }> {
  const read = (value: unknown): { code: number; msg: string } => {
    const { code = 0, msg = '' } = (value ?? {}) as { code?: number; msg?: string };
    return { code, msg };
  };
  try {
    return read(await call);
  } catch (error) {
    return read((error as { response?: { data?: unknown } }).response?.data);
  }
}

type Received = {
  header: { event_type: string; event_id: string; token: string; create_time: string };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events as the platform sends them
  event: any;
};

export type Listener = {
  url: string;
  events: Received[];
  /** Headers of the last request. */
  headers: () => Record<string, string>;
  /** Requests whose signature was wrong. */
  forged: () => number;
  answer: (answer: (event: Received) => Response | Promise<Response>) => void;
  close: () => Promise<void>;
};

/** An application that checks signatures over the raw body, decrypts, and answers as the test says. */
export async function listener(): Promise<Listener> {
  const events: Received[] = [];
  let forged = 0;
  let headers: Record<string, string> = {};
  let answer: (event: Received) => Response | Promise<Response> = () => Response.json({});
  const app = new Hono();
  app.post('/webhook/event', async (c) => {
    const raw = await c.req.text();
    headers = c.req.header();
    const expected = createHash('sha256')
      .update(headers['x-lark-request-timestamp'] ?? '')
      .update(headers['x-lark-request-nonce'] ?? '')
      .update(APP.encryptKey)
      .update(raw)
      .digest('hex');
    if (headers['x-lark-signature'] !== expected) {
      forged++;
      return c.text('forged', 401);
    }
    const event = JSON.parse(decrypt((JSON.parse(raw) as { encrypt: string }).encrypt)) as Received;
    events.push(event);
    return answer(event);
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    headers: () => headers,
    forged: () => forged,
    answer: (a) => {
      answer = a;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function decrypt(text: string): string {
  const key = createHash('sha256').update(APP.encryptKey).digest();
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
}

/** A small card with one button and one form. */
export function card(words = '请反馈进展') {
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: words } },
    header: { template: 'blue', title: { tag: 'plain_text', content: words } },
    body: {
      elements: [
        { tag: 'markdown', content: words },
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '已完成' },
          behaviors: [{ type: 'callback', value: { act: 'done', task: 7 } }],
        },
        {
          tag: 'form',
          name: 'progress',
          elements: [
            {
              tag: 'input',
              name: 'words',
              required: true,
              placeholder: { tag: 'plain_text', content: '进展' },
            },
            {
              tag: 'select_static',
              name: 'task',
              initial_index: 2,
              placeholder: { tag: 'plain_text', content: '任务' },
              options: ['11', '12'].map((value) => ({
                text: { tag: 'plain_text', content: value },
                value,
              })),
            },
            {
              tag: 'button',
              name: 'send',
              form_action_type: 'submit',
              text: { tag: 'plain_text', content: '提交' },
              behaviors: [{ type: 'callback', value: { act: 'report' } }],
            },
          ],
        },
      ],
    },
  };
}
