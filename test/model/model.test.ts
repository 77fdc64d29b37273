import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openEmbedder } from '../../src/model/embedder.ts';
import { type Model, openModel } from '../../src/model/model.ts';
import { type PocketModel, startPocketModel } from '../support/pocket-model.ts';

let pocket: PocketModel;
let model: Model;

beforeAll(async () => {
  pocket = await startPocketModel();
  const opened = openModel(pocket.settings);
  if (!opened) throw new Error('no model');
  model = opened;
});
afterAll(() => pocket.close());

const schema = z.object({ status: z.enum(['done', 'open']) });
const ask = (timeoutMs?: number) =>
  model.ask({ system: '读填报', prompt: '已完成', schema, timeoutMs });

test('without settings there is no model', () => {
  expect(openModel({ LLM_BASE_URL: undefined, LLM_API_KEY: undefined, LLM_MODEL: undefined })).toBe(
    undefined,
  );
});

test('an answer of the shape asked for is taken, and the service is told that shape', async () => {
  pocket.says(() => '{"status":"done"}');
  expect(await ask()).toEqual({ kind: 'answered', value: { status: 'done' } });
  expect(pocket.calls.at(-1)).toMatchObject({ prompt: '已完成' });
  expect(pocket.calls.at(-1)?.system).toContain('"enum":["done","open"]');
});

test.each(['好的，已完成', '{"status":"办结"}', '', '[]'])(
  'an answer of another shape is nonsense: %s',
  async (said) => {
    pocket.says(() => said);
    expect(await ask()).toEqual({ kind: 'nonsense' });
  },
);

test('a service that refuses, or is slower than people can wait, is unavailable', async () => {
  pocket.says(() => ({ status: 401 }));
  expect(await ask()).toEqual({ kind: 'unavailable' });
  pocket.says(() => new Promise((resolve) => setTimeout(() => resolve('{"status":"done"}'), 5000)));
  expect(await ask(50)).toEqual({ kind: 'unavailable' });
});

test('a streamed answer comes in pieces, and ends quietly where the service fails', async () => {
  const read = async () => {
    const pieces: string[] = [];
    for await (const piece of model.stream({ system: '答', prompt: '问' })) pieces.push(piece);
    return pieces;
  };
  pocket.says(() => '按条款办理');
  expect((await read()).join('')).toBe('按条款办理');
  pocket.says(() => ({ status: 400 }));
  expect(await read()).toEqual([]);
});

test('texts become vectors in order', async () => {
  pocket.embeds((text) => [text.length, 0.5]);
  const embedder = openEmbedder(pocket.embedding);
  expect(await embedder?.embed(['一', '二二'])).toEqual([
    [1, 0.5],
    [2, 0.5],
  ]);
});
