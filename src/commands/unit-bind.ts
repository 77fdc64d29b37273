import { deliverWaiting } from '../remind/remind.ts';
import { bindChat, bindPerson, type Post } from '../units/bind.ts';
import { findPersonByOpenId } from '../units/people-queries.ts';
import { findUnit, nearestUnits } from '../units/resolve.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

const POSTS: Post[] = ['member', 'liaison', 'deputy', 'office', 'leader', 'admin'];

export const command: Command = {
  usage: `unit bind 单位 --chat oc_… | --person ou_… [--role ${POSTS.join('|')}]`,
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['chat', 'person', 'role', 'name'] });
    const [name, ...rest] = parsed?.words ?? [];
    const { chat, person, role = 'member', name: shown } = parsed?.options ?? {};
    if (!parsed || !name || rest.length > 0 || Boolean(chat) === Boolean(person))
      return usageError(call, command);
    const post = POSTS.find((p) => p === role);
    if (!post) return usageError(call, command);
    const deps = databaseOf(call);
    const unit = await findUnit(deps.db, name);
    if (!unit) {
      const near = await nearestUnits(deps.db, name);
      call.err(
        `没有叫“${name}”的单位，没有改动。${near.length > 0 ? `相近的有：${near.join('、')}` : '请先导入计划，或用 unit list 查看'}`,
      );
      return 1;
    }
    const act = { actor: 'cli', at: deps.now() };
    if (chat) {
      const info = await deps.feishu.chatInfo(chat).catch(() => undefined);
      const group = { id: chat, ...(info ? { name: info.name } : {}) };
      await deps.db.transaction(async (tx) => {
        await bindChat(tx, act, group, unit.id, deps.newId);
        await deliverWaiting({ ...deps, db: tx }, unit.id, act.at);
      });
      call.out(`已将群 ${info?.name ?? chat} 绑定到 ${unit.name}`);
    } else if (person) {
      const known = await findPersonByOpenId(deps.db, person);
      const found =
        shown ?? known?.name ?? (await deps.feishu.userName(person).catch(() => undefined));
      const appointed = { openId: person, name: found ?? person, unitId: unit.id, post };
      const bound = await deps.db.transaction(async (tx) => {
        const done = await bindPerson(tx, act, appointed, deps.newId);
        await deliverWaiting({ ...deps, db: tx }, unit.id, act.at);
        return done;
      });
      call.out(
        `已将 ${found ?? person} 登记为 ${unit.name} ${POST_WORDS[post]}${bound.duty === 'deputy' && post === 'liaison' ? '（已有主联络员，登记为副联络员）' : ''}`,
      );
    }
    return 0;
  },
};

const POST_WORDS: Record<Post, string> = {
  member: '干部',
  liaison: '联络员',
  deputy: '副联络员',
  office: '督办人员',
  leader: '领导',
  admin: '管理员',
};
