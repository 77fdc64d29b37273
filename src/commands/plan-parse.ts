import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readDocument } from '../documents/read-document.ts';
import { refusalText } from '../documents/wording.ts';
import { readPlan } from '../plan/read-plan.ts';
import { notAPlanText } from '../plan/reading-wording.ts';
import { type Command, readArgs } from './command.ts';

const usage = 'plan parse FILE [--json]';

export const command: Command = {
  usage,
  needs: 'nothing',
  async run({ args, cwd, out, err }) {
    const given = readArgs(args, { flags: ['json'] });
    const file = given?.words[0];
    if (!given || file === undefined || given.words.length > 1) {
      err(`用法：${usage}`);
      return 2;
    }
    const name = basename(file);
    const bytes = await readFile(resolve(cwd, file)).catch(() => undefined);
    if (!bytes) {
      err(`${file}：没有这个文件，或无权读取。`);
      return 1;
    }
    const read = await readDocument({ name, bytes: new Uint8Array(bytes) });
    if (read.kind === 'refused') {
      err(`${name}：${refusalText(read.refusal)}`);
      return 1;
    }
    const result = readPlan(read.content, name);
    if (result.kind === 'not-a-plan') {
      err(`${name}：${notAPlanText(result.reason)}`);
      return 1;
    }
    const { plan } = result;
    if (given.flags.has('json')) out(JSON.stringify(plan));
    else {
      out(`${plan.title}：${plan.tasks.length} 项任务，${plan.problems.length} 处需要核对`);
      for (const t of plan.tasks) {
        const when = t.dueOn ?? (t.month === null ? '' : `${t.month}月`);
        out([t.seq, when, t.content, t.leadUnits.join('、'), t.coopUnits.join('、')].join('\t'));
      }
    }
    for (const { where, message } of plan.problems) err(`${where}：${message}`);
    return 0;
  },
};
