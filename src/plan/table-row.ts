import type { Cell } from '../documents/document.ts';
import { tasksOf } from './cell-tasks.ts';
import { type Column, contentColumns, type Header } from './columns.ts';
import { isUnits } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { Carried, Grid } from './plan-grid.ts';
import { optional, type RawTask, type UnitText } from './raw-task.ts';
import { timeApart } from './time-apart.ts';

/** The task cell, its title in a coarser column, and whether the cell is the one of the row above. */
function contentOf(
  row: Cell[],
  header: Header,
): { text: string; title?: string; same: boolean; at?: number } {
  const { content } = contentColumns(header.columns);
  const filled = content.filter((c) => row[c]?.text.trim());
  const [at, coarser] = filled;
  if (at === undefined) return { text: '', same: false };
  const text = row[at]?.text.trim() ?? '';
  const title = coarser === undefined ? undefined : row[coarser]?.text.trim();
  return {
    text,
    at,
    same: row[at]?.merged === true,
    ...(title && title !== text ? { title } : {}),
  };
}

/** Reads one row into `tasks`, or as more of the task before it. Changes `carried`. */
export function addRow(
  row: Cell[],
  r: number,
  header: Header,
  grid: Grid,
  carried: Carried,
  tasks: RawTask[],
  afterPageBreak: boolean,
): void {
  const { columns } = header;
  const { text, title, same, at } = contentOf(row, header);
  const own = (c: number) => (row[c]?.merged ? '' : (row[c]?.text.trim() ?? ''));
  const cellsOf = (test: (column: Column) => boolean) =>
    columns.flatMap((column, c) => (test(column) && row[c]?.text.trim() ? [c] : []));
  const textOf = (test: (column: Column) => boolean) =>
    [...new Set(cellsOf(test).map((c) => row[c]?.text.trim() ?? ''))].join('；') || undefined;

  const previous = carried.last;
  const periodText = textOf((c) => c.role === 'period');
  const seqCell = columns.findIndex((c) => c.role === 'seq');
  const seqText = seqCell < 0 ? '' : own(seqCell);
  const numbered = readItemNumber(text);
  if (
    previous &&
    continuesRow(row, columns, previous, {
      text,
      same,
      at,
      seqText,
      periodText,
      numbered: numbered !== undefined,
      afterPageBreak,
    })
  ) {
    extend(previous, row, columns, same ? undefined : at);
    return;
  }
  if (periodText !== undefined && periodText !== carried.period) carried.period = periodText;

  const hasPeriodColumn = columns.some((c) => c.role === 'period');
  const cell = unitsOf(row, columns, carried);
  // Cells under one number that is written once: the row has what the row above has where its own cell is empty.
  const underSameNumber = seqCell >= 0 && seqText === '' && previous !== undefined;
  const inherits =
    cell.units.length === 0 && previous !== undefined && (underSameNumber || !grid.keepsMerges);
  const seqNumber = seqCell < 0 ? undefined : numberOf(row[seqCell]?.text ?? '');
  const base: Omit<RawTask, 'content'> = {
    ...(title === undefined ? {} : { title }),
    ...((hasPeriodColumn || carried.period !== undefined) && carried.period !== undefined
      ? { period: carried.period }
      : {}),
    ...optional(
      'deadline',
      textOf((c) => c.role === 'deadline') ??
        cell.deadline ??
        (underSameNumber ? previous?.deadline : undefined),
    ),
    ...optional(
      'start',
      textOf((c) => c.role === 'start'),
    ),
    ...optional(
      'leaders',
      textOf((c) => c.role === 'leaders'),
    ),
    ...optional('note', remarks(row, columns, at)),
    ...optional('goal', goalOf(row, columns, at)),
    units: inherits ? (previous?.units ?? []) : cell.units,
    source: grid.source(r),
    doubts: inherits && !underSameNumber ? ['inherited-units'] : [],
  };
  const section = textOf((c) => c.role === 'section');
  if (section !== undefined) carried.category = section;
  const place = [carried.section, carried.category].filter((p) => p !== undefined).join(' / ');
  if (place !== '') base.section = place;

  const number = seqNumber ?? (underSameNumber ? previous?.number : undefined);
  for (const task of tasksOf(row, header, text, base, number)) {
    tasks.push(task);
    carried.last = task;
  }
}

