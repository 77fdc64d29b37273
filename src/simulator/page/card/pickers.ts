import { h } from '../dom.ts';
import { offsetText, toWall } from '../when.ts';
import { words } from '../wording.ts';
import { press } from './behaviour.ts';
import type { CardContext, Draw } from './context.ts';
import { fieldFrame } from './field-frame.ts';
import { bindField } from './form.ts';
import { type Json, json, text } from './json.ts';

/** `date_picker`: `2026-06-25 +0800`. */
export const drawDatePicker: Draw = (element, context) =>
  drawPicker(
    element,
    'date',
    text(element.initial_date),
    context,
    (raw, zone) => `${raw} ${offsetText(`${raw}T00:00`, zone)}`,
  );

/** `picker_datetime`: `2026-06-25 07:07 +0800`. */
export const drawDatetimePicker: Draw = (element, context) =>
  drawPicker(
    element,
    'datetime-local',
    text(element.initial_datetime).replace(' ', 'T'),
    context,
    (raw, zone) => `${raw.slice(0, 16).replace('T', ' ')} ${offsetText(raw, zone)}`,
  );

/** `picker_time`: `07:00 +0800`. */
export const drawTimePicker: Draw = (element, context) =>
  drawPicker(element, 'time', text(element.initial_time), context, (raw, zone) => {
    const today = toWall(new Date(), zone).slice(0, 10);
    return `${raw.slice(0, 5)} ${offsetText(`${today}T${raw}`, zone)}`;
  });

function drawPicker(
  element: Json,
  type: 'date' | 'time' | 'datetime-local',
  initial: string,
  context: CardContext,
  written: (raw: string, zone: string) => string,
): HTMLElement {
  const placeholder = text(json(element.placeholder).content) || words.card.choose;
  const control = h('input', {
    class: 'control picker',
    type,
    disabled: element.disabled === true,
    'aria-label': placeholder,
    name: text(element.name) || undefined,
  });
  const root = fieldFrame(element, control, context);
  const hint = h('span', { class: 'picker-hint' }, placeholder);
  control.after(hint);
  const tone = () => control.classList.toggle('unset', control.value === '');
  bindField(
    element,
    root,
    {
      initial,
      read: () => control.value,
      write: (value) => {
        control.value = value;
        tone();
      },
      value: (raw) => (raw ? written(raw, context.timeZone) : undefined),
      events: control,
    },
    context,
  );
  control.addEventListener('input', tone);
  control.addEventListener('click', () => {
    // Some browsers open the calendar only from a small sign in the corner.
    try {
      control.showPicker();
    } catch {
      control.focus();
    }
  });
  control.addEventListener('change', () => {
    tone();
    if (context.form || !control.value) return;
    void press(element, root, context, { option: written(control.value, context.timeZone) });
  });
  return root;
}
