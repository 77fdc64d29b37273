import { describe, expect, test } from 'vitest';
import { readAmendment } from '../../src/progress/amend.ts';
import { inOneLine, type ListName, read } from './reading.ts';

/** As people write from a phone: which list is answered, the reply, what it is understood as. */
type Row = [list: ListName, text: string, understood: string];

test.each<Row>([
  ['six', '行动方案已印发，推进会也开了', '1 done'],
  ['six', '对接会开了，现场签约8个项目，金额2.3亿', '4 done'],
  ['six', '平台上线了，走访1200户', '5 in_progress'],
  ['six', '补助资金已全部兑付到位', '6 done'],
  [
    'six',
    '1、4完成，3等批复，其他正常推进',
    '1 done, 2 in_progress, 3 in_progress, 4 done, 5 in_progress, 6 in_progress',
  ],
  [
    'six',
    '1、4好了，6缺钱，2和5在弄，3没动',
    '1 done, 2 in_progress, 3 not_started, 4 done, 5 in_progress, 6 blocked',
  ],
  [
    'six',
    '一四完成了，别的在推进',
    '1 done, 2 in_progress, 3 in_progress, 4 done, 5 in_progress, 6 in_progress',
  ],
  ['six', '除管网改造外都完成了', '1 done, 2 done, 3 done, 4 done, 5 done, 6 not_started'],
  [
    'six',
    '除了对接会和管网改造，其他都完成了',
    '1 done, 2 done, 3 done, 4 not_started, 5 done, 6 not_started',
  ],
  ['six', '方案、对接会完成，大检查在推进', '1 in_progress, 2 in_progress, 4 done'],
  ['six', '对接会和大走访都完成了', '4 done, 5 in_progress'],
  [
    'six',
    '只剩管网改造还在推进，其他都结束了',
    '1 done, 2 done, 3 done, 4 done, 5 done, 6 in_progress',
  ],
  [
    'six',
    '第1项方案已印发；第2项大检查已完成；第3项认定材料已上报；第4项对接会定于5月28日；第5项平台在建；第6项资金未到位',
    '1 in_progress, 2 done, 3 done, 4 in_progress by 2026-05-28, 5 in_progress, 6 blocked',
  ],
  [
    'six',
    '一、智能制造方案已经县政府常务会审议通过，即将印发。二、大检查已结束，共查出隐患52条，整改50条。三、无进展。',
    '1 in_progress, 2 done, 3 not_started',
  ],
  [
    'six',
    '报告：第一项、第二项任务已经完成；第三项任务因上级政策调整暂停；其余任务按序时进度推进。',
    '1 done, 2 done, 3 blocked, 4 in_progress, 5 in_progress, 6 in_progress',
  ],
  ['six', '请问第3项认定要什么材料，第1项已完成', '1 done'],
  ['six', '第1项完成。第3项请问找谁审批？', '1 done'],
  ['six', '5月的任务全部办结', '1 done, 2 done, 3 done, 4 done, 5 done, 6 done'],
  ['six', '本月任务均已完成', '1 done, 2 done, 3 done, 4 done, 5 done, 6 done'],
  ['six', '完成5项，只有第3项在等批复', '1 done, 2 done, 3 in_progress, 4 done, 5 done, 6 done'],
  ['six', '全部完成，就是第6项还差点尾巴', '1 done, 2 done, 3 done, 4 done, 5 done, 6 in_progress'],
  ['six', '都完成了，第3项除外', '1 done, 2 done, 3 not_started, 4 done, 5 done, 6 done'],
  ['six', '都完成了，不含第3项', '1 done, 2 done, 3 not_started, 4 done, 5 done, 6 done'],
  [
    'six',
    '第1-4项完成，第5项做了一半，第6项刚启动',
    '1 done, 2 done, 3 done, 4 done, 5 in_progress, 6 in_progress',
  ],
  [
    'six',
    '第1到4项，完成；5到6项，推进中',
    '1 done, 2 done, 3 done, 4 done, 5 in_progress, 6 in_progress',
  ],
  [
    'six',
    '1-2完成；3-4推进中，预计6月10日前完成；5-6未启动',
    '1 done, 2 done, 3 in_progress by 2026-06-10, 4 in_progress by 2026-06-10, 5 not_started, 6 not_started',
  ],
  ['six', '第2项 完成', '2 done'],
  ['six', '第2项：完成。', '2 done'],
  ['six', '【第2项】已完成', '2 done'],
  ['six', '2、完成', '2 done'],
  ['six', '第2完成', '2 done'],
  ['six', '二完成', '2 done'],
  ['six', '二号任务完成', '2 done'],
  ['six', '领导，第4项已按您的要求办好了', '4 done'],
  ['six', '王科长好，第4项昨天开完了，照片晚点补', '4 done'],
  ['six', '第4项开是开了，效果一般', '4 done'],
  ['six', '第4项5月20日已完成', '4 done'],
  ['six', '第4项5月18日开的', '4 done'],
  ['six', '第4项5月18日召开', '4 done'],
  ['six', '第4项4月份就开过了', '4 done'],
  ['plant', '二期厂房已建成', '1 done'],
  ['plant', '3万平方米厂房全部建成', '1 done'],
  ['plant', '竣工验收已通过', '1 done'],
  ['plant', '竣工验收资料已报住建局', '1 done'],
  ['plant', '早就投产了', '1 done'],
  ['two', '1完成，2节前开', '1 done, 2 not_started by 2025-12-31'],
  ['two', '办法已经起草好了，早餐会元旦前办', '1 done, 2 in_progress by 2025-12-31'],
  ['two', '两项都已完成', '1 done, 2 done'],
  ['two', '两个都好了', '1 done, 2 done'],
  ['two', '俩都完成了', '1 done, 2 done'],
])('to the list %s: “%s” settles some of it', (list, text, understood) => {
  expect(inOneLine(read(list, text))).toBe(understood);
});

