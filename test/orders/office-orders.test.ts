import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { type March, OFFICE, SUCCESSOR, startMarch } from '../support/march.ts';
import { OFFICE_ORDERS } from './office-orders.ts';

describe('what an office clerk orders', () => {
  let opened: OpenDb;
  let march: March;
  beforeAll(async () => {
    opened = await freshPglite();
    march = await startMarch(opened.db);
    await march.ask(SUCCESSOR, '你好');
  });
  afterAll(async () => {
    await march.close();
    await opened.close();
  });

  test.each(OFFICE_ORDERS)('%s', async (text, expected) => {
    expect(textOf(await march.ask(OFFICE, text))).toContain(expected);
  });
});
