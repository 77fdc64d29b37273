import type { DocumentContent } from './document.ts';

/** Enough of a long document to judge it by. */
const SAMPLE = 20_000;
/** No word, number or address that people write is longer. */
const ENDLESS = /[\x21-\x7e]{80,}/gu;
/** One character over and over, in any script. */
const REPEATED = /(\S)\1{19,}/gu;
/** What no keyboard writes: controls, private use, unassigned, and where a decoder gave up. */
const NOISE = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;
const LETTER = /[\p{L}\p{N}]/gu;

/** Whether a document holds language or figures at all, whatever they say. A file that does not is of no use to anybody. Pure. */
export function isReadable(content: DocumentContent): boolean {
  const text = sampleOf(content).replace(/\s+/gu, ' ').trim();
  // Lines of dashes and dots are drawn in real tables too: only what is left counts.
  const kept = text.replace(ENDLESS, '').replace(REPEATED, '').replace(/\s/gu, '');
  if (kept.length === 0) return false;
  const isNoise = (kept.match(NOISE)?.length ?? 0) * 5 > kept.length;
  const isEndless = (text.match(ENDLESS) ?? []).join('').length * 10 > text.length * 9;
  return !isNoise && !isEndless && (kept.match(LETTER)?.length ?? 0) * 10 > kept.length;
}

function sampleOf({ blocks }: DocumentContent): string {
  let text = '';
  for (const block of blocks) {
    if (text.length >= SAMPLE) break;
    text +=
      block.kind === 'paragraph'
        ? `${block.text.slice(0, SAMPLE)}\n`
        : `${block.rows
            .slice(0, 200)
            .map((r) => r.map((c) => c.text).join(' '))
            .join('\n')}\n`;
  }
  return text;
}
