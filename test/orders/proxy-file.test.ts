import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { makeXlsx, utf8 } from '../support/office-files.ts';

const ROWS = [
  ['单位', '序号', '完成情况', '备注'],
  ['科技经信局', '1', '已完成', '签约5家'],
  ['科技经信局', '3', '正在推进', ''],
  ['开发区', '1', '有困难', '场地未定'],
  ['农机局', '1', '已完成', ''],
];

describe('a list of how things stand that the office filled in for units', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test.each([
    ['代填.csv', () => utf8(ROWS.map((r) => r.join(',')).join('\n'))],
    ['11月情况.xlsx', () => makeXlsx([{ name: '情况', rows: ROWS }])],
  ])(
    '%s is recorded with one tap, with its notes, and never offered as a plan',
    async (name, bytes) => {
      const reply = await march.sendFile(OFFICE, { name, bytes: await bytes() });
      const shown = textOf(reply);
      expect(shown).not.toMatch(/读出|计划|年份/u);
      expect(shown).toContain('第1项“召开银企对接会”：已完成');
      expect(shown).toContain('签约5家');
      expect(shown).toContain('第1项“筹备产业链招商活动”：有困难');
      expect(march.inbox(OFFICE).at(-1)).toContain('没有找到单位“农机局”');
      expect(await march.summary()).toMatchObject({ done: 0 });
      await march.press(OFFICE, reply, '登记，来源：书面材料');
      expect(await march.summary()).toMatchObject({ done: 1, blocked: 1 });
      expect(march.inbox(LIAISON).at(-1)).toContain('代贵单位填报（书面材料）');
      expect(march.inbox(ZONE).at(-1)).toContain('场地未定');
      await march.ask(OFFICE, '撤销');
      await march.ask(OFFICE, '撤销');
      await march.ask(OFFICE, '确认');
    },
  );

  test('a plan with a column of progress is a plan', async () => {
    const rows = [
      ['工作任务', '牵头单位', '完成时限', '完成情况'],
      ['开展安全生产检查', '科技经信局', '2026年6月', '已完成'],
    ];
    const bytes = utf8(rows.map((r) => r.join(',')).join('\n'));
    expect(textOf(await march.sendFile(OFFICE, { name: '2026年任务.csv', bytes }))).toContain(
      '读出',
    );
  });

  test('no row of a list is lost unsaid: ticks, merged units, two columns of state, a source of its own', async () => {
    const rows = [
      ['单位', '序号', '进展', '状态', '来源'],
      ['科技经信局', '1', '签约5家', '已完成', '电话'],
      ['', '3', '走访20家', '正在推进', '电话'],
      ['科技经信局', '2', '※', '', '电话'],
      ['开发区', '1', '邀请20家', '正在推进', '微信'],
    ];
    const before = march.inbox(OFFICE).length;
    const bytes = utf8(rows.map((r) => r.join(',')).join('\n'));
    await march.sendFile(OFFICE, { name: '反馈.csv', bytes });
    const shown = march.inbox(OFFICE).slice(before).join('\n');
    expect(shown).toContain('第1项“召开银企对接会”：已完成');
    expect(shown).toContain('第3项“开展规上企业走访”：进行中');
    expect(shown).toContain('※');
    expect(shown).toContain('来源：微信');
    expect(march.inbox(ZONE).at(-1)).toContain('代贵单位填报（微信）');
  });

  test.each(['2026年重点任务清单', '2026年工作计划'])(
    '%s with a column of progress and no time is a plan',
    async (name) => {
      const rows = [
        ['序号', '重点任务', '责任单位', '进展情况'],
        ['1', '完成全县规上工业企业安全生产检查全覆盖', '科技经信局', '正在推进'],
        ['2', '建成开发区污水处理厂二期工程并投入运行', '开发区', '已完成'],
      ];
      const bytes = utf8(rows.map((r) => r.join(',')).join('\n'));
      expect(textOf(await march.sendFile(OFFICE, { name: `${name}.csv`, bytes }))).toContain(
        '读出',
      );
    },
  );
});
