import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import type { Status } from '../../src/progress/report.ts';
import { hasShared, SHARED } from '../support/shared.ts';

type Gold = {
  id: string;
  month: number;
  refDate: string;
  tasks: { no: number; content: string }[];
  text: string;
  gold:
    | 'ambiguous'
    | 'not_a_report'
    | { no: number; status: Status; accept?: Status[]; eta?: string; etaPrecision?: string }[];
};

describe.skipIf(!hasShared)('the shared replies', () => {
  const lines = hasShared
    ? readFileSync(`${SHARED}/data/replies/dev.jsonl`, 'utf8')
        .split('\n')
        .filter((l) => l.trim())
        .map((l): Gold => JSON.parse(l))
    : [];
  const read = lines.map((line) => ({ line, reading: readReply(line) }));
  const items = read.flatMap(({ line, reading }) =>
    reading.kind === 'report'
      ? reading.items.map((item) => ({
          line,
          item,
          wanted: Array.isArray(line.gold) ? line.gold.find((g) => g.no === item.no) : undefined,
        }))
      : [],
  );
  const fits = (status: Status, wanted: { status: Status; accept?: Status[] } | undefined) =>
    wanted !== undefined && (wanted.status === status || !!wanted.accept?.includes(status));
  const etaFits = (eta: string | undefined, g: { eta?: string; etaPrecision?: string }) =>
    g.eta === undefined ||
    (eta !== undefined &&
      Math.abs(Date.parse(eta) - Date.parse(g.eta)) / 86_400_000 <=
        ((g.etaPrecision ?? 'day') === 'day' ? 0 : 3));

  test('no task is taken as done that is not', () => {
    const falseDone = items.filter((x) => x.item.status === 'done' && !fits('done', x.wanted));
    expect(falseDone.map((x) => x.line.text)).toEqual([]);
  });

  test('no task is touched that was not spoken of', () => {
    expect(items.filter((x) => !x.wanted).map((x) => x.line.text)).toEqual([]);
  });

  test('at least 95 of 100 are understood in full', () => {
    const right = read.filter(({ line, reading }) => {
      const { gold } = line;
      if (!Array.isArray(gold)) return reading.kind === gold;
      if (reading.kind !== 'report' || reading.items.length !== gold.length) return false;
      return gold.every((g) => {
        const item = reading.items.find((i) => i.no === g.no);
        return item !== undefined && fits(item.status, g) && etaFits(item.eta, g);
      });
    });
    expect(right.length / read.length).toBeGreaterThanOrEqual(0.95);
  });
});
