import { expect, test } from 'vitest';
import { timeApart } from '../../src/plan/time-apart.ts';
import { utf8 } from '../support/office-files.ts';
import { planIn } from '../support/read-file.ts';

const read = async (name: string, lines: string[]) =>
  (await planIn(name, utf8(lines.join('\n')))).tasks.map(
    ({ content, leadUnits, coopUnits, dueOn }) => ({
      content,
      leadUnits,
      coopUnits,
      dueOn,
    }),
  );

test('a mark of repetition says what the cell above says, also below a line over the whole width', async () => {
  const tasks = await read('p.csv', [
    '青石县2026年重点任务清单,,,,',
    '序号,工作任务,牵头单位,配合单位,完成时限',
    '1,建成冷链仓库,县商务局,"县发改局、县供销社",9月底前',
    '二、要素保障,,,,',
    '2,盘活闲置厂房,县经信局,〃,同上',
    '3,完善管网,〃,同上,11月底前',
  ]);
  expect(tasks.slice(1)).toEqual([
    {
      content: '盘活闲置厂房',
      leadUnits: ['县经信局'],
      coopUnits: ['县发改局', '县供销社'],
      dueOn: '2026-09-30',
    },
    {
      content: '完善管网',
      leadUnits: ['县经信局'],
      coopUnits: ['县发改局', '县供销社'],
      dueOn: '2026-11-30',
    },
  ]);
});

test('a deadline among the units of a bracket or a cell is the task’s deadline, not a unit', async () => {
  expect(
    await read('p.txt', [
      '青石县2026年园区提升任务分解',
      '（一）建成标准厂房8万平方米。〔开发区管委会牵头，县住建局、县自然资源局配合，10月底前完成〕',
      '（二）完成污水管网改造。（县住建局牵头；6月30日前；县水务集团配合）',
    ]),
  ).toEqual([
    {
      content: '建成标准厂房8万平方米。',
      leadUnits: ['开发区管委会'],
      coopUnits: ['县住建局', '县自然资源局'],
      dueOn: '2026-10-31',
    },
    {
      content: '完成污水管网改造。',
      leadUnits: ['县住建局'],
      coopUnits: ['县水务集团'],
      dueOn: '2026-06-30',
    },
  ]);
  expect(
    await read('p.csv', [
      '青石县2026年重点任务清单,,',
      '序号,工作任务,责任单位',
      '1,编制产业规划,"县发改局牵头，县经信局配合，9月30日前完成"',
    ]),
  ).toMatchObject([{ leadUnits: ['县发改局'], coopUnits: ['县经信局'], dueOn: '2026-09-30' }]);
});

test.each([
  ['县住建局、县水务集团', { units: '县住建局、县水务集团' }],
  ['县经信局牵头，确保年底前完成', { units: '县经信局牵头', deadline: '确保年底前完成' }],
  ['县统计局；5月20日前；县税务局', { units: '县统计局；；县税务局', deadline: '5月20日前' }],
  ['县教育局、12月底前完成', { units: '县教育局', deadline: '12月底前完成' }],
  ['第三季度工作专班', { units: '第三季度工作专班' }],
  ['三月三办公室，2026年5月', { units: '三月三办公室', deadline: '2026年5月' }],
])('the times in 「%s」', (text, apart) => expect(timeApart(text)).toEqual(apart));

test('units named in a sentence of the task count where no bracket names any', async () => {
  const tasks = await read('p.txt', [
    '青石县2026年数字经济工作要点',
    '1.新建5G基站120个。（责任单位：县科经局）',
    '2.改造管网4公里。（责任单位：县住建局）',
    '3.建成数字化车间2个。此项工作由县科经局牵头，县财政局配合，于11月底前完成。',
    '4.由县人社局负责，开展技能培训500人次。',
    '5.盘活厂房2处。（责任单位：县经信局）',
    '6.落实由财政承担的奖补资金。',
  ]);
  expect([2, 3, 5].map((i) => tasks[i])).toMatchObject([
    { leadUnits: ['县科经局'], coopUnits: ['县财政局'], dueOn: '2026-11-30' },
    { leadUnits: ['县人社局'], coopUnits: [] },
    { leadUnits: [], coopUnits: [] },
  ]);
});
