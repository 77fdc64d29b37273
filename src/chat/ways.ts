import type { Config } from '../config.ts';
import { button, type Element, link } from '../feishu/card.ts';
import type { OpenClick } from '../summary/cards.ts';
import { words } from '../summary/wording.ts';

/** Back from a unit or a task to the overview of the period. */
export function wayBack(year: number, months: number[]): Element {
  return button({
    text: words.backToSummary,
    value: {
      act: 'open-summary',
      id: '',
      year,
      months: months.join(','),
    } satisfies OpenClick,
  });
}

/** From a task to what its units have besides. */
export function toUnit(
  unit: { id: string; name: string },
  year: number,
  months: number[],
): Element {
  return button({
    text: unit.name,
    value: {
      act: 'open-unit',
      id: unit.id,
      year,
      months: months.join(','),
    } satisfies OpenClick,
  });
}

/** The same on the dashboard, where people can reach it. */
export function onPage(
  config: Pick<Config, 'PUBLIC_URL'>,
  path: string,
  of?: { year: number; months: number[] },
): Element[] {
  if (!config.PUBLIC_URL) return [];
  const url = new URL(`${config.PUBLIC_URL.replace(/\/$/, '')}${path}`);
  const period = of && periodValue(of.year, of.months);
  if (period) url.searchParams.set('period', period);
  return [link(words.onPage, url.href)];
}

/** A period as addresses and the command line name it; undefined for spans that have no such name. */
function periodValue(year: number, months: number[]): string | undefined {
  const [first = 1] = months;
  const last = months.at(-1) ?? first;
  if (last - first !== months.length - 1) return undefined;
  if (months.length === 1) return `${year}-${String(first).padStart(2, '0')}`;
  if (months.length === 3 && last % 3 === 0) return `${year}-Q${last / 3}`;
  if (months.length === 6 && last % 6 === 0) return `${year}-H${last / 6}`;
  return months.length === 12 ? String(year) : undefined;
}
