import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { rowsOf } from '../../src/db/db.ts';
import { keepUnanswered } from '../../src/policy/library.ts';
import {
  confirmAnswer,
  draftAnswer,
  findCluster,
  listClusters,
  undoAnswer,
} from '../../src/standard-answers/answer.ts';
import { upsertPerson } from '../../src/units/people-queries.ts';
import { describeOnBoth } from '../support/databases.ts';

describeOnBoth('an answer is told once', ({ db }) => {
  const config = parseConfig({});
  if (!config.ok) throw new Error('wrong settings');
  const now = () => new Date('2026-03-05T10:00:00+08:00');
  const deps = () => ({ db: db(), config: config.config, newId: randomUUID, now });
  const messages = async () =>
    rowsOf<{ key: string; toId: string; replyTo: string }>(
      await db().execute(
        sql`select key, "toId", "replyTo" from outbox where key like 'standard:%'`,
      ),
    );

  test('whoever confirms, however often and at the same time', async () => {
    const office = await upsertPerson(db(), { id: randomUUID(), openId: 'ou_office', name: '办' });
    const act = { actor: office.id, at: now() };
    const asked = (askedBy: string, messageId: string, chatId?: string) =>
      keepUnanswered(deps(), {
        question: '标准厂房租金怎么定价',
        askedBy,
        messageId,
        reason: 'not-found',
        ...(chatId ? { chatId } : {}),
      });
    await asked('ou_a', 'om_1');
    await asked('ou_a', 'om_2');
    await asked('ou_b', 'om_3', 'oc_group');
    const [cluster] = await listClusters(db());
    if (!cluster) throw new Error('no group');
    const write = (text: string) =>
      draftAnswer(deps(), act, cluster, {
        kind: 'text',
        text,
        visibility: 'public',
        validUntil: null,
      });
    const drafts = [await write('按评估价确定。'), await write('另一份答复。')];
    const confirm = (id: string) =>
      db().transaction((tx) => confirmAnswer({ ...deps(), db: tx }, act, id));
    const outcomes = await Promise.all(
      [...drafts, ...drafts, ...drafts].map((draft) => confirm(draft?.id ?? '')),
    );
    expect(outcomes.filter((o) => o.kind === 'confirmed')).toHaveLength(1);
    // The same person is told once in private, under the last of the two messages.
    expect((await messages()).map((m) => [m.toId, m.replyTo]).sort()).toEqual([
      ['oc_group', 'om_3'],
      ['ou_a', 'om_2'],
    ]);
    expect(await listClusters(db())).toEqual([]);
  });

  test('and an answer given anew after it was taken back is told anew', async () => {
    const [told] = (await messages()).map((m) => m.key.split(':')[1] ?? '');
    const act = { actor: 'office', at: now() };
    await db().transaction((tx) => undoAnswer({ db: tx }, act, { answerId: told }));
    const [cluster] = await listClusters(db());
    expect(cluster?.questions).toHaveLength(3);
    expect(await findCluster(db(), cluster?.questions.at(-1)?.no ?? 0)).toEqual(cluster);
    const draft =
      cluster &&
      (await draftAnswer(deps(), act, cluster, { kind: 'redirect', whom: '县国资中心' }));
    await db().transaction((tx) => confirmAnswer({ ...deps(), db: tx }, act, draft?.id ?? ''));
    expect(await messages()).toHaveLength(4);
  });
});
