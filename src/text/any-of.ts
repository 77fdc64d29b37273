/** One pattern of many alternatives, a few to a line: each line can be read, and changed, by itself. */
export const anyOf = (...parts: (RegExp | string)[]): RegExp =>
  new RegExp(parts.map((p) => (typeof p === 'string' ? p : p.source)).join('|'), 'u');
