import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertInstruction, markSent } from '../../src/instructions/queries.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { listPeopleWithRole } from '../../src/units/people-queries.ts';
import { units } from '../../src/units/tables.ts';
import { describeOnBoth } from '../support/databases.ts';

describeOnBoth('批示 confirmed at the same instant', ({ db }) => {
  test('have numbers that follow one another, and none fails', async () => {
    const at = new Date('2031-03-02T09:00:00+08:00');
    const leader = { openId: `ou_${randomUUID()}`, name: '县领导', post: 'leader' as const };
    await bindPerson(db(), { actor: 'test', at }, leader, randomUUID);
    const people = await listPeopleWithRole(db(), 'leader');
    const leaderId = people.find((p) => p.openId === leader.openId)?.id ?? '';
    const ids = Array.from({ length: 12 }, () => randomUUID());
    for (const id of ids)
      await insertInstruction(
        db(),
        { id, year: 2031, text: '抓紧办', leaderId, messageId: id, chatId: 'oc', createdAt: at },
        [],
      );
    const confirm = (id: string) =>
      db().transaction(async (tx) => {
        const row = await markSent(tx, id, { sentAt: at, dueOn: null });
        // The rest of the transaction takes its time: the number is taken and nobody else can see it.
        await tx.select().from(units);
        return row?.no ?? 0;
      });
    const numbers = await Promise.all(ids.map(confirm));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});
