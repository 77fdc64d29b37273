import type { World } from '../pocket-api.ts';
import { h } from './dom.ts';

const COLOURS = [
  '#3370ff',
  '#10a893',
  '#ed6d0c',
  '#7b67ee',
  '#d9577e',
  '#1295ca',
  '#5c6d08',
  '#b0632d',
];

/** A person's initials on their own colour: the last two characters of a Chinese name, as in Feishu. */
export function avatar(openId: string, name: string, size = 36): HTMLElement {
  const initials = /[\u4e00-\u9fff]/.test(name) ? name.slice(-2) : name.slice(0, 2);
  let hash = 0x811c9dc5;
  for (const char of openId + name) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return h(
    'span',
    {
      class: 'avatar',
      'aria-hidden': 'true',
      style: {
        '--face': `${size}px`,
        background: COLOURS[(hash >>> 16) % COLOURS.length] ?? '#3370ff',
      },
    },
    initials,
  );
}

/** The bot's own face. */
export function botAvatar(name: string, size = 36): HTMLElement {
  const face = avatar('bot', name, size);
  face.classList.add('bot');
  face.style.removeProperty('background');
  return face;
}

/** A group's face: the first two characters on a square. */
export function groupAvatar(name: string, size = 36): HTMLElement {
  const face = avatar('group', name, size);
  face.textContent = [...name].slice(0, 2).join('');
  face.classList.add('group');
  return face;
}

/** The face of a person or the bot, by open_id. */
export function faceOf(world: World, openId: string, name: string, size = 36): HTMLElement {
  return openId === world.bot.openId ? botAvatar(name, size) : avatar(openId, name, size);
}
