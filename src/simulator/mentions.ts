import type { Directory } from './directory.ts';
import type { Mention } from './store.ts';
import { line } from './wording.ts';

/**
 * Replaces `@name` of the mentioned people by the platform's keys `@_user_N`, numbered as they stand in the text. A
 * mention whose name the text does not hold is put in front, as if chosen first. `bot` stands for the bot, `all` for
 * everybody.
 */
export function mentionKeys(
  directory: Directory,
  text: string,
  mentioned: string[],
): { text: string; mentions: Mention[] } {
  const wanted = mentioned.map((id) => {
    if (id === 'all') return { openId: 'all', name: line.everybody };
    const openId = id === 'bot' ? directory.bot.openId : id;
    return { openId, name: directory.nameOf(openId) };
  });
  const missing = wanted.filter(({ name }) => !text.includes(`@${name}`));
  let rest = missing.map(({ name }) => `@${name} `).join('') + text;
  // The longer name first where one begins the other.
  const names = [...wanted].sort((a, b) => b.name.length - a.name.length);
  const mentions: Mention[] = [];
  let read = '';
  while (rest !== '') {
    const found = names.find(({ name }) => rest.startsWith(`@${name}`));
    if (found) {
      const people = mentions.filter((m) => m.openId !== 'all').length;
      const known = mentions.find((m) => m.openId === found.openId);
      const key = known?.key ?? (found.openId === 'all' ? '@_all' : `@_user_${people + 1}`);
      if (!known) mentions.push({ key, ...found });
      read += key;
      rest = rest.slice(found.name.length + 1);
    } else {
      const next = rest.indexOf('@', 1);
      read += next < 0 ? rest : rest.slice(0, next);
      rest = next < 0 ? '' : rest.slice(next);
    }
  }
  return { text: read, mentions };
}
