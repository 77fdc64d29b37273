import type { ChatMessage } from '../pocket-api.ts';
import { h, safeUrl } from './dom.ts';
import { words } from './wording.ts';

type TextContent = Extract<ChatMessage['content'], { type: 'text' }>;

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A text message as nodes: mentions highlighted, links clickable, everything else as it was written. `<at user_id>` counts
 * only in what the bot sent: from people the platform takes it as plain text.
 */
export function textNodes(content: TextContent, fromBot: boolean, myOpenId: string): Node[] {
  const names = new Map<string, { name: string; openId: string }>();
  for (const mention of content.mentions) {
    const name = mention.openId === 'all' ? words.message.all : mention.name;
    names.set(mention.key, { ...mention, name });
    names.set(`@${mention.name}`, { ...mention, name });
  }
  names.set('@_all', { name: words.message.all, openId: 'all' });
  // `@_user_1` begins `@_user_10`: the longest keys are tried first.
  const keys = [...names.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(
    [
      `(?<mention>${keys.join('|')})`,
      ...(fromBot ? ['<at user_id="(?<id>[^"]*)">(?<at>[^<]*)</at>'] : []),
      '\\[(?<label>[^\\]\\n]+)\\]\\((?<target>https?://[^\\s)]+)\\)',
      '(?<url>https?://[\\w\\-./?%&=#:~+,;@!$]+)',
    ].join('|'),
    'g',
  );

  const nodes: Node[] = [];
  let last = 0;
  for (const match of content.text.matchAll(pattern)) {
    const found = match.groups ?? {};
    nodes.push(document.createTextNode(content.text.slice(last, match.index)));
    last = match.index + match[0].length;
    const mention = names.get(found.mention ?? '');
    if (mention) nodes.push(mentionNode(mention.name, mention.openId === myOpenId));
    else if (found.id !== undefined) {
      const name = found.id === 'all' ? words.message.all : (found.at ?? '');
      nodes.push(mentionNode(name, found.id === myOpenId));
    } else nodes.push(linkNode(found.target ?? found.url ?? '', found.label ?? found.url ?? ''));
  }
  nodes.push(document.createTextNode(content.text.slice(last)));
  return nodes;
}

/** The plain line of a text message, for quotes. */
export function plainText(content: TextContent): string {
  const keys = [...content.mentions].sort((a, b) => b.key.length - a.key.length);
  return keys
    .reduce((text, m) => text.replaceAll(m.key, `@${m.name}`), content.text)
    .replaceAll('@_all', `@${words.message.all}`)
    .replace(/<at user_id="[^"]*">([^<]*)<\/at>/g, '@$1');
}

function mentionNode(name: string, isMe: boolean): HTMLElement {
  return h('span', { class: `mention${isMe ? ' me' : ''}` }, `@${name}`);
}

function linkNode(url: string, label: string): Node {
  const href = safeUrl(url);
  if (!href) return document.createTextNode(label);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label);
}
