import { fileURLToPath } from 'node:url';

/** The folder of the generated SQL. */
export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));
