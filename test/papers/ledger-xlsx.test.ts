import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerXlsx } from '../../src/papers/ledger-xlsx.ts';
import { partOf } from '../support/zip.ts';

const COLUMNS = [{ title: '单位', width: 20 }, { title: '进展' }, { title: '完成数' }];

async function open(bytes: Uint8Array) {
  const book = new exceljs.Workbook();
  // Guarantee of the cast: exceljs declares its own Buffer and reads any bytes.
  await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

test('a ledger opens with its header frozen and a filter over all rows', async () => {
  const sheet = await open(
    await ledgerXlsx({
      sheet: '3月台账',
      columns: COLUMNS,
      rows: [
        ['开发区', '已完成', 3],
        ['财政局', null, 0],
      ],
    }),
  );
  expect(sheet.name).toBe('3月台账');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.autoFilter).toBe('A1:C3');
  expect(sheet.getRow(2).values).toEqual([undefined, '开发区', '已完成', 3]);
  expect(sheet.getCell('B3').value).toBeNull();
  expect(sheet.getCell('C3').value).toBe(0);
});

test.each(['=1+1', '+86', '-5%', '@SUM(A1)', '=HYPERLINK("http://x.cn")'])(
  '%s stays text',
  async (value) => {
    const bytes = await ledgerXlsx({ sheet: '台账', columns: COLUMNS, rows: [[value, '', 1]] });
    const cell = (await open(bytes)).getCell('A2');
    expect(cell.type).toBe(exceljs.ValueType.String);
    expect(cell.value).toBe(value);
    expect(cell.numFmt).toBe('@');
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  },
);

test('a name that Excel refuses for a sheet is mended', async () => {
  const sheet = await open(
    await ledgerXlsx({ sheet: `进展[1/2]：${'长'.repeat(40)}`, columns: COLUMNS, rows: [] }),
  );
  expect(sheet.name).toMatch(/^进展 1 2 ：长+$/);
  expect(sheet.name.length).toBeLessThanOrEqual(31);
});

test.each(['_x0041_', '第一行\n第二行', '\ufffe末尾\uffff'])('%j survives', async (text) => {
  const bytes = await ledgerXlsx({ sheet: '台账', columns: COLUMNS, rows: [[text, null, 1]] });
  expect((await open(bytes)).getCell('A2').text).toBe(text.replace(/[\ufffe\uffff]/g, ''));
});

test('whatever people wrote comes back as they wrote it, control characters aside', async () => {
  const wording = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((s) => s.replace(/[\p{Cc}\ufffe\uffff]/gu, ''));
  await fc.assert(
    fc.asyncProperty(wording, async (text) => {
      const sheet = await open(
        await ledgerXlsx({ sheet: '台账', columns: COLUMNS, rows: [[text, null, 1]] }),
      );
      expect(sheet.getCell('A2').text).toBe(text);
    }),
    { numRuns: 30 },
  );
});