test.each<Row>([
  ['six', '行动方案印发了，推进会还没开', '1 in_progress'],
  ['six', '推进会下周四开', '1 not_started by 2026-05-28'],
  ['six', '安全大检查正在进行，已排查隐患35处', '2 in_progress'],
  ['six', '安全检查搞完了，整改还在盯', '2 in_progress'],
  ['six', '四至范围认定材料已报市局，等批复', '3 in_progress'],
  ['six', '园区认定已经批下来了', '3 in_progress'],
  ['six', '化工园区认定还没报，缺规划图', '3 not_started'],
  ['six', '对接会改到6月10号开', '4 extension by 2026-06-10'],
  ['six', '平台建好了，大走访还在跑', '5 in_progress'],
  ['six', '大走访走了六百多户，还剩四百户', '5 in_progress'],
  ['six', '技改补助兑付了320万，剩下的月底前拨付', '6 in_progress by 2026-05-31'],
  ['six', '管网改造卡在拆迁，补助资金没到位', '6 blocked'],
  ['six', '管网完成改造4.5公里，占任务的60%', '6 in_progress'],
  [
    'six',
    '目前方案已印发，其余工作正在有序推进',
    '1 in_progress, 2 in_progress, 3 in_progress, 4 in_progress, 5 in_progress, 6 in_progress',
  ],
  [
    'six',
    '1.行动方案：已印发\n2.大检查：进行中\n3.园区认定：已申报，待批\n4.对接会：已取消\n5.平台：完成70%\n6.管网：未开工',
    '1 in_progress, 2 in_progress, 3 in_progress, 4 blocked, 5 in_progress, 6 not_started',
  ],
  ['six', '第3项认定要省里批，我们催了几次了，还没消息', '3 in_progress'],
  ['six', '第3项省厅专家下周来评审，过了就算完成', '3 in_progress by 2026-05-31'],
  ['six', '大部分完成，第3项还在等', '3 in_progress'],
  ['six', '第2项预计这个月底差不多能弄完', '2 in_progress by 2026-05-31'],
  ['six', '第2项5月25日前报结果', '2 in_progress by 2026-05-25'],
  ['six', '第2项已经在收尾了，明后天就报', '2 in_progress by 2026-05-22'],
  ['six', '《智能制造三年行动方案》已印发', '1 in_progress'],
  ['six', '《行动方案》还在征求意见', '1 in_progress'],
  ['six', '方案送审稿已报县政府', '1 in_progress'],
  ['six', '方案已经常务会审议通过', '1 in_progress'],
  ['six', '方案没通过，退回修改', '1 blocked'],
  ['six', '智能制造方案取消，省里统一出', '1 blocked'],
  ['six', '智能制造方案暂不印发', '1 in_progress'],
  ['six', '6月份再搞对接会', '4 in_progress by 2026-06-30'],
  ['six', '对接会等产品目录定了再说', '4 in_progress'],
  ['six', '我们这边大走访完成了，数据明天报', '5 in_progress by 2026-05-21'],
  ['six', '大走访完成率百分之百', '5 in_progress'],
  ['six', '大走访还有三个乡镇没走到', '5 in_progress'],
  ['six', '第5项累计走访1800户，本月320户', '5 in_progress'],
  ['six', '第5项走访企业数同比增长30%', '5 in_progress'],
  ['six', '第4项可能要黄', '4 blocked'],
  ['six', '第4项怕是完不成', '4 in_progress'],
  ['six', '第4项不一定能完成', '4 in_progress'],
  ['six', '第4项不敢保证月底完成', '4 in_progress by 2026-05-31'],
  ['six', '第4项算不上完成，只是开了个头', '4 in_progress'],
  ['six', '第4项开了个头', '4 in_progress'],
  ['six', '第4项八字还没一撇', '4 not_started'],
  ['six', '第4项早着呢', '4 not_started'],
  ['six', '第4项遥遥无期', '4 not_started'],
  ['six', '第4项有序推进，未完成', '4 in_progress'],
  ['six', '第4项完成没那么快', '4 in_progress'],
  ['six', '第4项还没到完成的时候', '4 not_started'],
  ['six', '第4项完成与否要看企业', '4 in_progress'],
  ['six', '第4项今年肯定完成', '4 in_progress by 2026-12-31'],
  ['six', '第4项6月初能完成', '4 in_progress by 2026-06-05'],
  ['six', '第4项如期完成没问题', '4 in_progress'],
  ['six', '第4项年中前完成', '4 in_progress by 2026-06-30'],
  ['six', '第4项端午前办完', '4 in_progress by 2026-06-18'],
  ['six', '第4项三天内办结', '4 in_progress by 2026-05-23'],
  ['six', '第4项一周内完成', '4 in_progress by 2026-05-27'],
  ['six', '第4项本旬完成', '4 in_progress'],
  ['six', '第4项6.10前完成', '4 in_progress by 2026-06-10'],
  ['six', '第4项6/10前完成', '4 in_progress by 2026-06-10'],
  ['six', '第4项5月28日召开', '4 not_started by 2026-05-28'],
  ['plant', '厂房封顶了', '1 in_progress'],
  ['plant', '企业已入驻', '1 in_progress'],
  ['plant', '已建成2万平方米', '1 in_progress'],
  ['plant', '完成2.1万平方米，70%', '1 in_progress'],
  ['plant', '钢结构吊装完成', '1 in_progress'],
  ['plant', '主体完工，正在装修', '1 in_progress'],
  ['plant', '基础完成，主体施工到二层', '1 in_progress'],
  ['plant', '正在浇筑', '1 in_progress'],
  ['plant', '停工了，资金链断了', '1 blocked'],
  ['plant', '雨水太多影响进度，预计推迟到6月底', '1 extension by 2026-06-30'],
  ['plant', '进度有点慢，但6月底能完成', '1 in_progress by 2026-06-30'],
  ['plant', '一期已完成，二期在建', '1 in_progress'],
  ['plant', '年底前建成', '1 in_progress by 2026-12-31'],
  ['plant', '争取七一前完工', '1 in_progress by 2026-06-30'],
  ['plant', '未开工', '1 not_started'],
  ['plant', '招标已完成，月底进场', '1 in_progress by 2026-05-31'],
  ['visits', '已走访30家', '1 in_progress'],
  ['visits', '走访了32家，诉求解决了28个', '1 in_progress'],
  ['visits', '走访18家', '1 in_progress'],
  ['visits', '已走访28家，还差2家', '1 in_progress'],
  ['visits', '完成走访任务', '1 in_progress'],
  ['visits', '30家全部走访完毕', '1 in_progress'],
  ['visits', '企业都走访完了，诉求还在办', '1 in_progress'],
  ['two', '均未启动', '1 not_started, 2 not_started'],
  ['two', '办法初稿已出，早餐会年前开', '1 in_progress, 2 not_started by 2026-02-16'],
  ['two', '年底前都能完成', '1 in_progress by 2025-12-31, 2 in_progress by 2025-12-31'],
])('to the list %s: “%s” settles nothing, but reports', (list, text, understood) => {
  expect(inOneLine(read(list, text))).toBe(understood);
});

