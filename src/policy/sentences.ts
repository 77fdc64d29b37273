const OPENING = '（(《“‘「『〔【';
const CLOSING = '）)》”’」』〕】';

/**
 * Sentences of a text, each with its closing mark. Marks inside brackets, quotation marks and book-title marks close
 * nothing, unless the bracket is never closed.
 */
export function splitSentences(text: string): string[] {
  return text.split('\n').flatMap((line) => splitLine(line));
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if ('。！？!?'.includes(char) && (depth === 0 || neverCloses(line, i))) {
      depth = 0;
      let end = i + 1;
      while (end < line.length && '”’）)'.includes(line.charAt(end))) end++;
      sentences.push(line.slice(start, end).trim());
      start = end;
      i = end - 1;
    }
  }
  sentences.push(line.slice(start).trim());
  return attachBrackets(sentences.filter((s) => s !== ''));
}

const neverCloses = (line: string, at: number) =>
  ![...CLOSING].some((c) => line.indexOf(c, at) >= 0);

/** `……。（牵头单位：县工信局）`: a bracket after the full stop is a sentence of its own. */
function attachBrackets(sentences: string[]): string[] {
  return sentences.flatMap((s) => {
    const bracket = /^(.+[。！？])(（[^（）]+）)$/.exec(s);
    return bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : [s];
  });
}

/** Opens an item of a run-in list: 一是……二是……, 一要……二要……. */
export const RUN_IN =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|要)|[首其再](?:先|次)|第[一二三四五六]，)/;
