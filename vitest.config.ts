import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // In this order: the second keeps its files in the folder of the first.
    globalSetup: ['test/support/temporary-folder.ts', 'test/support/global-setup.ts'],
    // One database per worker: opening PGlite costs seconds, a rolled-back test a millisecond.
    isolate: false,
    // Two to a core: half of a test in the chat is waiting, as the platform's limits per chat ask.
    maxWorkers: 2 * availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
