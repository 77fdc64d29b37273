import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Deps } from '../deps.ts';
import { refusalText } from '../documents/wording.ts';
import { addPolicy } from '../policy/add-policy.ts';
import { addedText } from '../policy/wording.ts';
import { type Call, type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'policy add 文件… [--visibility public|internal]',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, { options: ['visibility'] });
    const visibility = read?.options.visibility;
    if (!read || read.words.length === 0) return usageError(call, command);
    if (visibility !== undefined && visibility !== 'public' && visibility !== 'internal')
      return usageError(call, command);
    const deps = databaseOf(call);
    let left = 0;
    for (const file of read.words) if (!(await addFile(call, deps, file, visibility))) left++;
    if (left > 0)
      call.err(
        `共 ${read.words.length} 个文件，${read.words.length - left} 个已处理，${left} 个未入库`,
      );
    return left > 0 ? 1 : 0;
  },
};

/** Adds one file, whole or not at all; what the file itself marks as 内部 is internal unless said otherwise. */
async function addFile(
  call: Call,
  deps: Deps,
  file: string,
  visibility: 'public' | 'internal' | undefined,
): Promise<boolean> {
  const name = basename(file);
  const bytes = await readFile(resolve(call.cwd, file)).catch(() => undefined);
  if (!bytes) {
    call.err(`${file}：没有这个文件，或无权读取，未入库`);
    return false;
  }
  const read = await deps.readDocument({ name, bytes: new Uint8Array(bytes) });
  if (read.kind === 'refused') {
    call.err(`${name}：${refusalText(read.refusal)}未入库`);
    return false;
  }
  const result = await addPolicy(deps, {
    fileName: name,
    content: read.content,
    visibility: { kind: visibility ?? (read.marking === 'internal' ? 'internal' : 'public') },
    addedBy: 'cli',
  });
  (result.kind === 'no-text' ? call.err : call.out)(addedText(name, result));
  return result.kind !== 'no-text';
}
