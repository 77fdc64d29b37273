import { listStuck } from '../outbox/stuck-queries.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

const STATES = { dead: '发不出', uncertain: '可能已送达' } as const;

export const command: Command = {
  usage: 'outbox list [--json]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['json'] });
    if (!parsed || parsed.words.length > 0) return usageError(call, command);
    // Without the contents: whoever keeps the server running need not read what people were told.
    const rows = (await listStuck(databaseOf(call).db)).map((m) => ({
      key: m.key,
      state: m.state,
      to: { type: m.toType, id: m.toId },
      reason: m.reason,
      code: m.code,
      createdAt: m.createdAt.toISOString(),
    }));
    if (parsed.flags.has('json')) call.out(JSON.stringify(rows));
    else if (rows.length === 0) call.out('没有发不出的消息');
    else
      for (const r of rows) {
        const why = [r.code, r.reason].filter((x) => x !== null).join(' ');
        call.out(`${r.key}  ${STATES[r.state]}  → ${r.to.id}${why ? `  ${why}` : ''}`);
      }
    return 0;
  },
};
