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
  const lines = linesAboveTitle(content);
  const pieces = lines.flatMap((line) => [
    ...line.split(/[\s\u3000]{2,}|\t/),
    ...line.split(/[\s\u3000]+/),
    // 机　密 with a blank between its characters, alone on its line.
    line,
  ]);
  const secret = pieces
    .map((piece) => piece.normalize('NFKC').replace(/\s|^[#>_*`]+|[_*`]+$/g, ''))
    .find((piece) => SECRET.test(piece));
  // A document that is both is secret.
  if (secret !== undefined) return { secret };
  const internal = lines.some((line) => line.split(/\s+/).some(isInternal));
  return internal ? { internal } : undefined;
}

const SECRET =
  /^(?:密级[:：]?)?[【[(（]?(?:绝密|机密|秘密)级?[】\])）]?(?:[★☆*].*|[(（]?(?:[\d一二三四五六七八九十]+[年月个]+|长期)[)）]?)?$/;

/** Whether typed words begin as a marked document does: 秘密★一年 关于…, 【机密】关于…; 秘密 alone is any word. */
export const opensMarked = (text: string): boolean =>
  /^(?:密级\s*[:：]?\s*)(?:绝密|机密|秘密)|^[【[(（]\s*(?:绝密|机密|秘密)\s*[】\])）]|^(?:绝密|机密|秘密)\s*[★☆*]/u.test(
    text.trim(),
  );

/** A piece of a line that holds marks alone, 内部 among them. */
const isInternal = (piece: string): boolean =>
  isMarkLine(piece) && partsOf(piece).some((part) => INTERNAL.test(part));

/** Whether a line above a title bears nothing but marks: 000001, 内部资料 注意保存, 特急. */
export const isMarkLine = (line: string): boolean =>
  partsOf(line).every((part) => part === '' || MARKS.some((mark) => mark.test(part)));

/** A line of marks in its parts, without the signs that only dress it: **内部资料**　注意保存. */
const partsOf = (line: string): string[] =>
  line
    .normalize('NFKC')
    .split(/[\s,;、/·|★☆]+/u)
    .map((part) => part.replace(/^[*_#>`【[(（「<《]+|[*_`】\])）」>》]+$/g, ''));

const INTERNAL =
  /^(?:密级:?)?(?:(?:仅供|限)?内部(?:资料|文件|材料|使用|参考|掌握|传阅)?|注意保存|妥善保管|(?:不得|请勿)外传|不予公开)$/;

/** GB/T 9704: the number of the copy, and how urgent it is. */
const MARKS = [INTERNAL, /^(?:份号:?)?(?:№|No\.?)?\d{3,7}$/i, /^(?:特急|加急|平急|急件|特提)$/];

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
