import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerCsv } from '../../src/papers/ledger-csv.ts';

const COLUMNS = [{ title: '单位' }, { title: '进展' }, { title: '完成数' }];
const textOf = (rows: (string | number | null)[][]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    ledgerCsv({ sheet: '台账', columns: COLUMNS, rows }),
  );

test('Excel on Chinese Windows recognises the file by its mark', () => {
  expect([...ledgerCsv({ sheet: '台账', columns: COLUMNS, rows: [] }).slice(0, 3)]).toEqual([
    0xef, 0xbb, 0xbf,
  ]);
});

test('marks, quotes and line breaks of a cell stay inside it; a figure stays a figure', () => {
  expect(
    textOf([
      ['县委办、\n县政府办', '他说"已办，完"', -3],
      [null, 'a,b', 0],
    ]),
  ).toBe('\ufeff单位,进展,完成数\r\n"县委办、\n县政府办","他说""已办，完""",-3\r\n,"a,b",0\r\n');
});

test.each(['=1+1', '+86', '-5%', '@SUM(A1)', '＝1+1', '\t=1', '\r=1'])(
  '%j is text to a spreadsheet, never a formula',
  (value) => {
    expect(textOf([[value, '', 1]])).toContain(`'${value}`);
  },
);

test('no cell of any text begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }),
      (row) => {
        const line = textOf([row]).slice(textOf([]).length);
        expect(line).not.toMatch(/^"?[=+\-@\t\r]/);
      },
    ),
  );
});
