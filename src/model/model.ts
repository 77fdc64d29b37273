import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, NoObjectGeneratedError, Output, streamText } from 'ai';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** What is asked of the model: its standing orders, the material as plain text, and how long people can wait (ms). */
type ModelRequest = { system: string; prompt: string; timeoutMs?: number };

/** `unavailable`: away, too slow, refused. `nonsense`: it answered, but not in the shape asked for. */
type ModelAnswer<T> =
  | { kind: 'answered'; value: T }
  | { kind: 'unavailable' }
  | { kind: 'nonsense' };

/**
 * A configured chat model. Nothing in the product depends on it: every caller has what to say without it, and takes
 * what it says for the words of a stranger: checked, never obeyed.
 */
export type Model = {
  name: string;
  /** An object of the schema's shape. Never throws for what the model or the network did. */
  ask: <T>(request: ModelRequest & { schema: z.ZodType<T> }) => Promise<ModelAnswer<T>>;
  /** The answer's text as it grows; ends early, without an error, when the model does. */
  stream: (request: ModelRequest) => AsyncIterable<string>;
};

const PATIENCE_MS = 15_000;
const LONGEST_ANSWER_TOKENS = 1500;

/** The model the settings name; undefined where none is configured. */
export function openModel(
  config: Pick<Config, 'LLM_BASE_URL' | 'LLM_API_KEY' | 'LLM_MODEL'>,
): Model | undefined {
  const { LLM_BASE_URL: baseURL, LLM_API_KEY: apiKey, LLM_MODEL: name } = config;
  if (!baseURL || !name) return undefined;
  // Many compatible services know `json_object` only: the schema goes into the orders, and zod has the last word.
  const provider = createOpenAICompatible({ name: 'llm', baseURL, apiKey });
  const settings = ({ timeoutMs = PATIENCE_MS }: ModelRequest) => ({
    model: provider(name),
    temperature: 0,
    maxRetries: 1,
    maxOutputTokens: LONGEST_ANSWER_TOKENS,
    abortSignal: AbortSignal.timeout(timeoutMs),
  });
  return {
    name,
    ask: async (request) => {
      try {
        const { output } = await generateText({
          ...settings(request),
          system: `${request.system}\n\n${inShape(request.schema)}`,
          prompt: request.prompt,
          output: Output.json(),
        });
        const { success, data } = request.schema.safeParse(output);
        return success ? { kind: 'answered', value: data } : { kind: 'nonsense' };
      } catch (error) {
        return { kind: NoObjectGeneratedError.isInstance(error) ? 'nonsense' : 'unavailable' };
      }
    },
    async *stream(request) {
      const { textStream } = streamText({
        ...settings(request),
        system: request.system,
        prompt: request.prompt,
        // Without it the package prints the failed request, people's words included.
        onError: () => {},
      });
      try {
        yield* textStream;
      } catch {
        // The caller checks what came; an answer cut short fails that check.
      }
    },
  };
}

const inShape = (schema: z.ZodType) =>
  `只输出一个 JSON 对象，符合以下 JSON Schema，不要输出其他内容：\n${JSON.stringify(z.toJSONSchema(schema))}`;
