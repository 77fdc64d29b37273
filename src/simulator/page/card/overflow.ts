import { h, safeUrl } from '../dom.ts';
import { icon } from '../icons.ts';
import { words } from '../wording.ts';
import { press } from './behaviour.ts';
import type { Draw } from './context.ts';
import { closeByItself } from './drop-list.ts';
import { json, list, text } from './json.ts';

/** `overflow`: three dots that open a few more actions. */
export const drawOverflow: Draw = (element, context) => {
  const root = h(
    'details',
    { class: 'c-overflow' },
    h('summary', { 'aria-label': words.card.more }, icon('more', 18)),
    h(
      'div',
      { class: 'choices', role: 'menu' },
      ...list(element.options)
        .map(json)
        .map((option) =>
          h(
            'button',
            {
              type: 'button',
              role: 'menuitem',
              on: {
                click: () => {
                  root.open = false;
                  const urls = json(option.multi_url);
                  const url = safeUrl(text(urls.pc_url) || text(urls.url));
                  if (url) window.open(url, '_blank', 'noopener');
                  else void press(element, root, context, { option: text(option.value) });
                },
              },
            },
            text(json(option.text).content),
          ),
        ),
    ),
  );
  closeByItself(root, context);
  return root;
};
