import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from '../src/db/db.ts';
import { fillCounty } from '../src/sample/fill.ts';
import { PEOPLE } from '../src/sample/people.ts';
import { type County, startCounty, textOf } from './support/county.ts';
import { freshPglite } from './support/db.ts';

/** Who says what stands under a heading of docs/saying.md. */
const SPEAKERS: Record<string, string> = {
  联络员: 'ou_xuqinghe',
  督办人员: 'ou_shenruoxi',
  领导: 'ou_zhoumingqian',
  管理员: 'ou_luzhiyuan',
  任何人: 'ou_weichangfeng',
};

const page = readFileSync(resolve(import.meta.dirname, '../docs/saying.md'), 'utf8');
const sentences = page.split(/^## /m).flatMap((section) => {
  const speaker = SPEAKERS[section.split('\n', 1)[0] ?? ''];
  return speaker
    ? [...section.matchAll(/^\| `([^`]+)`/gm)].map((m) => [speaker, m[1] ?? ''] as const)
    : [];
});

let opened: OpenDb;
let county: County;

beforeAll(async () => {
  opened = await freshPglite();
  const people = PEOPLE.map(({ openId, name, role, unit }) => ({ openId, name, role, unit }));
  county = await startCounty({ db: opened.db, now: '2026-03-31T15:00:00+08:00', people });
  await fillCounty(county.deps, 2026);
  await county.goTo('2026-04-01T09:10:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

test.each(sentences)(
  'what docs/saying.md tells %s to say is understood: %s',
  async (speaker, text) => {
    const reply = textOf(await county.ask(speaker, text));
    expect(reply).not.toMatch(/没有听懂|没有改动|文件中未找到|故障/);
  },
);
