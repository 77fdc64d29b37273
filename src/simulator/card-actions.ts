import { FIELDS } from './card-table.ts';
import { asList, asText, isJson, type Json } from './json.ts';
import type { ClickInput } from './pocket-api.ts';

/** What one presses in a card: a button by its words, or any component by its name. */
export type Target = string | { name: string };

type Found = { part: Json; form?: Json };

/**
 * The action that the client sends for a press, as open.feishu.cn 卡片回传交互回调 describes it. `filled` are the form's
 * values by name, or for a select outside a form its option under the name; dates get the client's `offset`. Undefined: the
 * card has no such component.
 */
export function actionFor(
  card: unknown,
  target: Target,
  filled: Json = {},
  offset = '+0800',
): ClickInput['action'] | undefined {
  const found = [...parts(card)].find(({ part }) => matches(part, target));
  if (!found) return undefined;
  const { part, form } = found;
  const tag = String(part.tag);
  const name = asText(part.name);
  const action = { tag, ...(name ? { name } : {}), ...(callbackValue(part) ?? {}) };
  if (form) return { ...action, form_value: formValue(form, filled, offset) };
  const chosen = name ? asSent(tag, filled[name], offset) : undefined;
  if (tag.startsWith('multi_select')) return { ...action, options: asList(chosen).map(String) };
  if (tag === 'input') return { ...action, input_value: String(chosen ?? '') };
  if (tag === 'checker') return { ...action, checked: chosen === true };
  return chosen === undefined ? action : { ...action, option: String(chosen) };
}

/** Names of required fields that are left empty: the client does not send such a form. */
export function missingFields(card: unknown, target: Target, filled: Json): string[] {
  const form = [...parts(card)].find(({ part }) => matches(part, target))?.form;
  if (!form) return [];
  const values = formValue(form, filled, '');
  return [...parts(form.elements)]
    .filter(({ part }) => part.required === true)
    .map(({ part }) => String(part.name))
    .filter((name) => [undefined, ''].includes(values[name] as string | undefined));
}

function matches(part: Json, target: Target): boolean {
  if (typeof target !== 'string') return part.name === target.name;
  const text = isJson(part.text) ? part.text.content : undefined;
  return (part.tag === 'button' || part.tag === 'checker') && text === target;
}

function callbackValue(part: Json): { value: Json } | undefined {
  const callback = asList(part.behaviors)
    .filter(isJson)
    .find((b) => b.type === 'callback');
  return isJson(callback?.value) ? { value: callback.value } : undefined;
}

function formValue(form: Json, filled: Json, offset: string): Json {
  const fields = [...parts(form.elements)].filter(
    ({ part }) => FIELDS.has(String(part.tag)) && part.tag !== 'button' && asText(part.name),
  );
  return Object.fromEntries(
    fields.map(({ part }) => {
      const name = String(part.name);
      return [name, asSent(String(part.tag), filled[name] ?? initialOf(part), offset)];
    }),
  );
}

const PICKERS = new Set(['date_picker', 'picker_time', 'picker_datetime']);

// Pickers send their value with the client's offset: `2026-06-25 +0800`, `07:00 +0800`.
function asSent(tag: string, value: unknown, offset: string): unknown {
  const bare = PICKERS.has(tag) && typeof value === 'string' && /\d$/.test(value);
  return bare && !/[+-]\d{4}$/.test(value) ? `${value} ${offset}`.trim() : value;
}

function initialOf(part: Json): unknown {
  const option = asList(part.options).filter(isJson)[Number(part.initial_index ?? 0) - 1];
  const multi = String(part.tag).startsWith('multi_select');
  return (
    part.default_value ??
    part.selected_values ??
    part.initial_option ??
    part.initial_date ??
    part.initial_time ??
    part.initial_datetime ??
    option?.value ??
    part.checked ??
    (multi ? [] : '')
  );
}

function* parts(value: unknown, form?: Json): Generator<Found> {
  if (Array.isArray(value)) for (const item of value) yield* parts(item, form);
  if (!isJson(value)) return;
  if (typeof value.tag === 'string') yield { part: value, ...(form ? { form } : {}) };
  const inner = value.tag === 'form' ? value : form;
  for (const [name, held] of Object.entries(value))
    if (name !== 'behaviors' && name !== 'chart_spec' && name !== 'rows') yield* parts(held, inner);
}
