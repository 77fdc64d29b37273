import { clearAllTables } from '../db/clear.ts';
import type { Db } from '../db/db.ts';
import { doubtWaiting } from '../outbox/stuck-queries.ts';
import { setSetting } from '../settings/queries.ts';
import { pushPaused } from '../settings/setting.ts';
import type { Header, Trailer } from './format.ts';
import { sumOf } from './lines.ts';
import {
  isTableEmpty,
  listMigrations,
  listTables,
  setSequence,
  type TableShape,
  usePortableText,
  writeRows,
} from './queries.ts';
import { Damaged, readBackup } from './read.ts';

export type Restored =
  | { kind: 'restored'; at: Date; tables: number; rows: number; held: boolean }
  /** The database holds data already. */
  | { kind: 'not-empty'; table: string }
  /** A demonstration's backup for a real county, or the other way round. */
  | { kind: 'other-use'; usedWith: 'simulator' | 'feishu' }
  /** Written by a later version of the program. */
  | { kind: 'newer' }
  | { kind: 'damaged'; why: Damaged['why'] };

/** What a start writes into a database before anybody has used it. */
const WRITTEN_BY_START = new Set(['settings', 'admin_codes', 'send_rate']);

/** Since an older backup things were sent and said that it does not know of. */
const FRESH_MS = 3_600_000;

/** Rows in one statement, and their characters at most. */
const BATCH = { rows: 500, characters: 1_000_000 };

/**
 * Puts a backup into the database: all of it or nothing. The file is read through once before anything is touched; after
 * writing, every table is read back and compared by count and hash.
 *
 * Messages that waited in a backup older than an hour may have been sent since. They are marked 可能已送达, and pushing is
 * paused (`held`) until somebody has looked.
 */
export async function restoreBackup(
  db: Db,
  path: string,
  options: { force: boolean; use: 'simulator' | 'feishu'; now: Date },
): Promise<Restored> {
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  try {
    for await (const piece of readBackup(path)) {
      if (piece.kind === 'header') header = piece.header;
      if (piece.kind === 'trailer') trailer = piece.trailer;
    }
  } catch (error) {
    if (error instanceof Damaged) return { kind: 'damaged', why: error.why };
    throw error;
  }
  if (!header || !trailer) return { kind: 'damaged', why: 'incomplete' };
  const { usedWith } = header;
  if (usedWith !== 'nobody' && usedWith !== options.use) return { kind: 'other-use', usedWith };
  const tables = await listTables(db);
  const applied = await listMigrations(db);
  if (header.migrations.some((hash, i) => applied[i] !== hash) || !fits(header, tables))
    return { kind: 'newer' };
  const checked = { header, trailer, tables };
  return db.transaction(async (tx): Promise<Restored> => {
    await usePortableText(tx);
    if (!options.force)
      for (const { name } of tables)
        if (!WRITTEN_BY_START.has(name) && !(await isTableEmpty(tx, name)))
          return { kind: 'not-empty', table: name };
    await clearAllTables(tx);
    await writeAll(tx, path, checked.header);
    await compare(tx, checked);
    const at = new Date(checked.header.at);
    const held = options.now.getTime() - at.getTime() > FRESH_MS;
    if (held) {
      await doubtWaiting(tx);
      await setSetting(tx, pushPaused, true, options.now);
    }
    const sums = Object.values(checked.trailer.tables);
    const rows = sums.reduce((sum, t) => sum + t.rows, 0);
    return { kind: 'restored', at, tables: sums.length, rows, held };
  });
}

/** Whether each of its columns has a place here, and what is new here may be left out. */
function fits(header: Header, tables: TableShape[]): boolean {
  return header.tables.every((old) => {
    const here = tables.find((t) => t.name === old.name);
    const known = new Set(old.columns.map((c) => c.name));
    return (
      here !== undefined &&
      old.columns.every((c) => here.columns.some((h) => h.name === c.name)) &&
      here.columns.every((h) => h.optional || known.has(h.name))
    );
  });
}

async function writeAll(tx: Db, path: string, header: Header): Promise<void> {
  let into: Header['tables'][number] | undefined;
  let rows: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (into && rows.length > 0) await writeRows(tx, into.name, into.columns, rows);
    rows = [];
    characters = 0;
  };
  for await (const piece of readBackup(path)) {
    if (piece.kind === 'row') {
      rows.push(piece.text);
      characters += piece.text.length;
      if (rows.length >= BATCH.rows || characters >= BATCH.characters) await flush();
    } else {
      await flush();
      if (piece.kind === 'table') into = header.tables.find((t) => t.name === piece.name);
    }
  }
}

/** A difference here is a fault of the program, not of the file: the transaction ends with it. */
async function compare(
  tx: Db,
  of: { header: Header; trailer: Trailer; tables: TableShape[] },
): Promise<void> {
  for (const { name, columns } of of.header.tables) {
    const key = of.tables.find((t) => t.name === name)?.key ?? [];
    const written = await sumOf(tx, { name, columns, key });
    const meant = of.trailer.tables[name];
    if (written.rows !== meant?.rows || written.sha256 !== meant.sha256)
      throw new Error(`table ${name} does not hold what the backup holds`);
  }
  for (const [name, next] of Object.entries(of.trailer.sequences))
    await setSequence(tx, name, next);
}
