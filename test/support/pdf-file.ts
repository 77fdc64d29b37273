import { utf8 } from './office-files.ts';

type PdfText = { x: number; y: number; text: string };
type PdfLine = { x1: number; y1: number; x2: number; y2: number };
export type PdfPage = { texts: PdfText[]; lines?: PdfLine[] };

const SIZE = 10;

/** A PDF with a text layer and drawn lines, A4, type of 10 points: every character as wide as it is high. */
export function makePdf(pages: PdfPage[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const firstPage = 6;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${firstPage + i * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
  );
  add(stream(toUnicode()));
  for (const [i, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + i * 2 + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    add(stream(contents(page)));
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return utf8(file);
}

function stream(body: string): string {
  return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
}

function contents({ texts, lines = [] }: PdfPage): string {
  const hex = (text: string) =>
    Array.from({ length: text.length }, (_, i) =>
      text.charCodeAt(i).toString(16).padStart(4, '0'),
    ).join('');
  return [
    ...lines.map((l) => `${l.x1} ${l.y1} m ${l.x2} ${l.y2} l S`),
    ...texts.map((t) => `BT /F ${SIZE} Tf 1 0 0 1 ${t.x} ${t.y} Tm <${hex(t.text)}> Tj ET`),
  ].join('\n');
}

/** Codes are the characters' own. */
function toUnicode(): string {
  return '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end';
}

/** A table drawn with all its lines: texts at the top of their cells, wrapped by the caller with line breaks. */
export function pdfTable(
  rows: string[][],
  at: { x: number; y: number; widths: number[]; heights: number[] },
): PdfPage {
  const xs = running(at.x, at.widths);
  const ys = running(
    at.y,
    at.heights.map((h) => -h),
  );
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return {
    lines: [
      ...ys.map((y) => ({ x1: left, y1: y, x2: right, y2: y })),
      ...xs.map((x) => ({ x1: x, y1: bottom, x2: x, y2: top })),
    ],
    texts: rows.flatMap((row, r) =>
      row.flatMap((cell, c) =>
        cell.split('\n').map((text, i) => ({
          x: (xs[c] ?? 0) + 3,
          y: (ys[r] ?? 0) - 12 - i * 12,
          text,
        })),
      ),
    ),
  };
}

function running(start: number, steps: number[]): number[] {
  let at = start;
  return [start, ...steps.map((step) => (at += step))];
}
