import exceljs from 'exceljs';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { planDocx, planXlsx, policyDocx, samples } from '../../src/sample/documents.ts';
import { samplePlan } from '../../src/sample/plan.ts';
import { samplePolicies } from '../../src/sample/policies.ts';

const { tasks, title } = samplePlan(2026);

test('the plan in Word opens as one table with a row for each task under a repeated header', async () => {
  const { value, messages } = await mammoth.convertToHtml({
    buffer: Buffer.from(await planDocx(2026)),
  });
  expect(messages).toEqual([]);
  expect(value.match(/<table>/g)).toHaveLength(1);
  expect(value.match(/<tr>/g)).toHaveLength(tasks.length + 1);
  expect(value).toContain('<thead><tr><th><p>月度</p></th>');
  expect(value).toContain('<td rowspan="8"><p>3月</p></td>');
  expect(value.match(/rowspan/g)).toHaveLength(13);
  expect(value).toContain(`<p>${title}</p>`);
});

test('the plan in Excel has lines above its header and months merged over their tasks', async () => {
  const book = new exceljs.Workbook();
  // Guarantee of the cast: exceljs declares its own Buffer and reads any bytes.
  await book.xlsx.load(Buffer.from(await planXlsx(2026)) as unknown as exceljs.Buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  expect(sheet.getCell('A1').text).toBe(title);
  expect(sheet.getRow(3).values).toEqual([undefined, '月度', '工作内容', '牵头单位', '配合单位']);
  expect(sheet.rowCount).toBe(tasks.length + 3);
  const months = tasks.map((_, i) => sheet.getCell(i + 4, 1).text);
  expect(months).toEqual(tasks.map((t) => (t.month === null ? '全年' : `${t.month}月`)));
  expect(sheet.getCell('A5').master.address).toBe('A4');
  expect(sheet.getCell(4, 2).text).toBe(`1.${tasks[0]?.content}`);
});

test('a policy in Word keeps its sections as headings and its annex as a table', async () => {
  const html = await Promise.all(
    samplePolicies(2026).map(async (policy) => {
      const buffer = Buffer.from(await policyDocx(policy));
      return (await mammoth.convertToHtml({ buffer })).value;
    }),
  );
  expect(html[0]).toContain('<h2>（三）高新技术企业首次认定奖励</h2><p>对首次认定的高新技术企业');
  expect(html[2]?.match(/<tr>/g)).toHaveLength(5);
  expect(html[2]).toContain('2026年产值目标（亿元）');
});

test('every sample can be downloaded: the plan in three forms, a new and a revised one, three policies in Word', async () => {
  const all = samples(2026);
  expect(all.map((s) => s.name.replace(/^.*\./, ''))).toEqual([
    'docx',
    'xlsx',
    'txt',
    'docx',
    'docx',
    'docx',
    'docx',
    'docx',
  ]);
  for (const sample of all) {
    expect((await sample.bytes()).length).toBeGreaterThan(5000);
    expect(sample.about).not.toBe('');
  }
});
