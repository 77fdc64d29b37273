import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import { words } from '../wording.ts';
import { press } from './behaviour.ts';
import type { CardContext, Draw } from './context.ts';
import { closeByItself } from './drop-list.ts';
import { fieldFrame } from './field-frame.ts';
import { bindField } from './form.ts';
import { type Json, json, list, text } from './json.ts';
import { type Option, personOptions, staticOptions } from './select.ts';

/** `multi_select_static`; on the platform it is required unless the card says otherwise. */
export const drawMultiSelect: Draw = (element, context) =>
  drawMany({ required: true, ...element }, staticOptions(element), context);

/** `multi_select_person`. */
export const drawMultiSelectPerson: Draw = (element, context) =>
  drawMany(element, personOptions(element, context), context);

function drawMany(element: Json, options: Option[], context: CardContext): HTMLElement {
  const placeholder = text(json(element.placeholder).content) || words.card.choose;
  const boxes = options.map((o) =>
    h('input', { type: 'checkbox', value: o.value, disabled: element.disabled === true }),
  );
  const said = h('span', { class: 'chosen' });
  const control = h(
    'details',
    { class: 'control many' },
    h('summary', { 'aria-label': placeholder }, said, icon('down', 16)),
    h(
      'div',
      { class: 'choices' },
      ...options.map((o, index) => h('label', {}, boxes[index], h('span', {}, o.label))),
    ),
  );
  control.dataset.name = text(element.name);
  const root = fieldFrame(element, control, context);

  const read = () => boxes.filter((b) => b.checked).map((b) => b.value);
  function show() {
    const labels = options.filter((_, i) => boxes[i]?.checked).map((o) => o.label);
    said.textContent = labels.join('、') || placeholder;
    said.classList.toggle('unset', labels.length === 0);
  }
  bindField(
    element,
    root,
    {
      initial: list(element.selected_values).map(text),
      read,
      write: (values) => {
        for (const box of boxes) box.checked = values.includes(box.value);
        show();
      },
      value: (raw) => raw,
      events: control,
    },
    context,
  );
  control.addEventListener('change', () => {
    show();
    if (!context.form) void press(element, root, context, { options: read() });
  });
  closeByItself(control, context);
  return root;
}
