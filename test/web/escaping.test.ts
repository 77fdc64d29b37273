import { afterAll, beforeAll, expect, test } from 'vitest';
import { raiseMatter } from '../../src/matters/raise.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { claimMessages, giveUp } from '../../src/outbox/queries.ts';
import { draftPlan, keepDraft, publishPlan } from '../../src/plan/import.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { unansweredQuestions } from '../../src/policy/tables.ts';
import { raiseProblem } from '../../src/problems/problem.ts';
import { recordReports } from '../../src/progress/record.ts';
import { upsertChat } from '../../src/units/chat-queries.ts';
import { grantRole, setMembership, upsertPerson } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type Dashboard, newVisitor, OFFICE, openEmpty, type Visitor } from './support.ts';

/** What somebody may write as a task, a name or a report; each ends an attribute or an element. */
const HOSTILE = `"><img src=x onerror=alert(1)>'</script><script>alert(2)</script>&lt;b&gt;{{7*7}}`;
/** No part of it may stand on a page as it was written. */
const RAW = /<img src=x|<script>alert|"><img|onerror=alert\(1\)>'<\//;

let county: Dashboard;
let visitor: Visitor;
let pages: string[];

beforeAll(async () => {
  county = await openEmpty('2026-03-20T09:00:00+08:00');
  const { db, newId, now } = county.deps;
  const person = await upsertPerson(db, { id: 'p-office', openId: OFFICE, name: HOSTILE });
  await grantRole(db, person.id, 'office');
  const act = { actor: person.id, at: now() };
  const draft = await draftPlan(
    db,
    act,
    {
      fileName: 'plan.txt',
      parsed: {
        title: HOSTILE,
        year: 2026,
        tasks: [
          {
            month: 3,
            seq: 1,
            content: HOSTILE,
            leadUnits: [HOSTILE],
            coopUnits: [],
            startOn: null,
            dueOn: null,
            recurrence: null,
            source: {},
          },
        ],
        problems: [],
      },
    },
    newId,
  );
  if (draft.kind !== 'new') throw new Error(draft.kind);
  const kept = await keepDraft(db, act, draft.draftId, newId);
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  await publishPlan(db, act, kept.planId, newId);
  const [item] = await listItems(db, 2026, [3]);
  const unit = await findUnit(db, HOSTILE);
  if (!item || !unit) throw new Error('no task');
  await setMembership(db, { personId: person.id, unitId: unit.id, duty: 'main' });
  await recordReports(
    db,
    act,
    {
      unitId: unit.id,
      via: 'text',
      items: [{ occurrenceId: item.occurrenceId, role: 'lead', status: 'blocked', note: HOSTILE }],
    },
    newId,
  );
  const about = { unitId: unit.id, occurrenceId: item.occurrenceId };
  await raiseMatter(
    db,
    act,
    { ...about, kind: 'extension', role: 'lead', reason: HOSTILE, askedOn: '2026-04-10' },
    newId,
  );
  await raiseProblem(
    db,
    act,
    { ...about, year: 2026, note: HOSTILE, task: HOSTILE, batchId: 'b' },
    newId,
  );
  await db.insert(unansweredQuestions).values({
    id: 'q',
    question: HOSTILE,
    askedBy: OFFICE,
    askedAt: now(),
    reason: 'not-found',
  });
  await upsertChat(db, { id: 'oc_hostile', name: HOSTILE });
  await enqueue(db, {
    key: HOSTILE,
    to: { type: 'chat_id', id: 'oc_hostile' },
    content: { type: 'text', text: HOSTILE },
    purpose: 'answer',
  });
  const claimed = await claimMessages(db, { limit: 9, leaseMs: 1, now: now(), holdPushes: false });
  for (const row of claimed) await giveUp(db, row, { state: 'uncertain', reason: HOSTILE });
  pages = [
    ...[
      '/',
      '/?wall=1',
      '/tasks',
      '/gantt',
      '/targets',
      '/problems',
      '/questions',
      '/undelivered',
      '/people',
    ],
    ...[`/tasks/${item.taskId}`, `/units/${unit.id}`, `/gantt?unit=${unit.id}`],
  ];
  visitor = newVisitor(county.url);
  await visitor.login(OFFICE);
});
afterAll(() => county.stop());

test('what people wrote is shown as they wrote it, and never becomes part of the page', async () => {
  for (const path of pages) {
    const page = await visitor.read(path);
    expect(page, path).not.toMatch(RAW);
    if (path !== '/?wall=1') expect(page, path).toContain('&lt;img src=x onerror=alert(1)&gt;');
  }
});

test('what stands in the address never becomes part of the page', async () => {
  const hostile = encodeURIComponent(HOSTILE);
  for (const path of [
    `/?period=${hostile}`,
    `/tasks?status=${hostile}&period=${hostile}`,
    `/gantt?period=${hostile}`,
    `/units/${hostile}`,
    `/tasks/${hostile}`,
    `/login/callback?code=${hostile}&state=${hostile}`,
  ]) {
    expect(await (await visitor.get(path)).text(), path).not.toMatch(RAW);
  }
});
