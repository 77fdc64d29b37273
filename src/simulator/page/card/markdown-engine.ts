import type MarkdownIt from 'markdown-it';
import type { StateInline, Token } from 'markdown-it';
import { feishuTags } from './feishu-tags.ts';

declare global {
  var markdownit: typeof MarkdownIt;
}

/** `:KEY:` of Feishu's emoji, the ones a bot of an office may use. */
const EMOJI: Record<string, string> = {
  OK: '👌',
  DONE: '✅',
  CheckMark: '✅',
  THUMBSUP: '👍',
  SMILE: '🙂',
  Pin: '📌',
  Alarm: '⏰',
  StatusFlashOfInspiration: '💡',
};

let engine: ReturnType<typeof MarkdownIt> | undefined;

function markdown(): ReturnType<typeof MarkdownIt> {
  if (engine) return engine;
  const made = globalThis.markdownit({ html: false, breaks: true, linkify: true });
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  made.inline.ruler.before('autolink', 'feishu_tags', feishuTags);
  made.inline.ruler.push('feishu_emoji', emoji);
  engine = made;
  return made;
}

function emoji(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== ':') return false;
  const match = /^:([A-Za-z0-9_]{2,40}):/.exec(state.src.slice(state.pos, state.posMax));
  const sign = EMOJI[match?.[1] ?? ''];
  if (!match || !sign) return false;
  if (!silent) state.push('text', '', 0).content = sign;
  state.pos += match[0].length;
  return true;
}

/** The tokens of a `markdown` component. */
export function blockTokens(content: string): Token[] {
  return markdown().parse(content, {});
}

/** The tokens of a `lark_md` text: no headings, lists or tables. */
export function inlineTokens(content: string): Token[] {
  return markdown().parseInline(content, {});
}
