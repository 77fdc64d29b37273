import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { officialDocx } from '../../src/papers/official-docx.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { paperText } from '../../src/papers/paper-text.ts';
import { partOf } from '../support/zip.ts';

const PAPER: Paper = {
  head: { issuer: '松间县人民政府文件', number: '松政〔2026〕3号' },
  title: '关于开展茶机安全检查的通知',
  to: '各乡镇人民政府',
  body: [
    { kind: 'heading', level: 1, text: '一、检查范围' },
    { kind: 'heading', level: 2, text: '（一）在用茶机' },
    { kind: 'paragraph', text: '1.逐台核对铭牌，“带病”设备一律停用。' },
    {
      kind: 'table',
      columns: [
        { title: '乡镇', weight: 1 },
        { title: '台数', weight: 2 },
      ],
      rows: [
        ['东岭', '12'],
        ['', '8'],
        ['西坪', '5'],
      ],
      merged: 1,
    },
  ],
  signature: '松间县人民政府',
  date: '2026-03-05',
  annexes: [
    { title: '茶机登记表', body: [{ kind: 'paragraph', text: '按台登记。' }] },
    { title: '隐患清单', body: [{ kind: 'paragraph', text: '按条登记。' }] },
  ],
  imprint: { copies: '县委办', printer: '松间县人民政府办公室', date: '2026-03-06' },
};

const xmlOf = async (paper: Paper) => partOf(await officialDocx(paper), 'word/document.xml');

/** The paragraph that holds a text, as XML. */
const paragraph = (xml: string, text: string) =>
  xml.match(/<w:p>.*?<\/w:p>/gs)?.find((p) => p.includes(text)) ?? '';

describe('an official document by GB/T 9704-2012', () => {
  test('stands on A4 with the margins of the standard, 22 lines and 28 characters', async () => {
    const xml = await xmlOf(PAPER);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" [^>]*w:gutter="0"/,
    );
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"/);
    // 28 characters of 15.8 pt fill 156 mm; a grid of characters LibreOffice would set at twice the width.
    const styles = partOf(await officialDocx(PAPER), 'word/styles.xml');
    expect(styles).toMatch(/<w:rPrDefault>.*<w:spacing w:val="-4"\/>.*<\/w:rPrDefault>/s);
  });

  test('has a line pitch of exactly 28.95 points', async () => {
    const styles = partOf(await officialDocx(PAPER), 'word/styles.xml');
    expect(styles).toMatch(/<w:spacing w:line="579" w:lineRule="exact"\/>/);
  });

  test.each([
    ['关于开展茶机安全检查的通知', '方正小标宋简体', 44],
    ['一、检查范围', '黑体', 32],
    ['（一）在用茶机', '楷体_GB2312', 32],
    ['1.逐台核对铭牌', '仿宋_GB2312', 32],
    ['抄送：县委办。', '仿宋_GB2312', 28],
  ])('sets %s in %s', async (text, font, size) => {
    const p = paragraph(await xmlOf(PAPER), text);
    expect(p).toContain(`w:eastAsia="${font}"`);
    expect(p).toContain(`<w:sz w:val="${size}"/>`);
  });

  test('indents paragraphs by two characters and puts the addressee flush left', async () => {
    const xml = await xmlOf(PAPER);
    expect(paragraph(xml, '1.逐台核对铭牌')).toMatch(/w:firstLine="640"|w:firstLineChars="200"/);
    expect(paragraph(xml, '各乡镇人民政府：')).not.toContain('w:ind');
  });

  test('writes the date without leading zeros, four characters from the right, the body centred over it', async () => {
    const xml = await xmlOf(PAPER);
    expect(paragraph(xml, '2026年3月5日')).toContain('<w:ind w:right="1280"/>');
    // The date is 6 characters wide, the name 7: it reaches half a character further out.
    expect(paragraph(xml, '<w:t xml:space="preserve">松间县人民政府</w:t>')).toContain(
      '<w:ind w:right="1120"/>',
    );
  });

  test('numbers pages with dashes, odd ones right and even ones left', async () => {
    const bytes = await officialDocx(PAPER);
    const footers = [1, 2].map((n) => partOf(bytes, `word/footer${n}.xml`));
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s);
    expect(footers.map((f) => /<w:jc w:val="(\w+)"/.exec(f)?.[1]).sort()).toEqual([
      'left',
      'right',
    ]);
    expect(partOf(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
  });

  test('names a fall-back for each font and embeds none', async () => {
    const fonts = partOf(await officialDocx(PAPER), 'word/fontTable.xml');
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(fonts).not.toContain('embed');
  });

  test('begins each annex on a page of its own and lists it below the body', async () => {
    const xml = await xmlOf(PAPER);
    expect(paragraph(xml, '>附件2<')).toContain('<w:pageBreakBefore/>');
    expect(paragraph(xml, '附件：1. 茶机登记表')).not.toBe('');
    expect(paragraph(xml, '2. 隐患清单')).not.toMatch(/隐患清单[。；]/);
  });

  test('a table repeats its header on every page and merges what belongs together', async () => {
    const bytes = await officialDocx(PAPER);
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:tblHeader/>');
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages).toEqual([]);
    expect(value).toContain('<td rowspan="2"><p>东岭</p></td>');
    expect(value).toContain('<td><p>西坪</p></td>');
  });

  test('says in the text and in its properties when a model wrote parts of it', async () => {
    const bytes = await officialDocx({ ...PAPER, modelWritten: true });
    expect(partOf(bytes, 'word/document.xml')).toContain('人工智能辅助生成');
    expect(partOf(bytes, 'docProps/core.xml')).toContain('人工智能辅助生成');
    expect(await xmlOf(PAPER)).not.toContain('人工智能');
  });

  test('a reader of the file finds its headings, and its title in one piece', async () => {
    const bytes = await officialDocx({ ...PAPER, title: '关于开展茶机安全检查\n和维修的通知' });
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const styles = partOf(bytes, 'word/styles.xml');
    expect(styles).toMatch(/w:styleId="Heading1".*?<w:outlineLvl w:val="0"\/>/s);
    expect(value).toContain('<h1>一、检查范围</h1><h2>（一）在用茶机</h2>');
    expect(value).toContain('<p>关于开展茶机安全检查<br />和维修的通知</p>');
  });

  test('a title, a body and nothing else make a paper too', async () => {
    const bytes = await officialDocx({
      title: '情况说明',
      body: [{ kind: 'paragraph', text: '无。' }],
    });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split('\n').filter(Boolean)).toEqual(['情况说明', '无。']);
  });
});

test('the plain text holds every line of the paper, table cells divided by tabs', async () => {
  const text = paperText(PAPER);
  expect(text).toContain('松政〔2026〕3号');
  expect(text).toContain('乡镇\t台数\n东岭\t12\n\t8\n西坪\t5');
  expect(text).toContain('松间县人民政府\n2026年3月5日');
  expect(text).toContain('附件2\n隐患清单');
});
