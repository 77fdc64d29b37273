import { recordAudit } from '../audit/record.ts';
import { confirmDelivered } from '../outbox/stuck-queries.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'outbox confirm 编号…，编号见 outbox list',
  needs: 'database',
  run: async (call) => {
    const keys = readArgs(call.args, {})?.words ?? [];
    if (keys.length === 0) return usageError(call, command);
    const { db, now } = databaseOf(call);
    let missing = 0;
    for (const key of keys) {
      const done = await db.transaction(async (tx) => {
        const confirmed = await confirmDelivered(tx, key);
        if (confirmed)
          await recordAudit(tx, { actor: 'cli', at: now() }, 'outbox.confirmed', `message:${key}`);
        return confirmed;
      });
      if (done) call.out(`${key} 已确认送达`);
      else {
        missing++;
        call.err(`${key} 不在“可能已送达”的消息中，没有改动`);
      }
    }
    return missing > 0 ? 1 : 0;
  },
};
