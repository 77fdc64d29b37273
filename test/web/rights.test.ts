import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordReports } from '../../src/progress/record.ts';
import { loadLedger } from '../../src/summary/load.ts';
import type { Line } from '../../src/summary/summarise.ts';
import { findPersonByOpenId, grantRole, revokeRole } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import {
  ADMIN,
  type Dashboard,
  LEADER,
  LIAISON,
  MEMBER,
  newVisitor,
  OFFICE,
  OTHER_LIAISON,
  OUTSIDER,
  openDashboard,
  STRANGER,
  type Visitor,
} from './support.ts';

const NAMES: Record<string, string> = {
  [LEADER]: 'a leader',
  [OFFICE]: 'the office',
  [LIAISON]: 'a liaison',
  [MEMBER]: 'a member of a unit',
  [ADMIN]: 'an administrator alone',
  [OUTSIDER]: 'somebody of a firm',
  [STRANGER]: 'somebody the bot has never met',
};

let county: Dashboard;
/** Pages by name; the visitor's unit is 科技经信局, the other one 开发区. */
let paths: Record<string, string>;
let unitIds: { own: string; other: string };
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  county = await openDashboard('2026-06-20T10:00:00+08:00');
  const { db } = county.deps;
  const own = (await findUnit(db, '科技经信局'))?.id ?? '';
  const other = (await findUnit(db, '开发区'))?.id ?? '';
  unitIds = { own, other };
  const { lines } = await loadLedger(db, 2026, [1, 2, 3, 4, 5, 6]);
  const shares = (l: Line, id: string) => l.leads.includes(id) || l.coops.includes(id);
  const taskOf = (fits: (l: Line) => boolean) => `/tasks/${lines.find(fits)?.taskId}`;
  paths = {
    overview: '/',
    wall: '/?wall=1',
    tasks: '/tasks?status=overdue',
    gantt: '/gantt',
    'own gantt': `/gantt?unit=${own}`,
    'other gantt': `/gantt?unit=${other}`,
    'own unit': `/units/${own}`,
    'other unit': `/units/${other}`,
    'own task': taskOf((l) => l.leads.includes(own)),
    'other task': taskOf((l) => shares(l, other) && !shares(l, own)),
    problems: '/problems',
    targets: '/targets',
    questions: '/questions',
    undelivered: '/undelivered',
    people: '/people',
  };
  for (const who of [...Object.keys(NAMES), OTHER_LIAISON]) {
    const visitor = newVisitor(county.url);
    await visitor.login(who);
    visitors.set(who, visitor);
  }
});
afterAll(() => county.stop());

function as(who: string): Visitor {
  const visitor = visitors.get(who);
  if (!visitor) throw new Error(`${who} is not logged in`);
  return visitor;
}

const UNIT_PAGES = ['gantt', 'own gantt', 'own unit', 'own task'];
const COUNTY_PAGES = [
  ...['overview', 'wall', 'tasks', ...UNIT_PAGES, 'other gantt', 'other unit', 'other task'],
  ...['targets', 'problems', 'questions'],
];

/** Everything that is not named here is refused (domain.md section 6). */
const OPEN: [who: string, pages: string[]][] = [
  [LEADER, COUNTY_PAGES],
  [OFFICE, [...COUNTY_PAGES, 'undelivered', 'people']],
  [LIAISON, UNIT_PAGES],
  [MEMBER, UNIT_PAGES],
  [ADMIN, ['undelivered', 'people']],
  [OUTSIDER, []],
  [STRANGER, []],
];

test.each(OPEN.map(([who, open]) => ({ name: NAMES[who], who, open })))(
  '$name opens the pages of that role and no other',
  async ({ who, open }) => {
    const answers: Record<string, number> = {};
    for (const [page, path] of Object.entries(paths))
      answers[page] = (await as(who).get(path)).status;
    // The first page leads units and administrators on to what is theirs.
    const ledOn = [LIAISON, MEMBER, ADMIN].includes(who) ? ['overview', 'wall'] : [];
    const expected = (page: string) =>
      open.includes(page) ? 200 : ledOn.includes(page) ? 302 : 403;
    expect(answers).toEqual(
      Object.fromEntries(Object.keys(paths).map((page) => [page, expected(page)])),
    );
  },
);

test('the first page leads a liaison to the unit, an administrator to undelivered messages', async () => {
  const to = async (who: string) => (await as(who).get('/')).headers.get('location');
  expect(await to(LIAISON)).toBe(paths['own unit']);
  expect(await to(ADMIN)).toBe('/undelivered');
});

