/** What is timed, in seconds, with what each name stands for in `/metrics`. */
const TIMED = {
  webhook: 'From the arrival of a request of the platform to its answer',
  handling: 'From the claim of an event or a click to its commit',
  send: 'One call that sends or changes a message',
  search: 'A question to the documents',
  query: 'A question about progress',
} as const;

type Timed = keyof typeof TIMED;

/** Upper bounds in seconds: a click has 3 s in all, the webhook's answer is meant to take milliseconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

const COUNTED = {
  gongxin_webhook_total: 'outcome',
  gongxin_events_total: 'outcome',
  gongxin_sends_total: 'result',
  gongxin_limited_total: 'scope',
} as const;

type Counted = keyof typeof COUNTED;

type Histogram = { buckets: number[]; sum: number; count: number };

/** Counters and histograms of one county in one process, from its start on. */
export type Metrics = {
  count: (name: Counted, label: string, by?: number) => void;
  observe: (what: Timed, milliseconds: number) => void;
  /** Observes how long `work` takes, whether it succeeds or not. */
  timed: <T>(what: Timed, work: () => Promise<T>) => Promise<T>;
  read: () => {
    counters: ReadonlyMap<Counted, ReadonlyMap<string, number>>;
    histograms: ReadonlyMap<Timed, Histogram>;
  };
};

export function createMetrics(): Metrics {
  const counters = new Map<Counted, Map<string, number>>();
  const histograms = new Map<Timed, Histogram>();
  const observe = (what: Timed, milliseconds: number) => {
    const seconds = milliseconds / 1000;
    const h = histograms.get(what) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
    histograms.set(what, h);
    const place = BOUNDS.findIndex((bound) => seconds <= bound);
    if (place >= 0) h.buckets[place] = (h.buckets[place] ?? 0) + 1;
    h.sum += seconds;
    h.count++;
  };
  return {
    count: (name, label, by = 1) => {
      const values = counters.get(name) ?? new Map<string, number>();
      counters.set(name, values.set(label, (values.get(label) ?? 0) + by));
    },
    observe,
    timed: async (what, work) => {
      const started = performance.now();
      try {
        return await work();
      } finally {
        observe(what, performance.now() - started);
      }
    },
    read: () => ({ counters, histograms }),
  };
}

/** What a county's database and process say at the moment of asking. */
export type Figures = {
  inbox: Record<string, number>;
  outbox: Record<string, number>;
  /** Seconds since the oldest that is due and waits; 0 when nothing does. */
  inboxLag: number;
  outboxLag: number;
  holidaysUntil: number;
  /** Gauges that only this edge knows, by their whole name. */
  edge?: Record<string, number>;
};

export type CountyFigures = { county?: string; metrics: Metrics; figures?: Figures };

/** What `/metrics` shows, as Prometheus text; a county without `figures` is one whose database does not answer. */
export function metricsText(counties: CountyFigures[]): string {
  const families: string[] = [];
  const family = (name: string, type: string, help: string, samples: string[]) =>
    families.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples);
  const each = (read: (c: CountyFigures, line: Line) => string[]) =>
    counties.flatMap((c) => read(c, lineOf(c.county)));
  family(
    'gongxin_database_up',
    'gauge',
    'Whether the database answered this very request',
    each((c, line) => [line('gongxin_database_up', {}, c.figures ? 1 : 0)]),
  );
  for (const [name, label] of entries(COUNTED))
    family(
      name,
      'counter',
      `Since the start of the process, by ${label}`,
      each((c, line) =>
        [...(c.metrics.read().counters.get(name) ?? [])].map(([v, n]) =>
          line(name, { [label]: v }, n),
        ),
      ),
    );
  for (const box of ['inbox', 'outbox'] as const) {
    const name = box === 'inbox' ? 'gongxin_inbox_events' : 'gongxin_outbox_messages';
    family(
      name,
      'gauge',
      'Rows by state',
      each((c, line) =>
        Object.entries(c.figures?.[box] ?? {}).map(([state, n]) => line(name, { state }, n)),
      ),
    );
    const lag = `gongxin_${box}_lag_seconds`;
    family(
      lag,
      'gauge',
      'Age of the oldest that is due and waits',
      each((c, line) => (c.figures ? [line(lag, {}, c.figures[`${box}Lag`])] : [])),
    );
  }
  const holidays = 'gongxin_holidays_known_until_year';
  family(
    holidays,
    'gauge',
    'The last year whose holidays are known',
    each((c, line) => (c.figures ? [line(holidays, {}, c.figures.holidaysUntil)] : [])),
  );
  const ofEdge = new Set(counties.flatMap((c) => Object.keys(c.figures?.edge ?? {})));
  for (const name of ofEdge)
    family(
      name,
      'gauge',
      'Of this process',
      each((c, line) => {
        const n = c.figures?.edge?.[name];
        return n === undefined ? [] : [line(name, {}, n)];
      }),
    );
  for (const [what, help] of entries(TIMED))
    family(
      `gongxin_${what}_seconds`,
      'histogram',
      help,
      each((c, line) => histogram(what, c, line)),
    );
  return `${families.join('\n')}\n`;
}

type Line = (name: string, labels: Record<string, string | number>, value: number) => string;

const lineOf =
  (county: string | undefined): Line =>
  (name, labels, value) => {
    const all = Object.entries({ ...(county ? { county } : {}), ...labels });
    const inside = all.map(([k, v]) => `${k}="${v}"`).join(',');
    return `${name}${inside ? `{${inside}}` : ''} ${value}`;
  };

function histogram(what: Timed, { metrics }: CountyFigures, line: Line): string[] {
  const name = `gongxin_${what}_seconds`;
  const h = metrics.read().histograms.get(what);
  if (!h) return [];
  let below = 0;
  return [
    ...BOUNDS.map((bound, i) => {
      below += h.buckets[i] ?? 0;
      return line(`${name}_bucket`, { le: bound }, below);
    }),
    line(`${name}_bucket`, { le: '+Inf' }, h.count),
    line(`${name}_sum`, {}, Number(h.sum.toFixed(6))),
    line(`${name}_count`, {}, h.count),
  ];
}

// Guaranteed by `as const`: the keys are those of the literal.
const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][];
