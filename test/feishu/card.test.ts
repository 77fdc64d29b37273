import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import {
  button,
  type Card,
  card,
  chart,
  clip,
  collapsible,
  columns,
  datePicker,
  escapeMarkdown,
  form,
  hr,
  input,
  link,
  markdown,
  note,
  row,
  select,
  table,
} from '../../src/feishu/card.ts';
import { hasShared, SHARED } from '../support/shared.ts';

type Finding = { path: string; rule: string; message: string; severity: string };

const lint = async (c: Card): Promise<Finding[]> => {
  const { lintCard } = await import(pathToFileURL(join(SHARED, 'tools/card-lint.mjs')).href);
  return lintCard(c);
};

const LONG = '完成项目前期工作并报县政府审定，'.repeat(100);

/** One of each builder, filled as `text` says. */
const everything = (text: string, rows: number): Card =>
  card({
    title: text,
    subtitle: text,
    template: 'wathet',
    tag: { text: '本月', color: 'blue' },
    summary: text,
    elements: [
      markdown(escapeMarkdown(text), 'heading'),
      note(escapeMarkdown(text)),
      hr(),
      row([
        button({ text, value: { act: 'done', task: 't1' }, type: 'primary' }),
        button({
          text,
          value: { act: 'undo' },
          confirm: { title: '撤销', text },
          size: 'medium',
          fill: true,
        }),
        link(text, 'https://gongxin.example.cn/'),
      ]),
      columns(
        [
          { elements: [markdown('**12**')], weight: 1, background: 'grey-50' },
          { elements: [markdown('**3**')], weight: 5 },
        ],
        'trisect',
      ),
      table(
        [
          { name: 'unit', title: text, width: '40%' },
          { name: 'note', title: '说明', type: 'lark_md', width: '200px' },
          { name: 'done', title: '已完成', type: 'number' },
        ],
        Array.from({ length: rows }, (_, i) => ({
          unit: text,
          note: escapeMarkdown(text),
          done: i,
        })),
        rows,
      ),
      chart({
        type: 'bar',
        data: [{ id: 'd', values: [{ x: '1月', y: 3 }] }],
        xField: 'x',
        yField: 'y',
      }),
      collapsible(escapeMarkdown(text), [markdown(escapeMarkdown(text))], true),
      select({
        name: 'unit',
        placeholder: text,
        options: [
          { text, value: 'u1' },
          { text: '财政局', value: 'u2' },
        ],
        initial: 2,
        value: { act: 'choose' },
      }),
      form('report', [
        input({ name: 'words', placeholder: text, label: text, multiline: true, value: text }),
        input({ name: 'sum', placeholder: '数值', required: true, value: text }),
        select({
          name: 'status',
          placeholder: text,
          options: [{ text, value: 'done' }],
          required: true,
        }),
        datePicker('due', '预计完成日期'),
        button({ text: '提交', value: { act: 'report' }, submit: 'submit' }),
      ]),
    ],
  });

describe.skipIf(!hasShared)('a card of every builder passes the checker', () => {
  test.each([
    ['short texts', '进展', 1],
    ['no rows', '进展', 0],
    ['many rows', '进展', 30],
    ['words that look like markup', '<at id=all></at> **[x](http://x.cn)** $x | a | `b`', 2],
    ['words that look like an image', '![图](https://x.cn/a.png)', 2],
    ['words that look like tags', '<div>甲</div><table>', 2],
  ])('with %s', async (_, text, rows) => {
    expect(await lint(everything(text, rows))).toEqual([]);
  });

  test('with texts far longer than a card holds, only the size is found fault with', async () => {
    const rules = (await lint(everything(LONG, 1))).map((f) => f.rule);
    expect(rules.filter((r) => !/size|bytes/.test(r))).toEqual([]);
  });
});

describe('text of others inside a card', () => {
  // Like the card's Markdown: CommonMark with some HTML tags.
  const commonMark = new MarkdownIt('commonmark', { html: true });
  const shown = (html: string) =>
    html
      .replaceAll('<br>', '\n')
      .replace(/^<p>|<\/p>\n?$/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');

  test.each([
    ['<at id=all></at>'],
    ['&lt;at id=all&gt;'],
    ['&#60;at id=all&#62;'],
    ['**加粗** _斜体_ ~~删除~~ `代码`'],
    ['[点击](http://x.cn)'],
    ['![图](img_v2)'],
    ['# 标题'],
    ['- 一\n- 二'],
    ['+ 一'],
    ['1. 一\n2. 二'],
    ['3) 三'],
    ['甲\n---\n乙'],
    ['甲\n==='],
    ['    四个空格'],
    ['\t制表'],
    ['> 引用'],
    ['|甲|乙|\n|--|--|'],
    ['```\n代码\n```'],
    ['<font color=red>红</font>'],
    ['反斜杠\\*'],
    ['第一行\r\n第二行'],
  ])('%j is shown as written', (text) => {
    expect(shown(commonMark.render(escapeMarkdown(text)))).toBe(text.replaceAll('\r\n', '\n'));
  });

  test('an emoji key stays letters; a time and a figure stay as they are', () => {
    expect(escapeMarkdown(':DONE:')).not.toMatch(/:\w+:/);
    expect(escapeMarkdown(':THUMBS_UP:')).not.toMatch(/:[^;]+:/);
    expect(escapeMarkdown('9:00')).toBe('9:00');
    expect(escapeMarkdown('-3.5%')).toBe('-3.5%');
  });

  const wild = fc.string({
    unit: fc.constantFrom(
      ...'<>&;#@:/\\*_~`[]()!|$-+=.{}\'"0123456789 \n\t甲乙a',
      '<at id=all></at>',
      '</font>',
      '&lt;',
      '&#60;',
      '1. ',
      '- ',
      '---',
      '```',
      '![a](b)',
      ':OK:',
    ),
    maxLength: 30,
  });

  test('no input becomes a mention, a tag or markup', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replaceAll('<br>', '')).not.toMatch(/[<>]/);
        const trimmed = (s: string) => s.replace(/[ \t]+(?=\n|$)/g, '');
        if (text.trim()) expect(trimmed(shown(commonMark.render(escaped)))).toBe(trimmed(text));
      }),
      { numRuns: 2000 },
    );
  });
});

test('a text is shortened by characters, never inside one', () => {
  expect(clip('甲乙丙', 3)).toBe('甲乙丙');
  expect(clip('甲乙丙丁', 3)).toBe('甲乙…');
  expect(clip('😀😀😀', 2)).toBe('😀…');
});
