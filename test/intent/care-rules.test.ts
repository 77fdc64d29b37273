import { expect, test } from 'vitest';
import { CARE_RULES } from '../../src/intent/care-rules.ts';
import { readCommand } from '../../src/intent/read-command.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const read = (text: string) =>
  readCommand(text, { refDate: '2026-03-10', units: indexUnitNames([]) });

test.each([
  ['投诉建议清单', { kind: 'list-complaints' }],
  ['看看收到的投诉', { kind: 'list-complaints' }],
  ['有哪些投诉建议', { kind: 'list-complaints' }],
  ['答复投诉建议 3：已改到九点', { kind: 'answer-complaint', no: 3, text: '已改到九点' }],
  ['回复第12号意见：下月起只发一次', { kind: 'answer-complaint', no: 12, text: '下月起只发一次' }],
  ['回复三号投诉，谢谢提醒', { kind: 'answer-complaint', no: 3, text: '谢谢提醒' }],
  ['减负情况', { kind: 'burden', year: 2026, month: 2 }],
  ['本月减负情况', { kind: 'burden', year: 2026, month: 3 }],
  ['2月的减负报表', { kind: 'burden', year: 2026, month: 2 }],
  ['12月减负情况', { kind: 'burden', year: 2025, month: 12 }],
  ['上个月一共发了多少条消息', { kind: 'burden', year: 2026, month: 2 }],
  ['2025年6月消息推送情况', { kind: 'burden', year: 2025, month: 6 }],
  ['日志级别 debug 30分钟', { kind: 'log-level', level: 'debug', minutes: 30 }],
  ['把日志级别改为WARN', { kind: 'log-level', level: 'warn', minutes: 30 }],
  ['打开调试日志2小时', { kind: 'log-level', level: 'debug', minutes: 120 }],
  ['恢复日志级别', { kind: 'log-level', level: 'info', minutes: 0 }],
  // Still what they were.
  ['投诉建议 提醒太多了', { kind: 'complain', text: '提醒太多了' }],
  ['投诉', { kind: 'complain', text: '' }],
])('%s', (text, command) => {
  expect(read(text)).toEqual(command);
});

test.each(['13月减负情况', '减负', '日志', '答复3号', '今天发了多少货'])(
  '%s is none of these',
  (text) => {
    expect(['answer-complaint', 'burden', 'log-level', 'list-complaints']).not.toContain(
      read(text)?.kind,
    );
  },
);

test.each(CARE_RULES.map((r) => [r.example, r] as const))(
  '%s fits its own rule',
  (example, rule) => {
    expect(rule.pattern.test(example.replaceAll('：', ':'))).toBe(true);
  },
);
