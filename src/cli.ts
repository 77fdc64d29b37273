import { text } from 'node:stream/consumers';
import type { Command } from './commands/command.ts';

/** Each command in a file of its own, loaded only when called: `reply parse` needs no database driver. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  'reply parse': () => import('./commands/reply-parse.ts'),
};

async function main(argv: string[]): Promise<number> {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((n) => n in COMMANDS);
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!name || !load) {
    console.error(
      `没有这个命令：${argv.slice(0, 2).join(' ')}。可用的命令：${Object.keys(COMMANDS).join('、')}`,
    );
    return 2;
  }
  const { command } = await load();
  return command.run({
    args: argv.slice(name.split(' ').length),
    cwd: process.cwd(),
    stdin: () => text(process.stdin),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
}

process.exitCode = await main(process.argv.slice(2));
