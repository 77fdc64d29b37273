/** Deeper than any payload of the platform (a post inside a message inside an event has 9 levels). */
const MAX_DEPTH = 32;

/**
 * Parses JSON from outside: undefined when it is no JSON or nested deeper than 32 levels. Everything that walks the value
 * afterwards may then recurse without fear for the stack.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) inString = false;
    } else if (c === QUOTE) inString = true;
    else if (c === BRACE_OPEN || c === BRACKET_OPEN) {
      if (++depth > MAX_DEPTH) return true;
    } else if (c === BRACE_CLOSE || c === BRACKET_CLOSE) depth--;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
