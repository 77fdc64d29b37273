import { recordAudit } from '../audit/record.ts';
import { removePolicy } from '../policy/remove-policy.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'policy remove 编号',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, {});
    const [id, ...rest] = read?.words ?? [];
    if (!read || !id || rest.length > 0) return usageError(call, command);
    const { db, now } = databaseOf(call);
    const result = await db.transaction(async (tx) => {
      const removed = await removePolicy(tx, id);
      if (removed.kind === 'removed')
        await recordAudit(tx, { actor: 'cli', at: now() }, 'policy.removed', `policy:${id}`);
      return removed;
    });
    if (result.kind === 'unknown') {
      call.err(`库中没有编号 ${id}，没有改动。用 policy list 查看编号`);
      return 1;
    }
    call.out(`已移出：《${result.policy.title}》（${result.policy.fileName}）`);
    return 0;
  },
};
