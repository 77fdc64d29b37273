import { h } from '../dom.ts';
import { words } from '../wording.ts';
import type { CardContext, Draw, Field } from './context.ts';
import { type Json, json, text } from './json.ts';
import { layOut } from './space.ts';

/** `form`: its fields are kept on the page until a submit button sends them all. */
export const drawForm: Draw = (element, context) => {
  const form: Field[] = [];
  const root = layOut(element, { ...context, form }, 'c-form block', '12px');
  root.setAttribute('role', 'form');
  root.dataset.name = text(element.name);
  return root;
};

/** `form_value`, or undefined when a required field is empty: then those are marked and the first one is shown. */
export function submitted(form: Field[]): Record<string, unknown> | undefined {
  const missing = form.filter((field) => field.required && isEmpty(field.read()));
  for (const field of form) mark(field, missing.includes(field));
  const first = missing[0];
  if (first) {
    first.root.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    first.root.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    return undefined;
  }
  const values: Record<string, unknown> = {};
  for (const field of form) {
    const value = field.read();
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

/** Every field back to what the card gave it. */
export function resetForm(form: Field[], context: CardContext): void {
  for (const field of form) {
    field.reset();
    mark(field, false);
    context.memory.delete(`field:${field.name}`);
  }
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function mark(field: Field, missing: boolean): void {
  field.root.classList.toggle('missing', missing);
  field.root.querySelector('.field-fault')?.remove();
  if (!missing) return;
  field.root.append(h('p', { class: 'field-fault', role: 'alert' }, words.card.fillIn));
}

/**
 * Makes a control a field of its form: registered, its draft kept in memory. A draft returns after a new version of the
 * card unless that version gives the field another value to start from.
 */
export function bindField<T>(
  element: Json,
  root: HTMLElement,
  control: {
    initial: T;
    read: () => T;
    write: (value: T) => void;
    /** As `form_value` carries it. */
    value: (raw: T) => unknown;
    events: EventTarget;
  },
  context: CardContext,
): void {
  const name = text(element.name);
  const key = `field:${name}`;
  const start = JSON.stringify(control.initial);
  const draft = json(context.memory.get(key));
  control.write(draft.start === start ? (draft.value as T) : control.initial);
  const field: Field = {
    name,
    required: element.required === true,
    root,
    read: () => control.value(control.read()),
    reset: () => control.write(control.initial),
  };
  context.form?.push(field);
  const keep = () => {
    context.memory.set(key, { start, value: control.read() });
    if (root.classList.contains('missing')) mark(field, isEmpty(field.read()));
  };
  control.events.addEventListener('input', keep);
  control.events.addEventListener('change', keep);
}
