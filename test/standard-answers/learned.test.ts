import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { OWNER, PUBLIC } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import { removePolicy } from '../../src/policy/remove-policy.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { learnWords } from '../../src/standard-answers/learn-words.ts';
import { MEASURES, put } from '../policy/library.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { type LibraryCounty, startLibraryCounty } from './library-county.ts';

let opened: OpenDb;
let county: LibraryCounty;
beforeAll(async () => {
  opened = await freshPglite();
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
  await county.put(
    '路灯.txt',
    '云溪县园区路灯管理办法\n第一条 路灯电费由园区管委会承担。\n第二条 园区发生小型事故的，由园区管委会负责处置，每月汇总上报，上报后由县住建局派人到场查看，两日内书面回复。',
  );
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const found = async (text: string) =>
  (await searchPassages(opened.db, { text, audience: PUBLIC, top: 10 })).map(
    ({ passage, policy, score }) => ({ at: `${policy.fileName} ${passage.path}`, score }),
  );
const first = async (text: string) => (await found(text))[0]?.at;
const scoreOf = async (text: string, at: string) =>
  (await found(text)).find((hit) => hit.at === at)?.score ?? 0;
const nextDay = async (day: number) =>
  county.goTo(`2026-03-${String(day).padStart(2, '0')}T10:00:00+08:00`);

/** Shares its everyday word with those that were asked before, and no word with the clause. */
const FOURTH = '小升规这件事';
const CLAUSE = '措施.docx 一（一）';

type Asker = Parameters<LibraryCounty['say']>[0];
const findsUseful = async (role: Asker, question: string) => {
  expect(textOf(await county.say(role, question))).toContain('8万元');
  await county.press(role, '有用');
};

let before: Awaited<ReturnType<typeof found>>;

test('while nothing is confirmed a day changes nothing', async () => {
  before = await found(FOURTH);
  expect(before[0]?.at).not.toBe(CLAUSE);
  await nextDay(6);
  expect(await found(FOURTH)).toEqual(before);
});

test('有用 of one person alone changes nothing, however often', async () => {
  await findsUseful('firm', '小升规奖励多少');
  await findsUseful('firm', '小升规能奖多少钱');
  await findsUseful('firm', '小升规有多少奖励');
  await nextDay(7);
  expect(await found(FOURTH)).toEqual(before);
});

test('once three askers called the clause 有用, a fourth wording finds it first from the next day on', async () => {
  await findsUseful('other', '企业小升规奖多少万元');
  await findsUseful('leader', '小升规给多少奖励');
  expect(await found(FOURTH)).toEqual(before);
  await nextDay(8);
  expect(await first(FOURTH)).toBe(CLAUSE);
});

test('who asks with other words is answered as before', async () => {
  expect(await first('新装用电容量')).toBe('服务手册.txt 二（一）');
  expect(await first('工业用地弹性年期')).toBe('服务手册.txt 一（一）');
});

test('没用 on the same answers takes their word back, 有用 once more gives it again', async () => {
  for (const role of ['other', 'leader'] as const) await county.press(role, '没用');
  await nextDay(9);
  expect(await found(FOURTH)).toEqual(before);
  for (const role of ['other', 'leader'] as const) await county.press(role, '有用');
  await nextDay(10);
  expect(await first(FOURTH)).toBe(CLAUSE);
});

test('processes that learn at the same time leave what one of them would', async () => {
  const known = await found(FOURTH);
  const now = new Date('2026-03-11T10:00:00+08:00');
  await Promise.all([1, 2, 3].map(() => learnWords(county.deps, now)));
  expect(await found(FOURTH)).toEqual(known);
});

test('the office’s own choice of a clause counts alone, until it is withdrawn', async () => {
  const wording = '拉电线要花多少钱';
  const chosen = '服务手册.txt 二（一）';
  const untaught = await scoreOf(wording, chosen);
  expect(textOf(await county.say('firm', '小微企业办电要花多少钱'))).toContain('未找到');
  const list = textOf(await county.say('office', '未答问题'));
  const no = /\*\*(\d+)\.\*\* 小微企业办电/.exec(list)?.[1];
  await county.say('office', `答复${no} 《云溪县企业服务手册》二（一）`);
  await county.press('office', '确认');
  await nextDay(12);
  expect(await scoreOf(wording, chosen)).toBeGreaterThan(untaught);
  await county.say('office', '撤销');
  await county.press('office', '撤销');
  await nextDay(13);
  expect(await scoreOf(wording, chosen)).toBe(untaught);
});

test('the clauses of a document that was taken out of the library teach nothing any more', async () => {
  expect(await first(FOURTH)).toBe(CLAUSE);
  const taken = (await listPolicies(opened.db, OWNER)).find((p) => p.fileName === '措施.docx');
  await removePolicy(opened.db, taken?.id ?? '');
  await nextDay(14);
  await put(opened.db, '措施.docx', MEASURES);
  expect(await found(FOURTH)).toEqual(before);
});
