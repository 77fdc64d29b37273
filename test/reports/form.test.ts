import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { reports } from '../../src/progress/tables.ts';
import { type County, startCounty } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

let opened: OpenDb;
let county: County;
let who: string;
let card: string;

beforeAll(async () => {
  opened = await freshPglite();
  await publish(opened.db, '2026-02-10T10:00:00+08:00', [
    task(3, '走访重点企业', { seq: 1 }),
    task(3, '编制工业项目库', { seq: 2 }),
  ]);
  who = await liaison(opened.db, '发改局');
  county = await startCounty({
    db: opened.db,
    now: '2026-03-01T10:00:00+08:00',
    people: [{ openId: who, name: '联络员', role: '', unit: '' }],
  });
  await county.goTo('2026-03-02T09:00:00+08:00');
  card = county.fromBot(county.sim.as(who).chatId)[0]?.messageId ?? '';
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const send = async (filled: Record<string, string>) => {
  const { toast } = await county.sim.as(who).press(card, '提交', { item: '1', ...filled });
  return toast?.content ?? '';
};

describe('the form of the month card is read as the same words in the chat', () => {
  test.each([
    [
      { status: 'done', note: '还差一个乡镇没走完' },
      '没有记录：选了“已完成”，说明里却写“还差一个乡镇没走完”',
    ],
    [{ status: 'done', note: '预计25号前完成' }, '没有记录'],
    [{ status: 'done', note: '资金还没到位' }, '没有记录'],
    [{ status: 'done', eta: '2026-03-25 +0800' }, '又填了预计日期 3月25日'],
    [{ status: 'extension' }, '申请延期请填写预计完成日期'],
    [{ status: 'extension', note: '施工方人手不够' }, '申请延期请填写预计完成日期'],
  ])('%j is not recorded, and the line says why', async (filled, line) => {
    const before = await opened.db.$count(reports);
    expect(await send(filled)).toContain(line);
    expect(await opened.db.$count(reports)).toBe(before);
  });

  test.each([
    [{ status: 'done', note: '走访32家，解决用工问题5个' }, '已记录：已完成'],
    [{ status: 'done', note: '下一步将加强跟踪服务' }, '已记录：已完成'],
    [
      { status: 'in_progress', note: '还差一个乡镇没走完', eta: '2026-03-25 +0800' },
      '已记录：进行中',
    ],
    [{ status: 'extension', note: '雨季影响，延到4月20日' }, '已记录：申请延期'],
  ])('%j is recorded', async (filled, line) => {
    const before = await opened.db.$count(reports);
    expect(await send(filled)).toBe(line);
    expect(await opened.db.$count(reports)).toBe(before + 1);
  });
});
