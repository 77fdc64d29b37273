import { isPeriod, readDeadline } from './deadline.ts';
import { isContent, isUnits, type Role } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import { splitUnits } from './split-units.ts';
import { goesOn, isWholeName } from './unit-shape.ts';

export type Roles = readonly (Role | undefined)[];

/** What it costs that a row begins in this column. */
export function startCost(roles: Roles, c: number): number {
  let cost = 0;
  for (let k = 0; k < c; k++) {
    const role = roles[k];
    cost += isContent(role) ? (roles.slice(k + 1, c + 1).some(isContent) ? 1.5 : 7) : leftOut(role);
  }
  return cost;
}

/** What it costs that a row has nothing in a column: merged months and numbers are written once for several rows. */
export function leftOut(role: Role | undefined): number {
  if (role === 'period' || role === 'section') return 0.3;
  if (role === 'seq') return 1.2;
  if (isContent(role)) return 4;
  if (role === 'lead' || role === 'responsible') return 2.5;
  if (role === 'coop') return 2;
  if (role === 'deadline') return 1.5;
  return 0.4;
}

/** How badly a text fits under a heading: 0 as one expects, 8 out of the question. */
export function fit(text: string, role: Role | undefined): number {
  // An empty cell: which one is settled by the columns around it.
  if (text === '') return isContent(role) ? 6 : role === 'lead' || role === 'responsible' ? 2 : 0.5;
  if (role === 'seq')
    return /^[(（]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）]?[.、]?$/u.test(text) ? 0 : 8;
  if (role === 'period') return isPeriod(text) || /^\d{1,2}$/.test(text) ? 0 : 7;
  if (role === 'deadline' || role === 'start')
    return text.length <= 25 && readDeadline(text, 2000) ? 0 : text.length <= 16 ? 4 : 7;
  if (isContent(role)) return contentFit(text);
  if (isUnits(role) || role === 'owner') return unitsFit(text);
  if (role === 'leaders')
    return /^(?:[\p{Script=Han}·]{2,4}[、，,\s]*)+$/u.test(text) && !isWholeName(text) ? 0.5 : 4;
  if (role === 'section') return text.length <= 20 && !/[。；]$/u.test(text) ? 1 : 5;
  return text.length <= 30 ? 2 : 3;
}

function contentFit(text: string): number {
  if (/^\d+$/.test(text)) return 8;
  if (readItemNumber(text) || /[。；！]$/u.test(text)) return 0;
  if (isPeriod(text)) return 5;
  if (splitUnits(text).every(isWholeName)) return 3.5;
  return text.length <= 25 && readDeadline(text, 2000) !== undefined
    ? 2.5
    : text.length > 10
      ? 0.5
      : 1.5;
}

function unitsFit(text: string): number {
  if (/^\d+$/.test(text) || readItemNumber(text)?.style === 'arabic') return 8;
  if (/[。！]/u.test(text)) return 7;
  const names = splitUnits(text);
  if (names.length > 0 && names.every(isWholeName)) return 0;
  if (isPeriod(text)) return 6;
  if (text.length <= 25 && readDeadline(text, 2000)) return 5;
  const longest = Math.max(...names.map((n) => n.length), 0);
  return longest <= 12 ? 2 : longest <= 20 ? 3.5 : 6;
}

/** What it costs that a cell has one more line. */
export function anotherLine(first: string, second: string, role: Role | undefined): number {
  if (isUnits(role) || role === 'owner') return endsOpen(first) ? 0 : role === 'lead' ? 1 : 0.8;
  if (isContent(role)) return readItemNumber(second) ? 5 : /[。；]$/u.test(first) ? 3 : 1;
  if (role === 'note' || role === undefined) return 1;
  return role === 'deadline' || role === 'leaders' ? 2 : 6;
}

/** What it costs to leave a column of units after this text: a mark or half a name at its end wants more. */
export function leave(first: string, second: string): number {
  if (endsOpen(first)) return 5;
  if (/[。！？\d]$/u.test(first) || first.length > 60) return 0;
  const [a, b] = [splitUnits(first).at(-1), splitUnits(second)[0]];
  const short = a !== undefined && b !== undefined && a.length <= 12 && b.length <= 15;
  return short && !isWholeName(a) && goesOn(a, b) ? 3 : 0;
}

function endsOpen(text: string): boolean {
  return /[、，,；;]$/u.test(text);
}
