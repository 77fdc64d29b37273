import { expect, test } from 'vitest';
import { createLog, type LogLevel } from '../src/log.ts';

function logAt(level: LogLevel) {
  const lines: string[] = [];
  return { log: createLog(level, (line) => lines.push(line)), lines };
}

test.each([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
] as const)('at level %s %i of the four levels are written', (level, count) => {
  const { log, lines } = logAt(level);
  for (const l of ['debug', 'info', 'warn', 'error'] as const) log[l]({}, l);
  expect(lines).toHaveLength(count);
});

test('a line is one JSON object: time, level, sentence, then the fields', () => {
  const { log, lines } = logAt('info');
  log.info({ eventId: 'e1', text: '第一行\n第二行' }, 'event stored');
  expect(lines[0]).not.toContain('\n');
  expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual([
    'time',
    'level',
    'message',
    'eventId',
    'text',
  ]);
});

test('a field cannot pass itself off as the level, the time or the sentence', () => {
  const { log, lines } = logAt('info');
  log.warn({ level: 'debug', message: 'forged', time: 'never' }, 'event refused');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', message: 'event refused' });
  expect(JSON.parse(lines[0] ?? '').time).not.toBe('never');
});

test("a fault is written by its innermost cause, without the statement's parameters", () => {
  const { log, lines } = logAt('info');
  const cause = Object.assign(new Error('duplicate key'), { code: '23505' });
  const error = new Error('Failed query: insert … params: 这段话不能进日志', { cause });
  log.error({ error }, 'fault');
  expect(lines[0]).not.toContain('这段话');
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
    name: 'Error',
    message: 'duplicate key',
    code: '23505',
  });
});

test('what JSON cannot hold never breaks the caller', () => {
  const { log, lines } = logAt('info');
  const circle: Record<string, unknown> = { count: 12n };
  log.info(circle, 'counted');
  circle.self = circle;
  log.info(circle, 'turned');
  expect(JSON.parse(lines[0] ?? '').count).toBe('12');
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ message: 'turned', unwritable: true });
});
