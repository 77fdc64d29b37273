import type { Counts, Summary } from '../summary/summarise.ts';
import { STATE_WORDS, words } from './wording.ts';

/** States in the order in which they are stacked, with the colours that the style sheet uses too. */
const STACK = [
  ['done', '#2f9e62'],
  ['inProgress', '#4c7ff0'],
  ['blocked', '#e39b1f'],
  ['extension', '#8f6fd6'],
  ['notStarted', '#9aa5b5'],
  ['noReport', '#dfe3e9'],
] as const;

const NAMES: Record<(typeof STACK)[number][0], string> = {
  done: STATE_WORDS.done,
  inProgress: STATE_WORDS.in_progress,
  blocked: STATE_WORDS.blocked,
  extension: STATE_WORDS.extension,
  notStarted: STATE_WORDS.not_started,
  noReport: STATE_WORDS.none,
};

/** Lead tasks of each unit, stacked by state; `href` opens the unit. VChart 1.12 specification. Pure. */
export function unitChart(
  units: { name: string; href: string; counts: Counts }[],
  onWall: boolean,
): Record<string, unknown> {
  const values = units.flatMap((u) => statesOf(u.counts, { unit: u.name, href: u.href }));
  return {
    ...common(values, onWall),
    direction: 'horizontal',
    xField: 'count',
    yField: 'unit',
    axes: [
      { orient: 'left', inverse: true, label: label(onWall), maxWidth: '34%' },
      { orient: 'bottom', tick: { tickStep: 1, forceTickCount: 5 }, label: label(onWall) },
    ],
  };
}

/** Tasks of each month, stacked by state. Pure. */
export function monthChart(
  months: Summary['byMonth'],
  hrefOf: (month: number) => string,
  onWall: boolean,
): Record<string, unknown> {
  const values = months.flatMap((m) =>
    statesOf(m, { month: words.month(m.month), href: hrefOf(m.month) }),
  );
  return {
    ...common(values, onWall),
    xField: 'month',
    yField: 'count',
    axes: [
      { orient: 'bottom', label: label(onWall) },
      { orient: 'left', label: label(onWall) },
    ],
  };
}

function statesOf(counts: Counts, of: Record<string, string>) {
  return STACK.map(([state]) => ({ ...of, state: NAMES[state], count: counts[state] }));
}

function common(values: Record<string, string | number>[], onWall: boolean) {
  return {
    type: 'bar',
    data: [{ id: 'counts', values }],
    seriesField: 'state',
    stack: true,
    color: {
      type: 'ordinal',
      domain: STACK.map(([state]) => NAMES[state]),
      range: STACK.map(([, colour]) => colour),
    },
    legends: {
      visible: true,
      orient: 'top',
      position: 'start',
      item: { label: { style: { fontSize: onWall ? 16 : 12, ...(onWall ? WALL_INK : {}) } } },
    },
    animation: false,
    padding: 4,
    background: 'transparent',
  };
}

const WALL_INK = { fill: '#c9d4e6' };

function label(onWall: boolean) {
  return { style: { fontSize: onWall ? 16 : 12, ...(onWall ? WALL_INK : {}) } };
}
