import type { DocumentContent } from './document.ts';

/** Lines that can stand above a title: copy number, marking, urgency, issuing body. More is text. */
const LINES_ABOVE_TITLE = 8;

/**
 * The secret marking of a document, or 内部, in the marking position only: the lines above the title (GB/T 9704). The
 * same words in running text (商业秘密, 国家秘密) mean nothing.
 */
export function findMarking(
  content: DocumentContent,
): { secret: string } | { internal: true } | undefined {
  for (const line of linesAboveTitle(content)) {
    for (const part of line
      .split(/[\s\u3000]{2,}|\t/)
      .flatMap((p) => [p, ...p.split(/[\s\u3000]+/)])) {
      const text = part.normalize('NFKC').replace(/\s/g, '');
      const secret =
        /^(?:密级[:：]?)?[【[(（]?(绝密|机密|秘密)[】\])）]?(?:[★☆*].*|\d+年|长期)?$/.exec(text);
      if (secret?.[1]) return { secret: text };
      if (
        /^(?:密级[:：]?)?[【[(（]?内部(?:资料|文件|材料|使用)?[】\])）]?(?:[,，;；★]?(?:注意保存|妥善保管|不得外传|请勿外传).*)?$/.test(
          text,
        )
      )
        return { internal: true };
    }
  }
  // 机　密 with a blank between its characters, alone on its line.
  const spaced = linesAboveTitle(content).map((l) => l.replace(/[\s\u3000]/g, ''));
  const secret = spaced.find((l) => /^(?:密级[:：]?)?(?:绝密|机密|秘密)(?:[★☆*].*)?$/.test(l));
  return secret === undefined ? undefined : { secret };
}

/** Whether typed words begin as a marked document does: 秘密★一年 关于…, 【机密】关于…; 秘密 alone is any word. */
export const opensMarked = (text: string): boolean =>
  /^(?:密级\s*[:：]?\s*)(?:绝密|机密|秘密)|^[【[(（]\s*(?:绝密|机密|秘密)\s*[】\])）]|^(?:绝密|机密|秘密)\s*[★☆*]/u.test(
    text.trim(),
  );

function linesAboveTitle(content: DocumentContent): string[] {
  const lines: string[] = [];
  for (const block of content.blocks) {
    const found =
      block.kind === 'paragraph'
        ? block.text.split('\n')
        : block.rows.slice(0, 4).flatMap((row) => row.filter((c) => !c.merged).map((c) => c.text));
    for (const line of found) {
      if (line.trim() === '') continue;
      // Running text has begun.
      if (lines.length >= LINES_ABOVE_TITLE || line.trim().length > 60) return lines;
      lines.push(line.trim());
    }
  }
  return lines;
}
