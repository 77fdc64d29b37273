import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportScope } from '../../src/chat/reports/report-scope.ts';
import { meaningBeside } from '../../src/chat/reports/still-owed.ts';
import { meaningOf } from '../../src/chat/reports/which-list.ts';

const CONTENTS = [
  '印发智能制造三年行动方案',
  '组织安全生产大检查',
  '申报县级化工园区',
  '举办产销对接会',
  '建设公共服务平台',
  '改造老旧管网',
  '编制矿山生态修复规划',
  '评选年度优秀企业家',
];

/** A list under which the item of index `i` in CONTENTS has the number at the same place. */
function listOf(rows: { item: number; no: number; open: boolean }[]): ReportScope {
  return {
    unitId: 'u',
    unitName: '发改局',
    month: 5,
    last: Math.max(0, ...rows.map((r) => r.no)),
    items: rows.map(({ item, no, open }) => ({
      no,
      open,
      unitId: 'u',
      unitName: '发改局',
      occurrenceId: `o${item}`,
      role: 'lead',
      content: CONTENTS[item] ?? '',
    })),
  };
}

/** Lists of the same eight items, each under numbers of its own. */
const lists = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    fc.array(
      fc.tuple(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 10 }),
      ),
      { minLength: 2, maxLength: 3 },
    ),
  )
  .map(([open, shown]) =>
    shown.map(([items, numbers]) =>
      listOf(items.map((item, i) => ({ item, no: numbers[i] ?? 0, open: open[item] ?? true }))),
    ),
  );

describe('a number said where several lists were shown', () => {
  test('never takes an item as done that has another number in one of the lists', () => {
    const said = fc.constantFrom(
      (n: number) => `第${n}项已完成`,
      (n: number) => `${n}完成了`,
      (n: number) => `已办结第${n}项`,
      (n: number) => `第${n}项弄好了，其他的还在推进`,
      (n: number) => `除第${n}项外都完成了`,
      () => '都完成了',
      () => '已完成',
      () => '全部办结',
    );
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 10 }), said, (shown, no, words) => {
        const text = words(no);
        const meaning = meaningOf(shown, text, '2026-05-20');
        if (meaning.kind !== 'sure') return;
        const { scope, reading } = meaning.heard;
        const idOf = (l: ReportScope, n: number) => l.items.find((x) => x.no === n)?.occurrenceId;
        if (text.includes(String(no))) {
          const meant = shown.flatMap((l) => idOf(l, no) ?? []);
          if (text.startsWith('除')) {
            for (const i of reading.items)
              if (!i.unsaid) expect(meant).not.toContain(idOf(scope, i.no));
            return;
          }
          expect(new Set(meant)).toEqual(new Set([idOf(scope, no)]));
          return;
        }
        const done = reading.items.map((i) => idOf(scope, i.no)).sort();
        const withOpen = shown.filter((l) => l.items.some((i) => i.open));
        for (const { items } of withOpen.length > 0 ? withOpen : shown) {
          const open = items.filter((i) => i.open);
          const meant = (open.length > 0 ? open : items).map((i) => i.occurrenceId);
          expect(done).toEqual(meant.sort());
        }
      }),
      { numRuns: 500 },
    );
  });

  test('除第…项 is asked where the number names an item of one list that another list’s numbers would finish', () => {
    const shown = [
      listOf([
        { item: 2, no: 2, open: false },
        { item: 4, no: 10, open: true },
      ]),
      listOf([
        { item: 1, no: 10, open: false },
        { item: 4, no: 4, open: true },
      ]),
    ];
    expect(meaningOf(shown, '除第10项外都完成了', '2026-05-20').kind).not.toBe('sure');
  });

  const card = listOf([0, 1, 2, 3].map((item) => ({ item, no: item + 1, open: true })));

  test('a number that only the list has is the list’s', () => {
    const shown = listOf([
      { item: 1, no: 2, open: true },
      { item: 6, no: 5, open: true },
    ]);
    const meaning = meaningOf([shown, card], '第5项已完成', '2026-05-20');
    expect(meaning.kind === 'sure' && meaning.heard.scope).toBe(shown);
  });

  test('a number beyond the month card is shown before it is recorded on another list’s item', () => {
    const monthCard = { ...card, since: new Date('2026-05-02T09:00:00+08:00') };
    const shown = listOf([
      { item: 1, no: 2, open: true },
      { item: 6, no: 5, open: true },
    ]);
    const meaning = meaningOf([shown, monthCard], '第5项5月25日完成', '2026-05-28');
    expect(meaning.kind === 'which' && meaning.options.map((o) => o.scope)).toEqual([shown]);
    expect(meaningOf([shown, monthCard], '第2项已完成', '2026-05-28').kind).toBe('sure');
  });

  test('全部 of two lists that differ is asked about', () => {
    const shown = listOf([
      { item: 0, no: 1, open: true },
      { item: 6, no: 5, open: true },
    ]);
    expect(meaningOf([shown, card], '全部完成', '2026-05-20').kind).toBe('which');
  });

  test('a bare 已完成 is asked about where one of the lists leaves several open', () => {
    const one = listOf([{ item: 0, no: 1, open: true }]);
    expect(meaningOf([one, card], '已完成', '2026-05-20').kind).toBe('unsure');
    expect(meaningOf([card, one], '已完成', '2026-05-20').kind).toBe('unsure');
  });

  test('words that name the task need no number', () => {
    const shown = listOf([{ item: 6, no: 5, open: true }]);
    const meaning = meaningOf([shown, card], '化工园区申报已完成', '2026-05-20');
    expect(meaning.kind === 'sure' && meaning.heard.reading.items).toMatchObject([
      { no: 3, status: 'done' },
    ]);
  });
});