test('who may see nothing is told so politely, and no figure', async () => {
  const answer = await as(OUTSIDER).get('/');
  const page = await answer.text();
  expect(answer.status).toBe(403);
  expect(page).toContain('请联系县里的督办人员');
  expect(page).not.toContain('科技经信局');
});

test('the menu offers only what opens', async () => {
  const menuOf = async (who: string, path = '/') =>
    [...(await as(who).read(path)).matchAll(/<nav>(.*?)<\/nav>/gs)]
      .flatMap((m) => [...(m[1] ?? '').matchAll(/href="([^"]+)"/g)])
      .map((m) => m[1]);
  for (const [who, path] of [
    [LEADER, '/'],
    [OFFICE, '/'],
    [LIAISON, paths['own unit']],
    [ADMIN, '/people'],
  ] as const) {
    const menu = await menuOf(who, path);
    expect(menu.length).toBeGreaterThan(1);
    for (const href of menu) expect((await as(who).get(href ?? '')).status).not.toBe(403);
  }
});

describe('a unit’s own pages', () => {
  test('name no other unit as silent or overdue', async () => {
    for (const page of ['own unit', 'own gantt', 'own task']) {
      const text = await as(LIAISON).read(paths[page] ?? '');
      expect(text).not.toMatch(/超期|逾期|未反馈|尚未反馈的单位/);
    }
    expect(await as(LIAISON).read(paths['own unit'] ?? '')).toContain('待反馈');
  });

  test('hold no word of another unit on a task they share, in a list or in its history', async () => {
    const { db, newId } = county.deps;
    const { lines } = await loadLedger(db, 2026, [4]);
    const shared = lines.find((l) => {
      const units = [...l.leads, ...l.coops];
      return units.includes(unitIds.own) && units.includes(unitIds.other);
    });
    const office = await findPersonByOpenId(db, OFFICE);
    for (const [unitId, note] of [
      [unitIds.own, '本单位说的话'],
      [unitIds.other, '另一单位说的话'],
    ] as const)
      await recordReports(
        db,
        { actor: office?.id ?? '', at: county.deps.now() },
        {
          unitId,
          via: 'office',
          items: [
            {
              occurrenceId: shared?.occurrenceId ?? '',
              role: shared?.leads.includes(unitId) ? 'lead' : 'coop',
              status: 'in_progress',
              note,
            },
          ],
        },
        newId,
      );
    const task = `/tasks/${shared?.taskId}`;
    expect(await as(LEADER).read(task)).toContain('另一单位说的话');
    for (const path of [task, `${paths['own unit']}?period=2026-04`]) {
      const text = await as(LIAISON).read(path);
      expect(text).toContain('本单位说的话');
      expect(text).not.toContain('另一单位说的话');
    }
    expect(await as(OTHER_LIAISON).read(task)).not.toContain('本单位说的话');
  });

  test('show a liaison what the unit said before, a member only what holds now', async () => {
    const { db, newId } = county.deps;
    const taskId = (paths['own task'] ?? '').split('/').at(-1);
    const { lines } = await loadLedger(db, 2026, [1, 2, 3, 4, 5, 6]);
    const occurrenceId = lines.find((l) => l.taskId === taskId)?.occurrenceId ?? '';
    const liaison = await findPersonByOpenId(db, LIAISON);
    for (const [minute, note] of [
      [1, '先前的说法'],
      [2, '后来的说法'],
    ] as const)
      await recordReports(
        db,
        { actor: liaison?.id ?? '', at: new Date(county.deps.now().getTime() + minute * 60_000) },
        {
          unitId: unitIds.own,
          via: 'text',
          items: [{ occurrenceId, role: 'lead', status: 'in_progress', note }],
        },
        newId,
      );
    const liaisons = await as(LIAISON).read(paths['own task'] ?? '');
    expect(liaisons).toContain('先前的说法');
    expect(liaisons).toContain('后来的说法');
    const members = await as(MEMBER).read(paths['own task'] ?? '');
    expect(members).not.toContain('先前的说法');
    expect(members).toContain('后来的说法');
  });
});

test('a right that is taken away is gone on the next page, one that is given is there', async () => {
  const { db } = county.deps;
  const person = await findPersonByOpenId(db, LEADER);
  if (!person) throw new Error('no leader');
  await revokeRole(db, person.id, 'leader');
  expect((await as(LEADER).get('/problems')).status).toBe(403);
  await grantRole(db, person.id, 'leader');
  expect((await as(LEADER).get('/problems')).status).toBe(200);
});

test('a page that does not exist and a unit that does not are not found', async () => {
  expect((await as(OFFICE).get('/units/nobody')).status).toBe(404);
  expect((await as(OFFICE).get('/tasks/nothing')).status).toBe(404);
  expect((await as(OFFICE).get('/nowhere')).status).toBe(404);
});
