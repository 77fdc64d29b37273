import { expect, test } from 'vitest';
import { command } from '../../src/commands/reply-parse.ts';

async function run(input: string, args = ['--jsonl']) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run({
    args,
    cwd: '/',
    stdin: async () => input,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const line = (id: string, text: string) =>
  JSON.stringify({
    id,
    month: 5,
    refDate: '2026-05-20',
    tasks: [
      { no: 1, content: '举办产销对接会。' },
      { no: 2, content: '改造老旧管网。' },
    ],
    text,
  });

test('each line is answered by one line, in order', async () => {
  const { code, out } = await run(
    [
      line('a', '第1项已完成，第2项完成60%，预计月底完成'),
      line('b', '已完成'),
      line('c', '收到'),
    ].join('\n'),
  );
  expect(code).toBe(0);
  expect(out.map((l) => JSON.parse(l))).toEqual([
    {
      id: 'a',
      kind: 'report',
      items: [
        { no: 1, status: 'done', note: '' },
        {
          no: 2,
          status: 'in_progress',
          percent: 60,
          eta: '2026-05-31',
          note: '完成60%，预计月底完成',
        },
      ],
    },
    { id: 'b', kind: 'ambiguous', items: [], asks: ['which-task'] },
    { id: 'c', kind: 'not_a_report', act: 'ack', items: [] },
  ]);
});

test('a line that does not fit is named, the others are still answered', async () => {
  const { code, out, err } = await run(
    `${line('a', '收到')}\n{"id": 1}\nnonsense\n${line('b', '收到')}`,
  );
  expect(code).toBe(1);
  expect(out).toHaveLength(4);
  expect(JSON.parse(out[3] ?? '')).toMatchObject({ id: 'b' });
  expect(err[0]).toContain('第 2 行');
  expect(err[1]).toContain('第 3 行');
});

test('without --jsonl the usage is shown', async () => {
  expect(await run('', [])).toMatchObject({ code: 2, out: [] });
});
