import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ChainEnd,
  type ChainRow,
  createChainCheck,
  digestOf,
  ERASED,
  erasedUpTo,
  hashOf,
} from '../../src/audit/chain.ts';

type Told = Pick<ChainRow, 'at' | 'actor' | 'action' | 'subject' | 'messageId'> & {
  content: { salt: string; detail: string };
};

function chainOf(told: Told[]): ChainRow[] {
  const rows: ChainRow[] = [];
  for (const [i, one] of told.entries()) {
    const row = {
      ...one,
      id: (i + 1) * 3,
      seq: i + 1,
      digest: digestOf(one.content),
      prev: rows.at(-1)?.hash ?? '',
    };
    rows.push({ ...row, hash: hashOf(row) });
  }
  return rows;
}

const endOf = (rows: ChainRow[]): ChainEnd => ({
  seq: rows.at(-1)?.seq ?? 0,
  hash: rows.at(-1)?.hash ?? '',
});

function check(rows: ChainRow[], head: ChainEnd, seen?: ChainEnd) {
  const checked = createChainCheck(seen);
  for (const row of rows) checked.row(row);
  return checked.end(head);
}

const told: fc.Arbitrary<Told> = fc.record({
  at: fc.constantFrom('2026-03-02T01:00:00.000000Z', '2026-03-02T01:00:00.000001Z'),
  actor: fc.constantFrom('system', 'p1', 'p"2', '张三'),
  action: fc.constantFrom('report.recorded', 'task.added'),
  subject: fc.string(),
  messageId: fc.option(fc.string()),
  content: fc.record({ salt: fc.uuid(), detail: fc.json() }),
});
const chain = (minLength: number) => fc.array(told, { minLength, maxLength: 12 }).map(chainOf);

const FIELDS = ['id', 'at', 'actor', 'action', 'subject', 'messageId', 'digest', 'prev'] as const;

const other = (row: ChainRow, field: (typeof FIELDS)[number]): ChainRow =>
  field === 'id' ? { ...row, id: row.id + 1 } : { ...row, [field]: `${row[field] ?? ''}.` };

test('an untouched chain has no fault', () => {
  fc.assert(
    fc.property(chain(0), (rows) => {
      expect(check(rows, endOf(rows)).faults).toEqual([]);
    }),
  );
});

test('an altered field of any row is found, also when its own hash is made to fit', () => {
  fc.assert(
    fc.property(
      chain(1),
      fc.nat(),
      fc.constantFrom(...FIELDS),
      fc.boolean(),
      (rows, n, field, rehash) => {
        const at = n % rows.length;
        const changed = rows.map((row, i) => {
          if (i !== at) return row;
          const now = other(row, field);
          return rehash ? { ...now, hash: hashOf(now) } : now;
        });
        expect(check(changed, endOf(rows)).faults).not.toEqual([]);
      },
    ),
  );
});

test('altered details are found', () => {
  fc.assert(
    fc.property(chain(1), fc.nat(), (rows, n) => {
      const at = n % rows.length;
      const changed = rows.map((row, i) =>
        i === at && row.content
          ? { ...row, content: { ...row.content, detail: `${row.content.detail} ` } }
          : row,
      );
      expect(check(changed, endOf(rows)).faults).toEqual([
        { kind: 'content-altered', seq: at + 1 },
      ]);
    }),
  );
});

test('any removed rows are named, the last ones too', () => {
  fc.assert(
    fc.property(chain(1), fc.nat(), fc.nat(), (rows, a, b) => {
      const from = a % rows.length;
      const to = from + (b % (rows.length - from));
      const left = rows.filter((_, i) => i < from || i > to);
      expect(check(left, endOf(rows)).faults).toEqual([
        { kind: 'removed', from: from + 1, to: to + 1 },
      ]);
    }),
  );
});

test('two rows that changed places are found, with their numbers or without', () => {
  fc.assert(
    fc.property(chain(2), fc.nat(), fc.nat(), fc.boolean(), (rows, a, b, renumber) => {
      const i = a % rows.length;
      const j = b % rows.length;
      fc.pre(i !== j);
      const swapped = rows.map((row, at) => (at === i ? rows[j] : at === j ? rows[i] : row));
      const changed = swapped.flatMap((row, at) =>
        row ? [renumber ? { ...row, seq: at + 1 } : row] : [],
      );
      expect(check(changed, endOf(rows)).faults).not.toEqual([]);
    }),
  );
});

test('a chain written anew from the first row on does not have the end that was noted down', () => {
  fc.assert(
    fc.property(chain(1), (rows) => {
      const forged = chainOf(
        rows.flatMap((r) =>
          r.content ? [{ ...r, actor: `${r.actor}!`, content: r.content }] : [],
        ),
      );
      expect(check(forged, endOf(forged)).faults).toEqual([]);
      expect(check(forged, endOf(forged), endOf(rows)).faults).toEqual([
        { kind: 'other-chain', seq: rows.length },
      ]);
      expect(check(rows, endOf(rows), endOf(rows)).faults).toEqual([]);
    }),
  );
});

test('details may be missing where a later row tells of their erasing, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(told, { minLength: 2, maxLength: 8 }), fc.nat(), (before, n) => {
      const upTo = 1 + (n % before.length);
      const content = { salt: 's', detail: '{}' };
      const tells = { at: '', actor: 'cli', action: ERASED, subject: erasedUpTo(upTo), content };
      const rows = chainOf([...before, { ...tells, messageId: null }]);
      const bare = ({ content: _, ...row }: ChainRow): ChainRow => row;
      const erased = rows.map((row) => (row.seq <= upTo ? bare(row) : row));
      expect(check(erased, endOf(rows))).toMatchObject({ faults: [], erased: upTo });
      const more = rows.map((row) => (row.seq <= upTo + 1 ? bare(row) : row));
      expect(check(more, endOf(rows)).faults).toEqual([{ kind: 'content-removed', seq: upTo + 1 }]);
    }),
  );
});
