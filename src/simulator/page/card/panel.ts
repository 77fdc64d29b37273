import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import { colour } from './colour.ts';
import type { Draw } from './context.ts';
import { iconOf } from './icon.ts';
import { json, text } from './json.ts';
import { edges, layOut } from './space.ts';
import { drawMarkdown, drawText } from './text-component.ts';

/** `collapsible_panel`: a title that opens and closes what is under it; stays as people left it. */
export const drawPanel: Draw = (element, context) => {
  const header = json(element.header);
  const border = json(element.border);
  const key = context.keyOf(element);
  const title = json(header.title);
  const sign = h('span', { class: 'panel-sign' }, iconOf(header.icon, context) ?? icon('down', 16));
  const angle = Number(text(header.icon_expanded_angle) || header.icon_expanded_angle || 180);
  sign.style.setProperty('--turn', `${Number.isFinite(angle) ? angle : 180}deg`);
  const name =
    text(title.tag) === 'markdown' ? drawMarkdown(title, context) : drawText(title, context);
  const side = text(header.icon_position) || 'right';
  const summary = h(
    'summary',
    { class: `panel-head icon-${side}` },
    ...(side === 'left' ? [sign, name] : [name, sign]),
  );
  summary.style.padding = edges(header.padding) ?? '4px 8px';
  summary.style.background = colour(header.background_color, context.style) ?? '';
  if (/^auto/.test(text(header.width))) summary.classList.add(text(header.width));

  const body = layOut(element, context, 'panel-body', '12px');
  const root = h('details', { class: 'c-panel block' }, summary, body);
  root.open = context.memory.has(key)
    ? context.memory.get(key) === true
    : element.expanded === true;
  root.addEventListener('toggle', () => context.memory.set(key, root.open));
  root.style.background = colour(element.background_color, context.style) ?? '';
  if (element.border !== undefined) {
    const line = text(border.color) || 'grey';
    // The platform's grey frame is the pale one of its other lines.
    const tint = colour(line === 'grey' ? 'grey-300' : line, context.style);
    root.style.border = `1px solid ${tint ?? 'transparent'}`;
    const radius = text(border.corner_radius);
    root.style.borderRadius = /^\d+px$/.test(radius) ? radius : '5px';
  }
  return root;
};
