import type { Block, DocumentContent } from '../documents/document.ts';
import { dropReadings, simplify } from '../text/fold.ts';

/** Share of characters that differ in Simplified, above which a document is in Traditional characters. */
const SHARE = 0.03;

/** A document in Traditional characters in Simplified ones, readings printed among them left out; others as they are. */
export function toSimplified(content: DocumentContent): DocumentContent {
  const sample = content.blocks.slice(0, 60).map(textOf).join('');
  const simplified = simplify(sample);
  let differ = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] !== simplified[i]) differ++;
  if (differ < sample.length * SHARE) return content;
  const plain = (text: string) => simplify(dropReadings(text));
  return {
    ...content,
    blocks: content.blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: plain(block.text) }
        : {
            ...block,
            rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: plain(cell.text) }))),
          },
    ),
  };
}

function textOf(block: Block): string {
  return block.kind === 'paragraph'
    ? block.text
    : block.rows
        .slice(0, 20)
        .flatMap((row) => row.map((cell) => cell.text))
        .join('');
}
