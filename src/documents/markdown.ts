import MarkdownIt from 'markdown-it';
import type { Block, Cell, DocumentContent } from './document.ts';
import { decodeText } from './text-code.ts';

const parser = new MarkdownIt({ html: false });

/** Reads Markdown: headings with their level, tables as grids, every other line as a paragraph at its line number. */
export function readMarkdown(bytes: Uint8Array): DocumentContent {
  const text = decodeText(bytes);
  const blocks: Block[] = [];
  let rows: Cell[][] | undefined;
  let tables = 0;
  let heading: number | undefined;
  let marker = '';
  let item = 0;
  for (const token of parser.parse(text, {})) {
    if (token.type === 'table_open') rows = [];
    else if (token.type === 'tr_open') rows?.push([]);
    else if (token.type === 'table_close' && rows) {
      blocks.push({ kind: 'table', rows, place: { table: ++tables } });
      rows = undefined;
    } else if (token.type === 'heading_open') heading = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') heading = undefined;
    else if (token.type === 'ordered_list_open') item = 0;
    // Markdown takes the numbers of a list away from the text; people mean them.
    else if (token.type === 'list_item_open')
      marker = token.info === '' ? '' : `${token.info}${token.markup} `;
    else if (token.type === 'inline' || token.type === 'fence' || token.type === 'code_block') {
      const plain = plainText(token.content);
      if (rows) rows.at(-1)?.push({ text: plain.replace(/<br\s*\/?>/gi, '\n') });
      else {
        const place = { paragraph: (token.map?.[0] ?? item) + 1 };
        for (const [i, line] of `${marker}${plain}`.split('\n').entries()) {
          if (line.trim() === '') continue;
          blocks.push({
            kind: 'paragraph',
            text: line.trim(),
            ...(heading === undefined ? {} : { heading }),
            place: { paragraph: place.paragraph + i },
          });
        }
        marker = '';
      }
    }
  }
  return { format: 'md', blocks, problems: [] };
}

/** Emphasis, code marks, escapes and links give way to their text. */
function plainText(text: string): string {
  return text
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1');
}
