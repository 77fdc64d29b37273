import { previewSending } from '../remind/sending.ts';
import { sendingWords } from '../remind/wording.ts';
import { type Command, databaseOf, readArgs, readInstant, usageError } from './command.ts';

export const command: Command = {
  usage: 'remind preview --at 时间 [--json]，时间如 2026-03-02T09:00:00+08:00',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['at'], flags: ['json'] });
    const at = readInstant(parsed?.options.at);
    if (!parsed || !at || parsed.words.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const rows = (await previewSending(deps, at, deps.now())).map((s) => ({
      recipient: s.recipient,
      unit: s.unit?.name ?? '',
      kind: s.kind,
      tasks: s.tasks,
    }));
    if (parsed.flags.has('json')) call.out(JSON.stringify(rows));
    else if (rows.length === 0) call.out('这一时刻没有要发的提醒');
    else
      for (const r of rows)
        call.out(sendingWords.line(r.kind, r.unit, r.tasks.length, r.recipient));
    return 0;
  },
};
