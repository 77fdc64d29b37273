import { expect, test } from 'vitest';
import { COMMAND_RULES } from '../../src/intent/command-rules.ts';
import type { AdminCommand } from '../../src/intent/intent.ts';
import { readCommand } from '../../src/intent/read-command.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { COUNTY } from './county.ts';

const ASKED = { refDate: '2022-06-15', units: COUNTY };

const ROWS: [string, AdminCommand][] = [
  ['撤销', { kind: 'undo' }],
  ['撤回刚才的', { kind: 'undo' }],
  ['问题1是误报，销号', { kind: 'solve-problem', no: 1 }],
  ['问题清单第2号重复，请销掉', { kind: 'solve-problem', no: 2 }],
  ['暂停推送', { kind: 'pause' }],
  ['先别发提醒了', { kind: 'ask-hold', months: [], units: [] }],
  ['恢复推送', { kind: 'resume' }],
  ['绑定 工信局', { kind: 'bind-unit', unit: '工信局' }],
  ['绑定统计局', { kind: 'bind-unit', unit: '统计局' }],
  ['发布计划', { kind: 'publish' }],
  ['确认', { kind: 'confirm' }],
  ['放弃导入', { kind: 'discard' }],
  [
    '设置 张三 为 工信局 联络员',
    { kind: 'set-person', role: 'liaison', person: '张三', unit: '工信局' },
  ],
  [
    '把李四设为高新区的联络员',
    { kind: 'set-person', role: 'liaison', person: '李四', unit: '高新区' },
  ],
  ['加一个联络员', { kind: 'set-person', role: 'liaison' }],
  ['给高新区加个联络员', { kind: 'set-person', role: 'liaison', unit: '高新区' }],
  ['把王五设成管理员', { kind: 'set-person', role: 'admin', person: '王五' }],
  ['换联络员', { kind: 'set-person', role: 'liaison' }],
  [
    '高新区的联络员换成赵六',
    { kind: 'set-person', role: 'liaison', person: '赵六', unit: '高新区' },
  ],
  ['删除张三的管理员', { kind: 'remove-person', role: 'admin', person: '张三' }],
  ['取消陈志远的管理员', { kind: 'remove-person', role: 'admin', person: '陈志远' }],
  ['取消 欧阳志远 的 管理员', { kind: 'remove-person', role: 'admin', person: '欧阳志远' }],
  [
    '取消 陈志远 统计局 联络员',
    { kind: 'remove-person', role: 'liaison', person: '陈志远', unit: '统计局' },
  ],
  [
    '取消张三统计局的联络员',
    { kind: 'remove-person', role: 'liaison', person: '张三', unit: '统计局' },
  ],
  ['别名 工信局=工信局', { kind: 'alias', alias: '工信局', unit: '工信局' }],
  [
    '相关乡镇 = 南河镇、北河镇',
    { kind: 'group-members', group: '相关乡镇', members: ['南河镇', '北河镇'] },
  ],
  ['我还欠什么', { kind: 'my-open-items' }],
  ['我的任务', { kind: 'my-open-items' }],
  ['计划情况', { kind: 'plan-status' }],
  ['查看计划', { kind: 'view-plan' }],
  ['看看刚才导入的计划', { kind: 'view-plan' }],
  ['把刚才的计划再发我看看', { kind: 'view-plan' }],
  ['预览计划', { kind: 'view-plan' }],
  ['提醒预览', { kind: 'remind-preview' }],
  ['把6月的再催一下', { kind: 'resend', year: 2022, months: [6], units: [], status: null }],
  ['再催财政局', { kind: 'resend', year: 2022, months: null, units: ['财政局'], status: null }],
  [
    '再催 统计局、财政局5月的任务',
    { kind: 'resend', year: 2022, months: [5], units: ['统计局', '财政局'], status: null },
  ],
  ['催一下高新区', { kind: 'resend', year: 2022, months: null, units: ['高新区'], status: null }],
  ['催催没报的单位', { kind: 'resend', year: 2022, months: null, units: [], status: 'no_report' }],
  [
    '再提醒一遍还没反馈的单位',
    { kind: 'resend', year: 2022, months: null, units: [], status: 'no_report' },
  ],
  [
    '给统计局发个提醒',
    { kind: 'resend', year: 2022, months: null, units: ['统计局'], status: null },
  ],
  ['通知各单位月底前报进度', { kind: 'resend', year: 2022, months: [6], units: [], status: null }],
  [
    '督促一下逾期的单位',
    { kind: 'resend', year: 2022, months: null, units: [], status: 'overdue' },
  ],
  ['设置提醒时间', { kind: 'set-reminder' }],
  ['每月25号上午9点提醒', { kind: 'set-reminder', day: 25, time: '09:00' }],
  ['提醒时间改到每月20号', { kind: 'set-reminder', day: 20 }],
  ['把提醒改成早上八点半', { kind: 'set-reminder', time: '08:30' }],
  ['新增一项任务：7月底前召开银企对接会', { kind: 'add-task', text: '7月底前召开银企对接会' }],
  ['投诉建议 提醒太多了', { kind: 'complain', text: '提醒太多了' }],
  ['我是谁', { kind: 'who-am-i' }],
  ['认领管理员 AB12CD', { kind: 'claim-admin', code: 'AB12CD' }],
  ['导入这个计划', { kind: 'import-plan' }],
  ['计划表发给你了，帮我录进去', { kind: 'import-plan' }],
  ['把附件里的任务导进去', { kind: 'import-plan' }],
  ['解除绑定', { kind: 'unbind' }],
  ['催一下', { kind: 'resend', year: 2022, months: null, units: [], status: null }],
  ['催办', { kind: 'resend', year: 2022, months: null, units: [], status: null }],
  ['催一催统计局', { kind: 'resend', year: 2022, months: null, units: ['统计局'], status: null }],
  [
    '把没完成的都催一遍',
    { kind: 'resend', year: 2022, months: null, units: [], status: 'not_done' },
  ],
  ['再发一遍提醒', { kind: 'resend', year: 2022, months: null, units: [], status: null }],
  [
    '提醒一下高新区报进度',
    { kind: 'resend', year: 2022, months: null, units: ['高新区'], status: null },
  ],
  [
    '给没反馈的单位发催办',
    { kind: 'resend', year: 2022, months: null, units: [], status: 'no_report' },
  ],
  [
    '通知工信局抓紧报材料',
    { kind: 'resend', year: 2022, months: null, units: ['工信局'], status: null },
  ],
  ['提醒各单位报6月进展', { kind: 'resend', year: 2022, months: [6], units: [], status: null }],
  [
    '逾期的单位发个提醒',
    { kind: 'resend', year: 2022, months: null, units: [], status: 'overdue' },
  ],
  [
    '让高新区赶紧报进度',
    { kind: 'resend', year: 2022, months: null, units: ['高新区'], status: null },
  ],
  ['督办一下财政局', { kind: 'resend', year: 2022, months: null, units: ['财政局'], status: null }],
  ['给他们发个通知', { kind: 'resend', year: 2022, months: null, units: [], status: null }],
  ['群里提醒一下', { kind: 'resend', year: 2022, months: null, units: [], status: null }],
  [
    '5月没报的再提醒一次',
    { kind: 'resend', year: 2022, months: [5], units: [], status: 'no_report' },
  ],
  ['重新发送6月的任务提醒', { kind: 'resend', year: 2022, months: [6], units: [], status: null }],
  ['把6月任务发到各单位', { kind: 'resend', year: 2022, months: [6], units: [], status: null }],
  ['暂停提醒', { kind: 'pause' }],
  ['停止推送', { kind: 'pause' }],
  ['关闭提醒', { kind: 'pause' }],
  ['别推送了', { kind: 'pause' }],
  ['不要再提醒了', { kind: 'ask-hold', months: [], units: [] }],
  ['今天先不发提醒', { kind: 'ask-hold', months: [], units: [] }],
  ['开启提醒', { kind: 'resume' }],
  ['恢复提醒', { kind: 'resume' }],
  ['继续推送', { kind: 'resume' }],
  ['设置每月20号提醒', { kind: 'set-reminder', day: 20 }],
  ['提醒时间设为9点', { kind: 'set-reminder', time: '09:00' }],
  ['把提醒时间改成每月28号下午3点', { kind: 'set-reminder', day: 28, time: '15:00' }],
  ['修改提醒时间', { kind: 'set-reminder' }],
  ['以后每周一早上发提醒', { kind: 'set-reminder' }],
  ['提前三天提醒', { kind: 'set-reminder' }],
  ['添加联络员李明', { kind: 'set-person', role: 'liaison', person: '李明' }],
  [
    '统计局的联络员换成王芳',
    { kind: 'set-person', role: 'liaison', person: '王芳', unit: '统计局' },
  ],
  ['李明是高新区联络员', { kind: 'set-person', role: 'liaison', person: '李明', unit: '高新区' }],
  ['设张县长为领导', { kind: 'set-person', role: 'leader', person: '张县长' }],
  ['把我设为管理员', { kind: 'set-person', role: 'admin', person: '我设' }],
  ['增加一名督办人员', { kind: 'set-person', role: 'office' }],
  ['我要绑定单位', { kind: 'bind-unit' }],
  ['绑定单位：高新区', { kind: 'bind-unit', unit: '高新区' }],
  ['把这个群绑定到统计局', { kind: 'bind-unit', unit: '统计局' }],
  ['本群绑定高新区', { kind: 'bind-unit', unit: '高新区' }],
  ['绑定群', { kind: 'bind-unit', unit: '定群' }],
  ['解绑', { kind: 'unbind' }],
  ['发布', { kind: 'publish' }],
  ['发布2023年计划', { kind: 'publish' }],
  ['把计划发布了吧', { kind: 'publish' }],
  ['确认发布', { kind: 'publish' }],
  ['确认导入', { kind: 'confirm' }],
  ['取消导入', { kind: 'discard' }],
  ['不发布了', { kind: 'discard' }],
  ['撤销上一条', { kind: 'undo' }],
  ['刚才那条撤回', { kind: 'undo' }],
  ['撤销操作', { kind: 'undo' }],
  ['刚才报错了撤回', { kind: 'undo' }],
  ['导入工作计划', { kind: 'import-plan' }],
  ['上传了新的任务表，更新一下', { kind: 'import-plan' }],
  ['这是今年的计划，导进系统', { kind: 'import-plan' }],
  ['帮我把这个表格导入', { kind: 'import-plan' }],
  ['明细表发你了，录入一下', { kind: 'import-plan' }],
  ['重新导入计划表', { kind: 'import-plan' }],
  [
    '新增任务：组织召开产业链推进会，牵头工信局',
    { kind: 'add-task', text: '组织召开产业链推进会,牵头工信局' },
  ],
  ['加一项任务 7月底前完成清查', { kind: 'add-task', text: '7月底前完成清查' }],
  ['添加单位别名 高新区=高新区', { kind: 'alias', alias: '高新区=高新区', unit: '添加单位' }],
  ['投诉', { kind: 'complain', text: '' }],
  ['我要投诉', { kind: 'complain', text: '' }],
  ['提个建议：希望少发消息', { kind: 'complain', text: '希望少发消息' }],
  ['查看提醒名单', { kind: 'remind-preview' }],
  ['计划状态', { kind: 'plan-status' }],
  ['计划发布了吗', { kind: 'plan-status' }],
  ['我是哪个单位的', { kind: 'who-am-i' }],
  ['我的待办', { kind: 'my-open-items' }],
];

