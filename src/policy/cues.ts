import type { Cue } from './cue.ts';
import { CUES_OF_APPLYING } from './cues-of-applying.ts';
import { CUES_OF_EFFECT } from './cues-of-effect.ts';
import { CUES_OF_SIZE } from './cues-of-size.ts';
import { CUES_OF_WINDOWS } from './cues-of-windows.ts';

/** In the order in which they are sought. */
export const CUES: readonly Cue[] = [
  ...CUES_OF_WINDOWS,
  ...CUES_OF_SIZE,
  ...CUES_OF_APPLYING,
  ...CUES_OF_EFFECT,
];

/** The cues of a question in its compared form, and the question without their words. */
export function readCues(plain: string): { cues: Cue[]; rest: string } {
  const cues: Cue[] = [];
  let rest = plain;
  for (const cue of CUES) {
    if (!cue.asked.test(rest)) continue;
    cues.push(cue);
    rest = rest.replace(cue.asked, (...match) => ` ${keptOf(match.at(-1))} `);
  }
  return { cues, rest };
}

const keptOf = (groups: unknown): string =>
  typeof groups === 'object' && groups !== null && 'kept' in groups
    ? String(groups.kept ?? '')
    : '';
