import { h } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import { colour } from './colour.ts';
import type { CardContext } from './context.ts';
import { json, text } from './json.ts';

/** Feishu's icon library has thousands; these words in a token pick one of the page's own outlines. */
const WORDS: [RegExp, IconName][] = [
  [/^down/, 'down'],
  [/^up-|^up_/, 'up'],
  [/^right|^arrow-right/, 'right'],
  [/^left/, 'left'],
  [/chat|comment|reply/, 'chat'],
  [/todo|task|approval/, 'todo'],
  [/done|yes|check|succeed|success/, 'check'],
  [/warning|alarm|maybe|error/, 'warning'],
  [/bell|notice|alert/, 'bell'],
  [/calendar|date/, 'calendar'],
  [/time|clock|history/, 'clock'],
  [/member|person|user|contact/, 'person'],
  [/link/, 'link'],
  [/file|doc|sheet|book|template/, 'file'],
  [/search|find/, 'search'],
  [/download|export/, 'download'],
  [/setting/, 'settings'],
  [/undo|refresh/, 'undo'],
  [/info|help|tips/, 'info'],
  [/more/, 'more'],
  [/close|cancel/, 'close'],
  [/send/, 'send'],
];

/** A `standard_icon` by its token; like the platform, an unknown token draws nothing. */
export function standardIcon(token: string, tint: unknown, size: number): HTMLElement | undefined {
  const name = WORDS.find(([pattern]) => pattern.test(token))?.[1];
  if (!name) return undefined;
  const fallback = token.endsWith('_colorful') ? colour('blue-500') : undefined;
  return h(
    'span',
    { class: 'card-icon', style: { color: colour(tint) ?? fallback ?? 'inherit' } },
    icon(name, size),
  );
}

/** The `icon` property of a component: a standard icon or an uploaded picture. */
export function iconOf(value: unknown, context: CardContext, size = 16): HTMLElement | undefined {
  const sign = json(value);
  const pixels = Number.parseInt(text(sign.size), 10) || size;
  if (text(sign.img_key)) {
    const src = context.fileUrl(text(sign.img_key));
    return h('img', { class: 'card-icon', src, alt: '', width: pixels, height: pixels });
  }
  return text(sign.token) ? standardIcon(text(sign.token), sign.color, pixels) : undefined;
}
