import { avatar } from '../avatar.ts';
import { h, safeUrl } from '../dom.ts';
import { dayText, patternTime } from '../when.ts';
import { words } from '../wording.ts';
import { colour, tagColours } from './colour.ts';
import type { CardContext } from './context.ts';
import { standardIcon } from './icon.ts';
import { json, text } from './json.ts';

type Props = Parameters<typeof h>[1];

/** A link out of the card; an address that is none becomes plain text. */
export function link(url: string, props: Props): HTMLElement {
  const href = safeUrl(url);
  if (!href) return h('span', props);
  return h('a', { ...props, href, target: '_blank', rel: 'noopener noreferrer' });
}

/** The element around Markdown for `<font>`, `<a>`, `<link>`, `<text_tag>`, `<number_tag>`. */
export function feishuAround(meta: object, context: CardContext): HTMLElement {
  const { name, attributes } = parts(meta);
  const url = attributes.pc_url || attributes.url || attributes.href || '';
  switch (name) {
    case 'font':
      return h('span', { style: { color: colour(attributes.color, context.style) ?? '' } });
    case 'text_tag':
      return h('span', { class: 'text-tag', style: tagColours(attributes.color) });
    case 'number_tag': {
      const style = {
        background: colour(attributes.background_color) ?? '#8f959e',
        color: colour(attributes.font_color) ?? '#ffffff',
      };
      return link(attributes.url ?? '', { class: 'number-tag', style });
    }
    case 'link': {
      const around = link(url, { class: 'link-tag' });
      const sign = attributes.icon ? standardIcon(attributes.icon, undefined, 16) : undefined;
      if (sign) around.append(sign);
      return around;
    }
    default:
      return link(url, {});
  }
}

/** What `<at>`, `<person>`, `<local_datetime>` and an inline `<hr>` stand for. */
export function feishuNode(meta: object, context: CardContext): Node {
  const { name, attributes } = parts(meta);
  switch (name) {
    case 'hr':
      return h('span', { class: 'inline-hr', role: 'separator' });
    case 'at':
      return mention(attributes, context);
    case 'person':
      return personNode(attributes.id ?? '', context, {
        showAvatar: attributes.show_avatar !== 'false',
        showName: attributes.show_name !== 'false',
        capsule: attributes.style === 'capsule',
      });
    case 'local_datetime':
      return document.createTextNode(localTime(attributes, context.timeZone));
    default:
      return document.createTextNode('');
  }
}

/** A person shown without being notified. */
export function personNode(
  openId: string,
  context: CardContext,
  look: { showAvatar: boolean; showName: boolean; capsule: boolean; size?: number },
): HTMLElement {
  const name = context.nameOf(openId) ?? words.message.someone;
  return h(
    'span',
    { class: `person${look.capsule ? ' capsule' : ''}`, title: name },
    look.showAvatar && avatar(openId, name, look.size ?? 20),
    look.showName && h('span', {}, name),
  );
}

function mention(attributes: Record<string, string>, context: CardContext): Node {
  const ids = (attributes.ids ?? attributes.id ?? '').split(',').filter(Boolean);
  const names = ids.map((id) =>
    id === 'all' ? words.message.all : (context.nameOf(id) ?? words.message.someone),
  );
  const shown = names.length > 0 ? names : [attributes.email ?? words.message.someone];
  return h('span', { class: 'mention' }, shown.map((n) => `@${n}`).join(' '));
}

function localTime(attributes: Record<string, string>, zone: string): string {
  const at = new Date(Number(attributes.millisecond));
  if (Number.isNaN(at.getTime())) return '';
  const week = dayText(at, zone).split(' ')[1] ?? '';
  switch (attributes.format_type) {
    case 'date_num':
      return patternTime(at, 'YYYY-MM-DD', zone);
    case 'date_short':
      return words.time.monthDay(patternTime(at, 'M', zone), patternTime(at, 'D', zone));
    case 'week':
      return week;
    case 'week_short':
      return words.time.shortWeek(week);
    case 'time':
      return patternTime(at, 'HH:mm', zone);
    case 'time_sec':
      return patternTime(at, 'HH:mm:ss', zone);
    case 'timezone':
      return zone;
    default:
      return dayText(at, zone).split(' ')[0] ?? '';
  }
}

function parts(meta: object): { name: string; attributes: Record<string, string> } {
  const { name, attributes } = json(meta);
  const strings = Object.entries(json(attributes)).map(([k, v]) => [k, text(v)] as const);
  return { name: text(name), attributes: Object.fromEntries(strings) };
}
