import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepUnanswered } from '../../src/policy/library.ts';
import { findCluster, listClusters } from '../../src/standard-answers/answer.ts';
import { grantRole, upsertPerson } from '../../src/units/people-queries.ts';
import { MEASURES, put } from '../policy/library.ts';
import { textOf } from '../support/county.ts';
import {
  csrfOf,
  type Dashboard,
  LEADER,
  newVisitor,
  OFFICE,
  OUTSIDER,
  openEmpty,
  type Visitor,
} from './support.ts';

let county: Dashboard;
let office: Visitor;
let no: number;

beforeAll(async () => {
  county = await openEmpty('2026-03-02T10:00:00+08:00');
  const { db } = county.deps;
  for (const [openId, name, role] of [
    [OFFICE, '沈若溪', 'office'],
    [LEADER, '顾怀瑾', 'leader'],
  ] as const) {
    const person = await upsertPerson(db, { id: `p-${role}`, openId, name });
    await grantRole(db, person.id, role);
  }
  await put(db, '措施.docx', MEASURES);
  await keepUnanswered(county.deps, {
    question: '技改设备补助按什么口径<b>算</b>',
    askedBy: OUTSIDER,
    reason: 'not-found',
  });
  no = (await listClusters(db))[0]?.no ?? 0;
  office = newVisitor(county.url);
  await office.login(OFFICE);
});
afterAll(() => county.stop());

const idOf = (page: string) => /name="answer" value="([^"]+)"/.exec(page)?.[1] ?? '';
const told = () => county.fromBot(county.sim.as(OUTSIDER).chatId).map(textOf).join('\n');

test('the office answers on the page: clauses that come near, a look before, one word to the asker', async () => {
  expect(await office.read('/questions')).toContain('答复');
  const page = await office.read(`/questions/${no}`);
  expect(page).toContain('按设备投资额的6%给予补助');
  expect(page).not.toContain('<b>');
  const csrf = csrfOf(page);
  const text = '按不含税价计算<script>';
  const preview = await office.post('/questions/draft', {
    csrf,
    no: String(no),
    form: 'text',
    words: text,
    validity: '2',
    visibility: 'public',
  });
  const shown = await preview.text();
  expect(shown).toContain('按不含税价计算&lt;script&gt;');
  expect(shown).toContain('有效期至2028年3月1日');
  expect(told()).toBe('');
  const fields = { csrf, answer: idOf(shown), agree: 'yes' };
  expect(await (await office.post('/questions/decide', fields)).text()).toContain('已告知 1 处');
  expect(await (await office.post('/questions/decide', fields)).text()).toContain('未重复告知');
  await county.settle();
  expect(told().split('按不含税价计算')).toHaveLength(2);
  expect(await findCluster(county.deps.db, no)).toBeUndefined();
});

test('without the session’s token, or the office’s right, nothing is changed', async () => {
  const { db } = county.deps;
  await keepUnanswered(county.deps, {
    question: '厂房怎么租',
    askedBy: OUTSIDER,
    reason: 'not-found',
  });
  const open = (await listClusters(db))[0]?.no ?? 0;
  const fields = { no: String(open), form: 'redirect', whom: '县住建局' };
  expect((await office.post('/questions/draft', { ...fields, csrf: 'x' })).status).toBe(403);
  const leader = newVisitor(county.url);
  await leader.login(LEADER);
  const page = await leader.read('/questions');
  expect(page).not.toContain(`/questions/${open}`);
  expect((await leader.post('/questions/draft', { ...fields, csrf: csrfOf(page) })).status).toBe(
    403,
  );
  expect((await leader.get(`/questions/${open}`)).status).toBe(403);
});
