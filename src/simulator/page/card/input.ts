import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import { words } from '../wording.ts';
import { press } from './behaviour.ts';
import type { Draw } from './context.ts';
import { fieldFrame } from './field-frame.ts';
import { bindField } from './form.ts';
import { json, number, text } from './json.ts';

/** `input`: one line, several, or a password. Outside a form, Enter or the tick beside it calls back. */
export const drawInput: Draw = (element, context) => {
  const isLong = text(element.input_type) === 'multiline_text';
  const shared = {
    class: 'control',
    placeholder: text(json(element.placeholder).content),
    maxlength: number(element.max_length) ?? 1000,
    disabled: element.disabled === true,
    'aria-label': text(json(element.label).content) || text(json(element.placeholder).content),
    name: text(element.name) || undefined,
  };
  const control = isLong
    ? h('textarea', { ...shared, rows: number(element.rows) ?? 5 })
    : h('input', {
        ...shared,
        type: text(element.input_type) === 'password' ? 'password' : 'text',
      });
  const root = fieldFrame(element, control, context);

  if (control instanceof HTMLTextAreaElement && element.auto_resize === true) {
    const lines = number(element.max_rows) ?? 20;
    control.style.maxHeight = `${lines * 22 + 18}px`;
    control.classList.add('grows');
  }

  bindField(
    element,
    root,
    {
      initial: text(element.default_value),
      read: () => control.value,
      write: (value) => {
        control.value = value;
      },
      value: (raw) => raw,
      events: control,
    },
    context,
  );

  if (!context.form) {
    const commit = () => press(element, root, context, { input_value: control.value });
    const tick = h(
      'button',
      {
        type: 'button',
        class: 'commit',
        'aria-label': words.card.confirmInput,
        hidden: true,
        on: { click: () => void commit() },
      },
      icon('check', 16),
    );
    control.after(tick);
    control.addEventListener('input', () => {
      tick.hidden = control.value === text(element.default_value);
    });
    control.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing || isLong) return;
      if (event.key === 'Enter') void commit();
    });
  }
  return root;
};
