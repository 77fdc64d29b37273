import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { publish, task } from '../support/plan-fixture.ts';
import {
  type Dashboard,
  LEADER,
  LIAISON,
  MEMBER,
  OUTSIDER,
  openDashboard,
} from '../web/support.ts';

let county: Dashboard;

beforeAll(async () => {
  county = await openDashboard('2026-12-01T10:00:00+08:00');
  const tasks = [task(3, '开展入户走访', {}), task(5, '完成河道清淤', {})];
  const named = { title: '青溪县2023年乡村建设实施方案', year: 2023 };
  await publish(county.deps.db, '2023-01-05T10:00:00+08:00', tasks, named);
}, 60_000);
afterAll(() => county.stop());

const ask = async (who: string, text: string) => textOf(await county.ask(who, text));

describe('a task is looked for as people call it', () => {
  test.each([
    ['高企培育那项', '高新技术企业'],
    ['招商引资搞得怎样', '专题招商'],
    ['县长关心的项目开工情况', '集中开工'],
  ])('%s', async (text, content) => {
    const reply = await ask(LEADER, text);
    expect(reply).toContain(content);
    expect(reply).not.toContain('没有符合条件');
  });

  test('what no task resembles is said not to be written in the plan, not to be without work', async () => {
    expect(await ask(LEADER, '游泳馆选址进展')).toContain('计划中没有找到这样写的事项');
  });

  test.each(['青溪那个方案进展', '2023年青溪的进度'])(
    '%s: a plan of another year is found by its title',
    async (text) => {
      const reply = await ask(LEADER, text);
      expect(reply).toContain('开展入户走访');
      expect(reply).toContain('完成河道清淤');
    },
  );
});

describe('who has said nothing', () => {
  test('一次都没报过 names units that never reported, and no other', async () => {
    const reply = await ask(LEADER, '哪些单位一次都没报过');
    expect(reply).toContain('尚未反馈的单位');
    expect(reply).toContain('县人大办');
    expect(reply).not.toContain('科技经信局');
  });

  test('stands before everybody who has a place among the worst', async () => {
    const reply = await ask(LEADER, '谁最不配合');
    expect(reply.indexOf('配合任务均无反馈')).toBeGreaterThan(0);
    expect(reply.indexOf('配合任务均无反馈')).toBeLessThan(reply.indexOf('倒数'));
  });

  test('no heading stands twice', async () => {
    const reply = await ask(LEADER, '哪些单位没反馈');
    expect(reply.match(/"display_name":"未反馈/g)).toHaveLength(1);
  });

  test('完成率60%以下的单位 are those below and nobody else', async () => {
    const reply = await ask(LEADER, '完成率60%以下的单位');
    expect(reply).toContain('完成率低于 60%');
    const rates = [...reply.matchAll(/"rate":"([\d.]+)%"/g)].map((m) => Number(m[1]));
    expect(rates.length).toBeGreaterThan(0);
    expect(Math.max(...rates)).toBeLessThan(60);
  });
});

describe('a list', () => {
  test('begins with its lowest number, and 第1个 is its first row', async () => {
    const list = await ask(LEADER, '发改局没完成的');
    const rows = [...list.matchAll(/\*\*(\d+)\.\*\* ([^<]+)/g)];
    const numbers = rows.map((m) => Number(m[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(await ask(LEADER, '第1个展开说说')).toContain(rows[0]?.[2]);
  });

  test('of the longest overdue has the oldest first', async () => {
    const list = await ask(LEADER, '超期最久的三项');
    const days = [...list.matchAll(/期限 (2026-\d\d-\d\d)/g)].map((m) => m[1] ?? '');
    expect(days).toHaveLength(3);
    expect(days).toEqual(days.toSorted());
    expect(await ask(LEADER, '第3个展开说说')).toContain(days[2]);
  });

  test('批示这一项 is on the task that is open, with its day', async () => {
    await ask(LEADER, '第1个展开说说');
    const card = await ask(LEADER, '批示这一项，要求本周五前报结果');
    expect(card).toContain('针对事项');
    expect(card).toContain('12月4日');
  });
});

describe('a question after one that could not be answered', () => {
  test('导出表格 is of the plan there is', async () => {
    expect(await ask(LEADER, '下个月重点工作')).toContain('2027 年计划');
    expect((await county.ask(LEADER, '导出表格')).content.type).toBe('file');
  });
});

describe('a unit asks', () => {
  test.each(['第3项现在什么状态', '第1项完成了吗'])('%s: the state is said', async (text) => {
    expect(await ask(LIAISON, text)).toMatch(/状态 (?:未反馈|进行中|已完成|有困难|未开始)|本单位 /);
  });

  test('我报了哪些 after a plea about the load lists the own reports', async () => {
    expect(await ask(LIAISON, '这个月任务太重了，能不能少派点')).toContain('投诉建议');
    expect(await ask(LIAISON, '我报了哪些')).toContain('科技经信局反馈');
  });
});

describe('the library', () => {
  test.each(['政策库有哪些文件', '政策文件', '有哪些政策'])('%s: its documents', async (text) => {
    for (const who of [OUTSIDER, MEMBER]) {
      const reply = await ask(who, text);
      expect(reply).toContain('可查文件');
      expect(reply).toMatch(/〔2025〕\d+号.*县级.*有效期至/);
    }
  });

  test('a person of no unit asks about policies', async () => {
    for (const text of ['哪条产业链最重要', '入园企业租金减免', '找谁申报'])
      expect(await ask(OUTSIDER, text), text).not.toContain('登记到单位');
    expect(await ask(OUTSIDER, '3月完成得怎么样')).toContain('登记到单位');
  });
});
