import { z } from 'zod';
import { readReply } from '../progress/read-reply.ts';
import { type Command, eachLine, readArgs } from './command.ts';

const DAY = z.iso.date();

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  year: z.number().int().optional(),
  month: z.number().int().min(1).max(12),
  refDate: DAY,
  tasks: z.array(z.object({ no: z.number().int().positive(), content: z.string() })),
  text: z.string(),
});

/** `reply parse --jsonl`: how replies are understood, without touching any database. */
export const command: Command = {
  usage: 'reply parse --jsonl',
  needs: 'nothing',
  run: async (call) => {
    const args = readArgs(call.args, { flags: ['jsonl'] });
    if (!args?.flags.has('jsonl') || args.words.length > 0) {
      call.err(`用法：${command.usage}，从标准输入逐行读取 JSON`);
      return 2;
    }
    return eachLine(call, (value) => {
      const { id, ...input } = Line.parse(value);
      const reading = readReply(input);
      if (reading.kind === 'not_a_report')
        return { id, kind: reading.kind, act: reading.act, items: [] };
      const asks = reading.asks.map((a) => a.why);
      return {
        id,
        kind: reading.kind,
        items:
          reading.kind === 'report'
            ? reading.items.map(({ no, status, percent, eta, note }) => ({
                no,
                status,
                percent,
                eta,
                note,
              }))
            : [],
        ...(asks.length > 0 ? { asks } : {}),
      };
    });
  },
};
