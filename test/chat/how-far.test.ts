import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';
import { publish, task } from '../support/plan-fixture.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await publish(
    bureau.county.deps.db,
    '2026-01-05T10:00:00+08:00',
    [
      task(3, '推进小升规，新增规上企业6家', { seq: 1 }),
      task(3, '兑付上年度惠企奖补资金', { seq: 2, leadUnits: ['财政局'] }),
    ],
    { title: '2026年一季度冲刺行动方案' },
  );
  await bureau.report('发改局', '推进小升规，新增规上企业6家', 'in_progress', '已入库4家');
});
afterAll(() => bureau.close());

const ask = async (role: string, text: string) =>
  textOf(await bureau.county.ask(`ou_${role}`, text));

describe('how far a figure of a task has come', () => {
  test.each(['小升规现在几家了', '小升规有几家了', '小升规目前新增几家'])(
    '%s is answered with that task and what was reported on it',
    async (text) => {
      const reply = await ask('leader', text);
      expect(reply).toContain('推进小升规');
      expect(reply).toContain('已入库4家');
    },
  );

  test.each(['奖补资金兑了多少', '奖补资金兑现了多少'])('%s', async (text) => {
    expect(await ask('leader', text)).toContain('兑付上年度惠企奖补资金');
  });

  test('where no task speaks of it the documents are asked', async () => {
    expect(await ask('leader', '氢能公交投了多少台')).not.toContain('计划中没有找到');
    expect(await ask('leader', '小升规奖励多少')).not.toContain('已入库4家');
  });
});

test('a rate of an action is that of all its tasks', async () => {
  const reply = await ask('leader', '一季度冲刺行动完成率多少');
  expect(reply).toContain('共 2 项，已完成 0 项（0%），尚无反馈 1 项');
  expect(reply).toContain('推进小升规');
  expect(reply).toContain('兑付上年度惠企奖补资金');
});