test.each<Row>([
  ['six', '4月的任务全部办结', 'ask other-month'],
  ['six', '本月工作已完成', 'ask which-task'],
  ['six', '6项任务完成5项，剩余1项正在推进', 'ask count-or-number'],
  ['six', '2项已完成', 'ask count-or-number'],
  ['six', '两项完成', 'ask count-or-number'],
  ['six', '2号完成', 'ask which-task'],
  ['six', '第七项完成', 'ask unknown-number'],
  ['six', '第0项完成', 'ask unknown-number'],
  ['six', '第1项、第9项完成', 'ask unknown-number'],
  ['six', '没啥进展', 'ask which-task'],
  ['six', '第4项号称完成', 'ask which-status'],
  ['six', '第4项据乡镇反馈已完成', 'ask which-status'],
  ['six', '第4项企业说已经完成了', 'ask which-status'],
  ['two', '12月底前完成', 'ask which-task'],
  ['two', '2月底前', 'ask which-task'],
])('to the list %s: “%s” is asked back', (list, text, understood) => {
  expect(inOneLine(read(list, text))).toBe(understood);
});

test.each<Row>([
  ['six', '第2项检查的事由应急局牵头，我们只是配合', 'no report: dispute'],
  ['six', '第6项补助标准怎么定的', 'no report: question'],
  ['six', '技改补助标准是多少？', 'no report: policy'],
  ['six', '补助资金什么时候下来', 'no report: policy'],
  ['six', '大检查要查哪些企业', 'no report: question'],
  ['six', '公共服务平台的建设标准发一份', 'no report: policy'],
  ['six', '对接会通知发我一下', 'no report: question'],
])('to the list %s: “%s” reports nothing', (list, text, understood) => {
  expect(inOneLine(read(list, text))).toBe(understood);
});

