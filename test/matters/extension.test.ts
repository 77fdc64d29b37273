import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/db.ts';
import { listUnnudged } from '../../src/matters/queries.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, SECOND_OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('a request for more time', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('goes to each of the office with the day asked for and the reason', async () => {
    const reply = textOf(await march.ask(LIAISON, '第2项请宽限到下月10号，设备未到'));
    expect(reply).toContain('申请延期');
    for (const office of [OFFICE, SECOND_OFFICE]) {
      const card = textOf(march.find(office, '延期申请'));
      expect(card).toContain('申请延至 4月10日');
      expect(card).toContain('设备未到');
      expect(card).toContain('完成标准厂房主体工程');
    }
    expect(await march.summary()).toMatchObject({ overdue: 0, done: 0 });
  });

  test('is left out of reminders while it is open', async () => {
    expect(await listUnnudged(march.deps.db, '2026-03-30')).toHaveLength(1);
  });

  test('is no unit’s to decide', async () => {
    const card = march.find(OFFICE, '延期申请');
    const forged = await march.sim.as(LIAISON).click(march.cardOf(LIAISON).messageId, {
      tag: 'button',
      value: { act: 'matter', matter: idIn(card), agree: true },
      form_value: {},
    });
    expect(forged.toast?.type).toBe('error');
    expect(textOf(march.find(OFFICE, '延期申请'))).toContain('待答复');
  });

  test('once agreed moves the day, tells the unit, and settles the other cards of the office', async () => {
    const toast = await march.press(OFFICE, march.find(OFFICE, '延期申请'), '同意延期');
    expect(toast).toBe('已答复：同意延期');
    expect(textOf(march.find(LIAISON, '延期申请已同意'))).toContain('期限改为 4月10日');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 4月10日');
    expect(textOf(march.cardOf(ZONE))).toContain('期限 4月10日');
    const other = march.find(SECOND_OFFICE, '延期申请');
    expect(textOf(other)).toContain('同意延期（钱督办');
    expect(textOf(other)).not.toContain('待答复');
    expect(await listUnnudged(march.deps.db, '2026-03-30')).toEqual([]);
    expect(await march.preview('2026-04-01T09:00:00+08:00')).toContain('标准厂房');
  });

  test('cannot be taken back by the unit once the office has answered', async () => {
    expect(textOf(await march.ask(LIAISON, '撤销'))).toContain('督办人员已经答复');
  });

  test('undone is open again, with the old day, and the unit hears of it', async () => {
    const toast = await march.press(OFFICE, march.find(OFFICE, '延期申请'), '撤销');
    expect(toast).toContain('恢复为待答复');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 3月31日');
    expect(textOf(march.find(SECOND_OFFICE, '延期申请'))).toContain('待答复');
    expect(march.inbox(LIAISON).at(-1)).toContain('答复已撤回');
    expect(await listUnnudged(march.deps.db, '2026-03-30')).toHaveLength(1);
  });

  test('leaves every step in the audit, without the words', async () => {
    const rows = rowsOf<{ action: string; detail: unknown }>(
      await march.deps.db.execute(
        sql`select action, detail from audit join audit_contents on "auditId" = audit.id order by audit.id`,
      ),
    );
    expect(rows.map((r) => r.action).filter((a) => a.startsWith('extension.'))).toEqual([
      'extension.raised',
      'extension.agreed',
      'extension.reopened',
    ]);
    expect(JSON.stringify(rows)).not.toContain('设备未到');
  });

  test('refused keeps the day and tells the unit why', async () => {
    const card = march.find(SECOND_OFFICE, '延期申请');
    await march.press(SECOND_OFFICE, card, '不同意', { answer: '县里已定月底验收' });
    const told = march.inbox(LIAISON).at(-1) ?? '';
    expect(told).toContain('未同意');
    expect(told).toContain('县里已定月底验收');
    expect(textOf(march.cardOf(LIAISON))).toContain('未同意延期');
  });

  test('without a day needs one from the office', async () => {
    await march.ask(LIAISON, '第3项申请延期，人手不足');
    const card = march.find(OFFICE, '规上企业走访');
    expect(await march.press(OFFICE, card, '同意延期')).toContain('请选择同意延至的日期');
    expect(await march.press(OFFICE, card, '同意延期', { on: '2026-04-20' })).toContain('已答复');
    expect(march.inbox(LIAISON).at(-1)).toContain('4月20日');
  });

  test('that was granted stands among the extended tasks, and is not asked for again before its day', async () => {
    const list = textOf(await march.ask(OFFICE, '延期的有哪些'));
    expect(list).toContain('开展规上企业走访');
    expect(list).toContain('已同意延至 4月20日');
    expect(list).toContain('其中 1 项的延期申请已同意');
    expect(textOf(await march.ask(OFFICE, '再催一下科技经信局3月的任务'))).toContain('2 项');
    await march.ask(OFFICE, '算了');
  });

  test('by a cooperating unit does not move the lead’s day', async () => {
    const zone = textOf(await march.ask(ZONE, '召开银企对接会请宽限到下月15号'));
    expect(zone).toContain('申请延期');
    await march.press(OFFICE, march.find(OFFICE, '银企对接会'), '同意延期');
    expect(march.inbox(ZONE).at(-1)).toContain('4月15日');
    expect(textOf(march.cardOf(LIAISON))).not.toContain('4月15日');
    expect(await listUnnudged(march.deps.db, '2026-04-15')).toHaveLength(1);
    expect(await listUnnudged(march.deps.db, '2026-04-16')).toEqual([]);
  });

  test('that was granted is not asked for again on the card either', async () => {
    const filled = { item: '2', status: 'extension', eta: '2026-04-12' };
    expect(await march.press(ZONE, march.cardOf(ZONE), '提交', filled)).toContain('此前已经同意');
    expect(textOf(march.cardOf(ZONE))).not.toContain('4月12日');
  });

  test('that was granted ends with a deadline that the office sets later', async () => {
    const change = async (no: number, day: string) => {
      const order = await march.ask(OFFICE, `3月科技经信局第${no}项期限改为${day}`);
      await march.press(OFFICE, order, '确认');
      return march.find(OFFICE, '撤销');
    };
    const nudged = async () => {
      const asked = textOf(await march.ask(OFFICE, '再催一下科技经信局3月的任务'));
      await march.ask(OFFICE, '算了');
      return asked;
    };
    const lead = await change(3, '3月20日');
    expect(textOf(await march.ask(OFFICE, '延期的有哪些'))).not.toContain('已同意延至');
    expect(await nudged()).toContain('3 项');
    await march.press(OFFICE, lead, '撤销');
    expect(textOf(await march.ask(OFFICE, '延期的有哪些'))).toContain('已同意延至 4月20日');
    expect(await nudged()).toContain('2 项');
    const coop = await change(1, '3月20日');
    expect(await listUnnudged(march.deps.db, '2026-03-15')).toEqual([]);
    await march.press(OFFICE, coop, '撤销');
    expect(await listUnnudged(march.deps.db, '2026-03-15')).toHaveLength(1);
  });

  test('that a newer report has made pointless waits for nobody', async () => {
    await march.ask(LIAISON, '第1项请宽限到下月8号');
    await march.ask(LIAISON, '第1项已完成');
    expect(textOf(march.find(OFFICE, '申请延至 4月8日'))).toContain('无需答复');
    await march.ask(LIAISON, '撤销');
    expect(textOf(march.find(OFFICE, '申请延至 4月8日'))).toContain('待答复');
  });

  test('that names no item is asked about, with 申请延期 offered first', async () => {
    const asked = await march.ask(LIAISON, '请宽限到下月20号');
    await march.press(LIAISON, asked, '申请延期');
    expect(textOf(march.find(OFFICE, '申请延至 4月20日'))).toContain('待答复');
  });
});

