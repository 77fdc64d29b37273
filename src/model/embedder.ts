import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { embedMany } from 'ai';
import type { Config } from '../config.ts';

/** Turns texts into vectors, one each, in order; undefined while the service is away. */
export type Embedder = {
  name: string;
  embed: (texts: string[], timeoutMs?: number) => Promise<number[][] | undefined>;
};

const PATIENCE_MS = 10_000;

/** The embedding service the settings name; undefined where none is configured. */
export function openEmbedder(
  config: Pick<Config, 'EMBEDDING_BASE_URL' | 'EMBEDDING_API_KEY' | 'EMBEDDING_MODEL'>,
): Embedder | undefined {
  const { EMBEDDING_BASE_URL: baseURL, EMBEDDING_API_KEY: apiKey, EMBEDDING_MODEL: name } = config;
  if (!baseURL || !name) return undefined;
  const model = createOpenAICompatible({ name: 'embedding', baseURL, apiKey }).embeddingModel(name);
  return {
    name,
    embed: async (values, timeoutMs = PATIENCE_MS) => {
      try {
        const { embeddings } = await embedMany({
          model,
          values,
          maxRetries: 1,
          abortSignal: AbortSignal.timeout(timeoutMs),
        });
        return embeddings.length === values.length ? embeddings : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
