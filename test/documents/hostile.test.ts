import { CFB } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { readDocumentInProcess } from '../../src/documents/read-in-process.ts';
import { refusalText } from '../../src/documents/wording.ts';
import { makeDocx, makeRawDocx, makeXlsx, utf8 } from '../support/office-files.ts';

const PLAN = ['青石县2024年工作计划', '1.完成摸底。（牵头单位：县工信局）'];
const reasonOf = async (name: string, bytes: Uint8Array) => {
  // Machines that run tests are slow; the limit of time has its own test.
  const result = await readDocument({ name, bytes }, { milliseconds: 60_000 });
  return result.kind === 'refused' ? result.refusal.reason : 'read';
};

/** An OLE file is known by its head and the UTF-16 names of its streams. */
function oleWith(stream: string): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)];
  const name = [...`${stream}\0`].flatMap((c) => [c.charCodeAt(0), 0]);
  return Uint8Array.from([...head, ...name, ...new Array<number>(600).fill(0)]);
}

describe('a file that cannot be read is refused with the reason', () => {
  test('empty, or without a word in it', async () => {
    expect(await reasonOf('a.docx', new Uint8Array())).toBe('empty');
    expect(await reasonOf('a.txt', utf8('\n \n'))).toBe('empty');
    expect(await reasonOf('a.xlsx', await makeXlsx([{ name: 'Sheet1', rows: [] }]))).toBe('empty');
  });

  test('under a name that its content contradicts', async () => {
    const docx = await makeDocx(PLAN);
    expect(await reasonOf('a.xlsx', docx)).toBe('wrong-extension');
    expect(await reasonOf('a.pdf', docx)).toBe('wrong-extension');
    expect(await reasonOf('a.docx', utf8('%PDF-1.4'))).toBe('wrong-extension');
    expect(await reasonOf('a.docx', utf8('只是文字'))).toBe('wrong-extension');
    expect(await reasonOf('a.xls', utf8('<html><table></table></html>'))).toBe('wrong-extension');
    expect(await reasonOf('a.doc', utf8('{\\rtf1 x}'))).toBe('wrong-extension');
    expect(await reasonOf('a.docx', zipSync({ 'readme.txt': utf8('x') }))).toBe('wrong-extension');
  });

  test('of a kind that nobody reads', async () => {
    expect(await reasonOf('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(
      'unknown-format',
    );
    expect(await reasonOf('a.exe', Uint8Array.from([0x4d, 0x5a, 0x90, 0]))).toBe('unknown-format');
  });

  test('a Word file named .doc that is a .docx is read all the same, as Word does', async () => {
    expect(await reasonOf('a.doc', await makeDocx(PLAN))).toBe('read');
  });

  test('under a password', async () => {
    expect(await reasonOf('a.xlsx', oleWith('EncryptedPackage'))).toBe('password');
    expect(await reasonOf('a.docx', oleWith('EncryptedPackage'))).toBe('password');
    const file = CFB.utils.cfb_new();
    // Word sets bit 8 of the flags in the head of its main stream.
    CFB.utils.cfb_add(
      file,
      '/WordDocument',
      Array.from({ length: 64 }, (_, i) => (i === 11 ? 1 : 0)),
    );
    const written: number[] = CFB.write(file, { type: 'array' });
    expect(await reasonOf('a.doc', Uint8Array.from(written))).toBe('password');
  });

  test('cut off or damaged', async () => {
    const docx = await makeDocx(PLAN);
    expect(await reasonOf('a.docx', docx.subarray(0, docx.length / 2))).toBe('broken');
    expect(await reasonOf('a.doc', oleWith('WordDocument'))).toBe('broken');
    expect(await reasonOf('a.pdf', utf8('%PDF-1.4\nnothing'))).toBe('broken');
    expect(await reasonOf('a.docx', makeRawDocx('<w:p><w:r>'))).toBe('broken');
  });

  test('that unpacks to far more than it weighs', async () => {
    const blank = new Uint8Array(120_000_000).fill(32);
    const bomb = zipSync({ 'word/document.xml': [blank, { level: 9 }] });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reasonOf('a.docx', bomb)).toBe('bomb');
  });

  test('that lies about what it unpacks to', async () => {
    const blank = new Uint8Array(60_000_000).fill(32);
    const bomb = zipSync({ 'word/document.xml': [blank, { level: 9 }] });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let i = 0; i + 28 < bomb.length; i++) {
      const sign = view.getUint32(i, true);
      if (sign === 0x04034b50) view.setUint32(i + 22, 1000, true);
      if (sign === 0x02014b50) view.setUint32(i + 24, 1000, true);
    }
    expect(await reasonOf('a.docx', bomb)).toBe('broken');
  });

  test('of thousands of entries', async () => {
    const entries = Array.from({ length: 2100 }, (_, i) => [`word/${i}`, new Uint8Array(1)]);
    expect(await reasonOf('a.docx', zipSync(Object.fromEntries(entries)))).toBe('bomb');
  });

  test('that would fill the memory of the thread that reads it', async () => {
    const rows = '<w:tbl><w:tr><w:tc>'.repeat(300_000);
    const result = await readDocument(
      { name: 'a.docx', bytes: makeRawDocx(rows) },
      { heapMb: 64, milliseconds: 60_000 },
    );
    expect(result).toMatchObject({ kind: 'refused', refusal: { reason: 'bomb' } });
  });

  test('that takes longer than its time', async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => [i, `任务${i}`, '县工信局']);
    const bytes = await makeXlsx([{ name: '一', rows }]);
    const result = await readDocument({ name: 'a.xlsx', bytes }, { milliseconds: 1 });
    expect(result).toMatchObject({ kind: 'refused', refusal: { reason: 'timeout' } });
  });

  test('larger than is read where no thread can be bounded', async () => {
    const result = await readDocumentInProcess({ name: 'a.txt', bytes: new Uint8Array(5_000_001) });
    expect(result).toMatchObject({ kind: 'refused', refusal: { reason: 'too-large' } });
  });

  test('each in one line that says what to do next', () => {
    const refusals = [
      { reason: 'empty' },
      { reason: 'unknown-format', name: 'a.png' },
      { reason: 'wrong-extension', name: 'a.docx', looksLike: 'PDF' },
      { reason: 'password' },
      { reason: 'too-large', bytes: 31_000_000, limit: 30_000_000 },
      { reason: 'bomb' },
      { reason: 'scanned' },
      { reason: 'broken' },
      { reason: 'timeout' },
      { reason: 'secret', marking: '机密★1年' },
    ] as const;
    for (const refusal of refusals)
      expect(refusalText(refusal)).toMatch(/^[^\n！]+。(?:请|文件未保存)[^\n！]+。$/u);
  });
});

