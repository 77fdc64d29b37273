import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { faultReason } from '../fault-reason.ts';
import type { Call } from './command.ts';

/** Writes a file for people, whole or not at all; says what was written, or why it was not. */
export async function writeOut(
  call: Call,
  out: string,
  bytes: Uint8Array,
  what: string,
): Promise<0 | 1> {
  const path = resolve(call.cwd, out);
  // Beside its place, so that a full disk leaves no half a file under the name.
  const part = `${path}.${randomUUID()}`;
  try {
    await writeFile(part, bytes, { flag: 'wx' });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    call.err(`${out}：写不进去（${faultReason(error)}），没有写文件`);
    return 1;
  }
  call.out(`已导出 ${what}：${out}`);
  return 0;
}
