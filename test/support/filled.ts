import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/commands/command.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import type { Deps } from '../../src/deps.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { createLog } from '../../src/log.ts';
import { fillCounty } from '../../src/sample/fill.ts';

/** The effects of a command line whose platform cannot be reached. */
export function commandDeps(
  db: Db,
  now: string,
  settings: Record<string, string> = {},
  baseUrl = 'http://127.0.0.1:65529',
): Deps {
  const log = createLog('error', () => {});
  const read = parseConfig(settings);
  if (!read.ok) throw new Error('wrong settings');
  const config: Config = read.config;
  return {
    db,
    now: () => new Date(now),
    newId: randomUUID,
    log,
    config,
    readDocument,
    feishu: createFeishu({ appId: 'cli_test', appSecret: 'test', baseUrl, log }),
  };
}

/** The sample county of 2026 as it stands at `now`. */
export async function fillSample(db: Db, now: string): Promise<Deps> {
  const deps = commandDeps(db, now);
  await fillCounty(deps, 2026);
  return deps;
}

/** Runs a command as the command line does. */
export async function runCommand(
  command: Command,
  deps: Deps,
  args: string[],
  cwd = process.cwd(),
  stdin = '',
): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run({
    args,
    cwd,
    stdin: async () => stdin,
    out: (l) => out.push(l),
    err: (l) => err.push(l),
    deps,
  });
  return { code, out, err };
}
