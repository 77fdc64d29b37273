import { dayOf } from '../calendar/county-time.ts';
import { describeDays } from '../remind/known-days.ts';
import { type Command, databaseOf, usageError } from './command.ts';

export const command: Command = {
  usage: 'calendar list',
  needs: 'database',
  run: async (call) => {
    if (call.args.length > 0) return usageError(call, command);
    const { db, now, config } = databaseOf(call);
    call.out(await describeDays(db, dayOf(now(), config.APP_TIMEZONE)));
    return 0;
  },
};
