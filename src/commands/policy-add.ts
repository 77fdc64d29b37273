import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Deps } from '../deps.ts';
import { refusalText } from '../documents/wording.ts';
import { type AddPolicy, addPolicies } from '../policy/add-policy.ts';
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
    let kept = 0;
    for (let i = 0; i < read.words.length; i += BATCH) {
      const inputs = [];
      for (const file of read.words.slice(i, i + BATCH)) {
        const input = await readFileOf(call, deps, file, visibility);
        if (input) inputs.push(input);
      }
      const results = await addPolicies(deps, inputs);
      for (const [k, result] of results.entries()) {
        if (result.kind !== 'no-text') kept++;
        (result.kind === 'no-text' ? call.err : call.out)(
          addedText(inputs[k]?.fileName ?? '', result),
        );
      }
      if (read.words.length > BATCH)
        call.err(`已处理 ${Math.min(i + BATCH, read.words.length)} / ${read.words.length} 个文件`);
    }
    const left = read.words.length - kept;
    if (left > 0) call.err(`共 ${read.words.length} 个文件，${kept} 个在库，${left} 个未入库`);
    return left > 0 ? 1 : 0;
  },
};

/** Files kept in one transaction; a run that breaks off goes on where it stopped, what is in the library is skipped. */
const BATCH = 32;

/** A file's content; what the file itself marks as 内部 is internal unless said otherwise. */
async function readFileOf(
  call: Call,
  deps: Deps,
  file: string,
  visibility: 'public' | 'internal' | undefined,
): Promise<AddPolicy | undefined> {
  const name = basename(file);
  const bytes = await readFile(resolve(call.cwd, file)).catch(() => undefined);
  if (!bytes) {
    call.err(`${file}：没有这个文件，或无权读取，未入库`);
    return undefined;
  }
  const read = await deps.readDocument({ name, bytes: new Uint8Array(bytes) });
  if (read.kind === 'refused') {
    call.err(`${name}：${refusalText(read.refusal)}未入库`);
    return undefined;
  }
  return {
    fileName: name,
    content: read.content,
    visibility: { kind: visibility ?? (read.marking === 'internal' ? 'internal' : 'public') },
    addedBy: 'cli',
  };
}
