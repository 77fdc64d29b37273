import { h } from './dom.ts';
import { icon } from './icons.ts';

type Kind = 'info' | 'success' | 'error' | 'warning';

const ICONS = { info: 'info', success: 'check', error: 'close', warning: 'warning' } as const;

/** A short line at the top of the page that goes by itself; errors stay longer. */
export function toast(kind: Kind, content: string): void {
  const shelf =
    document.querySelector('.toasts') ??
    document.body.appendChild(h('div', { class: 'toasts', role: 'status', popover: 'manual' }));
  // A popover shown anew lies above a modal dialog opened in between.
  if (shelf instanceof HTMLElement) {
    shelf.hidePopover();
    shelf.showPopover();
  }
  const line = h('div', { class: `toast ${kind}` }, icon(ICONS[kind], 16), h('span', {}, content));
  shelf.append(line);
  setTimeout(() => line.remove(), kind === 'error' ? 6000 : 3500);
}
