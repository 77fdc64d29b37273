import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine, read as readOf } from './reading.ts';

const CONTENTS = [
  '完成营商环境测评数据填报，12月15日前上报。',
  '新认定绿色工厂不少于4家。',
  '推进老工业区天然气、供热管网改造。',
  '开展“服务企业直通车”活动。',
  '全年技改投资增长15%以上。',
  '众创空间入驻率达到90%以上。',
  '盘活闲置厂房3万平方米。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const readAll = (text: string) => readReply({ month: 12, refDate: '2026-12-22', tasks, text });
const read = (text: string) => inOneLine(readAll(text));

describe('a line that opens a report says nothing of any task', () => {
  test.each([
    '现将开发区12月工作汇报如下：',
    '现就我镇四季度任务落实情况报告如下：',
    '现将我局12月份重点任务进展情况反馈如下。',
    '12月工作完成情况：',
    '汇报：',
    '工作进展如下：',
    '经开区12月情况汇报：',
    '县工信局：现将2026年12月工作情况汇报如下：',
    '领导好，现将我局4项任务进展汇报如下：',
    '根据通知要求，现将所有任务推进情况报告如下：',
  ])('%j', (opening) => {
    const list = '6.入驻率：91%，已达标；\n4.直通车：走访12次';
    expect(read(`${opening}\n${list}`)).toBe('4 in_progress, 6 done');
    expect(read(`${opening}${list}`)).toBe('4 in_progress, 6 done');
  });

  test.each([
    ['现将绿色工厂认定工作汇报如下：正在评审', '2 in_progress'],
    ['现将四季度管网改造进展汇报如下：天然气正在施工', '3 in_progress'],
    ['现将12月管网改造进展汇报如下：天然气正在施工', '3 in_progress'],
    ['现将第3项进展汇报如下：天然气管网正在施工', '3 in_progress'],
    ['已完成工作：1、4', '1 done, 4 done'],
    ['所有任务完成情况：均已完成', '1 done, 2 done, 3 done, 4 done, 5 done, 6 done, 7 done'],
    ['现将11月工作汇报如下：1.已上报；2.已认定4家', 'ask other-month'],
  ])('%j names its tasks', (text, understood) => {
    expect(read(text)).toBe(understood);
  });
});

const etas = (text: string) => {
  const reading = readAll(text);
  return reading.kind === 'report'
    ? reading.items.map((i) => `${i.no} ${i.eta ?? '-'}: ${i.note}`)
    : inOneLine(reading);
};

describe('what follows a number is of its task up to the next number', () => {
  test.each([
    ['1.', '2.', '4.'],
    ['1、', '2、', '4、'],
    ['（1）', '（2）', '（4）'],
    ['①', '②', '④'],
    ['第一，', '第二，', '第四，'],
  ])('%s', (one, two, four) => {
    const text = `现将我局12月进展汇报如下：\n${one}已收集6家数据，还差2家，25日前报送；\n${two}新认定3家，占75%；\n${four}走访12次，解决诉求5件`;
    expect(etas(text)).toEqual([
      '1 2026-12-25: 已收集6家数据，还差2家，25日前报送',
      '2 -: 新认定3家，占75%',
      '4 -: 走访12次，解决诉求5件',
    ]);
  });
});

describe('numbers of the message itself', () => {
  test.each([
    ['一、管网：天然气已通，还差2户；二、直通车走访5家', '3 in_progress, 4 in_progress'],
    ['1.供热管网正在施工；2.直通车走访5家，解决诉求3件', '3 in_progress, 4 in_progress'],
    ['（1）入驻率91%，已达标；（2）供热管网还没动工', '3 not_started, 6 done'],
    ['①供热管网正在施工；②直通车走访5家', '3 in_progress, 4 in_progress'],
    ['第一，供热管网正在施工；第二，直通车走访5家', '3 in_progress, 4 in_progress'],
    ['一是供热管网正在施工；二是直通车走访5家', '3 in_progress, 4 in_progress'],
    [
      '1.测评数据正在收集；2.绿色工厂正在评审；3.正在施工',
      '1 in_progress, 2 in_progress, 3 in_progress',
    ],
    ['第1项供热管网正在施工', '1 in_progress'],
  ])('%j', (text, understood) => {
    expect(read(text)).toBe(understood);
  });

  test.each([
    ['供热管网改造进展：\n1.已挖沟3公里；\n2.正在焊接', '3 in_progress'],
    ['现将管网改造工作汇报如下：\n一、天然气已通\n二、供热还差2公里', '3 in_progress'],
    ['第2项进展：（1）已认定3家；（2）还差1家待评审', '2 in_progress'],
    ['直通车活动情况：1、走访12次；2、解决诉求5件', '4 in_progress'],
    ['第2项：已认定3家\n4.直通车：走访12次', '2 in_progress, 4 in_progress'],
  ])('%j numbers the points of one task', (text, understood) => {
    expect(read(text)).toBe(understood);
  });

  test('an item that names nothing in such a list is asked about, and is not of the task before', () => {
    const reading = readAll('一、供热管网正在施工；二、已全部完成；三、直通车走访5家');
    expect(inOneLine(reading)).toBe('3 in_progress, 4 in_progress');
    expect(reading).toMatchObject({ asks: [{ why: 'which-task' }] });
  });
});

describe('nothing to provide is no difficulty', () => {
  test.each([
    ['第3项我们这边没配合任务了，完成', 'ask which-status'],
    ['第1项没数据可提供，完成了', 'ask which-status'],
    ['第1项我局没有可上报的内容', 'ask which-status'],
    ['第2项没有需要我们配合的，已办结', 'ask own-or-not'],
    ['第4项我们配合的已办结', '4 done'],
    ['第4项我们配合的部分已经办完', '4 done'],
    ['第4项我们只是配合', 'no report: dispute'],
    ['第1项企业没提供数据', '1 blocked'],
    ['第3项燃气公司一直没配合', '3 blocked'],
  ])('%j', (text, understood) => {
    expect(read(text)).toBe(understood);
  });
});

describe('what tells how far it has come has begun', () => {
  test.each([
    ['还没盘活3万平方米，现在2.6万平方米', '7 in_progress'],
    ['第7项还没完成3万平方米，目前只有2.6万', '7 in_progress'],
    ['技改投资还没到15%，现在13.5%', '5 in_progress'],
    ['入驻率未达90%，目前87%', '6 in_progress'],
    ['第3项没到位的是供热，还差60万', '3 in_progress'],
    ['第3项没动工', '3 not_started'],
    ['第3项还没动工，差60万', '3 not_started'],
    ['没完成的是第3项', '3 not_started'],
  ])('%j', (text, understood) => {
    expect(read(text)).toBe(understood);
  });
});

describe('a rate that the task measures is kept as a figure', () => {
  test.each([
    ['入驻率84%', ['84%']],
    ['入驻率百分之八十四', ['百分之八十四']],
    ['技改投资增长13.2%，投资额6.5亿元', ['6.5亿元', '13.2%']],
    ['第3项完成70%', undefined],
  ])('%j', (text, figures) => {
    const reading = readAll(text);
    const [item] = reading.kind === 'report' ? reading.items : [];
    expect(item?.metrics?.map((m) => m.text)).toEqual(figures);
  });
});

const readSix = (text: string) => inOneLine(readOf('six', text));

describe('a list inside one item is of that item', () => {
  test.each([
    ['第2项 1.检查了60家 2.整改了58处 3.还剩2处', '2 in_progress'],
    ['第2项目前进展，1、查了60家，2、还有两处没改', '2 in_progress'],
    ['第5项走访40家，包括：1、规上20家；2、规下20家；第6项没动', '5 in_progress, 6 not_started'],
    ['第2项查了60家，其中1、规上20家，2、规下40家', '2 in_progress'],
    ['3、认定申报：①材料已报②等批复', '3 in_progress'],
    ['第1项完成 第2项 1）查60家 2）改58处', '1 done, 2 in_progress'],
    [
      '第2项进展：1.查了60家；2.改了58处。第3项：1.已报市里；2.等批复',
      '2 in_progress, 3 in_progress',
    ],
    ['第6项有序推进，一是管网改了2公里，二是资金兑付300万', '6 in_progress'],
  ])('“%s”', (text, understood) => {
    expect(readSix(text)).toBe(understood);
  });

  test.each([
    ['5已完成，1.方案印发了，会也开了，2.检查完了', '1 in_progress, 2 done, 5 done'],
    ['1.方案印发了 2.检查60家 3.还没报', '1 in_progress, 2 in_progress, 3 not_started'],
  ])('“%s” counts the items', (text, understood) => {
    expect(readSix(text)).toBe(understood);
  });
});

describe('一是…，二是…', () => {
  test.each([
    ['三', '一是完成了，二是完成了，三是正在推进', '1 done, 2 done, 3 in_progress'],
    [
      '三',
      '一是没动，二是推进中，三是月底前完成',
      '1 not_started, 2 in_progress, 3 in_progress by 2026-02-28',
    ],
  ])('answers a list of %s where nothing but states are told: “%s”', (_, text, understood) => {
    expect(inOneLine(readOf('three', text))).toBe(understood);
  });

  test.each(['一是开了会，二是签约3家，三是还在谈', '一是初稿写了，二是还在征求意见'])(
    'that tells measures and names no item is asked about: “%s”',
    (text) => {
      expect(readSix(text)).toBe('ask which-task');
    },
  );

  test('names items by their words', () => {
    expect(inOneLine(readOf('two', '一是办法已起草，二是早餐会办了'))).toBe('1 done, 2 done');
  });
});
