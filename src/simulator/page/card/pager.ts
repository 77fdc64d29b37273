import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import { words } from '../wording.ts';
import type { CardContext } from './context.ts';

/** Shows `size` rows at a time and returns the line to turn pages with; remembers the page under `key`. */
export function pageTable(
  rows: HTMLElement[],
  size: number,
  key: string,
  context: CardContext,
): HTMLElement {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  let page = Math.min(pages - 1, Number(context.memory.get(key) ?? 0));
  const where = h('span', { 'aria-live': 'polite' });
  const turn = (by: number) => {
    page = Math.min(pages - 1, Math.max(0, page + by));
    context.memory.set(key, page);
    show();
  };
  const previous = h(
    'button',
    { type: 'button', 'aria-label': words.card.previous, on: { click: () => turn(-1) } },
    icon('left', 16),
  );
  const next = h(
    'button',
    { type: 'button', 'aria-label': words.card.next, on: { click: () => turn(1) } },
    icon('right', 16),
  );
  function show() {
    rows.forEach((row, index) => {
      row.hidden = Math.floor(index / size) !== page;
    });
    where.textContent = `${page + 1}/${pages}`;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
  }
  show();
  return h('div', { class: 'pager' }, previous, where, next);
}
