import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Restored, restoreBackup } from '../backup/restore.ts';
import { asOfText } from '../summary/wording.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'restore 文件 [--force]，--force 清空库中现有的数据',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['force'] });
    const [file, ...rest] = parsed?.words ?? [];
    if (!parsed || !file || rest.length > 0) return usageError(call, command);
    const path = resolve(call.cwd, file);
    if (!existsSync(path)) {
      call.err(`读不到文件 ${file}，没有改动`);
      return 1;
    }
    const { db, now, config } = databaseOf(call);
    const done = await restoreBackup(db, path, {
      force: parsed.flags.has('force'),
      use: config.simulator ? 'simulator' : 'feishu',
      now: now(),
    });
    if (done.kind !== 'restored') {
      call.err(`${file}：${refusal(done)}，没有改动`);
      return 1;
    }
    const at = asOfText(done.at, config.APP_TIMEZONE);
    call.out(`已恢复到 ${at} 的数据：${done.tables} 张表、${done.rows} 行，数量与校验值一致`);
    if (done.held)
      call.out(
        '备份之后可能已发出过消息：当时待发的消息已标为“可能已送达”，推送已暂停。核对后请管理员私聊发送“恢复推送”',
      );
    return 0;
  },
};

function refusal(done: Exclude<Restored, { kind: 'restored' }>): string {
  switch (done.kind) {
    case 'not-empty':
      return `库中已有数据（表 ${done.table}）。确要清空后恢复，请加 --force；建议先用 backup 备份现有数据`;
    case 'other-use':
      return done.usedWith === 'simulator'
        ? '这是演示数据的备份，不能恢复到正式库'
        : '这是正式数据的备份，不能恢复到演示库。请先填写 FEISHU_APP_ID 等凭证';
    case 'newer':
      return '备份的表结构与本程序不一致，可能来自更新的版本。请先升级程序';
    case 'damaged':
      return DAMAGE[done.why];
  }
}

const DAMAGE = {
  'not-a-backup': '不是本程序的备份文件',
  incomplete: '文件不完整（可能没有复制完）',
  changed: '文件已损坏，内容与校验值不一致',
};
