import { isJson } from './json.ts';
import type { Declare } from './open-api.ts';
import type { Pocket } from './pocket.ts';
import { refuse } from './refusal.ts';

/** A minute of 16-bit samples at 16 kHz. */
const MOST_BYTES = 60 * 16_000 * 2;

/** Recognition of speech, by what the options hear in it. */
export function declareSpeech(pocket: Pocket, on: Declare): void {
  on('POST', '/open-apis/speech_to_text/v1/speech/file_recognize', ({ body }) => {
    const { hear } = pocket.options;
    if (!hear) return refuse(99991672, 'Access denied: speech_to_text:speech');
    const { speech, config } = body;
    if (!isJson(speech) || !isJson(config) || typeof speech.speech !== 'string')
      return refuse(1040101, 'invalid param', 400);
    const { file_id, format, engine_type } = config;
    const pcm = Buffer.from(speech.speech, 'base64');
    const isRight =
      /^\w{16}$/.test(String(file_id)) && format === 'pcm' && engine_type === '16k_auto';
    if (!isRight || pcm.length === 0 || pcm.length > MOST_BYTES)
      return refuse(1040101, 'invalid param', 400);
    return { kind: 'data', data: { recognition_text: hear(pcm) } };
  });
}
