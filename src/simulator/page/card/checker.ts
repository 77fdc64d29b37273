import { h } from '../dom.ts';
import { press } from './behaviour.ts';
import type { Draw } from './context.ts';
import { bindField } from './form.ts';
import { json, list, number, text } from './json.ts';
import { edges } from './space.ts';
import { drawText } from './text-component.ts';

/** `checker`: a task to tick off, with up to three buttons beside it; without `behaviors` the tick stays on the page. */
export const drawChecker: Draw = (element, context) => {
  const control = h('input', { type: 'checkbox', disabled: element.disabled === true });
  const words = drawText(element.text, context);
  const style = json(element.checked_style);
  const buttons = list(json(element.button_area).buttons).map((b) => context.draw(b, context));
  const root = h(
    'div',
    { class: 'c-checker block', title: text(json(element.hover_tips).content) || undefined },
    h('label', {}, control, words),
    ...buttons,
  );
  root.style.padding = edges(element.padding) ?? '';
  const show = () => {
    words.style.textDecoration =
      control.checked && style.show_strikethrough === true ? 'line-through' : '';
    words.style.opacity = control.checked ? String(number(style.opacity) ?? 1) : '';
  };
  bindField(
    text(element.name) ? element : { ...element, name: context.keyOf(element) },
    root,
    {
      initial: element.checked === true,
      read: () => control.checked,
      write: (value) => {
        control.checked = value === true;
        show();
      },
      value: (raw) => raw,
      events: control,
    },
    context,
  );
  control.addEventListener('change', () => {
    show();
    if (context.form) return;
    press(element, root, context, { checked: control.checked }).then((taken) => {
      if (!taken && element.behaviors !== undefined) control.checked = !control.checked;
      show();
    });
  });
  return root;
};