describe('a secret marking', () => {
  const marked = (first: string) =>
    `${first}\n青石县人民政府文件\n青石县2024年工作计划\n\n请贯彻执行。`;

  test.each([
    '机密',
    '秘密★5年',
    '秘密（1年）',
    '秘密级★1年',
    '**机密★1年**',
    '绝密★长期',
    '000012  机密★1年  特急',
    '机　密',
    '密级：秘密',
    '【机密】',
  ])('above the title is refused: %s', async (line) =>
    expect(await reasonOf('a.txt', utf8(marked(line)))).toBe('secret'),
  );

  test('in a sheet or a Word file is refused too', async () => {
    const xlsx = await makeXlsx([
      { name: '一', rows: [['秘密★3年'], ['2024年任务表'], ['序号', '任务']] },
    ]);
    expect(await reasonOf('a.xlsx', xlsx)).toBe('secret');
    expect(await reasonOf('a.docx', await makeDocx(['机密★1年', ...PLAN]))).toBe('secret');
  });

  test.each([
    '青石县商业秘密保护工作方案',
    '关于加强国家秘密管理的通知',
    '机密性评估工作计划',
    '1.开展保守国家秘密教育。',
  ])('in running text means nothing: %s', async (line) =>
    expect(await reasonOf('a.txt', utf8(marked(line)))).toBe('read'),
  );

  test.each([
    '内部',
    '内部资料',
    '内部文件  注意保存',
    '内部资料，注意保存',
    '内部/特急',
    '000001  内部★',
    '仅供内部使用',
    '**内部资料**　请勿外传',
    '# 【内部】',
  ])('%s makes a document internal', async (line) =>
    expect(await readDocument({ name: 'a.txt', bytes: utf8(marked(line)) })).toMatchObject({
      kind: 'read',
      marking: 'internal',
    }),
  );

  test.each(['青石县内部控制管理办法', '内部审计、资料归档', '材料归档、妥善保管'])(
    '%s is no mark',
    async (line) =>
      expect(await readDocument({ name: 'a.md', bytes: utf8(marked(line)) })).not.toHaveProperty(
        'marking',
      ),
  );

  test.each(['a.docx', 'a.md'])(
    '内部 above the copy number in %s makes it internal',
    async (name) => {
      const lines = ['000001', '内部资料　注意保存', '特急', ...PLAN];
      const bytes = name === 'a.md' ? utf8(lines.join('\n\n')) : await makeDocx(lines);
      expect(await readDocument({ name, bytes })).toMatchObject({ marking: 'internal' });
    },
  );
});
