import { previewReminders } from '../remind/remind.ts';
import { type Command, databaseOf, readArgs, readInstant, usageError } from './command.ts';

export const command: Command = {
  usage: 'remind preview --at 时间 [--json]，时间如 2026-03-02T09:00:00+08:00',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['at'], flags: ['json'] });
    const at = readInstant(parsed?.options.at);
    if (!parsed || !at || parsed.words.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const context = { db: deps.db, timeZone: deps.config.APP_TIMEZONE };
    const planned = await previewReminders(context, at, deps.now());
    const rows = planned.map((p) => ({
      recipient: p.recipient,
      unit: p.unit.name,
      kind: 'month-card',
      tasks: p.items.map(({ item, role }) => ({
        month: item.month ?? p.month,
        seq: item.seq,
        content: item.content,
        role,
      })),
    }));
    if (parsed.flags.has('json')) call.out(JSON.stringify(rows));
    else if (rows.length === 0) call.out('这一时刻没有要发的提醒');
    else
      for (const r of rows) {
        const to = r.recipient.type === 'none' ? '无人接收，告知督办人员' : r.recipient.name;
        call.out(`${r.unit}（${r.tasks.length} 项）→ ${to}`);
      }
    return 0;
  },
};
