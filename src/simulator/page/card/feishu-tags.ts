import type { StateInline } from 'markdown-it';

/** Tags around Markdown: what is inside is Markdown again. */
const AROUND = new Set(['font', 'a', 'link', 'text_tag', 'number_tag']);
/** Tags that stand for something: what is inside does not matter. */
const ALONE = new Set(['at', 'person', 'local_datetime', 'audio']);
const EMPTY = new Set(['br', 'hr']);

const OPENING = /<([a-z_]+)((?:\s+[a-z_]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s'">]+))*)\s*(\/?)>/iy;

/**
 * The tags that Feishu's Markdown adds, as an inline rule of markdown-it: tokens `feishu_open`/`feishu_close` around
 * Markdown, `feishu` for the rest, each with `{name, attributes}` as meta. Every other `<…>` stays text.
 */
export function feishuTags(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  if (state.src.startsWith('</font>', state.pos)) {
    // A colour that began in another paragraph.
    state.pos += '</font>'.length;
    return true;
  }
  OPENING.lastIndex = state.pos;
  const match = OPENING.exec(state.src);
  const name = match?.[1]?.toLowerCase() ?? '';
  if (!match || !(AROUND.has(name) || ALONE.has(name) || EMPTY.has(name) || name === 'raw')) {
    return false;
  }
  const start = state.pos + match[0].length;
  const end = EMPTY.has(name) || match[3] ? start : closing(state.src, name, start, state.posMax);
  const after =
    end === start && !state.src.startsWith(`</${name}>`, end)
      ? start
      : Math.min(state.posMax, end + `</${name}>`.length);
  if (start > state.posMax) return false;
  if (!silent) push(state, name, attributesOf(match[2] ?? ''), start, end);
  state.pos = after;
  return true;
}

function push(
  state: StateInline,
  name: string,
  attributes: Record<string, string>,
  start: number,
  end: number,
): void {
  if (name === 'br') {
    state.push('hardbreak', 'br', 0);
    return;
  }
  if (name === 'raw') {
    state.push('text', '', 0).content = state.src.slice(start, end);
    return;
  }
  if (!AROUND.has(name)) {
    state.push('feishu', '', 0).meta = { name, attributes };
    return;
  }
  state.push('feishu_open', '', 1).meta = { name, attributes };
  const max = state.posMax;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = max;
  state.push('feishu_close', '', -1).meta = { name, attributes };
}

/** Where the matching end tag begins, nested ones counted; the end of the text when there is none. */
function closing(src: string, name: string, from: number, max: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(src); match && match.index < max; match = tags.exec(src)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return match.index;
  }
  // Without its end `<at id=…>` stands for itself only, and a colour reaches to the end of the paragraph.
  return ALONE.has(name) ? from : max;
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of source.matchAll(/([a-z_]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/gi)) {
    const name = match[1]?.toLowerCase();
    if (name) attributes[name] = match[2] ?? match[3] ?? match[4] ?? '';
  }
  return attributes;
}
