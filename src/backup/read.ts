import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { Header, Row, type Sum, TableStart, Trailer } from './format.ts';

/** What stands on one line of a backup. */
export type Piece =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; name: string }
  | { kind: 'row'; text: string }
  | { kind: 'trailer'; trailer: z.infer<typeof Trailer>['trailer'] };

/** Thrown for a file that is no backup, ends too early, or is not what was written. */
export class Damaged extends Error {
  readonly why: 'not-a-backup' | 'incomplete' | 'changed';

  constructor(why: 'not-a-backup' | 'incomplete' | 'changed') {
    super(why);
    this.why = why;
  }
}

/** Reads a backup line by line. Counts and hashes are checked on the way: whoever reads to the end has a whole backup. */
export async function* readBackup(path: string): AsyncGenerator<Piece> {
  const all = createHash('sha256');
  const sums: Record<string, Sum> = {};
  let table: { name: string; rows: number; hash: ReturnType<typeof createHash> } | undefined;
  let started = false;
  let trailer: z.infer<typeof Trailer>['trailer'] | undefined;
  const close = () => {
    if (table) sums[table.name] = { rows: table.rows, sha256: table.hash.digest('hex') };
    table = undefined;
  };
  for await (const text of linesOf(path)) {
    if (trailer) throw new Damaged('changed');
    const value = jsonOf(text, started);
    if (!started) {
      const header = Header.safeParse(value);
      if (!header.success) throw new Damaged('not-a-backup');
      started = true;
      all.update(`${text}\n`);
      yield { kind: 'header', header: header.data };
    } else if (table && Row.safeParse(value).success) {
      table.rows++;
      table.hash.update(`${text}\n`);
      all.update(`${text}\n`);
      yield { kind: 'row', text };
    } else if (TableStart.safeParse(value).success) {
      close();
      const { table: name } = TableStart.parse(value);
      table = { name, rows: 0, hash: createHash('sha256') };
      all.update(`${text}\n`);
      yield { kind: 'table', name };
    } else {
      close();
      const read = Trailer.safeParse(value);
      if (!read.success) throw new Damaged('changed');
      trailer = read.data.trailer;
    }
  }
  if (!trailer) throw new Damaged(started ? 'incomplete' : 'not-a-backup');
  if (trailer.sha256 !== all.digest('hex') || !sameSums(trailer.tables, sums))
    throw new Damaged('changed');
  yield { kind: 'trailer', trailer };
}

function sameSums(a: Record<string, Sum>, b: Record<string, Sum>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((n) => a[n]?.rows === b[n]?.rows && a[n]?.sha256 === b[n]?.sha256);
}

function jsonOf(text: string, started: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Damaged(started ? 'changed' : 'not-a-backup');
  }
}

/** Lines divided by line feeds only: Node's own reader also breaks at U+2028, which JSON may hold. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  let rest = '';
  try {
    for await (const bytes of file.pipe(gunzip)) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw damageOf(error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  if (rest !== '') throw new Damaged('incomplete');
}

/** Z_BUF_ERROR: the compressed stream ends in the middle; Z_DATA_ERROR: no gzip, or its check sum is wrong. */
function damageOf(error: unknown): unknown {
  if (error instanceof TypeError) return new Damaged('changed');
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'Z_BUF_ERROR') return new Damaged('incomplete');
  if (error.code === 'Z_DATA_ERROR')
    return new Damaged(/header/.test(error.message) ? 'not-a-backup' : 'changed');
  return error;
}
