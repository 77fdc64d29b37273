import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedTask } from '../../src/plan/plan.ts';
import { planIn } from '../support/read-file.ts';
import { hasShared, SHARED } from '../support/shared.ts';

type Gold = {
  month?: number;
  content: string;
  leadUnits: string[];
  coopUnits: string[];
  deadline?: { due?: string };
};

const file = (name: string) => join(SHARED, 'data', name);
const bytesOf = (name: string) => new Uint8Array(readFileSync(file(name)));
const goldOf = (name: string): Gold[] => {
  const read: Gold[] | { tasks: Gold[] } = JSON.parse(readFileSync(file(name), 'utf8'));
  return Array.isArray(read) ? read : read.tasks;
};

const squash = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
const sameNames = (a: string[], b: string[]) =>
  [...a].map(squash).sort().join('|') === [...b].map(squash).sort().join('|');

/** Shares of the gold's tasks: found in order by their content, and right in what is said about them. */
function figures(gold: Gold[], tasks: ParsedTask[]) {
  const pairs = gold.map((g) => ({
    g,
    t: tasks.find((t) => squash(t.content) === squash(g.content)),
  }));
  const share = (right: (g: Gold, t: ParsedTask) => boolean) =>
    pairs.filter(({ g, t }) => t && right(g, t)).length / gold.length;
  const order = pairs.flatMap(({ t }) => (t ? [tasks.indexOf(t)] : []));
  return {
    found: share(() => true),
    extra: tasks.length - new Set(order).size,
    lead: share((g, t) => sameNames(g.leadUnits, t.leadUnits)),
    coop: share((g, t) => sameNames(g.coopUnits, t.coopUnits)),
    month: share((g, t) => g.month === undefined || g.month === t.month),
    due: share((g, t) => g.deadline === undefined || (g.deadline.due ?? null) === t.dueOn),
    inOrder: order.every((at, i) => i === 0 || at > (order[i - 1] ?? -1)),
  };
}

const ALL = { found: 1, extra: 0, lead: 1, coop: 1, month: 1, due: 1, inOrder: true };

describe.skipIf(!hasShared)('the documents that customers gave are read as they mean', () => {
  test.each(['docx', 'xlsx', 'xls', 'doc', 'txt', 'gb18030.txt'])(
    'the monthly table as .%s: every task, month and unit',
    async (format) => {
      const name = `plans/huoshan-2022.${format}`;
      const plan = await planIn(name, bytesOf(name));
      expect(figures(goldOf('plans/huoshan-2022.tasks.json'), plan.tasks)).toEqual(ALL);
      expect(plan.year).toBe(2022);
    },
  );

  test('the monthly table as .pdf: nearly all', async () => {
    const plan = await planIn('huoshan.pdf', bytesOf('plans/huoshan-2022.pdf'));
    const got = figures(goldOf('plans/huoshan-2022.tasks.json'), plan.tasks);
    expect(Math.min(got.found, got.lead, got.month)).toBeGreaterThanOrEqual(0.97);
    expect(got.coop).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['plans/taojiang-2022.gold.json', 'policies/003_a0cd3b617af0973e.txt'],
    ['plans/taojiang-2022.gold.json', 'policies/003_a0cd3b617af0973e.docx'],
    ['plans/lishan-2023.gold.json', 'plans/lishan-2023.txt'],
    ['plans/lishan-2023.gold.json', 'plans/lishan-2023.docx'],
    ['plans/dazhu-2016.gold.json', 'plans/dazhu-2016.txt'],
    ['plans/dazhu-2016.gold.json', 'plans/dazhu-2016.docx'],
    ['plans/dazhu-2016.gold.json', 'plans/dazhu-2016.xlsx'],
  ])('%s from %s, deadlines too', async (gold, name) => {
    const plan = await planIn(name, bytesOf(name));
    const got = figures(goldOf(gold), plan.tasks);
    expect(got).toMatchObject({ found: 1, extra: 0, inOrder: true });
    expect(Math.min(got.lead, got.coop, got.due)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['000_24b3d5924c8ce6e9', '001_a12d240bf9b9fb8e', '002_c7507a310eb5df3f'])(
    'a report (%s) is no plan',
    async (name) => {
      await expect(planIn(`${name}.txt`, bytesOf(`policies/${name}.txt`))).rejects.toThrow(
        'no plan: no-tasks',
      );
    },
  );
});
