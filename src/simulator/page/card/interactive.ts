import { press } from './behaviour.ts';
import { colour } from './colour.ts';
import { takesClick } from './columns.ts';
import type { Draw } from './context.ts';
import { json, text } from './json.ts';
import { layOut } from './space.ts';

/** `interactive_container`: an area that is pressed as a whole; what can be pressed inside it goes first. */
export const drawInteractive: Draw = (element, context) => {
  const root = layOut(element, context, 'c-interactive block');
  root.title = text(json(element.hover_tips).content);
  const isOff = element.disabled === true;
  root.classList.toggle('clickable', !isOff);
  root.classList.toggle('off', isOff);
  const width = text(element.width);
  if (/^\d+px$/.test(width)) root.style.width = width;
  else if (width === 'auto') root.classList.remove('block');
  if (/^\d+px$/.test(text(element.height))) root.style.height = text(element.height);
  const radius = text(element.corner_radius);
  if (/^\d+px$/.test(radius)) root.style.borderRadius = radius;
  if (element.has_border === true) {
    const line = text(element.border_color) || 'grey';
    const tint = colour(line === 'grey' ? 'grey-300' : line, context.style);
    root.style.border = `1px solid ${tint ?? '#dee0e3'}`;
  }
  if (text(element.background_style) === 'laser') root.classList.add('laser');

  const go = () => {
    if (!isOff) return void press(element, root, context);
    const why = text(json(element.disabled_tips).content);
    if (why) context.notify('info', why);
  };
  root.addEventListener('click', (event) => {
    if (!takesClick(event.target, root)) go();
  });
  root.tabIndex = 0;
  root.setAttribute('role', 'button');
  root.addEventListener('keydown', (event) => {
    if (event.target === root && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      go();
    }
  });
  return root;
};
