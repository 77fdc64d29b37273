import { expect, test } from 'vitest';
import { z } from 'zod';
import { ensureSetting, getSetting, setSetting } from '../../src/settings/queries.ts';
import { defineSetting, pushPaused } from '../../src/settings/setting.ts';
import { rolledBack } from '../support/db.ts';

const NOW = new Date('2026-03-02T01:00:00Z');

test('until somebody switches pushing off, it is on', () =>
  rolledBack(async (db) => {
    expect(await getSetting(db, pushPaused)).toBe(false);
    await setSetting(db, pushPaused, true, NOW);
    expect(await getSetting(db, pushPaused)).toBe(true);
    await setSetting(db, pushPaused, false, NOW);
    expect(await getSetting(db, pushPaused)).toBe(false);
  }));

test('a stored value that no longer has the right shape counts as never set', () =>
  rolledBack(async (db) => {
    const before = defineSetting('nudge.days', z.string(), '3');
    const after = defineSetting('nudge.days', z.number(), 3);
    await setSetting(db, before, 'seven', NOW);
    expect(await getSetting(db, after)).toBe(3);
  }));

test('a value that is made once is the same for all who ask, and is not made again', () =>
  rolledBack(async (db) => {
    const key = defineSetting('some.key', z.string(), '');
    const made = ['one', 'two', 'three'].map((k) => ensureSetting(db, key, k, NOW));
    expect(new Set(await Promise.all(made)).size).toBe(1);
    expect(await ensureSetting(db, key, 'four', NOW)).toBe(await getSetting(db, key));
  }));
