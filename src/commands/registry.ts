import type { Command } from './command.ts';

/** Each command in a file of its own, loaded only when called: `reply parse` needs no database driver. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  'reply parse': () => import('./reply-parse.ts'),
  'query parse': () => import('./query-parse.ts'),
  'plan parse': () => import('./plan-parse.ts'),
  'policy add': () => import('./policy-add.ts'),
  'policy list': () => import('./policy-list.ts'),
  'policy remove': () => import('./policy-remove.ts'),
  'policy ask': () => import('./policy-ask.ts'),
  'policy search': () => import('./policy-search.ts'),
  'plan import': () => import('./plan-import.ts'),
  'unit list': () => import('./unit-list.ts'),
  'unit bind': () => import('./unit-bind.ts'),
  'unit alias': () => import('./unit-alias.ts'),
  'unit sync': () => import('./unit-sync.ts'),
  'calendar import': () => import('./calendar-import.ts'),
  'calendar list': () => import('./calendar-list.ts'),
  'remind preview': () => import('./remind-preview.ts'),
  'remind config': () => import('./remind-config.ts'),
  'remind run': () => import('./remind-run.ts'),
  'export tasks': () => import('./export-tasks.ts'),
  'export report': () => import('./export-report.ts'),
  'export burden': () => import('./export-burden.ts'),
  'person export': () => import('./person-export.ts'),
  'person erase': () => import('./person-erase.ts'),
  'export dispatch': () => import('./export-dispatch.ts'),
  'outbox list': () => import('./outbox-list.ts'),
  'outbox resend': () => import('./outbox-resend.ts'),
  'outbox confirm': () => import('./outbox-confirm.ts'),
  'audit verify': () => import('./audit-verify.ts'),
  'audit erase': () => import('./audit-erase.ts'),
  doctor: () => import('./doctor.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  summary: () => import('./summary.ts'),
  match: () => import('./match.ts'),
};

/** The command that these words begin with, and its own words. */
export async function findCommand(
  argv: string[],
): Promise<{ command: Command; args: string[] } | undefined> {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((n) => Object.hasOwn(COMMANDS, n));
  const load = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || !load) return undefined;
  return { command: (await load()).command, args: argv.slice(name.split(' ').length) };
}

const HELP = new Set(['help', '--help', '-h']);

/** `policy ask help` asks the library: the bare word is help only where a command's name would stand. */
const asksHelp = (argv: string[]) =>
  argv.some((w) => w !== 'help' && HELP.has(w)) ||
  argv.slice(0, Object.hasOwn(COMMANDS, argv[0] ?? '') ? 1 : 2).includes('help');

/** Words that ask how to use it all, a group of commands (`plan`), or one; undefined where they do not ask. */
export async function readHelp(argv: string[]): Promise<string[] | undefined> {
  if (!asksHelp(argv)) return undefined;
  const about = argv.filter((word) => !HELP.has(word));
  if (about.length === 0) return [USE, ...(await usages(Object.keys(COMMANDS)))];
  const found = await findCommand(about);
  if (found) return [found.command.usage];
  const group = commandsOf(about[0]);
  return group.length > 0 ? usages(group) : undefined;
}

/** What is said of words that are no command: those of the same group, or all. */
export function unknownCommand(argv: string[]): string {
  const [group, word] = argv;
  if (group === undefined) return `${USE}。可用的命令：${Object.keys(COMMANDS).join('、')}`;
  const own = commandsOf(group);
  const said = word === undefined ? `${group} 后面要写明做什么` : `没有这个命令：${group} ${word}`;
  if (own.length > 0) return `${said}。可用的有：${own.join('、')}`;
  const all = Object.keys(COMMANDS).join('、');
  return `没有这个命令：${argv.slice(0, 2).join(' ')}。可用的命令：${all}`;
}

const USE = '用法：npm run -s cli -- 命令 …';

const commandsOf = (group = '') => Object.keys(COMMANDS).filter((n) => n.startsWith(`${group} `));

const usages = (names: string[]) =>
  Promise.all(names.map(async (name) => (await COMMANDS[name]?.())?.command.usage ?? name));
