import type { DocumentContent, TableBlock } from '../documents/document.ts';
import { finishTasks } from './finish.ts';
import type { ParsedPlan, Source } from './plan.ts';
import type { RawTask } from './raw-task.ts';
import { type DumpLine, findDump } from './read-dump.ts';
import { type ProseLine, readProse } from './read-prose.ts';
import { type Carried, type Grid, readTable } from './read-table.ts';
import { type NotAPlan, PLAN_DOUBTS, placeText, YEAR_FROM } from './reading-wording.ts';
import { readForm, turnSideways } from './side-headers.ts';
import { findTitle, yearsIn } from './title.ts';

export type ReadPlanResult =
  | { kind: 'plan'; plan: ParsedPlan }
  | { kind: 'not-a-plan'; reason: NotAPlan };

/** What one way of reading found in a document. */
type Found = {
  tasks: RawTask[];
  title: string;
  notes: { where: string; message: string }[];
  noUnitColumn: boolean;
};

/** Reads a work plan from a document's content. `fileName` names the plan where the document does not. */
export function readPlan(content: DocumentContent, fileName: string): ReadPlanResult {
  const tables = fromTables(content);
  const drawn = tables.tasks.length > 0 ? tables : fromDumps(content);
  const found = drawn.tasks.length > 0 ? drawn : fromProse(content);
  if (found.tasks.length === 0)
    return { kind: 'not-a-plan', reason: tables.noUnitColumn ? 'no-unit-column' : 'no-tasks' };
  const problems = [...content.problems, ...found.notes];
  const text = content.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : [])).join('\n');
  const title = found.title || fileName.replace(/^.*[\\/]|\.[^.]+$/g, '');
  const named = yearsIn(title);
  const guessed = named.length > 0 ? undefined : guessYear(content, fileName);
  const year = named[0] ?? guessed?.year ?? null;
  if (guessed)
    problems.push({ where: '标题', message: PLAN_DOUBTS.yearFrom(guessed.year, guessed.from) });
  else if (year === null) problems.push({ where: '标题', message: PLAN_DOUBTS.noYear });
  const finished = finishTasks(found.tasks, {
    year,
    lastYear: named.at(-1) ?? year,
    firstLeads: FIRST_LEADS.test(text),
  });
  return {
    kind: 'plan',
    plan: { title, year, tasks: finished.tasks, problems: [...problems, ...finished.problems] },
  };
}

/** The year of a plan whose title names none: its number, its first lines, its sheet, its file's name, its text. */
function guessYear(
  content: DocumentContent,
  fileName: string,
): { year: number; from: string } | undefined {
  const texts = content.blocks.flatMap((b) =>
    b.kind === 'paragraph'
      ? [b.text]
      : b.rows.map((row) =>
          row
            .filter((c) => !c.merged)
            .map((c) => c.text)
            .join(' '),
        ),
  );
  const number = texts
    .slice(0, 30)
    .flatMap((t) => /[〔[（(](20\d\d)[〕\]）)]\s*第?\d+号/u.exec(t)?.[1] ?? [])[0];
  if (number !== undefined) return { year: Number(number), from: YEAR_FROM.number };
  const sheets = content.blocks.flatMap((b) => b.place.sheet ?? []);
  const places: [string, string][] = [
    [texts.slice(0, 6).join('\n'), YEAR_FROM.head],
    [sheets.join('\n'), YEAR_FROM.sheet],
    [fileName, YEAR_FROM.file],
    // In running text only years with a month: 2023年度奖补 in a plan of 2024 says nothing.
    [texts.join('\n').replace(/20\d\d年(?!\s*\d{1,2}\s*月)/gu, ''), YEAR_FROM.text],
  ];
  for (const [text, from] of places) {
    const [year] = yearsIn(text);
    if (year !== undefined) return { year, from };
  }
  return undefined;
}

const FIRST_LEADS =
  /(?:第一(?:个|家|位)?|首(?:位|个|家)|排(?:名|列)?(?:在)?(?:第一|首位|最前))[^。；\n]{0,16}牵头/u;

function fromTables(content: DocumentContent): Found {
  const carried: Carried = {};
  const found: Found = { tasks: [], title: '', notes: [], noUnitColumn: false };
  const forms: ProseLine[] = [];
  let before: string[] = [];
  for (const block of content.blocks) {
    if (block.kind === 'paragraph') {
      before.push(block.text);
      continue;
    }
    const grid = gridOf(block, content);
    let result = readTable(grid, carried);
    if (result.found !== 'tasks') {
      const form = readForm(grid);
      const turned = form ? undefined : turnSideways(grid);
      if (form) forms.push(...form);
      const again = turned ? readTable(turned, {}) : undefined;
      if (again && again.tasks.length > 0) result = { ...again, above: result.above };
    }
    found.noUnitColumn ||= result.found === 'no-unit-column';
    if (result.tasks.length === 0) {
      before.push(...result.above);
      continue;
    }
    if (found.title === '') found.title = findTitle([...before.slice(-8), ...result.above], 'last');
    found.tasks.push(...result.tasks);
    for (const note of result.notes)
      found.notes.push({ where: placeText(block.place), message: PLAN_DOUBTS.note(note) });
    before = [];
  }
  if (forms.length > 0) {
    found.tasks.push(...readProse(forms));
    found.title ||= findTitle(before, 'first');
  }
  return found;
}

function fromDumps(content: DocumentContent): Found {
  const found: Found = { tasks: [], title: '', notes: [], noUnitColumn: false };
  let lines = dumpLines(content);
  const carried: Carried = {};
  for (let dump = findDump(lines); dump; dump = findDump(lines)) {
    const result = readTable(dump.grid, carried);
    if (result.tasks.length > 0 && found.title === '')
      found.title = findTitle(
        lines.slice(Math.max(0, dump.from - 8), dump.from).map((l) => l.text),
        'last',
      );
    found.tasks.push(...result.tasks);
    lines = lines.slice(Math.max(dump.to, dump.from + 1));
  }
  return found;
}

function fromProse(content: DocumentContent): Found {
  const lines = content.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.text.split('\n').map((text) => ({
          text,
          source: block.place,
          ...(block.heading === undefined ? {} : { heading: block.heading }),
        }))
      : [],
  );
  const tasks = readProse(lines);
  return {
    tasks,
    title: findTitle(
      lines.slice(0, 12).map((l) => l.text),
      'first',
    ),
    notes: [],
    noUnitColumn: false,
  };
}

function dumpLines(content: DocumentContent): DumpLine[] {
  let last = 0;
  return content.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const line = block.place.paragraph ?? last + 1;
    const gap = content.format === 'txt' && line > last + 1;
    last = line;
    return [{ text: block.text, gap, source: block.place }];
  });
}

function gridOf(block: TableBlock, content: DocumentContent): Grid {
  return {
    rows: block.rows,
    keepsMerges: ['docx', 'xlsx', 'xls', 'pdf'].includes(content.format),
    source: (row): Source => ({ ...block.place, row: row + 1 }),
    ...(block.place.page === undefined ? {} : { page: block.place.page }),
  };
}
