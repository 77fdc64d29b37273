/** What `/metrics` shows, as Prometheus text. */
export function metricsText(figures: {
  webhook: ReadonlyMap<string, number>;
  inbox: Record<string, number>;
  outbox: Record<string, number>;
  holidaysUntil: number;
}): string {
  return [
    ...family('gongxin_webhook_total', 'counter', 'outcome', figures.webhook),
    ...family('gongxin_inbox_events', 'gauge', 'state', new Map(Object.entries(figures.inbox))),
    ...family('gongxin_outbox_messages', 'gauge', 'state', new Map(Object.entries(figures.outbox))),
    '# TYPE gongxin_holidays_known_until_year gauge',
    `gongxin_holidays_known_until_year ${figures.holidaysUntil}`,
    '',
  ].join('\n');
}

function family(
  name: string,
  type: 'counter' | 'gauge',
  label: string,
  values: ReadonlyMap<string, number>,
): string[] {
  return [
    `# TYPE ${name} ${type}`,
    ...[...values].map(([value, n]) => `${name}{${label}="${value}"} ${n}`),
  ];
}
