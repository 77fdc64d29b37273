import { h } from '../dom.ts';
import type { CardContext } from './context.ts';
import { type Json, json, text } from './json.ts';
import { drawText } from './text-component.ts';

/** The label, the control and room for what is wrong, in the width the card asks for. */
export function fieldFrame(element: Json, control: HTMLElement, context: CardContext): HTMLElement {
  const label = text(json(element.label).content);
  const beside = text(element.label_position) === 'left';
  const width = text(element.width);
  const root = h(
    'div',
    { class: `c-field${beside ? ' beside' : ''}${width === 'fill' ? ' block' : ''}` },
    label !== '' &&
      h(
        'span',
        { class: 'field-label' },
        drawText(element.label, context),
        element.required === true && h('span', { class: 'star', 'aria-hidden': 'true' }, '*'),
      ),
    h('div', { class: 'field-control' }, control),
  );
  if (/^\d+px$/.test(width)) root.style.width = width;
  // Feishu marks required fields without a label by nothing; the page says it to screen readers at least.
  if (element.required === true) control.setAttribute('aria-required', 'true');
  return root;
}
