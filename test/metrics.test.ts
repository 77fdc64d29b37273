import { expect, test } from 'vitest';
import { createMetrics, metricsText } from '../src/metrics.ts';

const FIGURES = { inbox: {}, outbox: {}, inboxLag: 0, outboxLag: 0, holidaysUntil: 2026 };

test('a histogram counts each time in every bucket that holds it', () => {
  const metrics = createMetrics();
  for (const ms of [4, 30, 30, 2_500, 99_000]) metrics.observe('webhook', ms);
  const text = metricsText([{ metrics, figures: FIGURES }]);
  expect(text).toContain('# TYPE gongxin_webhook_seconds histogram');
  expect(text).toContain('gongxin_webhook_seconds_bucket{le="0.005"} 1\n');
  expect(text).toContain('gongxin_webhook_seconds_bucket{le="0.05"} 3\n');
  expect(text).toContain('gongxin_webhook_seconds_bucket{le="3"} 4\n');
  expect(text).toContain('gongxin_webhook_seconds_bucket{le="+Inf"} 5\n');
  expect(text).toContain('gongxin_webhook_seconds_sum 101.564\n');
  expect(text).toContain('gongxin_webhook_seconds_count 5\n');
});

test('work that fails is timed as well, and its failure goes on', async () => {
  const metrics = createMetrics();
  const failing = metrics.timed('send', () => Promise.reject(new Error('away')));
  await expect(failing).rejects.toThrow('away');
  expect(metrics.read().histograms.get('send')?.count).toBe(1);
});

test('several counties share a family, each under its own name; one whose database is away is still shown', () => {
  const metrics = createMetrics();
  metrics.count('gongxin_webhook_total', 'stored', 2);
  const text = metricsText([
    { county: 'a', metrics, figures: { ...FIGURES, inboxLag: 7 } },
    { county: 'b', metrics: createMetrics() },
  ]);
  expect(text.match(/# TYPE gongxin_webhook_total/g)).toHaveLength(1);
  expect(text).toContain('gongxin_webhook_total{county="a",outcome="stored"} 2\n');
  expect(text).toContain('gongxin_database_up{county="a"} 1\n');
  expect(text).toContain('gongxin_database_up{county="b"} 0\n');
  expect(text).toContain('gongxin_inbox_lag_seconds{county="a"} 7\n');
  expect(text).not.toContain('gongxin_inbox_lag_seconds{county="b"}');
});
