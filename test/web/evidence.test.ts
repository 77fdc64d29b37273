import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as exportTasks } from '../../src/commands/export-tasks.ts';
import { keepEvidence, linkEvidence } from '../../src/progress/evidence-queries.ts';
import { recordReports } from '../../src/progress/record.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { runCommand } from '../support/filled.ts';
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
} from './support.ts';

const PAGE = '<script>alert(1)</script>';

let county: Dashboard;
let taskId = '';
/** The evidence of a report that was replaced by a later one, and of that one. */
const ids = { earlier: randomUUID(), standing: randomUUID() };

beforeAll(async () => {
  county = await openDashboard('2026-06-20T10:00:00+08:00');
  const { db } = county.deps;
  const unitId = (await findUnit(db, '科技经信局'))?.id ?? '';
  const liaison = await findPersonByOpenId(db, LIAISON);
  const { lines } = await loadLedger(db, 2026, [6]);
  const line = lines.find((l) => l.leads.includes(unitId));
  taskId = line?.taskId ?? '';
  for (const [i, id] of [ids.earlier, ids.standing].entries()) {
    const at = new Date(`2026-06-1${i + 8}T09:00:00+08:00`);
    const { batchId } = await recordReports(
      db,
      { actor: liaison?.id ?? '', at },
      {
        unitId,
        via: 'text',
        items: [
          {
            occurrenceId: line?.occurrenceId ?? '',
            role: 'lead',
            status: 'in_progress',
            note: `${i}`,
          },
        ],
      },
      randomUUID,
    );
    await keepEvidence(db, {
      id,
      unitId,
      personId: liaison?.id ?? '',
      name: `现场 照片${i}.html`,
      size: PAGE.length,
      digest: id,
      bytes: new TextEncoder().encode(PAGE),
      messageId: `om_${i}`,
      sentAt: at,
    });
    await linkEvidence(db, id, batchId);
  }
});
afterAll(() => county.stop());

const statusFor = async (openId: string, id: string) => {
  const visitor = newVisitor(county.url);
  await visitor.login(openId);
  return (await visitor.get(`/evidence/${id}`)).status;
};

test.each([
  ['a leader', LEADER, 200, 200],
  ['the office', OFFICE, 200, 200],
  ['the liaison of the unit', LIAISON, 200, 200],
  ['a member of the unit, only of the report that holds', MEMBER, 403, 200],
  ['the liaison of another unit', OTHER_LIAISON, 403, 403],
  ['an administrator', ADMIN, 403, 403],
  ['somebody of a firm', OUTSIDER, 403, 403],
])('evidence is given to %s as reports are', async (_, openId, earlier, standing) => {
  expect(await statusFor(openId, ids.earlier)).toBe(earlier);
  expect(await statusFor(openId, ids.standing)).toBe(standing);
});

test('nobody gets it who is not logged in', async () => {
  expect((await newVisitor(county.url).get(`/evidence/${ids.standing}`)).status).toBe(303);
});

test('a task’s page leads to it, and it is saved, never shown', async () => {
  const visitor = newVisitor(county.url);
  await visitor.login(LEADER);
  expect(await visitor.read(`/tasks/${taskId}`)).toContain(`href="/evidence/${ids.standing}"`);
  const answer = await visitor.get(`/evidence/${ids.standing}`);
  expect(await answer.text()).toBe(PAGE);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('现场 照片1.html')}`,
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the ledger names it in the row of its task', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-evidence-'));
  const args = ['--format', 'csv', '--period', '2026-06', '--out', 'june.csv'];
  await runCommand(exportTasks, county.deps, args, folder);
  const csv = await readFile(join(folder, 'june.csv'), 'utf8');
  expect(csv).toContain('佐证材料');
  expect(csv).toContain('现场 照片1.html');
});
