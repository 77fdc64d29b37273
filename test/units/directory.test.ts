import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as unitSync } from '../../src/commands/unit-sync.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { matchDirectory } from '../../src/units/match-directory.ts';
import { listContacts } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

const ADMIN = 'ou_admin';
const CHILDREN = 'GET /open-apis/contact/v3/departments/:department_id/children';
const MEMBERS = 'GET /open-apis/contact/v3/users/find_by_department';

describe("units from Feishu's own directory", () => {
  let opened: OpenDb;
  let county: County;
  beforeAll(async () => {
    opened = await freshPglite();
    const crowd = Array.from({ length: 60 }, (_, i) => ({
      openId: `ou_crowd${i}`,
      name: `干部${i}`,
      role: i === 55 ? '联络员' : '科员',
      unit: '县统计局',
    }));
    county = await startCounty({
      db: opened.db,
      now: '2026-02-27T10:00:00+08:00',
      people: [
        { openId: ADMIN, name: '陆管理', role: '', unit: '' },
        { openId: 'ou_wang', name: '王小兰', role: '主任', unit: '县开发区管委会' },
        { openId: 'ou_zhao', name: '赵成', role: '科员', unit: '县科学技术和经济信息化局' },
        { openId: 'ou_qian', name: '钱为民', role: '科员', unit: '县财政局' },
        { openId: 'ou_gym', name: '孙体育', role: '', unit: '县体育馆' },
        ...crowd,
      ],
    });
    await publish(opened.db, '2026-02-20T10:00:00+08:00', [
      task(3, '甲', { leadUnits: ['统计局'], coopUnits: ['开发区管理委员会'] }),
      task(3, '乙', { leadUnits: ['科技经信局'], coopUnits: ['财政局', '林业局'] }),
    ]);
    const act = { actor: 'test', at: county.clock.now() };
    const admin = { openId: ADMIN, name: '陆管理', post: 'admin' as const };
    await bindPerson(opened.db, act, admin, randomUUID);
    const finance = await findUnit(opened.db, '财政局');
    await bindPerson(
      opened.db,
      act,
      { openId: 'ou_old', name: '老联络', unitId: finance?.id ?? '', post: 'liaison' },
      randomUUID,
    );
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });
  const people = async (name: string) => {
    const unit = await findUnit(opened.db, name);
    return (await listContacts(opened.db, [unit?.id ?? ''])).map((c) => `${c.duty} ${c.name}`);
  };
  const press = async (message: { messageId: string }, choice: string, sync: string) => {
    await county.sim
      .as(ADMIN)
      .click(message.messageId, { tag: 'button', value: { act: 'unit-sync', sync, choice } });
    await county.settle();
  };
  const syncId = (text: string) => /"sync":"([^"]+)"/.exec(text)?.[1] ?? '';

  test('are proposed by name over all pages, and nothing changes before a word', async () => {
    const card = await county.ask(ADMIN, '同步通讯录');
    const text = textOf(card);
    expect(text).toContain('统计局 ↔ 县统计局（60 人），联络员拟为 干部55');
    expect(text).toContain('联络员拟为 王小兰');
    expect(text).toContain('名称相近');
    expect(text).toContain('科技经信局 ↔ 县科学技术和经济信息化局');
    expect(text).toContain('没有对应部门的单位：林业局');
    expect(text).toContain('没有对应单位的部门：县体育馆');
    expect(await people('统计局')).toEqual([]);
    await press(card, 'sure', syncId(text));
    expect(await people('统计局')).toHaveLength(60);
    expect((await people('统计局'))[0]).toBe('main 干部55');
    expect(await people('科技经信局')).toEqual([]);
    expect(await people('财政局')).toEqual(['main 老联络', 'member 钱为民']);
  });

  test('people of the directory can be named from then on; 撤销 takes back what was added and no more', async () => {
    expect(textOf(await county.ask(ADMIN, '设置 钱为民 为 财政局 副联络员'))).toContain(
      '已将钱为民',
    );
    await county.ask(ADMIN, '撤销');
    const done = county
      .fromBot(county.sim.as(ADMIN).chatId)
      .findLast((m) => textOf(m).includes('已对照 3 个单位'));
    const change = /"change":"([^"]+)"/.exec(textOf(done))?.[1] ?? '';
    await county.sim
      .as(ADMIN)
      .click(done?.messageId ?? '', { tag: 'button', value: { act: 'undo', change } });
    await county.settle();
    expect(await people('统计局')).toEqual([]);
    expect(await people('财政局')).toEqual(['main 老联络']);
  });

  test('without permission, too fast or in parts: one clear line each', async () => {
    county.sim.faults.next(CHILDREN, { kind: 'answer', status: 400, code: 99991672 });
    const refused = await county.run(unitSync, []);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('没有读取通讯录的权限（99991672）');
    county.sim.faults.next(MEMBERS, {
      kind: 'answer',
      status: 429,
      code: 99991400,
      headers: { 'x-ogw-ratelimit-reset': '1' },
    });
    expect((await county.run(unitSync, [])).code).toBe(0);
    county.sim.faults.next(MEMBERS, { kind: 'answer', status: 400, code: 40004 });
    const partly = await county.run(unitSync, ['--confirm']);
    expect(partly.code).toBe(1);
    expect(partly.err).toContain('有 1 个部门的人员没有读到');
    expect(partly.err).toContain('已对照');
  });

  test('an app that was given single departments reads those', async () => {
    county.sim.faults.next(CHILDREN, { kind: 'answer', status: 400, code: 40004 });
    const read = await county.run(unitSync, ['--json']);
    expect(read.code).toBe(0);
    expect(read.out).toContain('县体育馆');
  });
});

test('two departments of one name, or two units near one department, are left to people', () => {
  const department = (id: string, name: string) => ({ id, name, members: [] });
  const unit = (name: string) => ({ id: name, name, kind: 'unit', aliases: [] });
  const found = matchDirectory(
    [department('1', '统计局'), department('2', '县统计局'), department('3', '农业农村水利局')],
    [unit('统计局'), unit('农业农村局'), unit('农村水利局')],
    [],
  );
  expect(found.matches).toEqual([]);
  expect(found.unitsLeft).toEqual(['统计局', '农业农村局', '农村水利局']);
});
