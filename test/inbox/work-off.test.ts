import { expect, test } from 'vitest';
import { workOff } from '../../src/inbox/work-off.ts';
import { coalesced } from '../../src/once-at-a-time.ts';

test('what becomes due while the last claim is under way is claimed as well', async () => {
  // The second of a chat becomes due when the first is done, which is just while a claim looks and finds nothing.
  let isFirstDone = () => {};
  const firstDone = new Promise<void>((resolve) => {
    isFirstDone = resolve;
  });
  const claims = [
    async () => ['first'],
    async () => {
      isFirstDone();
      await new Promise((resolve) => setTimeout(resolve, 1));
      return [];
    },
    async () => ['second'],
  ];
  const worked: string[] = [];
  await workOff<string>({
    claim: async () => (await claims.shift()?.()) ?? [],
    work: async (row) => {
      if (row === 'first') await firstDone;
      worked.push(row);
    },
    atOnce: 4,
  });
  expect(worked).toEqual(['first', 'second']);
});

test('no more are worked on at once than there are hands, and the faults of a claim end it after the work in hand', async () => {
  let atOnce = 0;
  let most = 0;
  let done = 0;
  const rows = [1, 2, 3, 4, 5, 6];
  const run = workOff<number>({
    claim: async (limit) => {
      if (rows.length === 0) throw new Error('database away');
      return rows.splice(0, limit);
    },
    work: async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce--;
      done++;
    },
    atOnce: 2,
  });
  await expect(run).rejects.toThrow('database away');
  expect({ most, done }).toEqual({ most: 2, done: 6 });
});

test('what arrives while a long piece of work is in hand is begun beside it', async () => {
  const due = ['long'];
  const done: string[] = [];
  const long = Promise.withResolvers<void>();
  const run = coalesced((called) =>
    workOff<string>({
      claim: async () => due.splice(0),
      work: async (row) => {
        if (row === 'long') await long.promise;
        done.push(row);
        if (row === 'short') long.resolve();
      },
      atOnce: 4,
      called,
    }),
  );
  const over = run();
  await new Promise((resolve) => setTimeout(resolve, 5));
  due.push('short');
  await Promise.all([over, run()]);
  expect(done).toEqual(['short', 'long']);
});
