import type { CardContext } from './context.ts';

/** A list that stays open would cover what is under it: a press elsewhere or Escape closes it. */
export function closeByItself(list: HTMLDetailsElement, context: CardContext): void {
  const outside = (event: Event) => {
    if (event.target instanceof Node && !list.contains(event.target)) list.open = false;
  };
  document.addEventListener('pointerdown', outside);
  document.addEventListener('focusin', outside);
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
  });
  context.onDispose(() => {
    document.removeEventListener('pointerdown', outside);
    document.removeEventListener('focusin', outside);
  });
}
