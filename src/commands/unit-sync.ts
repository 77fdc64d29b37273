import { deliverWaiting } from '../remind/remind.ts';
import { loadMatches } from '../units/load-matches.ts';
import { readDirectory } from '../units/read-directory.ts';
import { confirmMatches } from '../units/sync-directory.ts';
import { syncWords as words } from '../units/wording.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'unit sync [--confirm | --confirm-similar] [--json]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['confirm', 'confirm-similar', 'json'] });
    if (!parsed || parsed.words.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const read = await readDirectory(deps.feishu);
    if (read.kind !== 'read') {
      call.err(words.fault(read));
      return 1;
    }
    const found = await loadMatches(deps.db, read.departments);
    if (parsed.flags.has('json')) call.out(JSON.stringify({ ...found, failed: read.failed }));
    else {
      for (const m of found.matches)
        call.out(`${m.isSure ? words.sureTitle : words.nearTitle}：${words.line(m)}`);
      const rest = words.rest(found);
      if (rest) call.out(rest);
    }
    if (read.failed.length > 0) call.err(words.failed(read.failed));
    const similar = parsed.flags.has('confirm-similar');
    if (similar || parsed.flags.has('confirm')) {
      const wanted = found.matches.filter((m) => m.isSure || similar);
      const act = { actor: 'cli', at: deps.now() };
      const done = await deps.db.transaction(async (tx) => {
        const synced = await confirmMatches(tx, act, wanted, deps.newId);
        for (const m of wanted) await deliverWaiting({ ...deps, db: tx }, m.unitId, act.at);
        return synced;
      });
      call.err(words.done(done));
    } else if (found.matches.length > 0)
      call.err('核对后加 --confirm 确认名称一致的，加 --confirm-similar 连同相近的一起确认');
    return read.failed.length > 0 ? 1 : 0;
  },
};
