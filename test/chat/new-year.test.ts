import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';
import { publish, task } from '../support/plan-fixture.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2027-01-06T10:00:00+08:00');
  const { db } = bureau.county.deps;
  await publish(
    db,
    '2026-12-01T10:00:00+08:00',
    [
      task(12, '完成竹基新材料供地', { seq: 1, dueOn: '2027-01-15' }),
      task(12, '印发年度简报', { seq: 2, dueOn: '2026-12-25' }),
      task(12, '组织安全检查', { seq: 3, dueOn: '2026-12-28' }),
    ],
    { title: '冬季攻坚方案' },
  );
  await publish(db, '2027-01-04T10:00:00+08:00', [task(1, '召开新年座谈会')], {
    year: 2027,
    title: '2027年重点工作',
  });
});
afterAll(() => bureau.close());

const ask = async (text: string) => textOf(await bureau.county.ask('ou_leader', text));

test.each(['现在超期的有哪些', '哪些任务超期了'])(
  '%s, asked in January, holds what of last year is still open',
  async (text) => {
    const card = await ask(text);
    expect(card).toContain('印发年度简报');
    expect(card).toContain('上年未办结');
    expect(card).not.toContain('召开新年座谈会');
    expect(card).not.toContain('竹基');
  },
);

test.each(['竹基的地批了没', '竹基新材料供地怎么样了'])(
  '%s finds a task of last year’s plan that is still open',
  async (text) => {
    expect(await ask(text)).toContain('完成竹基新材料供地');
  },
);

test('a month that is named is that month’s alone', async () => {
  expect(await ask('1月超期的有哪些')).not.toContain('印发年度简报');
});
