import type { DocumentContent } from '../documents/document.ts';
import { YEAR_FROM } from './reading-wording.ts';
import { yearsIn } from './title.ts';

/** Lines that make a document's head. */
const HEAD = 6;

/** The year of a plan whose title names none: by its number, its head, its sheet, its file's name, its text. */
export function guessYear(
  content: DocumentContent,
  fileName: string,
): { year: number; from: string } | undefined {
  const texts = content.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map((row) =>
          row
            .filter((c) => !c.merged)
            .map((c) => c.text)
            .join(' '),
        ),
  );
  const number = texts
    .slice(0, 30)
    .flatMap((t) => /[〔[（(](20\d\d)[〕\])）]\s*第?\d+号/u.exec(t)?.[1] ?? [])[0];
  if (number !== undefined) return { year: Number(number), from: YEAR_FROM.number };
  const sheets = content.blocks.flatMap((b) => b.place.sheet ?? []);
  // In running text only years with a month: 2023年度奖补 in a plan of 2024 says nothing.
  const dated = texts.join('\n').replace(/20\d\d年(?!\s*\d{1,2}\s*月)/gu, '');
  const places: [string, string][] = [
    [texts.slice(0, HEAD).join('\n'), YEAR_FROM.head],
    [sheets.join('\n'), YEAR_FROM.sheet],
    [fileName, YEAR_FROM.file],
    [dated, YEAR_FROM.text],
  ];
  for (const [text, from] of places) {
    const [year] = yearsIn(text);
    if (year !== undefined) return { year, from };
  }
  return undefined;
}
