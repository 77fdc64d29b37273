import { eraseContents } from '../audit/verify.ts';
import { instantOf } from '../calendar/county-time.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'audit erase --before 年-月-日，依规删除此日之前审计记录的内容，记录本身保留',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['before'] });
    const day = parsed?.options.before;
    if (!parsed || parsed.words.length > 0 || !day || !isRealDay(day))
      return usageError(call, command);
    const { db, now, config } = databaseOf(call);
    const before = instantOf(day, '00:00', config.APP_TIMEZONE);
    const erased = await eraseContents(db, { actor: 'cli', at: now() }, before);
    call.out(
      erased > 0
        ? `${day} 之前 ${erased} 行审计记录的内容已依规删除，审计中已记录此事`
        : `${day} 之前没有可删除的内容，没有改动`,
    );
    return 0;
  },
};

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
