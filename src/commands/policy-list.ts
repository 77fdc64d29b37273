import { dayOf } from '../calendar/county-time.ts';
import { OWNER } from '../policy/audience.ts';
import { listPolicies } from '../policy/library.ts';
import { policyLine } from '../policy/wording.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'policy list [--json]',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, { flags: ['json'] });
    if (!read || read.words.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const policies = await listPolicies(deps.db, OWNER);
    const today = dayOf(deps.now(), deps.config.APP_TIMEZONE);
    if (read.flags.has('json')) {
      call.out(JSON.stringify(policies.map(({ scope: _, digest: __, ...shown }) => shown)));
    } else for (const policy of policies) call.out(policyLine(policy, today));
    return 0;
  },
};
