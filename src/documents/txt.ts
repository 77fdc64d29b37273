import type { DocumentContent } from './document.ts';
import { decodeText } from './text-code.ts';

/** Reads plain text: one paragraph per line with its leading tab, numbered by line. Blank lines are kept as gaps. */
export function readTxt(bytes: Uint8Array): DocumentContent {
  const blocks = decodeText(bytes)
    .split('\n')
    .flatMap((line, i) =>
      /[^\s\u3000]/.test(line) || line.includes('\t')
        ? [
            {
              kind: 'paragraph' as const,
              text: line.replace(/[ \u3000]+$/, ''),
              place: { paragraph: i + 1 },
            },
          ]
        : [],
    );
  return { format: 'txt', blocks, problems: [] };
}
