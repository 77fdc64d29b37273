import { broken, type Check } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { names, STATES, words } from '../doctor/wording.ts';
import { type Call, type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'doctor [--json]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['json'] });
    if (!parsed || parsed.words.length > 0) return usageError(call, command);
    return tell(call, await examine(databaseOf(call)));
  },
  unopened: (call, fault) =>
    tell(
      call,
      fault.kind === 'settings'
        ? fault.problems.map(({ name, message }) => ({
            name: names.settings,
            ...broken(words.settingWrong(name), message),
          }))
        : [
            {
              name: names.database,
              ...broken(words.databaseDown(fault.reason), words.databaseMend),
            },
          ],
    ),
};

function tell(call: Call, checks: Check[]): 0 | 1 {
  if (call.args.includes('--json')) call.out(JSON.stringify(checks));
  else
    for (const { name, state, says, mend } of checks)
      call.out(`${STATES[state]}  ${name}：${says}${mend ? `。处理：${mend}` : ''}`);
  return checks.some((c) => c.state === 'broken') ? 1 : 0;
}
