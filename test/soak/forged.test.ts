import { expect, test } from 'vitest';
import { soakForgedClicks } from './forged-clicks.ts';
import { soakForgedRequests } from './forged-requests.ts';

const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000);

test(`of 300 forged card values none is accepted, each is in the audit, nothing changes (SOAK_SEED=${SEED})`, async () => {
  const { taken, audited, changed } = await soakForgedClicks({ count: 300, seed: SEED });
  expect(taken).toEqual([]);
  expect(audited).toBe(300);
  expect(changed).toEqual([]);
});

test(`of 500 forged requests over HTTP all are refused with 4xx, nothing is stored (SOAK_SEED=${SEED})`, async () => {
  const { statuses, stored } = await soakForgedRequests({ count: 500, seed: SEED });
  expect(Object.keys(statuses).filter((status) => !/^4\d\d$/.test(status))).toEqual([]);
  expect(stored).toBe(0);
});
