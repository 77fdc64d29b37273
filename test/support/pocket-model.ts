import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A request as an OpenAI-compatible service receives it. */
type ModelCall = { system: string; prompt: string; stream: boolean };

/** A reply: text, or an HTTP status to fail with. */
type Reply = string | { status: number };

export type PocketModel = {
  /** The settings that lead to it. */
  settings: { LLM_BASE_URL: string; LLM_API_KEY: string; LLM_MODEL: string };
  embedding: { EMBEDDING_BASE_URL: string; EMBEDDING_API_KEY: string; EMBEDDING_MODEL: string };
  calls: ModelCall[];
  /** What it says from now on. */
  says: (reply: (call: ModelCall) => Reply | Promise<Reply>) => void;
  /** The vector of a text from now on. */
  embeds: (vector: (text: string) => number[]) => void;
  close: () => Promise<void>;
};

type Message = { role: string; content: string | { text?: string }[] };

const textOf = ({ content }: Message) =>
  typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');

/** An OpenAI-compatible service on loopback that says what the test tells it to say. */
export async function startPocketModel(): Promise<PocketModel> {
  const calls: ModelCall[] = [];
  let reply: (call: ModelCall) => Reply | Promise<Reply> = () => '';
  let vector: (text: string) => number[] = () => [1];
  const app = new Hono();
  app.post('/v1/chat/completions', async (c) => {
    const body = await c.req.json<{ messages: Message[]; stream?: boolean; model: string }>();
    const of = (role: string) =>
      body.messages
        .filter((m) => m.role === role)
        .map(textOf)
        .join('\n');
    const call = { system: of('system'), prompt: of('user'), stream: body.stream === true };
    calls.push(call);
    const said = await reply(call);
    if (typeof said !== 'string') return c.json({ error: { message: 'away' } }, said.status as 500);
    const head = { id: 'chat-1', created: 0, model: body.model };
    if (!call.stream)
      return c.json({
        ...head,
        object: 'chat.completion',
        choices: [
          { index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      });
    const chunks = [...said].map((content) => ({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }],
    }));
    const last = {
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
    };
    const lines = [...chunks, last].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
    return c.body(`${lines.join('')}data: [DONE]\n\n`, 200, {
      'content-type': 'text/event-stream',
    });
  });
  app.post('/v1/embeddings', async (c) => {
    const { input, model } = await c.req.json<{ input: string[]; model: string }>();
    return c.json({
      object: 'list',
      model,
      data: input.map((text, index) => ({ object: 'embedding', index, embedding: vector(text) })),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `http://127.0.0.1:${port}/v1`;
  return {
    settings: { LLM_BASE_URL: url, LLM_API_KEY: 'sk-pocket', LLM_MODEL: 'pocket' },
    embedding: {
      EMBEDDING_BASE_URL: url,
      EMBEDDING_API_KEY: 'sk-pocket',
      EMBEDDING_MODEL: 'pocket',
    },
    calls,
    says: (next) => {
      reply = next;
    },
    embeds: (next) => {
      vector = next;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
