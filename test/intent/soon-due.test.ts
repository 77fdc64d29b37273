import { expect, test } from 'vitest';
import { pickLines } from '../../src/intent/pick-lines.ts';
import { recognise } from '../../src/intent/recognise.ts';
import type { Status } from '../../src/progress/report.ts';
import type { Line } from '../../src/summary/summarise.ts';
import { COUNTY } from './county.ts';

const line = (taskId: string, said?: Status): Line => ({
  taskId,
  occurrenceId: taskId,
  months: [6],
  dueOn: '2022-06-20',
  leads: ['u1'],
  coops: [],
  reports: new Map(said ? [['u1', said]] : []),
});

test.each(['快到期的', '这个月快到期的有哪些', '本月即将到期的任务'])(
  '%s: what is done no longer falls due',
  (text) => {
    const intent = recognise({ text, refDate: '2022-06-15', units: COUNTY });
    if (intent.kind !== 'progress') throw new Error('not read as a question about progress');
    const lines = [line('a', 'done'), line('b', 'in_progress'), line('c')];
    const ledger = { lines, units: new Map(), items: new Map(), reports: [] };
    const picked = pickLines(ledger, intent.query, [], '2022-06-15');
    expect(picked.lines.map((l) => l.taskId)).toEqual(['b', 'c']);
  },
);

test.each(['哪几项快到期了还没动', '马上到期还没启动的', '即将到期仍未开始的任务'])(
  '%s: what is due soon and not begun, and not what is overdue',
  (text) => {
    const intent = recognise({ text, refDate: '2022-06-15', units: COUNTY });
    expect(intent).toMatchObject({
      kind: 'progress',
      query: { status: 'not_started', window: { from: '2022-06-15', to: '2022-06-22' } },
    });
  },
);
