import { describe, expect, test } from 'vitest';
import { MATTER_RULES } from '../../src/intent/matter-rules.ts';
import { readCommand } from '../../src/intent/read-command.ts';
import { PLAN_ORDER_EXAMPLES, readPlanOrder } from '../../src/intent/read-plan-order.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { COUNTY } from './county.ts';

const CONTEXT = { refDate: '2024-03-14', units: COUNTY };
const command = (text: string) => readCommand(text, CONTEXT);

describe('orders about what goes back and forth between units and the office', () => {
  test.each(MATTER_RULES.map((r) => r.example))('%s is an order', (example) => {
    expect(command(example)).toBeDefined();
  });

  test.each([
    ['开启办结审核', { kind: 'review', on: true }],
    ['请打开办结审核功能', { kind: 'review', on: true }],
    ['办结不用审核了', { kind: 'review', on: false }],
    ['有哪些事项待我审核', { kind: 'open-matters' }],
    ['待审批事项', { kind: 'open-matters' }],
    ['看下问题清单', { kind: 'problem-list' }],
    ['还有哪些没解决的问题', { kind: 'problem-list' }],
    ['问题清单第12号已解决', { kind: 'solve-problem', no: 12 }],
    ['第三号问题已经处理好了', { kind: 'solve-problem', no: 3 }],
    ['销号 问题5', { kind: 'solve-problem', no: 5 }],
    [
      '问题2交给财政局，5月底前解决',
      { kind: 'assign-problem', no: 2, unit: '财政局', dueOn: '2024-05-31' },
    ],
    ['问题4：责任单位改为统计局', { kind: 'assign-problem', no: 4, unit: '统计局' }],
    ['问题7 4月15日前解决', { kind: 'assign-problem', no: 7, dueOn: '2024-04-15' }],
    ['转办第2项给张小明', { kind: 'transfer', no: 2, person: '张小明' }],
    ['把第二项转给李四办理', { kind: 'transfer', no: 2, person: '李四' }],
    ['交接给任建国', { kind: 'hand-over', person: '任建国' }],
    ['工信局联络员交接给李四', { kind: 'hand-over', person: '李四', unit: '工信局' }],
    ['工作移交给李四', { kind: 'hand-over', person: '李四' }],
  ])('%s', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  test.each([
    '问题3解决了吗',
    '问题3什么时候解决',
    '问题3还没解决',
    '第2项转给财政局',
    '资金问题已解决',
    '交接工作完成了吗',
    '第3项已完成',
  ])('%s is none', (text) => {
    expect(['solve-problem', 'assign-problem', 'transfer', 'hand-over']).not.toContain(
      command(text)?.kind,
    );
  });

  test('the words of a report in a 代填 are no report of the writer', () => {
    const intent = recognise({ ...CONTEXT, text: '代填 工信局 第1项已完成（电话，张三）' });
    expect(intent).toEqual({ kind: 'admin', command: { kind: 'proxy-report' } });
  });
});

describe('orders about the plan', () => {
  const order = (text: string) => readPlanOrder(text, CONTEXT);

  test.each(PLAN_ORDER_EXAMPLES)('%s is an order', (example) => {
    expect(order(example)?.kind).toBe('change');
  });

  test.each([
    ['暂缓5月第3项', { kind: 'state', state: 'suspended' }, { months: [5], no: 3 }],
    ['五月份第三项任务先搁置', { kind: 'state', state: 'suspended' }, { months: [5], no: 3 }],
    ['请取消6月第12项工作', { kind: 'state', state: 'cancelled' }, { months: [6], no: 12 }],
    ['把5月第3项挪到下个月', { kind: 'move', month: 4 }, { months: [5], no: 3 }],
    ['将5月第3项调整至7月份完成', { kind: 'move', month: 7 }, { months: [5], no: 3 }],
    ['5月第3项的完成时限调整为5月下旬', { kind: 'due', dueOn: '2024-05-31' }, { no: 3 }],
    ['5月第3项延期至6月10日', { kind: 'due', dueOn: '2024-06-10' }, { no: 3 }],
    [
      '5月第3项改由财政局、统计局牵头',
      { kind: 'units', role: 'lead', units: ['财政局', '统计局'] },
      { no: 3 },
    ],
    [
      '5月第3项配合单位由财政局调整为统计局',
      { kind: 'units', role: 'coop', units: ['统计局'] },
      { no: 3 },
    ],
    [
      '高新区4月第2项恢复办理',
      { kind: 'state', state: 'active' },
      { months: [4], no: 2, unit: '高新区' },
    ],
    [
      '取消“中小企业服务月”这项工作',
      { kind: 'state', state: 'cancelled' },
      { topic: '中小企业服务月' },
    ],
    [
      '苗木基地牵头的改成林业局，茶产业发展中心配合',
      { kind: 'units', role: 'lead', units: ['林业局'], coops: ['茶产业发展中心'] },
      { topic: '苗木基地' },
    ],
    ['首席服务员那项先停一停', { kind: 'state', state: 'suspended' }, { topic: '首席服务员' }],
    [
      '新增规上那项的10家改成12家',
      { kind: 'content', content: '12家', old: '10家' },
      { topic: '新增规上' },
    ],
    [
      '取消安全用电检查，县里统一搞了',
      { kind: 'state', state: 'cancelled' },
      { topic: '安全用电检查' },
    ],
    ['供电公司那项改到30号', { kind: 'due', dueOn: '2024-03-30' }, { unit: '供电公司' }],
  ])('%s', (text, change, which) => {
    expect(order(text)).toMatchObject({ kind: 'change', change, which });
  });

  test.each([
    [
      '新增任务 5月 召开企业座谈会 牵头：工信局 配合：高新区、财政局',
      {
        month: 5,
        content: '召开企业座谈会',
        leadUnits: ['工信局'],
        coopUnits: ['高新区', '财政局'],
      },
    ],
    [
      '给5月加一项：召开企业座谈会，工信局牵头',
      { month: 5, content: '召开企业座谈会', leadUnits: ['工信局'], coopUnits: [] },
    ],
    [
      '财政局再加个任务：4月20日前报奖补资金台账',
      { month: 4, dueOn: '2024-04-20', leadUnits: ['财政局'], coopUnits: [] },
    ],
    [
      '再加一项任务：4月底前完成用电大户走访，由工信局牵头，供电公司配合',
      {
        month: 4,
        dueOn: '2024-04-30',
        content: '完成用电大户走访',
        leadUnits: ['工信局'],
        coopUnits: ['供电公司'],
      },
    ],
    [
      '新增县领导交办任务：梳理停产企业名单（责任单位：统计局；完成时限：6月20日）',
      {
        month: 6,
        dueOn: '2024-06-20',
        content: '梳理停产企业名单',
        leadUnits: ['统计局'],
        coopUnits: [],
      },
    ],
    [
      '县长交办：请统计局摸底停产企业，6月20日前报',
      {
        month: 6,
        dueOn: '2024-06-20',
        content: '摸底停产企业，6月20日前报',
        leadUnits: ['统计局'],
        coopUnits: [],
      },
    ],
    [
      '补充5月工作：修订应急预案，牵头单位为工信局',
      { month: 5, content: '修订应急预案', leadUnits: ['工信局'], coopUnits: [] },
    ],
    ['新增任务', { month: null, content: '', leadUnits: [] }],
  ])('%s', (text, expected) => {
    expect(order(text)).toMatchObject({ kind: 'add', ...expected });
  });

  const DEADLINES: [string, string, string][] = [
    ['牵头：工信局，期限6月20日', '召开企业座谈会', '2024-06-20'],
    ['牵头工信局，6月20日前', '召开企业座谈会', '2024-06-20'],
    ['工信局牵头，限6月20日', '召开企业座谈会', '2024-06-20'],
    ['牵头：工信局，月底前', '召开企业座谈会', '2024-06-30'],
    ['工信局牵头，6月中旬完成', '召开企业座谈会', '2024-06-20'],
    ['（20号前完成），牵头工信局', '召开企业座谈会', '2024-06-20'],
    ['期限 6月20日 牵头 工信局', '召开企业座谈会', '2024-06-20'],
    ['，工信局牵头，最迟6月20号', '召开企业座谈会', '2024-06-20'],
    ['，工信局牵头，20号之前报结果', '召开企业座谈会，20号之前报结果', '2024-06-20'],
  ];
  test.each(DEADLINES)(
    '新增任务 6月 召开企业座谈会 %s: the deadline is set and is no part of the task',
    (tail, content, dueOn) => {
      expect(order(`新增任务 6月 召开企业座谈会 ${tail}`)).toEqual({
        kind: 'add',
        month: 6,
        year: 2024,
        content,
        dueOn,
        leadUnits: ['工信局'],
        coopUnits: [],
      });
    },
  );

  test('新增任务: a day that the task itself speaks of is no deadline, and a day that does not exist is named', () => {
    expect(order('新增任务 6月 梳理6月20日前到期的合同，工信局牵头')).toMatchObject({
      content: '梳理6月20日前到期的合同',
    });
    expect(order('新增任务 6月 梳理6月20日前到期的合同，工信局牵头')).not.toHaveProperty('dueOn');
    expect(order('新增任务 6月 召开企业座谈会，工信局牵头，期限6月31日')).toEqual({
      kind: 'no-such-day',
      day: '6月31日',
    });
  });

  test.each([
    '取消了哪些任务',
    '5月第3项改到几月了？',
    '5月第3项为什么取消',
    '暂缓',
    '取消',
    '本月第3项完成情况',
    '5月有哪些任务暂缓',
    '怎么新增任务',
  ])('%s is none', (text) => {
    expect(order(text)).toBeUndefined();
  });
});
