import { decideStuck, type StuckDecision } from '../chat/orders/decide-stuck.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

/** Who decided, as the office reads it on its cards. */
const BY = '命令行';

/** A command that decides on each stuck message named by its key; a key it does not fit is said. */
export function eachMessage(of: {
  usage: string;
  decision: StuckDecision;
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
        const act = { actor: 'cli', at: now() };
        const done = await db.transaction((tx) =>
          decideStuck(tx, act, { key, decision: of.decision, by: BY }),
        );
        if (done) call.out(of.done(key));
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