/** Remarks as written; those under another heading than 备注 with that heading. */
function remarks(row: Cell[], columns: Column[], content: number | undefined): string | undefined {
  const said = columns.flatMap(({ role, heading }, c) => {
    const text = row[c]?.text.trim() ?? '';
    if (text === '' || c === content || (role !== 'note' && role !== 'goal')) return [];
    return [/^备\s*注|^说明/u.test(heading) ? text : `${heading.replace(/\s/gu, '')}：${text}`];
  });
  return [...new Set(said)].join('；') || undefined;
}

/** 2026年目标：9%: a figure with its unit of measure, where a column names that. */
function goalOf(row: Cell[], columns: Column[], content: number | undefined): string | undefined {
  const measure = columns.findIndex(
    ({ role, heading }) => role === 'note' && /^(?:计量)?单位$/u.test(heading.replace(/\s/gu, '')),
  );
  const unit = row[measure]?.text.trim() ?? '';
  const goals = columns.flatMap(({ role, heading }, c) => {
    const text = row[c]?.text.trim() ?? '';
    if (text === '' || c === content || (role !== 'goal' && role !== 'note')) return [];
    if (!/目标|指标值/u.test(heading)) return [];
    return [`${heading.replace(/\s/gu, '')}：${text}${/^[\d.]+$/u.test(text) ? unit : ''}`];
  });
  return goals.join('；') || undefined;
}

function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const bare = /^\d+(?:\.0+)?$/.exec(plain) ? Number(plain) : undefined;
  return bare ?? readItemNumber(`${plain}、`)?.n ?? readItemNumber(plain)?.n;
}

/** The units of a row, and a deadline that stands among them. */
function unitsOf(
  row: Cell[],
  columns: Column[],
  { lends, leads }: Carried,
): { units: UnitText[]; deadline?: string } {
  const strong = columns.some((c) => c.role === 'lead' || c.role === 'responsible');
  const times: string[] = [];
  const units = columns.flatMap(({ role, heading }, c): UnitText[] => {
    const text = row[c]?.text.trim() ?? '';
    if (text === '') return [];
    if (isUnits(role)) {
      const { units: names, deadline } = timeApart(text);
      if (deadline !== undefined) times.push(deadline);
      return [{ role, text: names }];
    }
    // 建设单位, 主管部门: units of the work only where no column names who is responsible for it.
    return role === 'owner' && !strong && heading !== '' ? [{ role: 'responsible', text }] : [];
  });
  const has = (...roles: UnitText['role'][]) => units.some((u) => roles.includes(u.role));
  const theirs: UnitText[] = [
    ...(leads === undefined || has('lead') ? [] : [{ role: 'lead' as const, text: leads }]),
    ...(lends === undefined || has('lead', 'responsible')
      ? []
      : [{ role: 'responsible' as const, text: lends }]),
  ];
  return { units: [...theirs, ...units], ...optional('deadline', times[0]) };
}

type RowFacts = {
  text: string;
  same: boolean;
  at: number | undefined;
  seqText: string;
  periodText: string | undefined;
  numbered: boolean;
  afterPageBreak: boolean;
};

/** Whether a row only goes on the one before: its content cell is the same merged cell, or a page broke the row. */
function continuesRow(row: Cell[], columns: Column[], previous: RawTask, facts: RowFacts): boolean {
  const periodCells = columns.some((c, i) => c.role === 'period-column' && row[i]?.text.trim());
  if (facts.same) return true;
  if (facts.seqText !== '') return false;
  if (facts.text === '') return !periodCells;
  if (!facts.afterPageBreak || facts.numbered) return false;
  const unfinished = !/[。！？.!?;；]$/u.test(previous.content.trim());
  return unfinished;
}

function extend(
  previous: RawTask,
  row: Cell[],
  columns: Column[],
  contentAt: number | undefined,
): void {
  if (contentAt !== undefined) previous.content += row[contentAt]?.text.trim() ?? '';
  for (const [c, { role }] of columns.entries()) {
    const cell = row[c];
    const text = cell?.text.trim() ?? '';
    if (!cell || cell.merged || text === '') continue;
    if (isUnits(role)) {
      const known = previous.units.find((u) => u.role === role);
      if (!known) previous.units = [...previous.units, { role, text }];
      else if (known.text !== text)
        previous.units = previous.units.map((u) =>
          u === known ? { role, text: `${u.text}\n${text}` } : u,
        );
    } else if (role === 'deadline' && previous.deadline !== text)
      previous.deadline = previous.deadline === undefined ? text : `${previous.deadline}；${text}`;
    else if (role === 'leaders' && previous.leaders !== text)
      previous.leaders = [previous.leaders, text].filter((t) => t !== undefined).join('；');
  }
}
