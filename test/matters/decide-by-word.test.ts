import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDecision } from '../../src/intent/read-decision.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

const units = indexUnitNames(
  ['科技经信局', '开发区', '财政局'].map((name) => ({ name, names: [name] })),
);
const read = (text: string) => readDecision(text, { refDate: '2026-03-02', units });

test.each([
  ['同意延期', { agree: true, kind: 'extension', reason: '' }],
  ['同意延期到4月20日', { agree: true, kind: 'extension', on: '2026-04-20', reason: '' }],
  ['科技经信局第2项同意延至4月底', { agree: true, kind: 'extension', unit: '科技经信局', no: 2 }],
  ['不同意延期，请按期完成', { agree: false, kind: 'extension', reason: '请按期完成' }],
  [
    '退回科技经信局第1项，请补充签约清单',
    { agree: false, unit: '科技经信局', no: 1, reason: '请补充签约清单' },
  ],
  ['开发区办结审核通过', { agree: true, kind: 'completion', unit: '开发区' }],
  ['退回', { agree: false, reason: '' }],
  ['维持原安排：原计划已明确', { agree: false, kind: 'dispute', reason: '原计划已明确' }],
  ['同意改派开发区', { agree: true, kind: 'dispute', to: '开发区' }],
])('%s decides', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test.each([
  '领导已同意',
  '同意了吗',
  '3月第3项期限改为3月20日',
  '县长批示同意，请抓紧办',
  '方案已通过专家评审会',
])('%s decides nothing by itself', (text) => {
  expect(read(text)?.isWhole ?? false).toBe(false);
});

describe('the office decides in words', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(OFFICE, '开启办结审核');
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));

  test('more time that ends no later than the deadline is neither asked for nor granted', async () => {
    expect(await said(LIAISON, '第2项申请延期到3月10日')).toContain('不晚于现期限 2026-');
    await march.ask(LIAISON, '第2项申请延期到4月15日，钢材没到位');
    expect(await said(OFFICE, '同意科技经信局第2项延期到3月10日')).toContain('不晚于现期限 2026-');
    await march.ask(LIAISON, '撤销');
  });

  test('what does not wait is named, and so is what does', async () => {
    await march.ask(ZONE, '第1项申请延期到4月20日，资金没到位');
    const answer = await said(OFFICE, '退回科技经信局第3项，请补充清单');
    expect(answer).toContain('科技经信局第3项没有等待答复');
    expect(answer).toContain('开发区');
    expect(answer).not.toContain('目前没有等待答复');
    await march.ask(ZONE, '撤销');
  });

  test('returns a completion with its reason, and the unit hears it', async () => {
    await march.ask(LIAISON, '第1项已完成');
    await march.ask(LIAISON, '第2项申请延期到4月15日，钢材没到位');
    expect(await said(OFFICE, '退回科技经信局第1项')).toContain('退回请写明原因');
    expect(await said(OFFICE, '退回科技经信局第1项，请补充签约清单')).toContain('撤销');
    expect(march.inbox(LIAISON).at(-1)).toContain('请补充签约清单');
  });

  test.each([
    '还没同意科技经信局延期',
    '昨天同意科技经信局延期到4月20日',
    '昨天同意科技经信局延期到4月20日的是谁',
    '同意科技经信局延期，前提是补齐材料',
    '科技经信局不同意延期',
  ])('%s leaves what waits as it is', async (text) => {
    await march.ask(OFFICE, text);
    expect(await said(OFFICE, '待答复')).toContain('延期申请 · 科技经信局');
  });

  test('what says more than the order is shown with its button', async () => {
    const shown = textOf(await march.ask(OFFICE, '如果材料补齐就同意科技经信局延期'));
    expect(shown).toContain('共 **1** 件等待答复');
    expect(shown).toContain('办理');
  });

  test('grants the only extension that waits, on the day it names', async () => {
    expect(await said(OFFICE, '同意延期到4月10日')).toContain('4月10日');
    expect(march.inbox(LIAISON).at(-1)).toContain('4月10日');
    expect(await said(OFFICE, '撤销')).toContain('恢复为待答复');
    expect(await said(OFFICE, '不同意延期，请按期完成')).toContain('撤销');
    expect(march.inbox(LIAISON).at(-1)).toContain('请按期完成');
    expect(await said(OFFICE, '同意延期')).toContain('没有等待答复');
  });

  test('asks where several wait, and under a card means that one', async () => {
    await march.ask(LIAISON, '第1项已完成');
    await march.ask(ZONE, '第1项已完成');
    expect(await said(OFFICE, '办结审核通过')).toContain('共 **2** 件');
    march.sim
      .as(OFFICE)
      .send({ text: '通过', under: march.find(OFFICE, '开发区 吴开发').messageId });
    await march.settle();
    expect(march.inbox(ZONE).at(-1)).toContain('已通过');
    expect(march.inbox(LIAISON).at(-1)).not.toContain('已通过');
  });
});
