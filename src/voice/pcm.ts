import { OpusDecoder } from 'opus-decoder';
import { packetsOf } from './ogg.ts';

const HEAD = 'OpusHead';

/** Samples a second that Feishu's recognition takes (`16k_auto`). */
export const SAMPLE_RATE = 16_000;

/**
 * A voice message (Opus in Ogg, RFC 7845) as 16-bit little-endian mono PCM at 16 kHz; undefined for anything else. Runs
 * where WebAssembly may be compiled at run time: on Node, not on Workers.
 */
export async function pcmOf(voice: Uint8Array): Promise<Uint8Array | undefined> {
  const [head, , ...sound] = packetsOf(voice);
  if (!head || new TextDecoder('latin1').decode(head.subarray(0, 8)) !== HEAD) return undefined;
  const decoder = new OpusDecoder({
    sampleRate: SAMPLE_RATE,
    channels: Math.min(head[9] ?? 1, 2),
    preSkip: (head[10] ?? 0) + (head[11] ?? 0) * 256,
  });
  await decoder.ready;
  try {
    const { channelData, samplesDecoded } = decoder.decodeFrames(sound);
    const [left] = channelData;
    if (!left || samplesDecoded === 0) return undefined;
    const pcm = new DataView(new ArrayBuffer(samplesDecoded * 2));
    for (let i = 0; i < samplesDecoded; i++) {
      const sum = channelData.reduce((all, channel) => all + (channel[i] ?? 0), 0);
      const loud = Math.max(-1, Math.min(1, sum / channelData.length));
      pcm.setInt16(i * 2, Math.round(loud * 32_767), true);
    }
    return new Uint8Array(pcm.buffer);
  } finally {
    decoder.free();
  }
}
