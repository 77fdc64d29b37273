import type { Day } from '../calendar/county-time.ts';
import type { AdminCommand } from './intent.ts';
import type { Sentence } from './sentence.ts';

export type Groups = Record<string, string | undefined>;

/** One way to give an order. `read` gives undefined where the words turn out to be something else. */
export type CommandRule = {
  pattern: RegExp;
  read: (groups: Groups, sentence: Sentence, today: Day) => AdminCommand | undefined;
  example: string;
};

/** Between words of an order. */
export const SP = '\\s*';
const END = '\\s*(?:吧|了|一下|谢谢)?[。.!~]*$';
/** A person's name, a unit's name, as part of a pattern. */
export const NAME = '[^\\s,。、的为是成做当任]{2,12}?';
export const UNIT_NAME = '[^\\s,。、]{2,20}?';

/** A rule for a whole message. */
export const rule = (words: string, example: string, read: CommandRule['read']): CommandRule => ({
  pattern: new RegExp(`^(?:请|麻烦)?(?:帮我|给我)?${words}${END}`, 'iu'),
  read,
  example,
});

/** The same for an order without slots. */
export const plain = (words: string, example: string, command: AdminCommand): CommandRule =>
  rule(`(?:${words})`, example, () => command);