test('a list of which the words say nothing is no way to understand them', () => {
  const card = listOf([0, 1, 2].map((item) => ({ item, no: item + 1, open: true })));
  const shown = listOf([{ item: 1, no: 2, open: true }]);
  const meaning = meaningOf([shown, card], '除第2项外都完成了', '2026-05-20');
  const options =
    meaning.kind === 'which' ? meaning.options : meaning.kind === 'sure' ? [meaning.heard] : [];
  expect(options.flatMap((o) => o.reading.items.map((i) => i.no))).toEqual([1, 2, 3]);
});

test('what is said of an item that one list alone numbers is of that list', () => {
  const answer = listOf([{ item: 2, no: 3, open: true }]);
  const card = listOf([0, 1, 2, 3, 4, 5].map((item) => ({ item, no: item + 1, open: true })));
  const meaning = meaningOf([answer, card], '第6项不是我们的事，是应急局牵头的', '2026-05-20');
  expect(meaning.kind).toBe('unsure');
  const heard = meaning.kind === 'unsure' ? meaning.heard : undefined;
  expect(heard?.scope).toBe(card);
  expect(heard?.reading.kind === 'not_a_report' && new Set(heard.reading.tasks)).toEqual(
    new Set([6]),
  );
});

describe('a number against words', () => {
  const card = listOf([0, 1, 2, 3].map((item) => ({ item, no: item + 1, open: true })));
  const meant = (text: string) => {
    const meaning = meaningOf([card], text, '2026-05-20');
    const told = meaning.kind === 'sure' ? [meaning.heard] : [];
    const options = meaning.kind === 'which' ? meaning.options : told;
    return options.map((o) => o.reading.items.map((i) => i.no).join());
  };

  test.each(['第1项安全生产大检查已经搞完了', '第1项：县级化工园区申报材料已报省厅'])(
    '“%s” is asked about',
    (text) => expect(meant(text)).toHaveLength(2),
  );

  test.each([
    '第1项已完成，三年行动方案和大检查一起发的',
    '第2项安全生产大检查已完成',
    '第1项已完成，开了个对接会',
  ])('“%s” is of the item that is numbered', (text) => expect(meant(text)).toHaveLength(1));
});

describe('words that begin with a time that is over', () => {
  const may = listOf([
    { item: 3, no: 1, open: true },
    { item: 0, no: 2, open: true },
  ]);
  const called = may.items.map((i) => ({ ...i, content: i.content.replace('产销', '一季度产销') }));

  test.each(['一季度那个对接会开了', '4月对接会开了', '1-4月的对接会还没开'])(
    '“%s” is shown before it is recorded on this month’s item',
    (text) => expect(meaningBeside([may], [], text, '2026-05-20').kind).toBe('which'),
  );

  test('an item that is called so itself is meant', () =>
    expect(
      meaningBeside([{ ...may, items: called }], [], '一季度对接会开了', '2026-05-20').kind,
    ).toBe('sure'));
});
