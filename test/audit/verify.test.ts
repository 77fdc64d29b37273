import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Act, recordAudit } from '../../src/audit/record.ts';
import { eraseContents, verifyAudit } from '../../src/audit/verify.ts';
import { command } from '../../src/commands/audit-verify.ts';
import { clearAllTables } from '../../src/db/clear.ts';
import { type Db, rowsOf } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { describeOnBoth, freshPostgres, hasPostgres } from '../support/databases.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 1, 2, 3, 4));
const act = (day: number): Act => ({ actor: 'p1', at: at(day), messageId: 'om_1' });

const tell = async (db: Db, count: number) => {
  for (let i = 1; i <= count; i++)
    await db.transaction((tx) =>
      recordAudit(tx, act(i), 'task.added', `task:${i}`, {
        n: i,
        said: '“第1项”\u0000\u2028\t<完成>\\"',
      }),
    );
};

/** What only the owner of the tables can do: the guards are off meanwhile. */
const tamper = (db: Db, statement: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql.raw('alter table audit disable trigger user'));
    await tx.execute(sql.raw(statement));
    await tx.execute(sql.raw('alter table audit enable trigger user'));
  });

async function verifyByHand(db: Db, args: string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run({
    args,
    cwd: '',
    stdin: async () => '',
    out: (l) => out.push(l),
    err: (l) => err.push(l),
    // The command reads the database only.
    deps: { db } as never,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describeOnBoth('the audit', ({ db }) => {
  const anew = async (rows: number) => {
    await clearAllTables(db());
    await tell(db(), rows);
  };

  test('an empty one is whole', async () => {
    expect(await verifyAudit(db())).toMatchObject({ rows: 0, faults: [], outside: 0 });
  });

  test('rows of several transactions and of one are one chain without gaps', async () => {
    await anew(3);
    await db().transaction(async (tx) => {
      await recordAudit(tx, act(4), 'unit.alias', 'unit:1');
      await tx.transaction((inner) => recordAudit(inner, act(4), 'unit.alias', 'unit:2'));
    });
    await db()
      .transaction(async (tx) => {
        await recordAudit(tx, act(5), 'unit.alias', 'unit:3');
        throw new Error('undone');
      })
      .catch(() => {});
    await recordAudit(db(), act(6), 'unit.alias', 'unit:4');
    expect(await verifyAudit(db())).toMatchObject({ rows: 6, faults: [], outside: 0 });
    const subjects = await db().execute(sql`select subject from audit order by seq`);
    expect(rowsOf<{ subject: string }>(subjects).map((r) => r.subject)).toEqual([
      'task:1',
      'task:2',
      'task:3',
      'unit:1',
      'unit:2',
      'unit:4',
    ]);
  });

  test.each([
    `update audit set actor = 'p2' where seq = 1`,
    `update audit set seq = 9 where seq = 2`,
    'delete from audit_contents; delete from audit where seq = 2',
    'truncate audit, audit_contents',
  ])('the database refuses %s', async (statement) => {
    await anew(2);
    await expect(
      db().transaction(async (tx) => {
        for (const one of statement.split(';')) await tx.execute(sql.raw(one));
      }),
    ).rejects.toMatchObject({ cause: { message: 'audit rows are only added' } });
    expect(await verifyAudit(db())).toMatchObject({ rows: 2, faults: [] });
  });

  test.each([
    [`update audit set actor = 'p2' where seq = 2`, '第 2 行处被改动或调换'],
    [`update audit set at = at + interval '1 microsecond' where seq = 3`, '第 3 行处被改动或调换'],
    [
      `update audit set seq = 9 where seq = 1; update audit set seq = 1 where seq = 2; update audit set seq = 2 where seq = 9`,
      '第 1 行处被改动或调换',
    ],
    ['delete from audit_contents where true; delete from audit where seq = 2', '第 2 行被删除'],
    ['delete from audit_contents; delete from audit where seq >= 2', '第 2 至 3 行被删除'],
    [`update audit_contents set detail = '{}'`, '第 1 行的内容被改动'],
    [
      'delete from audit_contents where "auditId" = (select min(id) from audit)',
      '第 1 行的内容缺失，没有依规删除的记录',
    ],
    [
      `insert into audit (at, actor, action, subject, digest) values (now(), 'p', 'a', 's', '')`,
      '1 行不在链上',
    ],
  ])('what was done behind its back is found: %s', async (statement, line) => {
    await anew(3);
    for (const one of statement.split('; ')) await tamper(db(), one);
    const { code, err } = await verifyByHand(db());
    expect(code).toBe(1);
    expect(err).toContain(line);
  });

  test('details are erased by rule, and the chain still holds', async () => {
    await anew(5);
    expect(await eraseContents(db(), { actor: 'cli', at: at(20) }, at(4))).toBe(3);
    expect(await eraseContents(db(), { actor: 'cli', at: at(20) }, at(4))).toBe(0);
    const { code, out } = await verifyByHand(db());
    expect(code).toBe(0);
    expect(out).toContain('审计记录 6 行，完整');
    expect(out).toContain('3 行的内容已依规删除');
  });

  test('the end that was noted down is found again later', async () => {
    await anew(2);
    const noted = /末行 (\d+:[\da-f]+)/.exec((await verifyByHand(db())).out)?.[1] ?? '';
    await tell(db(), 2);
    expect((await verifyByHand(db(), ['--seen', noted])).code).toBe(0);
    await anew(3);
    const other = await verifyByHand(db(), [
      '--seen',
      noted.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
    ]);
    expect(other).toMatchObject({ code: 1 });
    expect((await verifyByHand(db(), ['--seen', 'x'])).code).toBe(2);
  });
});

describe.skipIf(!hasPostgres)('several processes', () => {
  test('write one chain, without waiting for each other’s work and without deadlocks', async () => {
    const { url } = await freshPostgres();
    const processes = [1, 2, 3].map(() => openPostgres(url, { max: 4 }));
    const writes = processes.flatMap(({ db }, p) =>
      Array.from({ length: 40 }, (_, i) =>
        db.transaction(async (tx) => {
          await recordAudit(tx, act(1 + (i % 28)), 'a', `${p}:${i}`);
          await recordAudit(tx, act(1 + (i % 28)), 'b', `${p}:${i}`);
        }),
      ),
    );
    await Promise.all(writes);
    const [first] = processes;
    if (!first) throw new Error('no process');
    expect(await verifyAudit(first.db)).toMatchObject({ rows: 240, faults: [], outside: 0 });
    await Promise.all(processes.map((p) => p.close()));
  });
});
