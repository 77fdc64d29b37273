import type { Counts, Summary } from '../summary/summarise.ts';
import { STATE_WORDS, words } from './wording.ts';

/** States in the order in which they are stacked, with the colours that the style sheet uses too. */
const STACK = [
  ['done', '#2f9e62'],
  ['inProgress', '#4c7ff0'],
  ['blocked', '#e39b1f'],
  ['extension', '#8f6fd6'],
  ['notStarted', '#9aa5b5'],
  ['noReport', ''],
] as const;

const NAMES: Record<(typeof STACK)[number][0], string> = {
  done: STATE_WORDS.done,
  inProgress: STATE_WORDS.in_progress,
  blocked: STATE_WORDS.blocked,
  extension: STATE_WORDS.extension,
  notStarted: STATE_WORDS.not_started,
  noReport: STATE_WORDS.none,
};

type Look = 'page' | 'wall';

/** Lead tasks of each unit, stacked by state; `href` opens the unit. VChart 1.12 specification. Pure. */
export function unitChart(
  units: { name: string; href: string; counts: Counts }[],
  look: Look,
): Record<string, unknown> {
  const shown = look === 'wall' ? largest(units, WALL_UNITS) : units;
  const values = shown.flatMap((u) => statesOf(u.counts, { unit: u.name, href: u.href }));
  return {
    ...common(values, look),
    direction: 'horizontal',
    xField: 'count',
    yField: 'unit',
    axes: [
      { orient: 'left', ...axis(look), sampling: false },
      { orient: 'bottom', ...axis(look), tick: COUNTS },
    ],
  };
}

/** Bars whose names can be read across a room, also on a small screen. */
export const WALL_UNITS = 10;

/** The units with most tasks, in their order, so many. */
function largest<Unit extends { counts: Counts }>(units: Unit[], n: number): Unit[] {
  if (units.length <= n) return units;
  const kept = new Set(units.toSorted((a, b) => b.counts.total - a.counts.total).slice(0, n));
  return units.filter((u) => kept.has(u));
}

/** Tasks of each month, stacked by state; `hrefOf` opens a month. Pure. */
export function monthChart(
  months: Summary['byMonth'],
  hrefOf: (month: number) => string,
  look: Look,
): Record<string, unknown> {
  const values = months.flatMap((m) =>
    statesOf(m, { month: words.month(m.month), href: hrefOf(m.month) }),
  );
  return {
    ...common(values, look),
    xField: 'month',
    yField: 'count',
    axes: [
      { orient: 'bottom', ...axis(look), sampling: false },
      { orient: 'left', ...axis(look), tick: COUNTS },
    ],
  };
}

function statesOf(counts: Counts, of: Record<string, string>) {
  return STACK.map(([state]) => ({ ...of, state: NAMES[state], count: counts[state] }));
}

function common(values: Record<string, string | number>[], look: Look) {
  return {
    type: 'bar',
    data: [{ id: 'counts', values }],
    seriesField: 'state',
    stack: true,
    color: {
      type: 'ordinal',
      domain: STACK.map(([state]) => NAMES[state]),
      range: STACK.map(([state, colour]) => (state === 'noReport' ? LOOKS[look].silent : colour)),
    },
    legends: {
      visible: true,
      orient: 'top',
      position: 'start',
      item: { label: { style: LOOKS[look].text } },
    },
    animation: false,
    padding: 4,
    background: 'transparent',
  };
}

/** Tasks are whole. */
const COUNTS = { visible: false, tickCount: 5, noDecimals: true };

const LOOKS = {
  page: { text: { fontSize: 12, fill: '#55606f' }, line: '#e3e7ed', silent: '#dfe3e9' },
  wall: { text: { fontSize: 17, fill: '#c9d4e6' }, line: '#26344d', silent: '#4a5a78' },
};

function axis(look: Look) {
  const { text, line } = LOOKS[look];
  return {
    label: { style: text },
    grid: { style: { stroke: line } },
    domainLine: { style: { stroke: line } },
    tick: { visible: false },
  };
}