describe('a request that another has replaced', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('waits again when the report in between is taken back, whatever became of the other items in it', async () => {
    await march.ask(LIAISON, '第1项请宽限到下月8号，场地未定');
    await march.ask(LIAISON, '第2项请宽限到下月9号，设备未到');
    const both = await march.ask(
      LIAISON,
      '第1项请宽限到下月18号，场地未定；第2项请宽限到下月19号，设备未到',
    );
    await march.ask(LIAISON, '第1项已完成');
    await march.press(LIAISON, both, '撤销');
    expect(textOf(march.find(OFFICE, '申请延至 4月9日'))).toContain('待答复');
    expect(textOf(march.find(OFFICE, '申请延至 4月8日'))).toContain('无需答复');
    await march.ask(LIAISON, '撤销');
    expect(textOf(march.find(OFFICE, '申请延至 4月8日'))).toContain('待答复');
  });
});

describe('a decision that is taken back', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  const grant = async (day: string) => {
    await march.ask(LIAISON, `第2项请宽限到下月${day}号，设备未到`);
    const card = march.find(OFFICE, `申请延至 4月${day}日`);
    await march.press(OFFICE, card, '同意延期');
    return card;
  };

  test('does not undo what was granted after it', async () => {
    const first = await grant('10');
    const second = await grant('20');
    expect(await march.press(OFFICE, first, '撤销')).toContain('后来又有改动');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 4月20日');
    expect(await march.press(OFFICE, second, '撤销')).toContain('恢复为待答复');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 4月10日');
  });

  test('does not undo what the office has since changed in the plan', async () => {
    await march.ask(LIAISON, '第3项请宽限到下月12号，人手不足');
    const card = march.find(OFFICE, '申请延至 4月12日');
    await march.press(OFFICE, card, '同意延期');
    await march.ask(OFFICE, '3月第3项期限改为4月28日');
    const changed = await march.ask(OFFICE, '确认');
    expect(await march.press(OFFICE, card, '撤销')).toContain('后来又有改动');
    await march.ask(OFFICE, '3月第3项期限改为4月29日');
    await march.ask(OFFICE, '确认');
    expect(await march.press(OFFICE, changed, '撤销')).toContain('后来又有改动');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 4月29日');
  });
});

function idIn(message: Parameters<typeof textOf>[0]): string {
  return /"matter":"([^"]+)"/.exec(textOf(message))?.[1] ?? '';
}
