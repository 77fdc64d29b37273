import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { getSetting } from '../../src/settings/queries.ts';
import { pushPaused } from '../../src/settings/setting.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { bindChat, bindPerson } from '../../src/units/bind.ts';
import { listChats } from '../../src/units/chat-queries.ts';
import { listPeopleWithRole } from '../../src/units/people-queries.ts';
import { listAliases, listGroupMembers } from '../../src/units/queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

const PEOPLE = ['leader', 'office', 'admin', 'liaison', 'member', 'outsider'] as const;
const GROUP = 'oc_everybody';
const UNIT_GROUP = 'oc_development';

/** Words that only somebody who may see it can be shown. */
const SECRETS = ['统计局的事', '发改局的事'];

let opened: OpenDb;
let county: County;

beforeAll(async () => {
  opened = await freshPglite();
  const openId = (role: string) => `ou_${role}`;
  county = await startCounty({
    db: opened.db,
    now: '2026-03-02T10:00:00+08:00',
    people: PEOPLE.map((role) => ({ openId: openId(role), name: role, role, unit: '' })),
    groups: [
      { chatId: GROUP, name: '全县群', memberOpenIds: PEOPLE.map(openId) },
      { chatId: UNIT_GROUP, name: '发改局群', memberOpenIds: PEOPLE.map(openId) },
    ],
  });
  const { db } = opened;
  await publish(db, '2026-02-10T10:00:00+08:00', [
    task(2, '统计局的事零', { seq: 1, leadUnits: ['统计局'] }),
    task(3, '发改局的事一', { seq: 1 }),
    task(3, '统计局的事一', { seq: 2, leadUnits: ['统计局'] }),
  ]);
  const act = { actor: 'test', at: new Date('2026-02-11T09:00:00+08:00') };
  const unit = await findUnit(db, '发改局');
  const unitId = unit?.id ?? '';
  const name = (role: string) => ({ openId: openId(role), name: role });
  await bindPerson(db, act, { ...name('leader'), post: 'leader' }, randomUUID);
  await bindPerson(db, act, { ...name('office'), post: 'office' }, randomUUID);
  await bindPerson(db, act, { ...name('admin'), post: 'admin' }, randomUUID);
  await bindPerson(db, act, { ...name('liaison'), post: 'liaison', unitId }, randomUUID);
  await bindPerson(db, act, { ...name('member'), post: 'member', unitId }, randomUUID);
  await bindChat(db, act, { id: UNIT_GROUP, name: '发改局群' }, unitId, randomUUID);
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const ask = (role: string, text: string, chat?: string) =>
  county.ask(`ou_${role}`, text, chat).then(textOf);

describe('what each role is told in private', () => {
  test.each([
    ['leader', '3月进度', '共 2 项'],
    ['office', '3月进度', '共 2 项'],
    ['admin', '3月进度', '由领导和督办人员查询'],
    ['liaison', '3月进度', '共 **1** 项'],
    ['member', '3月进度', '共 **1** 项'],
    ['liaison', '全县3月进度', '由领导和督办人员查询'],
    ['outsider', '3月进度', '还没有登记'],
    ['leader', '统计局3月还有哪些没完成', '统计局的事'],
    ['liaison', '统计局3月还有哪些没完成', '由领导和督办人员查询'],
    ['liaison', '发改局3月还有哪些没完成', '发改局的事'],
    ['member', '我的任务', '发改局的事'],
    ['outsider', '我的任务', '还没有登记'],
  ])('%s asks %s', async (role, text, expected) => {
    expect(await ask(role, text)).toContain(expected);
  });
});

/** What an answer shows: every unit's work, the own unit's only, or none. */
type Shown = 'all' | 'own' | 'none';

const shown = (reply: string): Shown => {
  const [other = '', own = ''] = SECRETS;
  if (reply.includes(other)) return 'all';
  return reply.includes(own) ? 'own' : 'none';
};

/** Each kind of question, and what leader and office, the unit's people, everybody else are shown in private. */
const QUESTIONS: [question: string, sees: Shown, unit: Shown][] = [
  ['3月的任务', 'all', 'own'],
  ['全县3月的任务有哪些', 'all', 'none'],
  ['3月还没完成的', 'all', 'own'],
  ['3月逾期的有哪些', 'none', 'none'],
  ['统计局3月的任务', 'all', 'none'],
  ['发改局3月的任务', 'own', 'own'],
  ['我们局3月的任务', 'none', 'own'],
  ['谁完成得最慢', 'none', 'none'],
  ['哪些单位没反馈', 'none', 'none'],
  ['2月和3月对比', 'none', 'none'],
  ['统计局和发改局对比', 'none', 'none'],
  ['统计局的事那项工作到哪一步了', 'all', 'none'],
  ['今天有哪些更新', 'none', 'none'],
  ['问题清单', 'none', 'none'],
];

/** What is named in the answer besides tasks, and who may see it: units in an order, and how others stand. */
const NAMED: [question: string, words: RegExp][] = [
  ['谁完成得最慢', /统计局/],
  ['哪些单位没反馈', /统计局/],
  ['统计局和发改局对比', /统计局与发改局/],
];

describe('role by chat by question', () => {
  const ROLES: [role: (typeof PEOPLE)[number], column: 'sees' | 'unit' | 'none'][] = [
    ['leader', 'sees'],
    ['office', 'sees'],
    ['liaison', 'unit'],
    ['member', 'unit'],
    ['admin', 'none'],
    ['outsider', 'none'],
  ];

  test.each(
    ROLES.flatMap(([role, column]) =>
      QUESTIONS.map(([question, sees, unit]) => {
        const expected: Shown = column === 'sees' ? sees : column === 'unit' ? unit : 'none';
        return [role, question, expected] as const;
      }),
    ),
  )('%s asks in private: %s → %s', async (role, question, expected) => {
    expect(shown(await ask(role, question))).toBe(expected);
  });

  test.each(PEOPLE.map((role) => [role]))(
    '%s is shown nobody’s work in a group of all',
    async (role) => {
      for (const [question] of QUESTIONS)
        expect(shown(await ask(role, question, GROUP)), question).toBe('none');
    },
  );

  test.each(PEOPLE.map((role) => [role]))(
    '%s is shown at most that unit’s work in its group',
    async (role) => {
      for (const [question] of QUESTIONS)
        expect(shown(await ask(role, question, UNIT_GROUP)), question).not.toBe('all');
    },
  );

  test.each(NAMED)('%s: only leader and office, in private', async (question, words) => {
    for (const role of PEOPLE) {
      const mayKnow = role === 'leader' || role === 'office';
      const card = (await ask(role, question)).replaceAll(question, '');
      expect(words.test(card), role).toBe(mayKnow);
      const inGroup = (await ask(role, question, UNIT_GROUP)).replaceAll(question, '');
      expect(words.test(inGroup), `${role} in a group`).toBe(false);
    }
  });

  test.each(PEOPLE.map((role) => [role]))(
    '%s gets a file of others’ work only if entitled',
    async (role) => {
      const answer = await county.ask(`ou_${role}`, '导出3月任务台账');
      const mayHave = ['leader', 'office', 'liaison', 'member'].includes(role);
      expect(answer.content.type === 'file').toBe(mayHave);
      const inGroup = await county.ask(`ou_${role}`, '导出3月任务台账', GROUP);
      expect(inGroup.content.type === 'file').toBe(false);
    },
  );
});

describe('in a group nobody is shown another unit’s work, whoever asks', () => {
  test.each(
    PEOPLE.flatMap((role) =>
      ['3月进度', '统计局3月还有哪些没完成', '谁完成得最慢'].map((q) => [role, q] as const),
    ),
  )('%s asks %s', async (role, question) => {
    for (const chat of [GROUP, UNIT_GROUP]) {
      const reply = await ask(role, question, chat);
      expect(reply).not.toContain('统计局的事');
      expect(reply).not.toContain('共 2 项');
    }
  });

  test('a unit’s own group sees its own work', async () => {
    expect(await ask('member', '发改局3月还有哪些没完成', UNIT_GROUP)).toContain('发改局的事');
  });
});

describe('orders are obeyed only from those who may give them', () => {
  test.each([
    ['liaison', '暂停推送'],
    ['leader', '暂停推送'],
    ['outsider', '暂停推送'],
    ['liaison', '发布'],
    ['liaison', '设置 outsider 为 管理员'],
    ['office', '设置 outsider 为 管理员'],
    ['office', '设置 office 为 领导'],
    ['liaison', '别名 统计处=统计局'],
    ['member', '相关乡镇=统计局'],
    ['outsider', '第1项已完成'],
  ])('%s says %s and nothing changes', async (role, text) => {
    const before = await snapshot();
    await ask(role, text);
    expect(await snapshot()).toEqual(before);
  });

  test('the office is asked to give in private an order that is not for a group', async () => {
    const order = '新增任务 5月 开展园区排查 牵头：统计局';
    expect(await ask('office', order, GROUP)).toContain('请私聊');
    expect(await ask('liaison', order, GROUP)).toContain('由督办人员');
  });

  test('a forged click of anybody on anything changes nothing', async () => {
    const before = await snapshot();
    for (const role of PEOPLE) {
      const shown = (await county.ask(`ou_${role}`, '帮助')).messageId;
      for (const value of FORGED)
        await county.sim.as(`ou_${role}`).click(shown, { tag: 'button', value });
    }
    await county.settle();
    expect(await snapshot()).toEqual(before);
  });
});

const FORGED: Record<string, unknown>[] = [
  { act: 'report', key: 'month-card:x:3:y:1', no: 1, status: 'done' },
  { act: 'report-form', key: 'month-card:x:3:y:1' },
  { act: 'plan-publish', plan: 'x' },
  { act: 'plan-keep', draft: 'x' },
  { act: 'bind', request: 'x', agree: true },
  { act: 'undo', change: 'x' },
  { act: 'settle', pending: 'x', option: 0, status: 'done' },
  { act: 'policy-file', file: 'x', choice: 'public' },
  { act: 'drop table reports' },
  {},
];

/** Everything that authority could change. */
async function snapshot(): Promise<Record<string, unknown>> {
  const { db } = opened;
  return {
    admins: await listPeopleWithRole(db, 'admin'),
    leaders: await listPeopleWithRole(db, 'leader'),
    office: await listPeopleWithRole(db, 'office'),
    aliases: await listAliases(db),
    groups: await listGroupMembers(db),
    bound: (await listChats(db)).filter((c) => c.unitId),
    paused: await getSetting(db, pushPaused),
    reports: (await loadLedger(db, 2026, [3])).reports,
  };
}

test('no word of another unit’s work reached anybody who may not see it', () => {
  for (const role of ['admin', 'liaison', 'member', 'outsider']) {
    const heard = county
      .fromBot(county.sim.as(`ou_${role}`).chatId)
      .map(textOf)
      .join('\n');
    const [others = ''] = SECRETS;
    expect(heard).not.toContain(others);
  }
});

describe('a report in a group that is not the unit’s own', () => {
  test('is taken and answered in private, and the group learns nothing of it', async () => {
    const reply = await ask('liaison', '第1项有困难，经费没到位', GROUP);
    expect(reply).toContain('请看与我的私聊');
    expect(shown(reply)).toBe('none');
    const own = county.fromBot(county.sim.as('ou_liaison').chatId).map(textOf).at(-1) ?? '';
    expect(own).toContain('发改局的事一”：有困难');
    expect(own).toContain('已列入问题清单');
    expect(shown(await ask('liaison', '撤销', GROUP))).toBe('none');
  });

  test('is answered in the unit’s own group as ever', async () => {
    expect(await ask('liaison', '第1项已完成', UNIT_GROUP)).toContain('发改局的事一”：已完成');
    expect(await ask('liaison', '撤销', UNIT_GROUP)).toContain('发改局的事一');
  });
});
