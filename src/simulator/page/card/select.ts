import { h } from '../dom.ts';
import { words } from '../wording.ts';
import { press } from './behaviour.ts';
import type { CardContext, Draw } from './context.ts';
import { fieldFrame } from './field-frame.ts';
import { bindField } from './form.ts';
import { type Json, json, list, number, text } from './json.ts';

export type Option = { label: string; value: string };

/** The choices of a `select_static` or `multi_select_static`. */
export function staticOptions(element: Json): Option[] {
  return list(element.options)
    .map(json)
    .map((o) => ({ label: text(json(o.text).content) || text(o.text), value: text(o.value) }));
}

/** The choices of a person select: those listed, or everybody. */
export function personOptions(element: Json, context: CardContext): Option[] {
  const given = list(element.options).map((o) => text(json(o).value));
  const ids = given.length > 0 ? given : context.people.map((p) => p.openId);
  return ids.map((id) => ({ value: id, label: context.nameOf(id) ?? words.message.someone }));
}

/** `select_static`. */
export const drawSelect: Draw = (element, context) =>
  drawSingle(element, staticOptions(element), context);

/** `select_person`. */
export const drawSelectPerson: Draw = (element, context) =>
  drawSingle(element, personOptions(element, context), context);

function drawSingle(element: Json, options: Option[], context: CardContext): HTMLElement {
  const placeholder = text(json(element.placeholder).content) || words.card.choose;
  const control = h(
    'select',
    {
      class: 'control',
      disabled: element.disabled === true,
      'aria-label': placeholder,
      name: text(element.name) || undefined,
    },
    h('option', { value: '' }, placeholder),
    ...options.map((o) => h('option', { value: o.value }, o.label)),
  );
  const root = fieldFrame(element, control, context);
  const initial = initialValue(element, options);
  const tone = () => control.classList.toggle('unset', control.value === '');
  bindField(
    element,
    root,
    {
      initial,
      read: () => control.value,
      write: (value) => {
        control.value = options.some((o) => o.value === value) ? value : '';
        tone();
      },
      value: (raw) => raw || undefined,
      events: control,
    },
    context,
  );
  control.addEventListener('change', () => {
    tone();
    if (context.form || !control.value) return;
    press(element, root, context, { option: control.value }).then((taken) => {
      if (!taken) control.value = initial;
      tone();
    });
  });
  return root;
}

/** `initial_index` counts from 1; `initial_option` may be the value or the text. */
function initialValue(element: Json, options: Option[]): string {
  const index = number(element.initial_index) ?? 0;
  const wanted = text(element.initial_option);
  const found = options.find((o) => o.value === wanted || o.label === wanted);
  return options[index - 1]?.value ?? (wanted ? (found?.value ?? '') : '');
}
