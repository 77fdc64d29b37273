import { eraseWhole } from '../privacy/person.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage:
    'person erase OPEN_ID --yes，依规删除这个人的姓名、联系方式和写过的内容，数字保留，不能撤销',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['yes'] });
    const [openId, ...rest] = parsed?.words ?? [];
    if (!parsed || !openId || rest.length > 0) return usageError(call, command);
    const { db, now, newId, config } = databaseOf(call);
    if (!parsed.flags.has('yes')) {
      call.err('删除后不能恢复。请先用 person export 留存，确认后加 --yes 再运行一次；没有改动');
      return 1;
    }
    const act = { actor: 'cli', at: now() };
    const done = await eraseWhole(db, act, openId, newId);
    if (!done) {
      call.err(`库中没有 open_id 为 ${openId} 的人，没有改动`);
      return 1;
    }
    call.out(
      `已依规删除：${done.rows} 行内容、${done.details} 行审计细节；数字保留，审计链仍可核验（audit verify）`,
    );
    if (config.ADMIN_OPEN_IDS.includes(openId))
      call.err('此人还在 ADMIN_OPEN_IDS 中，请从设置里删去，否则下次启动会重新登记');
    call.err('以前的备份里仍有此人的内容，请按规定的期限销毁旧备份');
    return 0;
  },
};
