import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { addTask, changeTask, undoTaskChange } from '../../src/plan/change-task.ts';
import { draftPlan, keepDraft, publishPlan } from '../../src/plan/import.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import type { ParsedTask } from '../../src/plan/plan.ts';
import { listTasks } from '../../src/plan/queries.ts';
import { snapshotTask } from '../../src/plan/snapshot.ts';
import { rolledBack } from '../support/db.ts';
import { task } from '../support/plan-fixture.ts';

const ACT = { actor: 'test', at: new Date('2026-02-20T10:00:00+08:00') };
const TITLE = '2026年重点工作（改动）';

async function read(db: Db, tasks: ParsedTask[]) {
  const parsed = { title: TITLE, year: 2026, tasks, problems: [] };
  return draftPlan(db, ACT, { fileName: 'plan.docx', parsed }, randomUUID);
}

async function start(db: Db, tasks: ParsedTask[]): Promise<string> {
  const draft = await read(db, tasks);
  if (draft.kind !== 'new') throw new Error(draft.kind);
  const kept = await keepDraft(db, ACT, draft.draftId, randomUUID);
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  await publishPlan(db, ACT, kept.planId, randomUUID);
  return kept.planId;
}

test('a document read again leaves alone what the office added and cancelled', () =>
  rolledBack(async (db) => {
    const document = [task(3, '召开银企对接会'), task(4, '开展安全检查', { seq: 2 })];
    const planId = await start(db, document);
    const added = await addTask(
      db,
      ACT,
      { id: planId, year: 2026 },
      { month: 5, content: '组织企业座谈会', leadUnits: ['发改局'], coopUnits: [] },
      randomUUID,
    );
    const [first] = await listTasks(db, planId);
    const cancel = { kind: 'state', state: 'cancelled' } as const;
    await changeTask(db, ACT, 2026, first?.id ?? '', cancel, randomUUID);
    const again = await read(db, [...document, task(6, '举办产业推介会')]);
    expect(again).toMatchObject({ kind: 'changed', diff: { withdrawn: [], changed: [] } });
    if (again.kind === 'changed') await keepDraft(db, ACT, again.draftId, randomUUID);
    const states = new Map((await listTasks(db, planId)).map((t) => [t.content, t.state]));
    expect(states.get('组织企业座谈会')).toBe('active');
    expect(states.get('召开银企对接会')).toBe('cancelled');
    expect(states.get('举办产业推介会')).toBe('active');
    expect(added.unitIds).toHaveLength(1);
  }));

test('each change of a task is undone by itself, what came after it stays', () =>
  rolledBack(async (db) => {
    const planId = await start(db, [task(3, '召开银企对接会', { coopUnits: ['财政局'] })]);
    const [only] = await listTasks(db, planId);
    const id = only?.id ?? '';
    const own = async () =>
      (await listItems(db, 2026, [3, 4, 5, 6])).filter((i) => i.planId === planId)[0];
    await changeTask(db, ACT, 2026, id, { kind: 'move', month: 5 }, randomUUID);
    expect(await own()).toMatchObject({ month: 5, months: [5], dueOn: '2026-05-29' });
    const units = { kind: 'units' as const, role: 'lead' as const, units: ['财政局'] };
    await changeTask(db, ACT, 2026, id, units, randomUUID);
    // Who leads no longer only cooperates.
    expect(await own()).toMatchObject({ leadUnits: ['财政局'], coopUnits: [] });
    await undoTaskChange(db, ACT, {
      taskId: id,
      before: {
        taskId: id,
        task: { month: 3, dueOn: null },
        times: [{ id: (await own())?.occurrenceId ?? '', months: [3], dueOn: '2026-03-31' }],
      },
    });
    expect(await own()).toMatchObject({ months: [3], dueOn: '2026-03-31', leadUnits: ['财政局'] });
  }));

test('a new deadline for a recurring task is that of its time in that month, and wakes nothing that was moved away', () =>
  rolledBack(async (db) => {
    const planId = await start(db, [
      task(null, '报送用电量', { recurrence: { every: 'quarter' } }),
    ]);
    const [only] = await listTasks(db, planId);
    const id = only?.id ?? '';
    const due = async () =>
      (await listItems(db, 2026, [3, 4, 5, 6, 9, 12]))
        .filter((i) => i.planId === planId)
        .map((i) => i.dueOn);
    const [first, , ...later] = await due();
    await changeTask(db, ACT, 2026, id, { kind: 'due', dueOn: '2026-06-18' }, randomUUID);
    expect(await due()).toEqual([first, '2026-06-18', ...later]);
    await changeTask(db, ACT, 2026, id, { kind: 'move', month: 5 }, randomUUID);
    await changeTask(db, ACT, 2026, id, { kind: 'due', dueOn: '2026-05-20' }, randomUUID);
    expect(await due()).toEqual(['2026-05-20']);
  }));

test('a recurring task that is moved falls due once, and again in all its months when that is undone', () =>
  rolledBack(async (db) => {
    const planId = await start(db, [
      task(null, '报送用电量', { recurrence: { every: 'quarter' } }),
    ]);
    const [only] = await listTasks(db, planId);
    const id = only?.id ?? '';
    const count = async () =>
      (await listItems(db, 2026, [3, 5, 6, 9, 12])).filter((i) => i.planId === planId).length;
    expect(await count()).toBe(4);
    const before = await snapshotTask(db, id, ['times']);
    await changeTask(db, ACT, 2026, id, { kind: 'move', month: 5 }, randomUUID);
    expect(await count()).toBe(1);
    await undoTaskChange(db, ACT, { taskId: id, before });
    expect(await count()).toBe(4);
  }));
