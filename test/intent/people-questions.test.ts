import { expect, test } from 'vitest';
import { impossibleMonth } from '../../src/intent/impossible-month.ts';
import { readCommand } from '../../src/intent/read-command.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const units = indexUnitNames(
  ['统计局', '科技经信局', '开发区'].map((name) => ({ name, aliases: [] })),
);
const read = (text: string) => readCommand(text, { refDate: '2026-03-02', units });

test.each([
  ['统计局的联络员是谁', { kind: 'who-is', unit: '统计局' }],
  ['统计局联络员是哪位？', { kind: 'who-is', unit: '统计局' }],
  ['谁是开发区的联络员', { kind: 'who-is', unit: '开发区' }],
  ['单位列表', { kind: 'unit-list', missing: false }],
  ['查看所有单位名单', { kind: 'unit-list', missing: false }],
  ['联络员名单', { kind: 'unit-list', missing: false }],
  ['哪些单位还没绑定', { kind: 'unit-list', missing: true }],
  ['还有哪些单位没有联络员？', { kind: 'unit-list', missing: true }],
  ['没有绑定的单位有哪些', { kind: 'unit-list', missing: true }],
  [
    '设置统计局主联络员为张三',
    { kind: 'set-person', role: 'liaison', unit: '统计局', person: '张三' },
  ],
  [
    '设置 任为民 为 统计局 联络员',
    { kind: 'set-person', role: 'liaison', unit: '统计局', person: '任为民' },
  ],
  [
    '把李成设为开发区副联络员',
    { kind: 'set-person', role: 'deputy', unit: '开发区', person: '李成' },
  ],
])('%s', (text, command) => {
  expect(read(text)).toEqual(command);
});

test.each(['哪些单位没完成', '统计局还有哪些没报', '哪些单位没报', '统计局的工作是谁负责'])(
  '%s is a question about the work',
  (text) => {
    expect(['who-is', 'unit-list']).not.toContain(read(text)?.kind);
  },
);

test.each([
  ['13月进度', '13月'],
  ['十三月哪些单位没报', '十三月'],
  ['把0月的任务再催一下', '0月'],
  ['12月进度', undefined],
  ['十二月进度', undefined],
  ['2026年3月进度', undefined],
  ['近13个月进度', undefined],
  ['2026.12月进度', undefined],
])('%s names no month of any year: %s', (text, month) => {
  expect(impossibleMonth(text)).toBe(month);
});
