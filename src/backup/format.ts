import { z } from 'zod';

/**
 * A backup is a gzip of JSON lines: a header, then each table with its rows, then a trailer. Values are PostgreSQL's own
 * text of them, so that embedded and Postgres databases read each other's. Tables come in an order in which every row
 * finds those it refers to.
 */
export const FORMAT = 'gongxin-backup-1';

const Column = z.object({ name: z.string(), type: z.string() });

export const Header = z.object({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  /** What the database was used with: see the setting of that name. */
  usedWith: z.enum(['nobody', 'simulator', 'feishu']),
  /** Hashes of the migrations that made its tables, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(Column) })),
});
export type Header = z.infer<typeof Header>;

/** One row: its values in the order of the table's columns. */
export const Row = z.array(z.string().nullable());

/** Before a table's rows. */
export const TableStart = z.object({ table: z.string() });

/** How many rows, and the SHA-256 of their lines with a line feed after each. */
export const Sum = z.object({ rows: z.int().nonnegative(), sha256: z.string() });
export type Sum = z.infer<typeof Sum>;

export const Trailer = z.object({
  trailer: z.object({
    tables: z.record(z.string(), Sum),
    /** The next value of each sequence. */
    sequences: z.record(z.string(), z.int()),
    /** SHA-256 of everything before this line. */
    sha256: z.string(),
  }),
});
export type Trailer = z.infer<typeof Trailer>['trailer'];
