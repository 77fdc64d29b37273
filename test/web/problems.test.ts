import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideMatter } from '../../src/matters/decide.ts';
import { raiseMatter } from '../../src/matters/raise.ts';
import { raiseProblem, solveProblem } from '../../src/problems/problem.ts';
import { recordReports } from '../../src/progress/record.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import {
  type Dashboard,
  LIAISON,
  MEMBER,
  newVisitor,
  OFFICE,
  OTHER_LIAISON,
  openDashboard,
} from './support.ts';

let county: Dashboard;
/** A task of June that 科技经信局 leads and 开发区 helps with. */
let task: { path: string; occurrenceId: string };
let own: string;
let act: { actor: string; at: Date };

beforeAll(async () => {
  county = await openDashboard('2026-06-20T10:00:00+08:00');
  const { db, now } = county.deps;
  own = (await findUnit(db, '科技经信局'))?.id ?? '';
  const other = (await findUnit(db, '开发区'))?.id ?? '';
  const { lines } = await loadLedger(db, 2026, [1, 2, 3, 4, 5, 6]);
  const line = lines.find((l) => l.leads.includes(own) && l.coops.includes(other));
  if (!line) throw new Error('no shared task');
  task = { path: `/tasks/${line.taskId}`, occurrenceId: line.occurrenceId };
  act = { actor: (await findPersonByOpenId(db, LIAISON))?.id ?? '', at: now() };
});
afterAll(() => county.stop());

const read = async (who: string, path: string) => {
  const visitor = newVisitor(county.url);
  await visitor.login(who);
  return visitor.read(path);
};

test('a difficulty stands on the page once: by its number when it is on the list', async () => {
  const { db, newId } = county.deps;
  const { batchId } = await recordReports(
    db,
    act,
    {
      unitId: own,
      via: 'text',
      items: [
        { occurrenceId: task.occurrenceId, role: 'lead', status: 'blocked', note: '卡在用地指标' },
      ],
    },
    newId,
  );
  expect((await read(OFFICE, '/problems')).split('卡在用地指标')).toHaveLength(2);
  const problem = await raiseProblem(
    db,
    act,
    {
      year: 2026,
      note: '卡在用地指标',
      task: '完成标准厂房主体工程',
      unitId: own,
      occurrenceId: task.occurrenceId,
      batchId,
    },
    newId,
  );
  const listed = await read(OFFICE, '/problems');
  expect(listed.split('卡在用地指标')).toHaveLength(2);
  expect(listed).toContain(`${problem.no} 号`);
  expect(await read(LIAISON, `/units/${own}`)).toContain(`${problem.no} 号`);
  await solveProblem(db, act, problem.id, newId);
  expect(await read(OFFICE, '/problems')).not.toContain('问题清单</h2>');
});

test('a request waits on the page until it is answered; the answer stays in the task’s history', async () => {
  const { db, newId } = county.deps;
  const { matterId } = await raiseMatter(
    db,
    act,
    {
      kind: 'extension',
      occurrenceId: task.occurrenceId,
      unitId: own,
      role: 'lead',
      reason: '请宽限到下月10号',
      askedOn: '2026-07-10',
    },
    newId,
  );
  const waiting = await read(OFFICE, '/problems');
  expect(waiting).toContain('申请延至 2026-07-10');
  expect(await read(MEMBER, task.path)).toContain('请宽限到下月10号');
  await decideMatter(
    db,
    { ...act, at: county.deps.now() },
    { matterId, agree: true, answer: '请抓紧' },
    newId,
  );
  expect(await read(OFFICE, '/problems')).not.toContain('请宽限到下月10号');
  const history = await read(LIAISON, task.path);
  expect(history).toContain('同意延至 2026-07-10');
  expect(history).toContain('请抓紧');
  expect(history).toContain('期限 2026-07-10');
  for (const who of [MEMBER, OTHER_LIAISON])
    expect(await read(who, task.path)).not.toContain('请宽限到下月10号');
});
