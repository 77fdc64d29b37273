import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenClick } from '../../src/summary/cards.ts';
import { type Line, summarise } from '../../src/summary/summarise.ts';
import { summaryCard } from '../../src/summary/summary-card.ts';
import { checkedCard } from '../support/card-lint.ts';

/** A real county's year: 60 units, 12 months, 900 tasks, long names. */
const UNITS = Array.from({ length: 60 }, (_, i) => `u${i}`);
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const LINES: Line[] = Array.from({ length: 900 }, (_, i) => ({
  taskId: `t${i}`,
  occurrenceId: `o${i}`,
  months: [1 + (i % 12)],
  dueOn: `2026-${String(1 + (i % 12)).padStart(2, '0')}-25`,
  leads: [`u${i % 60}`],
  coops: [`u${(i + 7) % 60}`],
  ...(i % 9 === 0 ? { repeats: true as const } : {}),
  reports: new Map(
    i % 6 === 5
      ? []
      : [
          [
            `u${i % 60}`,
            (['done', 'in_progress', 'blocked', 'extension', 'not_started'] as const)[i % 5] ??
              'done',
          ],
        ],
  ),
}));

const summary = summarise(LINES, MONTHS, '2026-12-20');
const before = summarise(LINES.slice(0, 300), MONTHS, '2026-12-20');

const cardOf = (of = summary) =>
  summaryCard({
    title: '2026年全年重点工作进展',
    period: '2026年全年',
    asOf: '2026年12月20日 16:00',
    year: 2026,
    months: MONTHS,
    summary: of,
    unitNames: new Map(UNITS.map((u, i) => [u, `第${i}新型工业化产业发展服务保障中心`])),
    decisions: LINES.slice(0, 40).map((l) => ({
      text: '有困难：推进标准化厂房二期建设，完成全部主体工程并交付使用。'.repeat(8),
      occurrenceId: l.occurrenceId,
    })),
    previous: { name: '2025年全年', counts: before },
  });

type Node = {
  tag?: string;
  content?: string;
  behaviors?: { value?: unknown }[];
  elements?: Node[];
  columns?: Node[];
  options?: unknown[];
};

function nodes(list: Node[]): Node[] {
  return list.flatMap((n) => [n, ...nodes(n.elements ?? []), ...nodes(n.columns ?? [])]);
}

test('a county of 60 units and 12 months makes a card that the platform takes', () => {
  checkedCard(cardOf());
});

test('the conclusion has at most 200 characters and says how it was before', () => {
  const [first] = cardOf().body.elements as Node[];
  expect([...(first?.content ?? '')].length).toBeLessThanOrEqual(200);
  expect(first?.content).toContain('2026年全年共 900 项');
  expect(first?.content).toMatch(/完成率与2025年全年（.+）(?:相比[高低] .+ 个百分点|持平)/);
});

test('three figures, three matters to decide and every unit open what stands behind them', () => {
  const all = nodes(cardOf().body.elements as Node[]);
  const clicks = all.flatMap((n) => n.behaviors?.map((b) => OpenClick.parse(b.value)) ?? []);
  const ids = (act: string) => clicks.filter((c) => c.act === act).map((c) => c.id);
  expect(ids('open-list')).toEqual(['', 'done', 'overdue']);
  expect(ids('open-task')).toEqual(['o0', 'o1', 'o2']);
  expect(ids('open-unit')).toHaveLength(7);
  expect(ids('open-unit').at(-1)).toBe('');
  expect(all.find((n) => n.tag === 'select_static')?.options).toHaveLength(60);
});

test('tasks for the whole year or repeated are counted, and it is said', () => {
  expect(JSON.stringify(cardOf())).toContain('其中 100 项为全年推进或按期重复的任务');
  const once = summarise(
    LINES.filter((l) => !l.repeats),
    MONTHS,
    '2026-12-20',
  );
  expect(JSON.stringify(cardOf(once))).not.toContain('按期重复');
});

const STATES = ['done', 'in_progress', 'not_started', 'blocked', 'extension'] as const;

/** Some tasks of two units with whatever was said of them; `none`: nothing. */
const someLines = fc
  .array(fc.constantFrom(...STATES, 'none' as const), { maxLength: 60 })
  .map((states) =>
    states.map(
      (state, i): Line => ({
        taskId: `t${i}`,
        occurrenceId: `o${i}`,
        months: [1 + (i % 12)],
        dueOn: `2026-${String(1 + (i % 12)).padStart(2, '0')}-25`,
        leads: [`u${i % 2}`],
        coops: [],
        reports: new Map(state === 'none' ? [] : [[`u${i % 2}`, state]]),
      }),
    ),
  );

test('the conclusion is whole within 200 characters, whatever stands in the plan', () => {
  const name = '经济开发区新型工业化产业发展服务保障中心';
  fc.assert(
    fc.property(someLines, someLines, fc.integer({ min: 1, max: 2 }), (now, last, units) => {
      const period = `${Array.from({ length: units }, () => name).join('、')}2026年1、3、5、7、9、11月`;
      const card = summaryCard({
        title: period,
        period,
        asOf: '2026年12月20日 16:00',
        year: 2026,
        months: MONTHS,
        summary: summarise(now, MONTHS, '2026-12-20'),
        unitNames: new Map(),
        decisions: [],
        previous: {
          name: '2025年2、4、6、8、10、12月',
          counts: summarise(last, MONTHS, '2026-12-20'),
        },
      });
      const { content = '' } = (card.body as { elements: Node[] }).elements[0] ?? {};
      expect([...content].length).toBeLessThanOrEqual(200);
      expect(content).toMatch(/。$/);
    }),
  );
});
