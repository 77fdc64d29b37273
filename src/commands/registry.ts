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

export const COMMAND_NAMES = Object.keys(COMMANDS);
