import { runReminders } from '../remind/run.ts';
import { type Command, databaseOf, readArgs, readInstant, usageError } from './command.ts';

export const command: Command = {
  usage: 'remind run --at 时间，时间如 2026-03-02T09:00:00+08:00',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['at'] });
    const at = readInstant(parsed?.options.at);
    if (!parsed || !at || parsed.words.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    if (at > deps.now() && !deps.config.simulator) {
      call.err('时间在将来，没有写入任何提醒。只有模拟模式可以提前执行');
      return 1;
    }
    const count = await runReminders(deps, at);
    call.out(count === 0 ? '没有新的提醒' : `已写入 ${count} 个单位的提醒，由服务发送`);
    return 0;
  },
};
