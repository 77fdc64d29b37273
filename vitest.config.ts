import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The soak runs wait for whole months: begun first, they wait beside the others and not after them. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = (file: TestSpecification) => file.moduleId.includes('/test/soak/');
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // In this order: the second keeps its files in the folder of the first.
    globalSetup: ['test/support/temporary-folder.ts', 'test/support/global-setup.ts'],
    // One database per worker: opening PGlite costs seconds, a rolled-back test a millisecond.
    isolate: false,
    // Two to a core: half of a test in the chat is waiting, as the platform's limits per chat ask.
    maxWorkers: 2 * availableParallelism(),
    sequence: { sequencer: WaitingFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
