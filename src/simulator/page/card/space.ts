import { h } from '../dom.ts';
import { colour } from './colour.ts';
import type { CardContext } from './context.ts';
import { type Json, list, text } from './json.ts';

const NAMED: Record<string, string> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
};

/** A spacing as CSS: a name or a length in px. */
export function space(value: unknown, otherwise: string): string {
  const asked = text(value).trim();
  return NAMED[asked] ?? (/^\d+(px)?$/.test(asked) ? `${Number.parseInt(asked, 10)}px` : otherwise);
}

/** Margin or padding with one, two or four values as CSS. */
export function edges(value: unknown): string | undefined {
  const asked = text(value).trim();
  return /^(-?\d+(px)?\s*){1,4}$/.test(asked)
    ? asked.replace(/(-?\d+)(px)?/g, '$1px')
    : NAMED[asked];
}

const ALONG: Record<string, string> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** How a container lays out what is in it; the same properties in body, column, form, panel and container. */
export function layOut(
  box: Json,
  context: CardContext,
  className: string,
  gap = '8px',
): HTMLElement {
  const isRow = text(box.direction) === 'horizontal';
  const root = h('div', { class: `${className} ${isRow ? 'flow-row' : 'flow-column'}` });
  for (const child of list(box.elements)) root.append(context.draw(child, context));
  const across = ALONG[text(box.horizontal_align)] ?? 'flex-start';
  const down = ALONG[text(box.vertical_align)] ?? 'flex-start';
  root.style.alignItems = isRow ? down : across;
  root.style.justifyContent = isRow ? across : down;
  root.style.columnGap = space(box.horizontal_spacing, '8px');
  root.style.rowGap = space(box.vertical_spacing, gap);
  root.style.padding = edges(box.padding) ?? '';
  return root;
}

/** Margin and width, which every component may carry, and a background where it has one. */
export function dress(root: HTMLElement, element: Json, context: CardContext): void {
  const margin = edges(element.margin);
  if (margin) root.style.margin = margin;
  const background = colour(element.background_style, context.style);
  if (background) {
    root.style.background = background;
    root.style.borderRadius ||= '6px';
  }
}
