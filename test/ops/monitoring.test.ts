import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMetrics, metricsText } from '../../src/metrics.ts';
import { nodeGauges } from '../../src/node-gauges.ts';

const FOLDER = join(import.meta.dirname, '../../docs/monitoring');

/** Every family that a Node process can show. */
async function shown(): Promise<Set<string>> {
  const figures = {
    inbox: { pending: 0 },
    outbox: { pending: 0 },
    inboxLag: 0,
    outboxLag: 0,
    holidaysUntil: 2026,
    // Absent until there is a backup: see src/node-gauges.ts.
    edge: { ...(await nodeGauges({ DATA_DIR: '/nowhere' })), gongxin_backup_age_seconds: 1 },
  };
  const text = metricsText([{ metrics: createMetrics(), figures }]);
  return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map((m) => m[1] ?? ''));
}

test.each(['grafana.json', 'alerts.yml', 'README.md'])(
  'every metric that docs/monitoring/%s names exists',
  async (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const named = new Set(
      [...text.matchAll(/\bgongxin_[a-z_]+/g)].map(([n]) =>
        n.replace(/_(?:bucket|sum|count)$/, ''),
      ),
    );
    expect(named.size).toBeGreaterThan(5);
    const known = await shown();
    expect([...named].filter((n) => !known.has(n))).toEqual([]);
  },
);

test('the dashboard is JSON with a query in every panel', () => {
  const board = JSON.parse(readFileSync(join(FOLDER, 'grafana.json'), 'utf8'));
  expect(board.panels.length).toBeGreaterThan(5);
  for (const panel of board.panels) expect(panel.targets[0].expr).toMatch(/gongxin_/);
});
