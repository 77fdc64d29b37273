import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { FONT, SIZE, TEXT_WIDTH } from './layout.ts';
import type { PaperTable } from './paper.ts';

/** A table over the whole text width; the header row is printed again on each page. */
export function docxTable(table: PaperTable): Table {
  const total = table.columns.reduce((sum, c) => sum + c.weight, 0);
  const compact = table.compact ?? false;
  const widths = table.columns.map((c) => Math.floor((TEXT_WIDTH * c.weight) / total));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((c, i) =>
      cell({ text: c.title, width: widths[i] ?? 0, align: 'center', head: true, compact }),
    ),
  });
  const rows = table.rows.map(
    (row, r) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map((c, i) => {
          const merge = i < (table.merged ?? 0) ? mergeAt(table.rows, r, i) : undefined;
          return cell({
            text: row[i] ?? '',
            width: widths[i] ?? 0,
            align: c.align ?? 'left',
            compact,
            ...(merge ? { merge } : {}),
          });
        }),
      }),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [header, ...rows],
  });
}

function mergeAt(rows: string[][], row: number, column: number) {
  if (rows[row]?.[column] === '') return row > 0 ? VerticalMergeType.CONTINUE : undefined;
  return rows[row + 1]?.[column] === '' ? VerticalMergeType.RESTART : undefined;
}

function cell(input: {
  text: string;
  width: number;
  align: 'left' | 'center';
  head?: boolean;
  compact: boolean;
  merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
}): TableCell {
  return new TableCell({
    width: { size: input.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    ...(input.merge ? { verticalMerge: input.merge } : {}),
    children: input.text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: input.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          indent: { firstLine: 0, firstLineChars: 0 },
          spacing: { line: input.compact ? 300 : 360, lineRule: LineRuleType.EXACT },
          children: [
            new TextRun({
              text: line,
              font: input.head ? FONT.level1 : FONT.body,
              size: input.compact ? SIZE.smallCell : SIZE.cell,
            }),
          ],
        }),
    ),
  });
}
