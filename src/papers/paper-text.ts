import type { Paper, PaperBlock } from './paper.ts';
import {
  annexMark,
  annexNotes,
  copiesLine,
  MODEL_NOTICE,
  printedLine,
  writtenDate,
} from './wording.ts';

/** The paper as plain text: one paragraph a line, table cells divided by tabs. */
export function paperText(paper: Paper): string {
  const annexes = paper.annexes ?? [];
  return [
    ...(paper.head ? [paper.head.issuer, paper.head.number, ''] : []),
    paper.title.replaceAll('\n', ''),
    ...(paper.modelWritten ? [MODEL_NOTICE] : []),
    '',
    ...(paper.to ? [`${paper.to}：`] : []),
    ...paper.body.flatMap(lines),
    ...(annexes.length > 0 ? ['', ...annexNotes(annexes.map((a) => a.title))] : []),
    ...(paper.signature || paper.date ? [''] : []),
    ...(paper.signature ? [paper.signature] : []),
    ...(paper.date ? [writtenDate(paper.date)] : []),
    ...annexes.flatMap((a, i) => [
      '',
      annexMark(i, annexes.length),
      a.title,
      '',
      ...a.body.flatMap(lines),
    ]),
    ...(paper.imprint
      ? [
          '',
          ...(paper.imprint.copies ? [copiesLine(paper.imprint.copies)] : []),
          `${paper.imprint.printer}　${printedLine(paper.imprint.date)}`,
        ]
      : []),
    '',
  ].join('\n');
}

function lines(block: PaperBlock): string[] {
  if (block.kind !== 'table') return [block.text];
  const row = (cells: string[]) => cells.map((c) => c.replaceAll('\n', '')).join('\t');
  return [row(block.columns.map((c) => c.title)), ...block.rows.map(row)];
}
