import { describe, expect, test } from 'vitest';
import {
  LEADER_RULES,
  readLeaderOrder,
  readsLikeOrder,
} from '../../src/intent/read-leader-order.ts';

describe('what is said about 批示 and 关注', () => {
  test.each([
    ['批示：请科技经信局抓紧落实', { kind: 'instruct', text: '请科技经信局抓紧落实', on: {} }],
    [
      '批示: 请发改局研究，\n下周报我。',
      { kind: 'instruct', text: '请发改局研究，\n下周报我。', on: {} },
    ],
    ['批示 同意，按程序办', { kind: 'instruct', text: '同意，按程序办', on: {} }],
    ['第3项批示：月底前开工', { kind: 'instruct', text: '月底前开工', on: { no: 3 } }],
    ['对第三项任务批示：月底前开工', { kind: 'instruct', text: '月底前开工', on: { no: 3 } }],
    ['批示第2条：抓紧', { kind: 'instruct', text: '抓紧', on: { no: 2 } }],
    [
      '招商引资那项批示：要有实招',
      { kind: 'instruct', text: '要有实招', on: { topic: '招商引资' } },
    ],
    ['批示件', { kind: 'list' }],
    ['批示办理情况', { kind: 'list' }],
    ['查看批示件办理情况', { kind: 'list' }],
    ['我的批示落实情况怎么样了', { kind: 'list' }],
    ['还有哪些批示没办？', { kind: 'list' }],
    ['我批的那几件呢', { kind: 'list' }],
    ['上次我交代的事办了没', { kind: 'list' }],
    ['盯紧第3项', { kind: 'attend', on: true, what: { no: 3 } }],
    ['帮我盯着冷库建设', { kind: 'attend', on: true, what: { topic: '冷库建设' } }],
    ['批示3办结', { kind: 'close', no: 3 }],
    ['第3号批示办结', { kind: 'close', no: 3 }],
    ['批示件第12号已办结', { kind: 'close', no: 12 }],
    ['批示3办理情况：已与企业对接', { kind: 'answer', no: 3, text: '已与企业对接' }],
    ['批示件第3号 正在协调用地', { kind: 'answer', no: 3, text: '正在协调用地' }],
    ['关注第3项', { kind: 'attend', on: true, what: { no: 3 } }],
    ['请重点关注一下第二项工作', { kind: 'attend', on: true, what: { no: 2 } }],
    ['关注招商引资那项', { kind: 'attend', on: true, what: { topic: '招商引资' } }],
    ['关注标准厂房建设', { kind: 'attend', on: true, what: { topic: '标准厂房建设' } }],
    ['关注', { kind: 'attend', on: true, what: {} }],
    ['把第4项列为重点关注', { kind: 'attend', on: true, what: { no: 4 } }],
    ['取消关注第3项', { kind: 'attend', on: false, what: { no: 3 } }],
    ['不再关注标准厂房那项', { kind: 'attend', on: false, what: { topic: '标准厂房' } }],
    ['我关注的事项', { kind: 'attended' }],
    ['我关注了哪些任务？', { kind: 'attended' }],
  ])('%s', (text, order) => {
    expect(readLeaderOrder(text)).toEqual(order);
  });

  test.each([
    '有什么需要关注的吗',
    '领导批示要求什么',
    '3月进度',
    '第3项已完成',
    '关注哪些企业可以申报高企？',
    '省领导批示精神传达了没有',
    '已按领导批示完成',
  ])('%s is something else', (text) => {
    expect(readLeaderOrder(text)).toBeUndefined();
  });

  test.each(LEADER_RULES.map((r) => [r.example] as const))('%s is read', (example) => {
    expect(readLeaderOrder(example)).toBeDefined();
  });
});

describe('an order without the word 批示', () => {
  test.each([
    '请科技经信局抓紧，月底前必须开工',
    '这项要加快，不能再拖',
    '同意，请财政局牵头办理',
    '请开发区本周内报原因',
  ])('%s reads like one', (text) => expect(readsLikeOrder(text)).toBe(true));
  test.each(['那开发区呢', '为什么没完成', '开发区落实了吗', '好的', '谢谢'])(
    '%s does not',
    (text) => expect(readsLikeOrder(text)).toBe(false),
  );
});