describe('what is set apart behind a list of numbers is not among the done', () => {
  test.each<[string, string]>([
    ['第1至4项完成，第4项除外', '1 done, 2 done, 3 done, 4 unsaid'],
    ['第1到4项都完成了，不包括第4项', '1 done, 2 done, 3 done, 4 unsaid'],
    ['第1、2、5项都完成，第5项除外', '1 done, 2 done, 5 unsaid'],
    ['第2到4项（不含第3项）都已办结', '2 done, 3 unsaid, 4 done'],
    ['第1到3项除第2项外都完成了', '1 done, 2 unsaid, 3 done'],
    ['1-4完成，4除外', '1 done, 2 done, 3 done, 4 unsaid'],
    ['第1-4项已完成，不含4', '1 done, 2 done, 3 done, 4 unsaid'],
    ['第1到4项已办结，但第4项没算在内', '1 done, 2 done, 3 done, 4 unsaid'],
    ['第1到4项都完成了，第4项除外，还在推进', '1 done, 2 done, 3 done, 4 in_progress'],
  ])('%s', (text, understood) => {
    const reading = read('six', text);
    const items = reading.kind === 'report' ? reading.items : [];
    expect(items.map((i) => `${i.no} ${i.unsaid ? 'unsaid' : i.status}`).join(', ')).toBe(
      understood,
    );
  });

  test('what is taken back altogether is asked about', () => {
    expect(inOneLine(read('six', '第4项完成，第4项除外'))).toBe('ask amends');
  });
});

