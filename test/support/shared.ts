import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of documents with gold results that may lie beside the checkout. */
export const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Whether it is there; without it the tests that need it say so and are skipped. */
export const hasShared = existsSync(SHARED);

if (!hasShared) console.warn('left out: ../shared is absent, tests on its documents are skipped');
