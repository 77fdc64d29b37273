import { h } from '../dom.ts';
import { patternTime } from '../when.ts';
import { words } from '../wording.ts';
import { colour, tagColours } from './colour.ts';
import type { CardContext, Draw } from './context.ts';
import { personNode } from './feishu-nodes.ts';
import { type Json, json, list, number, text } from './json.ts';
import { blockTokens, inlineTokens } from './markdown-engine.ts';
import { pageTable } from './pager.ts';
import { appendTokens } from './token-nodes.ts';

const HEIGHTS: Record<string, { height: string; lines: number }> = {
  low: { height: '40px', lines: 1 },
  middle: { height: '62px', lines: 2 },
  high: { height: '88px', lines: 3 },
};

/** What must not be broken over lines, and what needs room. */
const BREADTHS: Record<string, string> = {
  number: 'short',
  date: 'short',
  persons: 'short',
  lark_md: 'long',
  markdown: 'long',
};

/** `table`: typed columns, pages of `page_size` rows. */
export const drawTable: Draw = (element, context) => {
  const columns = list(element.columns).map(json);
  const rows = list(element.rows).map((row) => bodyRow(json(row), columns, element, context));
  const none = h(
    'tr',
    {},
    h('td', { class: 'no-data', colspan: columns.length }, words.card.noData),
  );
  const table = h(
    'table',
    { class: element.freeze_first_column === true ? 'frozen' : '' },
    h('colgroup', {}, ...columns.map(columnWidth)),
    h('thead', {}, h('tr', {}, ...columns.map((c) => headCell(c, json(element.header_style))))),
    h('tbody', {}, ...(rows.length > 0 ? rows : [none])),
  );
  const root = h(
    'div',
    { class: 'c-table block' },
    h('div', { class: 'table-scroll', tabindex: '0' }, table),
  );
  const size = Math.min(10, Math.max(1, number(element.page_size) ?? 5));
  if (rows.length > size) root.append(pageTable(rows, size, context.keyOf(element), context));
  return root;
};

function columnWidth(column: Json): HTMLElement {
  const width = /^\d+(px|%)$/.exec(text(column.width))?.[0];
  return h('col', { style: width ? { width } : {} });
}

function headCell(column: Json, style: Json): HTMLElement {
  const cell = h('th', { scope: 'col' }, text(column.display_name) || text(column.name));
  if (text(style.background_style) === 'grey') cell.classList.add('grey');
  cell.style.textAlign = text(style.text_align) || 'left';
  cell.style.fontWeight = style.bold === false ? '400' : '500';
  if (text(style.text_size) === 'heading') cell.style.fontSize = '16px';
  if (text(style.text_color) === 'grey') cell.style.color = colour('grey') ?? '';
  setWidth(cell, column);
  return cell;
}

function setWidth(cell: HTMLElement, column: Json): void {
  const pixels = /^\d+px$/.exec(text(column.width))?.[0];
  if (pixels) {
    cell.style.minWidth = pixels;
    cell.style.maxWidth = pixels;
  }
}

function bodyRow(row: Json, columns: Json[], element: Json, context: CardContext): HTMLElement {
  const height = HEIGHTS[text(element.row_height) || 'low'];
  const exact = /^\d+px$/.exec(text(element.row_height))?.[0];
  return h(
    'tr',
    {},
    ...columns.map((column) => {
      const content = h('div', { class: 'cell' });
      fillCell(content, row[text(column.name)], column, context);
      if (height) {
        content.classList.add('clamped');
        content.style.setProperty('-webkit-line-clamp', String(height.lines));
        content.title = content.textContent;
      } else if (text(element.row_max_height)) {
        content.style.maxHeight = /^\d+px$/.exec(text(element.row_max_height))?.[0] ?? '';
        content.style.overflow = 'auto';
      }
      const cell = h('td', { class: BREADTHS[text(column.data_type)] }, content);
      cell.style.height = height?.height ?? exact ?? '';
      const side = text(column.data_type) === 'number' ? 'right' : 'left';
      cell.style.textAlign = text(column.horizontal_align) || side;
      cell.style.verticalAlign =
        { top: 'top', bottom: 'bottom' }[text(column.vertical_align)] ?? 'middle';
      setWidth(cell, column);
      return cell;
    }),
  );
}

function fillCell(cell: HTMLElement, value: unknown, column: Json, context: CardContext): void {
  if (value === undefined || value === null || value === '') return;
  switch (text(column.data_type)) {
    case 'number':
      cell.append(numberText(value, json(column.format)));
      return;
    case 'date':
      cell.append(
        dateText(value, text(column.date_format) || 'YYYY-MM-DDTHH:mm:ss', context.timeZone),
      );
      return;
    case 'options':
      for (const option of Array.isArray(value) ? value : [{ text: value }]) {
        const { text: content, color } = json(option);
        cell.append(
          h('span', { class: 'text-tag', style: tagColours(color ?? 'blue') }, text(content)),
        );
      }
      return;
    case 'persons':
      for (const id of Array.isArray(value) ? value : [value]) {
        cell.append(
          personNode(text(id), context, { showAvatar: true, showName: true, capsule: false }),
        );
      }
      return;
    case 'lark_md':
      appendTokens(cell, inlineTokens(text(value)), context);
      return;
    case 'markdown':
      cell.classList.add('md');
      appendTokens(cell, blockTokens(text(value)), context);
      return;
    default:
      cell.append(text(value));
  }
}

/** `format`: precision 0 to 10, one character in front, thousands separated. */
function numberText(value: unknown, format: Json): string {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return text(value);
  const digits = number(format.precision);
  const body = amount.toLocaleString('zh-CN', {
    useGrouping: format.separator === true,
    ...(digits === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });
  return text(format.symbol) + body;
}

function dateText(value: unknown, pattern: string, zone: string): string {
  const at = new Date(Number(value));
  return Number.isNaN(at.getTime()) ? text(value) : patternTime(at, pattern, zone);
}
