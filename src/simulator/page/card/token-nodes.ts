import type { Token } from 'markdown-it';
import { h } from '../dom.ts';
import { colour } from './colour.ts';
import type { CardContext } from './context.ts';
import { feishuAround, feishuNode, link } from './feishu-nodes.ts';
import { text } from './json.ts';
import { pageTable } from './pager.ts';
import { picture } from './picture.ts';

const PLAIN_TAGS = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'strong', 'em', 's'],
]);

/** Rows of a Markdown table on one page; the platform gives no choice. */
const TABLE_ROWS = 5;

/** Builds nodes from markdown-it's tokens. Nothing is parsed as HTML: what is no known token becomes text. */
export function appendTokens(root: HTMLElement, tokens: Token[], context: CardContext): void {
  const stack: HTMLElement[] = [root];
  const top = () => stack.at(-1) ?? root;
  for (const token of tokens) {
    if (token.nesting === 1) {
      const element = opened(token, top(), context);
      if (element !== top()) top().append(element);
      stack.push(element);
    } else if (token.nesting === -1) {
      const done = stack.pop();
      if (token.tag === 'table' && done) finishTable(done, context);
    } else if (token.type === 'inline') {
      appendTokens(top(), token.children ?? [], context);
    } else {
      const node = leaf(token, context);
      if (node) top().append(node);
    }
  }
}

function opened(token: Token, parent: HTMLElement, context: CardContext): HTMLElement {
  if (token.hidden) return parent;
  if (token.type === 'feishu_open') return feishuAround(token.meta ?? {}, context);
  if (token.tag === 'a') return link(attribute(token, 'href'), {});
  if (!PLAIN_TAGS.has(token.tag)) return h('span');
  const element = document.createElement(token.tag);
  const align = /text-align:\s*(left|center|right)/.exec(attribute(token, 'style'))?.[1];
  if (align) element.style.textAlign = align;
  if (token.tag === 'ol' && attribute(token, 'start')) {
    element.setAttribute('start', attribute(token, 'start'));
  }
  return element;
}

function leaf(token: Token, context: CardContext): Node | undefined {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return h('br');
    case 'hr':
      return h('hr');
    case 'code_inline':
      return h('code', {}, token.content);
    case 'code_block':
    case 'fence':
      return h('pre', {}, h('code', {}, token.content));
    case 'image':
      return picture(attribute(token, 'src'), token.content, context);
    case 'feishu':
      return feishuNode(token.meta ?? {}, context);
    default:
      return token.content ? document.createTextNode(token.content) : undefined;
  }
}

function attribute(token: Token, name: string): string {
  return text(token.attrs?.find(([key]) => key === name)?.[1]);
}

function finishTable(table: HTMLElement, context: CardContext): void {
  const frame = h('div', { class: 'md-table' });
  table.replaceWith(frame);
  frame.append(table);
  const rows = [...table.querySelectorAll<HTMLElement>('tbody tr')];
  if (rows.length > TABLE_ROWS) {
    frame.append(pageTable(rows, TABLE_ROWS, context.keyOf({ tag: 'md_table' }), context));
  }
  table.style.borderColor = colour('grey-300') ?? '';
}
