import { h } from '../dom.ts';
import { colour } from './colour.ts';
import type { CardContext, Draw } from './context.ts';
import { iconOf } from './icon.ts';
import { type Json, json, number, text } from './json.ts';
import { blockTokens, inlineTokens } from './markdown-engine.ts';
import { appendTokens } from './token-nodes.ts';

const SIZES: Record<string, number> = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
};

function setSize(root: HTMLElement, size: unknown, context: CardContext): void {
  const own = json(json(json(context.style).text_size)[text(size)]);
  const pixels = SIZES[text(size)] ?? SIZES[text(own.pc) || text(own.default)];
  if (!pixels) return;
  root.style.fontSize = `${pixels}px`;
  if (pixels > 14) root.style.fontWeight = '500';
}

function setAlign(root: HTMLElement, align: unknown): void {
  if (/^(left|center|right)$/.test(text(align))) root.style.textAlign = text(align);
}

/** A text object: `plain_text` as it is, `lark_md` with its small part of Markdown. */
export function drawText(value: unknown, context: CardContext, className = ''): HTMLElement {
  const object: Json = typeof value === 'string' ? { content: value } : json(value);
  const root = h('span', { class: `c-text ${className}` });
  if (text(object.tag) === 'lark_md')
    appendTokens(root, inlineTokens(text(object.content)), context);
  else root.append(text(object.content));
  setSize(root, object.text_size, context);
  setAlign(root, object.text_align);
  const tint = colour(object.text_color, context.style);
  if (tint) root.style.color = tint;
  const lines = number(object.lines);
  if (lines) {
    root.classList.add('clamped');
    root.style.setProperty('-webkit-line-clamp', String(lines));
  }
  return root;
}

/** `markdown`. */
export const drawMarkdown: Draw = (element, context) => {
  const body = h('div', { class: 'md' });
  appendTokens(body, blockTokens(text(element.content)), context);
  setSize(body, element.text_size, context);
  setAlign(body, element.text_align);
  return withIcon('c-markdown', body, element, context);
};

/** `div`: a text with an icon before it; `fields` stand side by side. */
export const drawDiv: Draw = (element, context) => {
  const body = h('div', { class: 'div-text' });
  if (element.text !== undefined) body.append(drawText(element.text, context, 'as-block'));
  if (Array.isArray(element.fields)) {
    const fields = h('div', { class: 'fields' });
    for (const field of element.fields) {
      const cell = drawText(json(field).text, context, 'as-block');
      if (json(field).is_short !== true) cell.classList.add('long');
      fields.append(cell);
    }
    body.append(fields);
  }
  const root = withIcon('c-div', body, element, context);
  const width = /^\d+px$/.exec(text(element.width))?.[0];
  if (width) root.style.width = width;
  return root;
};

/** `hr`. */
export const drawHr: Draw = () => h('hr', { class: 'c-hr block' });

function withIcon(
  className: string,
  body: HTMLElement,
  element: Json,
  context: CardContext,
): HTMLElement {
  const sign = iconOf(element.icon, context);
  return h('div', { class: `${className} block${sign ? ' with-icon' : ''}` }, sign, body);
}
