import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBackup } from '../backup/write.ts';
import { faultReason } from '../fault-reason.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'backup 文件',
  needs: 'database',
  run: async (call) => {
    const [file, ...rest] = readArgs(call.args, {})?.words ?? [];
    if (!file || rest.length > 0) return usageError(call, command);
    const path = resolve(call.cwd, file);
    if (existsSync(path)) {
      call.err(`${file} 已存在，没有备份。请换一个文件名`);
      return 1;
    }
    const { db, now } = databaseOf(call);
    try {
      const { tables, rows, bytes } = await writeBackup(db, path, now());
      call.out(`已备份 ${tables} 张表、${rows} 行，${size(bytes)}：${file}`);
      return 0;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
      call.err(`${file}：写不进去（${faultReason(error)}），没有备份`);
      return 1;
    }
  },
};

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
