import { recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

/** A command that does one thing to each message named by its key, with its audit row; a key it does not fit is said. */
export function eachMessage(of: {
  usage: string;
  /** In the message's own transaction; false where nothing was changed. */
  run: (tx: Db, key: string) => Promise<boolean>;
  action: string;
  done: (key: string) => string;
  missing: (key: string) => string;
}): Command {
  const command: Command = {
    usage: of.usage,
    needs: 'database',
    run: async (call) => {
      const keys = readArgs(call.args, {})?.words ?? [];
      if (keys.length === 0) return usageError(call, command);
      const { db, now } = databaseOf(call);
      let missing = 0;
      for (const key of keys) {
        const isDone = await db.transaction(async (tx) => {
          if (!(await of.run(tx, key))) return false;
          await recordAudit(tx, { actor: 'cli', at: now() }, of.action, `message:${key}`);
          return true;
        });
        if (isDone) call.out(of.done(key));
        else {
          missing++;
          call.err(of.missing(key));
        }
      }
      return missing > 0 ? 1 : 0;
    },
  };
  return command;
}
