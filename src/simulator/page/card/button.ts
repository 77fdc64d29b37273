import { h } from '../dom.ts';
import { words } from '../wording.ts';
import { actionOf, isConfirmed, press, targetUrl } from './behaviour.ts';
import type { CardContext, Draw } from './context.ts';
import { resetForm, submitted } from './form.ts';
import { iconOf } from './icon.ts';
import { type Json, json, text } from './json.ts';

/** `button`, inside a form also `submit` and `reset`. */
export const drawButton: Draw = (element, context) => {
  const type = text(element.type) || 'default';
  const size = text(element.size) || 'medium';
  const label = text(json(element.text).content);
  const root = h(
    'button',
    {
      type: 'button',
      class: `c-button type-${type} size-${size}`,
      title: text(json(element.hover_tips).content) || undefined,
      'data-name': text(element.name) || undefined,
      'aria-disabled': element.disabled === true ? 'true' : undefined,
    },
    iconOf(element.icon, context),
    label && h('span', {}, label),
  );
  const width = text(element.width);
  if (width === 'fill') root.classList.add('block');
  else if (/^\d+px$/.test(width)) root.style.width = width;

  root.addEventListener('click', () => {
    if (element.disabled === true) {
      const why = text(json(element.disabled_tips).content);
      if (why) context.notify('info', why);
      return;
    }
    void pressed(element, root, context);
  });
  return root;
};

async function pressed(element: Json, root: HTMLElement, context: CardContext): Promise<void> {
  const { form } = context;
  const role = text(element.form_action_type);
  if (!form || !role) {
    await press(element, root, context);
    return;
  }
  if (role === 'reset') {
    resetForm(form, context);
    return;
  }
  const formValue = submitted(form);
  if (!formValue) {
    context.notify('warning', words.card.required);
    return;
  }
  if (!(await isConfirmed(element, context))) return;
  const url = targetUrl(element);
  if (url) window.open(url, '_blank', 'noopener');
  const taken = await context.click(actionOf(element, { form_value: formValue }), root);
  if (taken) forget(form, context);
}

/** What was delivered is no draft any more: the next version of the card starts from its own values. */
function forget(form: NonNullable<CardContext['form']>, context: CardContext): void {
  for (const field of form) context.memory.delete(`field:${field.name}`);
}
