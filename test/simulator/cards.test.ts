import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as build from '../../src/feishu/card.ts';
import { checkCard, countTagged, hasNamelessField } from '../../src/simulator/card-check.ts';
import { card } from './support.ts';

const known = {
  hasImage: (key: string) => key === 'img_v3_known',
  hasPerson: (id: string) => id === 'ou_wang',
};

const faults = (c: unknown) => checkCard(c, known).map((f) => f.errCode);

const withElements = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

const markdown = (content: string) => ({ tag: 'markdown', content });

const nested = (depth: number): object =>
  depth === 0
    ? markdown('底')
    : { tag: 'column_set', columns: [{ tag: 'column', elements: [nested(depth - 1)] }] };

const table = (rows: unknown) => ({
  tag: 'table',
  columns: [{ name: 'unit', display_name: '单位', data_type: 'text' }],
  rows,
});

describe('a card of JSON 2.0', () => {
  test('with buttons, forms, columns, tables, charts and panels is taken', () => {
    const all = withElements(
      markdown('**完成** <at id=ou_wang></at><at id=all></at>'),
      { tag: 'hr' },
      nested(5),
      table([{ unit: '县商务局' }]),
      { tag: 'chart', chart_spec: { type: 'bar', data: { values: [{ x: 1 }] } } },
      { tag: 'img', img_key: 'img_v3_known', alt: { tag: 'plain_text', content: '' } },
      {
        tag: 'collapsible_panel',
        header: { title: { tag: 'markdown', content: '依据' } },
        elements: [markdown('原文')],
      },
      { tag: 'person_list', persons: [{ id: 'ou_wang' }] },
    );
    expect(faults(card())).toEqual([]);
    expect(faults(all)).toEqual([]);
  });

  test('made by the application’s own builders is taken', () => {
    const act = { act: 'done' };
    const made = build.card({
      title: '3月提醒',
      subtitle: '县商务局',
      tag: { text: '待反馈', color: 'orange' },
      elements: [
        build.markdown('请反馈', 'notation'),
        build.hr(),
        build.row([
          build.button({ text: '已完成', value: act, confirm: { title: '确认', text: '提交' } }),
          build.link('打开', 'https://gongxin.example.cn'),
        ]),
        build.columns([{ elements: [build.note('任务')], weight: 1, background: 'grey-50' }]),
        build.table([{ name: 'unit', title: '单位' }], [{ unit: '县商务局' }]),
        build.chart({ type: 'bar', data: { values: [{ x: 1, y: 2 }] }, xField: 'x', yField: 'y' }),
        build.collapsible('依据', [build.markdown('原文')]),
        build.form('progress', [
          build.input({
            name: 'words',
            placeholder: '进展',
            label: '说明',
            multiline: true,
            value: '无',
          }),
          build.datePicker('date', '日期'),
          build.select({
            name: 'task',
            placeholder: '任务',
            options: [{ text: '一', value: '1' }],
            required: true,
            initial: 1,
          }),
          build.button({ text: '提交', value: act, submit: 'send', fill: true }),
        ]),
      ],
    });
    expect(checkCard(made, known)).toEqual([]);
    expect(hasNamelessField(made)).toBe(false);
  });

  test.each([
    ['is no object', 'card', 200621],
    ['has no schema', { body: { elements: [] } }, 200621],
    ['carries an unknown property', { ...card(), elements: [] }, 200621],
    ['has a list where one object belongs', { ...card(), header: [] }, 200621],
    ['lacks what a component needs', withElements({ tag: 'markdown' }), 200621],
    ['uses a tag of 1.0', withElements({ tag: 'note', elements: [] }), 200861],
    ['uses a tag nobody knows', withElements({ tag: 'textarea' }), 200861],
    [
      'has an element_id that begins with a digit',
      withElements({ tag: 'hr', element_id: '1a' }),
      200621,
    ],
    [
      'has an element_id twice',
      withElements({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }),
      300301,
    ],
    ['nests six containers', withElements(nested(6)), 11310],
    [
      'has a table inside a column',
      withElements({ tag: 'column_set', columns: [{ tag: 'column', elements: [table([])] }] }),
      11310,
    ],
    ['has rows that are no list', withElements(table({})), 200914],
    ['has a row key that no column declares', withElements(table([{ dept: 'x' }])), 200915],
    ['has six tables', withElements(...Array.from({ length: 6 }, () => table([]))), 11310],
    ['has a null in a chart', withElements({ tag: 'chart', chart_spec: { data: null } }), 200550],
    [
      'shows an image that was not uploaded',
      withElements({ tag: 'img', img_key: 'https://x', alt: { tag: 'plain_text', content: '' } }),
      200570,
    ],
    ['mentions somebody unknown', withElements(markdown('<at id=ou_nobody></at>')), 100290],
    [
      'has a form without a submit button',
      withElements({ tag: 'form', name: 'f', elements: [] }),
      300123,
    ],
  ])('is refused when it %s', (_what, wrong, code) => {
    expect(faults(wrong)[0]).toBe(code);
  });

  test('holds at most 200 elements, texts counted', () => {
    const buttons = (n: number) =>
      withElements(
        ...Array.from({ length: n }, () => ({
          tag: 'button',
          text: { tag: 'plain_text', content: '好' },
          behaviors: [{ type: 'callback', value: { tag: 'not an element' } }],
        })),
      );
    expect(countTagged(buttons(100))).toBe(200);
    expect(faults(buttons(100))).toEqual([]);
    expect(faults(buttons(101))).toEqual([11310]);
  });

  test('is refused with any property that no table names, wherever it stands', () => {
    const places: ((c: ReturnType<typeof card>) => object)[] = [
      (c) => c,
      (c) => c.config,
      (c) => c.header,
      (c) => c.header.title,
      (c) => c.body,
      (c) => c.body.elements[0] ?? {},
      (c) => c.body.elements[2]?.elements?.[1] ?? {},
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: places.length - 1 }),
        fc.stringMatching(/^[a-z]{3,12}$/).map((s) => `x_${s}`),
        (place, name) => {
          const spoiled = card();
          Object.assign(places[place]?.(spoiled) ?? {}, { [name]: 1 });
          expect(checkCard(spoiled, known)).toMatchObject([
            { errCode: 200621, value: expect.stringContaining(`property: ${name}`) },
          ]);
        },
      ),
    );
  });

  test('never makes the checker throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (header, element) => {
        const odd = {
          schema: '2.0',
          header,
          body: { elements: [element, { tag: 'table', columns: element, rows: header }] },
        };
        expect(checkCard(odd, known).length).toBeGreaterThan(0);
      }),
    );
  });

  test('with a form field without a name is taken, and fails only on the client', () => {
    const nameless = card();
    const form = nameless.body.elements[2];
    if (form?.elements?.[0]) delete (form.elements[0] as { name?: string }).name;
    expect(faults(nameless)).toEqual([]);
    expect(hasNamelessField(nameless)).toBe(true);
    expect(hasNamelessField(card())).toBe(false);
  });
});
