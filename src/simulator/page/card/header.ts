import { h } from '../dom.ts';
import { headerColours, tagColours } from './colour.ts';
import type { CardContext } from './context.ts';
import { iconOf } from './icon.ts';
import { json, list, text } from './json.ts';
import { edges } from './space.ts';
import { drawText } from './text-component.ts';

const MOST_TAGS = 3;

/** The card's header: icon, title, subtitle, tags, in the colours of its template. */
export function drawHeader(value: unknown, context: CardContext): HTMLElement {
  const header = json(value);
  const tags = list(header.text_tag_list).slice(0, MOST_TAGS).map(json);
  const subtitle = text(json(header.subtitle).content);
  const root = h(
    'header',
    { class: 'card-head', style: headerColours(header.template) },
    iconOf(header.icon, context, 20),
    h(
      'div',
      { class: 'card-titles' },
      h(
        'div',
        { class: 'card-title-row' },
        h('h3', {}, drawText(header.title, context)),
        ...tags.map((tag) =>
          h(
            'span',
            {
              class: 'text-tag',
              style: { ...tagColours(tag.color), background: 'rgb(255 255 255 / 75%)' },
            },
            text(json(tag.text).content),
          ),
        ),
      ),
      subtitle !== '' && h('p', { class: 'card-subtitle' }, drawText(header.subtitle, context)),
    ),
  );
  const padding = edges(header.padding);
  if (padding) root.style.padding = padding;
  return root;
}
