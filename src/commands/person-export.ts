import { exportPerson } from '../privacy/person.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { writeOut } from './write-out.ts';

export const command: Command = {
  usage: 'person export OPEN_ID [--out 文件.json]，库中关于这个人的全部内容',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['out'] });
    const [openId, ...rest] = parsed?.words ?? [];
    if (!parsed || !openId || rest.length > 0) return usageError(call, command);
    const found = await exportPerson(databaseOf(call).db, openId);
    if (!found) {
      call.err(`库中没有 open_id 为 ${openId} 的人`);
      return 1;
    }
    const text = JSON.stringify(found, null, 2);
    const { out } = parsed.options;
    if (!out) {
      call.out(text);
      return 0;
    }
    return writeOut(call, out, new TextEncoder().encode(`${text}\n`), `${openId} 的个人数据`);
  },
};
