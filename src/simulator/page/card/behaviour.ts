import { safeUrl } from '../dom.ts';
import type { Action, CardContext } from './context.ts';
import { type Json, json, list, text } from './json.ts';

/** The `value` of a component's callback; undefined where it calls nobody. */
function callbackValue(element: Json): Json | undefined {
  const callback = list(element.behaviors)
    .map(json)
    .find((b) => b.type === 'callback');
  return callback ? json(callback.value) : undefined;
}

/** The page that a component opens. */
export function targetUrl(element: Json): string | undefined {
  const open = list(element.behaviors)
    .map(json)
    .find((b) => b.type === 'open_url');
  return open && safeUrl(text(open.pc_url) || text(open.default_url));
}

/** Asks the component's `confirm` question, if it has one. */
export async function isConfirmed(element: Json, context: CardContext): Promise<boolean> {
  if (element.confirm === undefined) return true;
  const { title, text: body } = json(element.confirm);
  return context.confirmed({ title: text(json(title).content), text: text(json(body).content) });
}

/** An action as the platform builds it: the tag, the name and value where the component has them, and what was chosen. */
export function actionOf(element: Json, chosen: Partial<Action> = {}): Action {
  const value = callbackValue(element);
  const name = text(element.name);
  return {
    tag: text(element.tag),
    ...(name ? { name } : {}),
    ...(value ? { value } : {}),
    ...chosen,
  };
}

/** What a press does: asks, opens the page, calls back. Resolves to whether the application took it. */
export async function press(
  element: Json,
  origin: HTMLElement,
  context: CardContext,
  chosen: Partial<Action> = {},
): Promise<boolean> {
  const url = targetUrl(element);
  // A window opened after a question was answered may be taken for an advertisement, so pages without question open first.
  if (url && element.confirm === undefined) window.open(url, '_blank', 'noopener');
  if (!(await isConfirmed(element, context))) return false;
  if (url && element.confirm !== undefined) window.open(url, '_blank', 'noopener');
  if (!callbackValue(element)) return url !== undefined;
  return context.click(actionOf(element, chosen), origin);
}
