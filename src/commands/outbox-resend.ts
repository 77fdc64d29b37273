import { recordAudit } from '../audit/record.ts';
import { resend } from '../outbox/stuck-queries.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'outbox resend 编号…，编号见 outbox list',
  needs: 'database',
  run: async (call) => {
    const keys = readArgs(call.args, {})?.words ?? [];
    if (keys.length === 0) return usageError(call, command);
    const { db, now } = databaseOf(call);
    let missing = 0;
    for (const key of keys) {
      const done = await db.transaction(async (tx) => {
        const revived = await resend(tx, key);
        if (revived)
          await recordAudit(tx, { actor: 'cli', at: now() }, 'outbox.resent', `message:${key}`);
        return revived;
      });
      if (done) call.out(`${key} 已重新排入发送`);
      else {
        missing++;
        call.err(`${key} 不在发不出的消息中，没有改动`);
      }
    }
    return missing > 0 ? 1 : 0;
  },
};
