import { rhythmSetting } from '../remind/rhythm.ts';
import { readRhythmFile, setRhythm } from '../remind/set-rhythm.ts';
import { getSetting } from '../settings/queries.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { readNamed } from './named-file.ts';

export const command: Command = {
  usage: 'remind config [文件.json]',
  needs: 'database',
  run: async (call) => {
    const [file, ...rest] = readArgs(call.args, {})?.words ?? [];
    if (rest.length > 0 || call.args.some((a) => a.startsWith('--')))
      return usageError(call, command);
    const { db, now, newId } = databaseOf(call);
    const before = await getSetting(db, rhythmSetting);
    if (!file) {
      call.out(JSON.stringify(before, null, 2));
      return 0;
    }
    const bytes = await readNamed(call, file);
    if (!bytes) return 1;
    const read = readRhythmFile(new TextDecoder().decode(bytes), before);
    if (read.kind === 'wrong') {
      for (const line of read.lines) call.err(`${file} ${line}`);
      call.err('没有改动');
      return 1;
    }
    const act = { actor: 'cli', at: now() };
    await db.transaction((tx) => setRhythm(tx, act, read.rhythm, newId));
    call.out(JSON.stringify(read.rhythm, null, 2));
    return 0;
  },
};
