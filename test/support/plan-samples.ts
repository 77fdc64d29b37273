import { makeDocx, makeXlsx, type SampleCell, utf8 } from './office-files.ts';

/** What a task of a sample must be read as; months that the document does not settle are undefined. */
export type WantedTask = {
  month: number | undefined;
  content: string;
  leadUnits: string[];
  coopUnits: string[];
};

type Block = string | SampleCell[][];
export type PlanSample = { name: string; blocks: Block[]; tasks: WantedTask[] };

const names = (list: string) => list.split('、').filter((name) => name !== '');

/**
 * Samples out of a text: `### name`, the document's lines (`|a|b|` is a table row, `^` the cell above reaching down, `<` the
 * cell left of it reaching over, `⏎` a line break in a cell), `====`, then `month|content|leads|others` for each task.
 */
export function readSamples(text: string): PlanSample[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...rest] = part.trimEnd().split('\n');
      const end = rest.indexOf('====');
      const tasks = rest.slice(end + 1).map((line): WantedTask => {
        const [month = '', content = '', leads = '', others = ''] = line.split('|');
        return {
          month: month === '-' ? undefined : Number(month),
          content,
          leadUnits: names(leads),
          coopUnits: names(others),
        };
      });
      return { name, blocks: readBlocks(rest.slice(0, end)), tasks };
    });
}

function readBlocks(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    if (!line.startsWith('|')) {
      blocks.push(line);
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.replaceAll('⏎', '\n'));
    const last = blocks.at(-1);
    if (Array.isArray(last)) last.push(cells);
    else blocks.push([cells]);
  }
  return blocks.map((block) => (typeof block === 'string' ? block : withSpans(block)));
}

function withSpans(rows: SampleCell[][]): SampleCell[][] {
  const reach = (from: () => SampleCell | undefined, mark: string, step: () => void) => {
    let n = 1;
    for (step(); from() === mark; step()) n += 1;
    return n;
  };
  return rows.map((row, r) =>
    row.map((cell, c) => {
      if (cell === '^' || cell === '<') return null;
      let [below, right] = [r, c];
      const down = reach(
        () => rows[below]?.[c],
        '^',
        () => (below += 1),
      );
      const over = reach(
        () => row[right],
        '<',
        () => (right += 1),
      );
      if (down === 1 && over === 1) return cell;
      return {
        text: `${cell}`,
        ...(down > 1 ? { rows: down } : {}),
        ...(over > 1 ? { columns: over } : {}),
      };
    }),
  );
}

const textOf = (cell: SampleCell) =>
  cell === null ? '' : typeof cell === 'string' ? cell : cell.text;
const rowsOf = (blocks: Block[]): SampleCell[][] =>
  blocks.flatMap((block) => (typeof block === 'string' ? [[block]] : block));
const quoted = (cell: string) => (/[,"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const oneLine = (cell: SampleCell) =>
  textOf(cell)
    .replace(/(?<=[、，；])\n/g, '')
    .replaceAll('\n', '、');

const inText = (blocks: Block[]) =>
  blocks
    .flatMap((b) => (typeof b === 'string' ? [b] : b.map((row) => row.map(oneLine).join('\t'))))
    .join('\n');

function inMarkdown(blocks: Block[]): string {
  return blocks
    .map((block, i) => {
      if (typeof block === 'string') return i === 0 ? `# ${block}` : block;
      const [head = [], ...rows] = block.map(
        (row) => `|${row.map((cell) => textOf(cell).replaceAll('\n', '<br>')).join('|')}|`,
      );
      return [head, `|${(block[0] ?? []).map(() => '---').join('|')}|`, ...rows].join('\n');
    })
    .join('\n\n');
}

/** The same document in every format that can be written here: file name and bytes. */
export async function renderings({ blocks }: PlanSample): Promise<[string, Uint8Array][]> {
  const prose = blocks.every((block) => typeof block === 'string');
  const files: [string, Uint8Array][] = [
    ['plan.docx', await makeDocx(blocks)],
    ['plan.txt', utf8(inText(blocks))],
    ['plan.md', utf8(inMarkdown(blocks))],
  ];
  if (prose) return files;
  const sheet = await makeXlsx([{ name: 'Sheet1', rows: rowsOf(blocks) }]);
  const comma = rowsOf(blocks).map((row) => row.map((cell) => quoted(textOf(cell))).join(','));
  return [...files, ['plan.xlsx', sheet], ['plan.csv', utf8(comma.join('\r\n'))]];
}
