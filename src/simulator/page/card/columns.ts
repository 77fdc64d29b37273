import { h, safeUrl } from '../dom.ts';
import type { CardContext, Draw } from './context.ts';
import { type Json, json, list, number, text } from './json.ts';
import { dress, layOut, space } from './space.ts';

const JUSTIFY: Record<string, string> = { center: 'center', right: 'flex-end' };

/**
 * `column_set`. `none` keeps the columns beside each other by their widths, `stretch` stacks them where it is narrow,
 * `flow` wraps, `bisect` and `trisect` are two and three equal columns.
 */
export const drawColumnSet: Draw = (element, context) => {
  const mode = text(element.flex_mode) || 'none';
  const columns = list(element.columns).map(json);
  const root = h('div', { class: `c-columns block flex-${mode}` });
  root.style.gap = space(element.horizontal_spacing, '8px');
  root.style.justifyContent = JUSTIFY[text(element.horizontal_align)] ?? '';
  // Columns as wide as their content, rows of buttons mostly, would burst a phone: they wrap.
  const isElastic = columns.some((c) => text(c.width) === 'weighted');
  if (mode === 'none' && !isElastic) root.classList.add('may-wrap');
  for (const column of columns) root.append(drawColumn(column, mode, context));
  openOnClick(root, element);
  return root;
};

function drawColumn(column: Json, mode: string, context: CardContext): HTMLElement {
  const root = layOut(column, context, 'c-column');
  dress(root, column, context);
  const width = text(column.width);
  if (mode === 'none') {
    if (width === 'weighted') root.style.flex = `${number(column.weight) ?? 1} 1 0`;
    else if (/^\d+px$/.test(width)) root.style.flex = `0 1 ${width}`;
    else root.style.flex = '0 0 auto';
  } else if (mode === 'stretch' && width === 'weighted') {
    root.style.flexGrow = String(number(column.weight) ?? 1);
  }
  openOnClick(root, column);
  return root;
}

/** `action.multi_url`: the whole area leads to a page, except where something in it takes the click. */
function openOnClick(root: HTMLElement, element: Json): void {
  const urls = json(json(element.action).multi_url);
  const url = safeUrl(text(urls.pc_url) || text(urls.url));
  if (!url) return;
  root.classList.add('clickable');
  root.addEventListener('click', (event) => {
    if (!takesClick(event.target, root)) window.open(url, '_blank', 'noopener');
  });
}

/** Whether something inside `root` that can be pressed was pressed. */
export function takesClick(target: EventTarget | null, root: HTMLElement): boolean {
  const pressed =
    target instanceof Element
      ? target.closest('a, button, input, select, textarea, label, summary, canvas, .clickable')
      : null;
  return pressed !== null && pressed !== root && root.contains(pressed);
}
