import { addAlias } from '../units/alias.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'unit alias 单位 别名',
  needs: 'database',
  run: async (call) => {
    const [unit, name, ...rest] = readArgs(call.args, {})?.words ?? [];
    if (!unit || !name || rest.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const done = await addAlias(deps.db, { actor: 'cli', at: deps.now() }, unit, name, deps.newId);
    switch (done.kind) {
      case 'added':
        call.out(`${name} 现在也指 ${done.unit.name}`);
        return 0;
      case 'known':
        call.out(`${name} 本来就指 ${done.unit.name}，没有改动`);
        return 0;
      case 'unit-unknown':
        call.err(
          `没有叫“${unit}”的单位，没有改动。${done.near.length > 0 ? `相近的有：${done.near.join('、')}` : '请用 unit list 查看'}`,
        );
        return 1;
      case 'in-use':
        call.err(
          `“${name}”已有计划任务或人员，是单位“${done.unit.name}”的名称，不能再作别名，没有改动`,
        );
        return 1;
    }
  },
};
