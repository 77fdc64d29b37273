import type { DocumentContent, TableBlock } from '../documents/document.ts';
import type { DumpLine } from './dump-lines.ts';
import type { ParsedPlan, Source } from './plan.ts';
import type { Carried, Grid } from './plan-grid.ts';
import type { RawTask } from './raw-task.ts';
import { type ProseLine, readProse } from './read-prose.ts';
import { findStacked } from './read-stacked.ts';
import { findTabbed } from './read-tabbed.ts';
import { readTable } from './read-table.ts';
import { PLAN_DOUBTS, placeText } from './reading-wording.ts';
import { readForm, turnSideways } from './side-headers.ts';
import { findTitle, innerTitle } from './title.ts';
import { nameMarkedUnits } from './unit-columns.ts';
import { leadsOfNote, unitsOver } from './unit-headings.ts';

/** What one way of reading found in a document. */
export type Found = {
  tasks: RawTask[];
  title: string;
  notes: ParsedPlan['problems'];
  noUnitColumn: boolean;
};

/** Lines above a table among which its title may stand. */
const ABOVE = 8;
/** Lines of a document among which its title may stand. */
const HEAD = 40;

/**
 * The tasks of a document, by the way of reading that finds most of them: drawn tables and forms, tables flattened into
 * lines, running text. What another way found besides is listed, not mixed in: mostly it is the same work said twice.
 */
export function findTasks(content: DocumentContent): Found {
  const tables = fromTables(content);
  const lines = tables.tasks.length > 0 ? tables : fromDumps(content);
  const dumped = lines !== tables && lines.tasks.length > 0;
  const prose = dumped ? undefined : fromProse(content);
  const named = prose?.tasks.filter((t) => t.units.length > 0).length ?? 0;
  const best = prose && named > lines.tasks.length ? prose : lines;
  const others = best === prose ? lines.tasks.length : named;
  if (others > 0) best.notes.push({ where: placeText({}), message: PLAN_DOUBTS.otherForm(others) });
  return { ...best, noUnitColumn: tables.noUnitColumn };
}

function nothing(): Found {
  return { tasks: [], title: '', notes: [], noUnitColumn: false };
}

function fromTables(content: DocumentContent): Found {
  const carried: Carried = {};
  const found = nothing();
  const forms: ProseLine[] = [];
  let before: string[] = [];
  const paragraphs = content.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));
  const unread: Found['notes'] = [];
  let lent = false;
  for (const block of content.blocks) {
    if (block.kind === 'paragraph') {
      before.push(block.text);
      continue;
    }
    const { grid, unread: signs } = nameMarkedUnits(gridOf(block, content), paragraphs);
    const over = unitsOver(before.at(-1) ?? '');
    carried.leads = leadsOfNote(before.at(-1) ?? '');
    if (over !== undefined || lent) carried.lends = over;
    lent = over !== undefined;
    let result = readTable(grid, carried);
    if (result.found !== 'tasks') {
      const form = readForm(grid);
      const turned = form ? undefined : turnSideways(grid);
      if (form) forms.push(...form);
      const again = turned ? readTable(turned, {}) : undefined;
      if (again && again.tasks.length > 0) result = { ...again, above: result.above };
      else if (!form) unread.push(...unreadTable(block));
    }
    found.noUnitColumn ||= result.found === 'no-unit-column';
    if (result.tasks.length === 0) {
      before.push(...result.above);
      continue;
    }
    if (found.title === '')
      found.title = findTitle([...before.slice(-ABOVE), ...result.above], 'last');
    found.tasks.push(...result.tasks);
    for (const note of result.notes)
      found.notes.push({ where: placeText(block.place), message: PLAN_DOUBTS.note(note) });
    if (signs.length > 0)
      found.notes.push({ where: placeText(block.place), message: PLAN_DOUBTS.signs(signs) });
    before = [];
  }
  if (forms.length > 0) {
    found.tasks.push(...readProse(forms).tasks);
    found.title ||= findTitle(before, 'first');
  }
  if (found.tasks.length > 0) found.notes.push(...unread);
  return found;
}

/** A sheet or table beside those with tasks in which none was found, by its first words. */
function unreadTable({ rows, place }: TableBlock): Found['notes'] {
  const [first] = rows.flatMap((row) =>
    row.map((cell) => cell.text.trim()).filter((t) => t !== ''),
  );
  return first === undefined
    ? []
    : [{ where: placeText(place), message: PLAN_DOUBTS.noTasks(first.replace(/\s+/gu, ' ')) }];
}

function gridOf(block: TableBlock, content: DocumentContent): Grid {
  return {
    rows: block.rows,
    keepsMerges: ['docx', 'xlsx', 'xls', 'pdf'].includes(content.format),
    source: (row): Source => ({ ...block.place, row: row + 1 }),
    ...(block.place.page === undefined ? {} : { page: block.place.page }),
  };
}

function fromDumps(content: DocumentContent): Found {
  const found = nothing();
  let lines = dumpLines(content);
  const carried: Carried = {};
  const find = () => findTabbed(lines) ?? findStacked(lines);
  for (let dump = find(); dump; dump = find()) {
    const over = lines[dump.from - 1]?.text ?? '';
    carried.lends = unitsOver(over);
    carried.leads = leadsOfNote(over);
    const result = readTable(dump.grid, carried);
    if (result.tasks.length > 0 && found.title === '') {
      const above = lines.slice(Math.max(0, dump.from - ABOVE), dump.from);
      found.title = findTitle(
        above.map((l) => l.text),
        'last',
      );
    }
    found.tasks.push(...result.tasks);
    for (const note of result.notes)
      found.notes.push({ where: placeText({}), message: PLAN_DOUBTS.note(note) });
    lines = lines.slice(Math.max(dump.to, dump.from + 1));
  }
  return found;
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
  const head = lines.slice(0, HEAD).map((l) => l.text);
  const { tasks, passedOver } = readProse(lines);
  return {
    ...nothing(),
    tasks,
    notes: passedOver.map(({ text, source }) => ({
      where: placeText(source),
      message: PLAN_DOUBTS.passedOver(text),
    })),
    title: innerTitle(head) ?? findTitle(head.slice(0, 12), 'first'),
  };
}
