import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, SUCCESSOR, startMarch } from '../support/march.ts';
import { OFFICE_ORDERS } from './office-orders.ts';

describe('what an office clerk orders', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(SUCCESSOR, '你好');
  });
  afterAll(() => march.close());

  test.each(OFFICE_ORDERS)('%s', async (text, expected) => {
    expect(textOf(await march.ask(OFFICE, text))).toContain(expected);
  });
});
