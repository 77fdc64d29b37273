import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { COLLEAGUE, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { publish, task } from '../support/plan-fixture.ts';

type Row = {
  recipient: { type: string; id: string | null; name: string };
  unit: string;
  kind: string;
  tasks: { month: number; seq: number; content: string; role: string }[];
};

describe('a look ahead', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const rows = async (at: string): Promise<Row[]> => JSON.parse(await march.preview(at));
  const short = async (at: string) =>
    (await rows(at)).map((r) => `${r.kind} ${r.unit} ${r.recipient.name} ${r.tasks.length}`).sort();

  test('shows the fresh card before the old one dies, and no nudge beside it', async () => {
    expect(await short('2026-03-13T09:10:00+08:00')).toEqual([
      'fresh-card 开发区 吴开发 3',
      'fresh-card 科技经信局 李联络 4',
    ]);
    expect(await short('2026-03-12T12:00:00+08:00')).toEqual([]);
  });

  test('shows what the liaison has passed on as going to the colleague', async () => {
    await march.ask(LIAISON, '转办 第3项 给 王五');
    expect(await short('2026-03-31T09:10:00+08:00')).toEqual([
      'due 开发区 吴开发 1',
      'due 科技经信局 李联络 2',
      'due 科技经信局 王五 1',
    ]);
  });

  test('shows nudges after cards that are yet to go out, the eve and the digest', async () => {
    expect(await short('2026-03-25T09:10:00+08:00')).toEqual([
      'digest  孙督办 0',
      'digest  钱督办 0',
    ]);
    expect(await short('2026-03-31T15:00:00+08:00')).toContain('eve  钱督办 0');
    expect(await short('2026-04-29T09:10:00+08:00')).toEqual([]);
    expect(await short('2026-04-01T09:00:00+08:00')).toEqual(['month-card 财政局 财政局 1']);
  });

  test('is what then really goes out', async () => {
    await march.goTo('2026-03-13T09:10:00+08:00');
    for (const at of ['2026-03-27T09:10:00+08:00', '2026-03-31T09:10:00+08:00']) {
      const planned = (await rows(at)).filter((r) => r.unit);
      const before = new Map([LIAISON, COLLEAGUE, ZONE].map((w) => [w, march.inbox(w).length]));
      await march.goTo(at);
      for (const who of [LIAISON, COLLEAGUE, ZONE])
        expect([who, march.inbox(who).length - (before.get(who) ?? 0)]).toEqual([
          who,
          planned.filter((r) => r.recipient.id === who).length,
        ]);
      expect((await rows(at)).filter((r) => r.unit)).toEqual([]);
    }
  });

  test('提醒预览 counts a unit once over several plans', async () => {
    await publish(march.deps.db, '2026-03-31T10:00:00+08:00', [
      task(4, '第二份计划里的事', { leadUnits: ['财政局'] }),
    ]);
    await march.goTo('2026-03-31T12:00:00+08:00');
    const said = textOf(await march.ask(OFFICE, '提醒预览'));
    expect(said).toContain('财政局 2 项');
    expect(said.match(/财政局/g)).toHaveLength(1);
    expect(said).toContain('到期后提醒');
  });
});
