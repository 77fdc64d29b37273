import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packetsOf } from '../../src/voice/ogg.ts';
import { pcmOf, SAMPLE_RATE } from '../../src/voice/pcm.ts';

/** One second of 440 Hz, one channel, as a phone's voice message is packed. */
const tone = readFileSync(join(import.meta.dirname, 'tone.ogg'));

describe('a voice message', () => {
  test('becomes the samples that recognition takes: the tone that was sung, as long as it was', async () => {
    const pcm = await pcmOf(tone);
    if (!pcm) throw new Error('not read');
    const view = new DataView(pcm.buffer);
    const samples = Array.from({ length: pcm.length / 2 }, (_, i) => view.getInt16(i * 2, true));
    const seconds = samples.length / SAMPLE_RATE;
    expect(seconds).toBeGreaterThan(0.95);
    expect(seconds).toBeLessThan(1.1);
    const rising = samples.filter((s, i) => s >= 0 && (samples[i - 1] ?? 0) < 0).length;
    expect(Math.abs(rising / seconds - 440)).toBeLessThan(15);
    expect(Math.max(...samples)).toBeGreaterThan(8_000);
  });

  test('that was cut off is heard up to where it goes', async () => {
    const pcm = await pcmOf(tone.subarray(0, tone.length - 400));
    expect(pcm?.length ?? 0).toBeLessThan(((await pcmOf(tone))?.length ?? 0) + 1);
  });

  test('of another kind is said not to be one', async () => {
    expect(await pcmOf(new Uint8Array())).toBeUndefined();
    expect(
      await pcmOf(new TextEncoder().encode('OggS is only a word here, and no sound')),
    ).toBeUndefined();
  });

  test('of any bytes ends without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(tone.length - 1), (junk, at) => {
        const mixed = Buffer.concat([tone.subarray(0, at), junk]);
        expect(packetsOf(mixed).every((p) => p.length <= mixed.length)).toBe(true);
      }),
    );
  });
});
