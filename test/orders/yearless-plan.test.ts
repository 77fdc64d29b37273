import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPlansOfYear, listTasks } from '../../src/plan/queries.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, SECOND_OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const ROWS = ['工作任务,牵头单位,完成时限', '完成厂房验收,科技经信局,6月底前'].join('\n');

describe('a plan that names no year', () => {
  let march: March;
  let sent = 0;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const send = (who = OFFICE) => {
    sent += 1;
    return march.sendFile(who, {
      name: `厂房任务${'甲乙丙丁戊己庚辛壬癸'[sent]}.csv`,
      bytes: utf8(ROWS),
    });
  };
  const shown = (id: string) =>
    textOf(march.fromBot(march.sim.as(OFFICE).chatId).find((m) => m.messageId === id));

  test('is asked for its year, and one tap reads it with that year', async () => {
    const asked = await send();
    expect(textOf(asked)).toContain('没有写年份');
    await march.press(OFFICE, asked, '2026年');
    expect(shown(asked.messageId)).toContain('读出 **2026** 年任务 **1** 项');
    expect(shown(asked.messageId)).not.toContain('没有找到年份');
    const preview = march.find(OFFICE, '读出 **2026** 年任务');
    await march.press(OFFICE, preview, '确认');
    const plans = await findPlansOfYear(march.deps.db, 2026);
    const plan = plans.find((p) => p.title.startsWith('厂房任务'));
    const [task] = await listTasks(march.deps.db, plan?.id ?? '');
    expect(task).toMatchObject({ month: 6, dueOn: '2026-06-30' });
  });

  describe('answered in words', () => {
    beforeEach(() => send());

    test.each([
      ['2025年', 2025],
      ['2027', 2027],
      ['今年的', 2026],
      ['是二〇二五年的计划', 2025],
    ])('%s', async (words, year) => {
      expect(textOf(await march.ask(OFFICE, words))).toContain(`读出 **${year}** 年任务 **1** 项`);
      await march.ask(OFFICE, '放弃');
    });
  });

  test('waits while other things are said', async () => {
    const asked = await send();
    expect(textOf(await march.ask(OFFICE, '计划情况'))).not.toContain('读出');
    expect(textOf(await march.ask(OFFICE, '2026年'))).toContain('读出 **2026** 年任务');
    await march.ask(OFFICE, '放弃');
    expect(await march.press(OFFICE, asked, '2025年')).toContain('已经处理过');
  });

  test('waits for the person who sent it, not for another one of the office', async () => {
    await send();
    expect(textOf(await march.ask(SECOND_OFFICE, '2026年'))).not.toContain('读出');
    expect(textOf(await march.ask(LIAISON, '2026年'))).not.toContain('读出');
    await march.ask(OFFICE, '2026年');
    await march.ask(OFFICE, '放弃');
  });
});
