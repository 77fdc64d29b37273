import { expect, test } from 'vitest';
import { workOff } from '../../src/inbox/work-off.ts';

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