describe('what has begun is not told as 未开始', () => {
  test.each<[string, string]>([
    ['第2项数据报了但还没审', '2 in_progress'],
    ['第1项数据报了但还没验收', '1 in_progress'],
    ['第3项材料交上去了，还没评审', '3 in_progress'],
    ['第4项不能说没完成', 'ask which-status'],
    ['我没说第1项完成', 'ask which-status'],
    ['我们没有说过第5项已经办结', 'ask which-status'],
  ])('%s', (text, understood) => expect(inOneLine(read('six', text))).toBe(understood));

  test('没完成 is kept apart from 未启动', () => {
    const itemsOf = (text: string) => {
      const reading = read('six', text);
      return reading.kind === 'report' ? reading.items : [];
    };
    expect(itemsOf('第2项没完成')[0]?.unfinished).toBe(true);
    expect(itemsOf('第2项未启动')[0]?.unfinished).toBeUndefined();
  });
});

test.each<[string, string]>([
  ['第1项改成已完成', '1 done'],
  ['第1项更正为已完成', '1 done'],
  ['第3项调整为已办结', '3 done'],
  ['第2项更正为进行中', '2 in_progress'],
])('%s says what holds now', (text, understood) => {
  expect(inOneLine(read('six', text))).toBe(understood);
  const amendment = readAmendment(text);
  expect(amendment?.kind === 'restated' ? amendment.rest : text).not.toBe('');
});

describe('numbers that go on, stand apart or count something', () => {
  test.each<[string, string]>([
    ['第5项以外都在推进', '1 in_progress, 2 in_progress, 3 in_progress, 4 in_progress'],
    ['第5项之外的都办完了', '1 done, 2 done, 3 done, 4 done'],
    ['1、2项完成3项没完成', '1 done, 2 done, 3 not_started'],
    ['1和2办完了，3项还在推进', '1 done, 2 done, 3 in_progress'],
    ['第1项到第3项都完成', '1 done, 2 done, 3 done'],
    ['第二项至第四项已办结', '2 done, 3 done, 4 done'],
    ['第1项完成2项', '1 in_progress'],
    ['第5项累计办理事项12项', '5 in_progress'],
    ['任务2已完成', '2 done'],
  ])('%s', (text, understood) => {
    const reading = read('bureau', text);
    const items = reading.kind === 'report' ? reading.items.filter((i) => !i.unsaid) : [];
    expect(items.map((i) => `${i.no} ${i.status}`).join(', ')).toBe(understood);
  });
});

test.each<[string, string]>([
  ['第1项延期的事不用了', '1 in_progress'],
  ['第2项延期不用了', '2 in_progress'],
  ['第2项不用延期了，月底前完成', '2 in_progress by 2026-05-31'],
  ['第2项不得不延期到6月10号', '2 extension by 2026-06-10'],
  ['第1项完成，第1项没完成', 'ask which-status'],
  ['第1项完成了初稿，第1项还没定稿', '1 in_progress'],
  ['第4项我们配合完了，银行那边还没签', '4 done'],
  ['第4项我们办完了，银行那边还没签', '4 in_progress'],
  ['第4项我们只是配合单位', 'no report: dispute'],
  ['第5项3月简报10号已发，4月的还没', '5 in_progress'],
])('%s', (text, understood) => expect(inOneLine(read('six', text))).toBe(understood));

test.each([
  ['更正：第2项报了5家，不是3家', '3家→5家'],
  ['我们走访了15户，不是12户', '12户→15户'],
  ['1完成，不是2', ''],
])('%s corrects %s', (text, swapped) => {
  const amendment = readAmendment(text);
  const swaps = amendment?.kind === 'figures' ? amendment.swaps : [];
  expect(swaps.map((s) => `${s.old}→${s.new}`).join()).toBe(swapped);
});
