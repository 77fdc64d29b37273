import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Deps } from '../deps.ts';
import type { DocumentContent } from '../documents/document.ts';
import { refusalText } from '../documents/wording.ts';
import type { Call } from './command.ts';

/** A file that the person named; undefined, and said, where it cannot be read. Nothing has changed by then. */
export async function readNamed(call: Call, file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(resolve(call.cwd, file)).catch(() => undefined);
  if (!bytes) call.err(`读不到文件 ${file}，没有改动`);
  return bytes && new Uint8Array(bytes);
}

/** The content of a document that the person named, with its name; undefined, and said, where it cannot be read. */
export async function readNamedDocument(
  call: Call,
  { readDocument }: Pick<Deps, 'readDocument'>,
  file: string,
): Promise<{ name: string; content: DocumentContent } | undefined> {
  const bytes = await readNamed(call, file);
  if (!bytes) return undefined;
  const name = basename(file);
  const document = await readDocument({ name, bytes });
  if (document.kind === 'read') return { name, content: document.content };
  call.err(`${name}：${refusalText(document.refusal)}没有改动。`);
  return undefined;
}