test.each(ROWS)('an order is understood: %s', (text, command) => {
  expect(recognise({ text, ...ASKED })).toEqual({ kind: 'admin', command });
});

test.each(COMMAND_RULES.map((rule) => [rule.example, rule] as const))(
  'the rule of %s reads its example',
  (example) => {
    expect(readCommand(example, ASKED)).toBeDefined();
  },
);

test.each([
  '谁是联络员',
  '催了哪些单位',
  '提醒发了没有',
  '计划什么时候发布',
  '怎么绑定单位',
  '联络员怎么换',
  '哪些单位要催',
  '通知发了没有',
  '上次提醒了谁',
  '导入了没有',
])('a question about an order is not that order: %s', (text) => {
  expect(recognise({ text, ...ASKED }).kind).not.toBe('admin');
});

test.each([
  '周末会发补贴吗',
  '节假日不发补贴吗',
  '周末不发工资',
  '晚上不推进施工',
  '周末能不能发奖补资金',
])('%s: what else is sent on days of rest is no matter of the reminders', (text) =>
  expect(readCommand(text, ASKED)).not.toMatchObject({ kind: 'rest-days' }),
);

test.each([
  '周末别发提醒',
  '晚上不要催了',
  '节假日会不会发消息',
  '周末不发消息吗',
  '不要在周末推送',
  '夜里别推送消息',
])('%s: the reminders', (text) => expect(readCommand(text, ASKED)).toEqual({ kind: 'rest-days' }));
