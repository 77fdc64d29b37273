import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Block, DocumentContent } from './document.ts';
import { inferRules } from './pdf-columns.ts';
import { glyphsOf, type Line, linesOf, unwrap } from './pdf-glyphs.ts';
import { readRules } from './pdf-rules.ts';
import { readRuledTables } from './pdf-table.ts';

/** Thrown for a PDF in which no page has text: a scan. */
export class Scanned extends Error {}

/** Reads a PDF's text layer: tables by their drawn lines, the rest as paragraphs, each with its page. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentContent> {
  const document = await getDocumentProxy(bytes);
  const { OPS } = await getResolvedPDFJS();
  const blocks: Block[] = [];
  const problems: DocumentContent['problems'] = [];
  let empty = 0;
  for (let page = 1; page <= document.numPages; page++) {
    const proxy = await document.getPage(page);
    const { items } = await proxy.getTextContent();
    const glyphs = items.flatMap((item) => ('str' in item ? glyphsOf(item) : []));
    if (!glyphs.some((g) => g.char.trim() !== '')) {
      empty++;
      problems.push({ where: `第${page}页`, message: '没有文字层（可能是扫描件），没有读取' });
      continue;
    }
    const [, , width = 595, height = 842] = proxy.view;
    const rules = readRules(await proxy.getOperatorList(), OPS);
    const ruled = readRuledTables(rules, glyphs);
    const inferred = inferRules(ruled.rest, rules);
    const across = rules.filter((r) => r.y1 === r.y2);
    const unruled =
      inferred.length > 0
        ? readRuledTables([...across, ...inferred], ruled.rest)
        : { tables: [], rest: ruled.rest };
    const tables = [...ruled.tables, ...unruled.tables];
    const { rest } = unruled;
    if (unruled.tables.length > 0)
      problems.push({
        where: `第${page}页`,
        message: '表格没有完整的框线，行列按文字位置推断，请核对',
      });
    const lines = linesOf(rest).filter((line) => !isPageNumber(line, height));
    addPage(blocks, { page, width }, lines, tables);
    proxy.cleanup();
  }
  if (empty === document.numPages) throw new Scanned();
  return { format: 'pdf', blocks, problems };
}

function isPageNumber(line: Line, height: number): boolean {
  const atEdge = line.y < height * 0.1 || line.y > height * 0.92;
  return (
    atEdge && /^[-—–―\s]*(?:第\s*)?\d+(?:\s*页)?(?:\s*[/共]\s*\d+\s*页?)?[-—–―\s]*$/.test(line.text)
  );
}

function addPage(
  blocks: Block[],
  { page, width }: { page: number; width: number },
  lines: Line[],
  tables: ReturnType<typeof readRuledTables>['tables'],
): void {
  const left = Math.min(...lines.map((l) => l.x));
  const right = rightEdge(lines, left, width);
  const starts = (line: Line) => line.x - left > line.size * 1.2;
  let above = Number.POSITIVE_INFINITY;
  for (const table of [...tables].sort((a, b) => b.top - a.top)) {
    addParagraphs(
      blocks,
      page,
      lines.filter((l) => l.y < above && l.y >= table.top),
      right,
      starts,
    );
    blocks.push({ kind: 'table', rows: table.rows, place: { page } });
    above = table.bottom;
  }
  addParagraphs(
    blocks,
    page,
    lines.filter((l) => l.y < above),
    right,
    starts,
  );
}

/** The right margin may be wider than the left one by so much of the page. */
const UNEVEN = 0.2;

/** Where lines are broken: the edge that several reach; of short lines alone, the margin, as wide as the left one. */
function rightEdge(lines: Line[], left: number, width: number): number {
  const longest = Math.max(0, ...lines.map((l) => l.right));
  const reaching = lines.filter((l) => longest - l.right < l.size).length;
  const isEdge = reaching > 1 && width - left - longest < width * UNEVEN;
  return isEdge ? longest : Math.max(longest, width - left);
}

function addParagraphs(
  blocks: Block[],
  page: number,
  lines: Line[],
  right: number,
  starts: (line: Line) => boolean,
): void {
  for (const text of unwrap(lines, right, starts).split('\n')) {
    if (text.trim() === '') continue;
    const last = blocks.at(-1);
    const first = lines[0];
    // A paragraph that no mark ended before the page did goes on at the top of the next page.
    const goesOn =
      last?.kind === 'paragraph' &&
      last.place.page === page - 1 &&
      first &&
      !starts(first) &&
      text.startsWith(first.text) &&
      /[\p{Script=Han}，、；A-Za-z0-9]$/u.test(last.text) &&
      last.text.length > 20;
    if (goesOn) {
      last.text += text;
      last.place = { page };
    } else blocks.push({ kind: 'paragraph', text, place: { page } });
  }
}
