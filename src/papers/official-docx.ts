import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { docxTable } from './docx-table.ts';
import { EM, FONT, FONT_TABLE, GRID, MARGIN, PAGE, SIZE, TEXT_WIDTH } from './layout.ts';
import type { Annex, Paper, PaperBlock } from './paper.ts';
import {
  annexMark,
  annexNotes,
  copiesLine,
  MODEL_NOTICE,
  printedLine,
  writtenDate,
} from './wording.ts';

type Face = (typeof FONT)[keyof typeof FONT];

/** Writes a paper as .docx by GB/T 9704-2012: fonts, sizes, margins, line pitch, page numbers. */
export async function officialDocx(paper: Paper): Promise<Uint8Array> {
  const file = new Document({
    title: paper.title,
    creator: paper.signature ?? '',
    ...(paper.modelWritten ? { description: MODEL_NOTICE, keywords: 'AIGC' } : {}),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: FONT.body, size: SIZE.body, characterSpacing: GRID.narrower },
          paragraph: { spacing: { line: GRID.linePitch, lineRule: LineRuleType.EXACT } },
        },
        heading1: headingStyle(FONT.level1, 0),
        heading2: headingStyle(FONT.level2, 1),
      },
    },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { ...MARGIN, header: 851, footer: 1588 } },
          grid: { type: DocumentGridType.LINES, linePitch: GRID.linePitch },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: content(paper),
      },
    ],
  });
  const bytes = await Packer.pack(file, 'uint8array', false, [
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ]);
  return bytes;
}

function content(paper: Paper): (Paragraph | Table)[] {
  const annexes = paper.annexes ?? [];
  return [
    ...(paper.head ? redHead(paper.head) : []),
    titleOf(paper.title),
    ...(paper.modelWritten ? [line(MODEL_NOTICE, { alignment: AlignmentType.CENTER })] : []),
    ...(paper.to ? [blank(), line(`${paper.to}：`)] : [blank()]),
    ...paper.body.map(block),
    ...(annexes.length > 0 ? [blank()] : []),
    ...annexNotes(annexes.map((a) => a.title)).map((note) => line(note, { indent: INDENT })),
    ...signing(paper),
    ...annexes.flatMap((a, i) => annexPage(a, annexMark(i, annexes.length))),
    ...(paper.imprint ? imprint(paper.imprint) : []),
  ];
}

const LEVELS = {
  1: { heading: HeadingLevel.HEADING_1, font: FONT.level1 },
  2: { heading: HeadingLevel.HEADING_2, font: FONT.level2 },
};

/** Word's own headings are blue and large; these look like the body, but for their font. */
const headingStyle = (font: Face, outlineLevel: number) => ({
  run: { font, size: SIZE.body, color: '000000' },
  paragraph: {
    outlineLevel,
    spacing: { line: GRID.linePitch, lineRule: LineRuleType.EXACT },
  },
});

const INDENT = { firstLine: 2 * EM, firstLineChars: 200 };

function line(text: string, options: IParagraphOptions = {}, font: Face = FONT.body): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text, font, size: SIZE.body })] });
}

const blank = () => line('');

function redHead(head: { issuer: string; number: string }): Paragraph[] {
  // The body's name fills the width of the text at most.
  const size = Math.min(SIZE.issuer, Math.floor(TEXT_WIDTH / 10 / [...head.issuer].length));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 600, line: 240, lineRule: LineRuleType.AUTO },
      children: [new TextRun({ text: head.issuer, font: FONT.title, size, color: 'FF0000' })],
    }),
    blank(),
    blank(),
    line(head.number, {
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 4 } },
    }),
    blank(),
    blank(),
  ];
}

/** One paragraph, its lines broken where the writer broke them: a title is one thing to whoever reads the file. */
function titleOf(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 660, lineRule: LineRuleType.EXACT },
    children: title
      .split('\n')
      .map(
        (text, i) =>
          new TextRun({ text, font: FONT.title, size: SIZE.title, ...(i > 0 ? { break: 1 } : {}) }),
      ),
  });
}

function block(b: PaperBlock): Paragraph | Table {
  if (b.kind === 'table') return docxTable(b);
  if (b.kind === 'paragraph')
    return line(b.text, { indent: INDENT, alignment: AlignmentType.BOTH });
  const { heading, font } = LEVELS[b.level];
  return line(b.text, { indent: INDENT, heading, keepNext: true }, font);
}

/** Signing body centred over the date; the date ends four characters from the right edge. */
function signing(paper: Paper): Paragraph[] {
  const right = (em: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(Math.max(0, em) * EM) },
  });
  const date = paper.date ? writtenDate(paper.date) : undefined;
  const centre = 4 + widthOf(date ?? '') / 2;
  return [
    ...(paper.signature || date ? [blank(), blank()] : []),
    ...(paper.signature
      ? [line(paper.signature, right(centre - widthOf(paper.signature) / 2))]
      : []),
    ...(date ? [line(date, right(4))] : []),
  ];
}

/** Width in characters: figures take half of one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}

function annexPage(annex: Annex, mark: string): (Paragraph | Table)[] {
  return [
    line(mark, { pageBreakBefore: true }, FONT.level1),
    blank(),
    titleOf(annex.title),
    blank(),
    ...annex.body.map(block),
  ];
}

function imprint(input: { copies?: string; printer: string; date: string }): Paragraph[] {
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 });
  const thick = rule(8);
  const small = (text: string, border: IParagraphOptions['border']) =>
    new Paragraph({
      indent: { left: SIZE.small * 10, right: SIZE.small * 10 },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - SIZE.small * 10 }],
      ...(border ? { border } : {}),
      children: [new TextRun({ text, font: FONT.body, size: SIZE.small })],
    });
  const printed = `${input.printer}\t${printedLine(input.date)}`;
  return [
    blank(),
    ...(input.copies
      ? [
          small(copiesLine(input.copies), { top: thick }),
          small(printed, { top: rule(6), bottom: thick }),
        ]
      : [small(printed, { top: thick, bottom: thick })]),
  ];
}

/** — 1 —, one character in from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const inset = SIZE.small * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === 'left' ? { left: inset } : { right: inset },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: FONT.pageNumber,
            size: SIZE.small,
          }),
        ],
      }),
    ],
  });
}
