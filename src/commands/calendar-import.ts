import { ownDayProblem } from '../calendar/wording.ts';
import { importDays, readDaysFile } from '../remind/import-days.ts';
import { dayWords as words } from '../remind/wording.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { readNamedDocument } from './named-file.ts';

export const command: Command = {
  usage: 'calendar import 文件（xlsx、csv、txt、docx 等）',
  needs: 'database',
  run: async (call) => {
    const [file, ...rest] = readArgs(call.args, {})?.words ?? [];
    if (!file || rest.length > 0) return usageError(call, command);
    const deps = databaseOf(call);
    const document = await readNamedDocument(call, deps, file);
    if (!document) return 1;
    const { name, content } = document;
    const read = readDaysFile(content, name, true);
    switch (read.kind) {
      case 'no-days':
        call.err(`${name}：${words.noDays}没有改动。`);
        return 1;
      case 'wrong':
        for (const problem of read.problems) call.err(`${name} ${ownDayProblem(problem)}`);
        call.err(`共 ${read.problems.length} 行有误，整份没有存入`);
        return 1;
      case 'days': {
        const act = { actor: 'cli', at: deps.now() };
        const done = await deps.db.transaction((tx) => importDays(tx, act, read.days, deps.newId));
        call.out(done ? words.imported(done.years, done.moved) : words.same);
        return 0;
      }
    }
  },
};
