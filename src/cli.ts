import { text } from 'node:stream/consumers';
import { createClock } from './clock.ts';
import type { Call } from './commands/command.ts';
import { COMMAND_NAMES, findCommand } from './commands/registry.ts';
import { parseConfig } from './config.ts';
import { faultReason } from './fault-reason.ts';
import { callHolder } from './local-socket.ts';
import { createDeps } from './node-deps.ts';
import { databaseFolder, openDatabase } from './open-database.ts';

const io = {
  stdin: () => text(process.stdin),
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
};

// `| head` has read enough: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

async function main(argv: string[]): Promise<number> {
  const found = await findCommand(argv);
  if (!found) {
    const asked = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
    const said = asked
      ? '用法：npm run -s cli -- 命令 …'
      : `没有这个命令：${argv.slice(0, 2).join(' ')}`;
    io.err(`${said}。可用的命令：${COMMAND_NAMES.join('、')}`);
    return 2;
  }
  const { command, args } = found;
  const call: Call = { args, cwd: process.cwd(), ...io };
  const needs = typeof command.needs === 'function' ? command.needs(args) : command.needs;
  if (needs === 'nothing') return command.run(call);

  const settings = parseConfig(process.env);
  if (!settings.ok) {
    const { problems } = settings;
    if (command.unopened) return command.unopened(call, { kind: 'settings', problems });
    for (const { name, message } of problems) io.err(`${name}：${message}`);
    return 2;
  }
  const { config } = settings;
  if (!config.DATABASE_URL) {
    const code = await callHolder(databaseFolder(config), { argv, cwd: call.cwd }, io);
    if (code !== undefined) return code;
  }
  const opened = await openDatabase(config).catch((error: unknown) => ({
    kind: 'failed' as const,
    reason: faultReason(error),
  }));
  if (opened.kind === 'failed') {
    const { reason } = opened;
    if (command.unopened) return command.unopened(call, { kind: 'database', reason });
    io.err(`数据库打不开：${reason}。请检查 DATABASE_URL 或 DATA_DIR`);
    return 1;
  }
  if (opened.kind === 'taken') {
    io.err(`数据目录 ${opened.folder} 正被另一个进程使用，请稍后再试`);
    return 1;
  }
  const clock = createClock(config.APP_NOW);
  try {
    const deps = createDeps({ config, db: opened.database.db, clock });
    return await command.run({ ...call, deps });
  } finally {
    await opened.database.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
