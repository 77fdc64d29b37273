import type { Day } from '../calendar/county-time.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { CARE_RULES } from './care-rules.ts';
import { COMMAND_RULES } from './command-rules.ts';
import type { AdminCommand } from './intent.ts';
import { MATTER_RULES } from './matter-rules.ts';
import { readSentence } from './sentence.ts';
import { fold } from './tidy.ts';

/** The order that a message gives, or undefined. Names in it are as written. */
export function readCommand(
  text: string,
  context: { refDate: Day; units: UnitNames },
): AdminCommand | undefined {
  const folded = fold(text);
  const sentence = readSentence(text, context.units, context.refDate);
  for (const { pattern, read } of [...CARE_RULES, ...MATTER_RULES, ...COMMAND_RULES]) {
    const m = pattern.exec(folded) ?? pattern.exec(sentence.text);
    const command = m && read(m.groups ?? {}, sentence, context.refDate);
    if (command) return command;
  }
  return undefined;
}
