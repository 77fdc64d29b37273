import { h } from '../dom.ts';
import { words } from '../wording.ts';
import type { CardContext, Draw } from './context.ts';
import { json, text } from './json.ts';

const SIZES: Record<string, string> = {
  large: '160px',
  medium: '100px',
  small: '60px',
  tiny: '16px',
};

/** A picture by its key; a click shows it whole. */
export function picture(key: string, alt: string, context: CardContext): HTMLImageElement {
  const url = context.fileUrl(key);
  const image = h('img', {
    class: 'card-picture',
    src: url,
    alt: alt || words.message.image,
    on: {
      click: () => context.openPicture(url, alt),
      error: () => {
        image.replaceWith(h('span', { class: 'picture-gone' }, `${words.card.noPicture} ${alt}`));
      },
    },
  });
  return image;
}

/** `img`. */
export const drawImg: Draw = (element, context) => {
  const alt = text(json(element.alt).content);
  const image = picture(text(element.img_key), alt, context);
  const title = text(json(element.title).content);
  image.style.borderRadius = /^\d+px$/.test(text(element.corner_radius))
    ? text(element.corner_radius)
    : '';
  const size = text(element.size);
  const exact = /^(\d+)px (\d+)px$/.exec(size);
  if (exact) {
    image.style.width = `${exact[1]}px`;
    image.style.height = `${exact[2]}px`;
  } else if (SIZES[size]) {
    image.style.width = SIZES[size] ?? '';
    image.style.height = SIZES[size] ?? '';
  }
  if (text(element.scale_type) === 'fit_horizontal') image.style.height = 'auto';
  if (text(element.scale_type) === 'crop_top') image.style.objectPosition = 'top';
  return h('figure', { class: 'c-img block' }, title && h('figcaption', {}, title), image);
};
