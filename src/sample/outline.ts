import type { PaperBlock } from '../papers/paper.ts';

const LEVELS = [
  { level: 1, opening: /^[一二三四五六七八九十]+、/ },
  { level: 2, opening: /^（[一二三四五六七八九十]+）/ },
] as const;

/** A document's body written line by line: `一、` and `（一）` open sections, all else is a paragraph. */
export function outline(text: string): PaperBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): PaperBlock => {
      const found = LEVELS.find((l) => l.opening.test(line));
      // With a full stop the line is itself what the number counts, not a title over it.
      if (!found || /[。；：]/.test(line)) return { kind: 'paragraph', text: line };
      return { kind: 'heading', level: found.level, text: line };
    });
}
