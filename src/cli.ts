import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createClock } from './clock.ts';
import type { Call } from './commands/command.ts';
import { findCommand, readHelp, unknownCommand } from './commands/registry.ts';
import { type ConfigResult, parseConfig } from './config.ts';
import { parseCounties } from './counties.ts';
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

async function main(words: string[]): Promise<number> {
  const { argv, county } = takeCounty(words);
  const help = await readHelp(argv);
  if (help) {
    help.forEach(io.out);
    return 0;
  }
  const found = await findCommand(argv);
  if (!found) {
    io.err(unknownCommand(argv));
    return 2;
  }
  const { command, args } = found;
  const call: Call = { args, cwd: process.cwd(), ...io };
  const needs = typeof command.needs === 'function' ? command.needs(args) : command.needs;
  if (needs === 'nothing') return command.run(call);

  const settings = await settingsOf(county);
  if (typeof settings === 'string') {
    io.err(settings);
    return 2;
  }
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

/** `--county ID` may stand anywhere; it belongs to no command. */
function takeCounty(words: string[]): { argv: string[]; county?: string } {
  const at = words.indexOf('--county');
  const county = words[at + 1];
  if (at < 0 || county === undefined) return { argv: words };
  return { argv: words.toSpliced(at, 2), county };
}

/** The settings of the county that is meant, or the line that says why there are none. */
async function settingsOf(county: string | undefined): Promise<ConfigResult | string> {
  const settings = parseConfig(process.env);
  const path = settings.ok ? settings.config.COUNTIES_FILE : undefined;
  if (!path) return county === undefined ? settings : '只有设置了 COUNTIES_FILE 才能用 --county';
  let file: string;
  try {
    file = await readFile(path, 'utf8');
  } catch (error) {
    return `COUNTIES_FILE：读不到 ${path}（${faultReason(error)}）`;
  }
  const read = parseCounties(file, process.env);
  if (!read.ok) return read.problems.map((p) => `${path}：${p}`).join('\n');
  const ids = read.counties.map((c) => c.id);
  const found = read.counties.find((c) => c.id === (county ?? (ids.length === 1 ? ids[0] : '')));
  if (found) return { ok: true, config: found.config };
  return county === undefined
    ? `请用 --county 说明是哪个县：${ids.join('、')}`
    : `没有 id 为 ${county} 的县，可用的有：${ids.join('、')}`;
}

process.exitCode = await main(process.argv.slice(2));
