import { expect, test } from 'vitest';
import { makeXlsx, type SampleSheet } from '../support/office-files.ts';
import { planIn } from '../support/read-file.ts';

const read = async (sheets: SampleSheet[], file = 'plan.xlsx') => {
  const { tasks } = await planIn(file, await makeXlsx(sheets));
  return tasks.map((t) => [
    t.dueOn ?? t.month,
    t.content,
    t.leadUnits.join('、'),
    t.coopUnits.join('、'),
  ]);
};

test('sheets that are named by a unit and have no column of units are that unit’s', async () => {
  const head = ['序号', '工作任务', '配合单位', '完成时限'];
  expect(
    await read([
      {
        name: '县工信局',
        rows: [
          ['2026年“三个年”活动任务分解'],
          head,
          ['1', '编制产业链图谱', '县发改局', '3月底前'],
          ['2', '召开重点企业座谈会', '县税务局、县财政局', '5月20日前'],
        ],
      },
      {
        name: '县财政局',
        rows: [head, ['1', '兑现企业奖补资金', '县工信局', '6月底前']],
      },
      {
        name: '云台工业园管委会',
        rows: [head, ['1', '建成标准厂房3万平方米', '', '11月底前']],
      },
    ]),
  ).toEqual([
    ['2026-03-31', '编制产业链图谱', '县工信局', '县发改局'],
    ['2026-05-20', '召开重点企业座谈会', '县工信局', '县税务局、县财政局'],
    ['2026-06-30', '兑现企业奖补资金', '县财政局', '县工信局'],
    ['2026-11-30', '建成标准厂房3万平方米', '云台工业园管委会', ''],
  ]);
});

test('sheets that are named by a month and have no column of months are that month’s', async () => {
  const head = ['序号', '工作任务', '牵头单位', '配合单位'];
  expect(
    await read([
      {
        name: '1月',
        rows: [['2026年全县工业任务清单'], head, ['1', '开展节前慰问', '县工信局', '县总工会']],
      },
      { name: '2月', rows: [head, ['1', '调度节后复工', '县工信局', '县人社局']] },
      { name: '三月份', rows: [head, ['1', '发布产业链目录', '县发改局', '县工信局']] },
    ]),
  ).toEqual([
    [1, '开展节前慰问', '县工信局', '县总工会'],
    [2, '调度节后复工', '县工信局', '县人社局'],
    [3, '发布产业链目录', '县发改局', '县工信局'],
  ]);
});

test('true dates in a workbook with a cover, a hidden old version and a sheet of notes', async () => {
  const head = ['序号', '任务名称', '主办单位', '协办单位', '计划完成日期', '备注'];
  expect(
    await read([
      { name: '封面', rows: [['清河县2026年重点项目推进表'], ['清河县工业和信息化局']] },
      {
        name: '推进表',
        rows: [
          ['清河县2026年重点项目推进表'],
          ['单位：万元', '', '', '', '填报日期：', new Date('2026-01-08T00:00:00Z')],
          head,
          [1, '完成管网改造', '县住建局', '县水务局', new Date('2026-04-30T00:00:00Z'), ''],
          [2, '建成检测中心', '县市场监管局', '', new Date('2026-09-15T00:00:00Z'), '续建'],
          [
            3,
            '投产铸造项目',
            '清河经开区管委会',
            '县工信局、县供电公司',
            new Date('2026-12-10T00:00:00Z'),
            '',
          ],
          ['合计', '3个', '', '', '', ''],
        ],
      },
      {
        name: '旧表',
        hidden: true,
        rows: [head, [1, '旧的管网改造', '县住建局', '', new Date('2025-04-30T00:00:00Z'), '']],
      },
      { name: '填表说明', rows: [['1.本表由主办单位填报。'], ['2.每月25日前更新。']] },
    ]),
  ).toEqual([
    ['2026-04-30', '完成管网改造', '县住建局', '县水务局'],
    ['2026-09-15', '建成检测中心', '县市场监管局', ''],
    ['2026-12-10', '投产铸造项目', '清河经开区管委会', '县工信局、县供电公司'],
  ]);
});

test('a step drawn over several months is to be reached by the last of them', async () => {
  const rows = [
    ['2026年重点项目横道图'],
    ['项目名称', '责任单位', '1月', '2月', '3月', '4月'],
    ['锂电材料厂房', '县工信局', { text: '前期手续', columns: 2 }, null, '', '开工'],
  ];
  const { tasks } = await planIn('plan.xlsx', await makeXlsx([{ name: '横道图', rows }]));
  expect(tasks).toMatchObject([
    {
      recurrence: { every: 'year', months: [2, 4] },
      milestones: [
        { period: '1月—2月', text: '前期手续' },
        { period: '4月', text: '开工' },
      ],
    },
  ]);
});

test('a column for each unit, with a mark for its part', async () => {
  const head = ['序号', '工作任务', '县工信局', '县发改局', '县财政局', '完成时限'];
  const rows = [
    ['2026年重点任务责任分工表'],
    head,
    ['1', '编制产业规划', '★', '▲', '▲', '6月底'],
    ['2', '兑现奖补资金', '▲', '', '★', '11月底'],
    ['注：★为牵头单位，▲为配合单位'],
  ];
  const wanted = [
    ['2026-06-30', '编制产业规划', '县工信局', '县发改局、县财政局'],
    ['2026-11-30', '兑现奖补资金', '县财政局', '县工信局'],
  ];
  expect(await read([{ name: '分工', rows }])).toEqual(wanted);
  const inWords = rows
    .slice(0, 4)
    .map((row) => row.map((t) => t.replace('★', '牵头').replace('▲', '配合')));
  expect(await read([{ name: '分工', rows: inWords }])).toEqual(wanted);
  const ticked = [...rows.slice(0, 2), ['1', '开展联合检查', '√', '', '√', '9月底']];
  expect(await read([{ name: '分工', rows: ticked }])).toEqual([
    ['2026-09-30', '开展联合检查', '县工信局、县财政局', ''],
  ]);
});

test('marks that no legend explains for sure are listed as a doubt', async () => {
  const head = ['序号', '工作任务', '县工信局', '县财政局', '完成时限'];
  const rows = [head, ['1', '编制产业规划', '★', '▲', '6月底']];
  const doubts = async (...legend: string[][]) =>
    (
      await planIn('plan.xlsx', await makeXlsx([{ name: '分工', rows: [...rows, ...legend] }]))
    ).problems
      .map((p) => p.message)
      .filter((m) => m.includes('图例'));
  expect(await doubts()).toEqual([expect.stringContaining('“★”“▲”')]);
  expect(await doubts(['注：★为牵头单位，▲'])).toEqual([expect.stringContaining('“★”“▲”')]);
  expect(await doubts(['注：牵头单位打★，配合单位打▲'])).toEqual([]);
});

test('a sheet in which no task was found is listed beside the others', async () => {
  const plan = await planIn(
    'plan.xlsx',
    await makeXlsx([
      { name: '填表说明', rows: [['填表说明'], ['本表由县政府办汇总']] },
      {
        name: '任务',
        rows: [
          ['序号', '工作任务', '责任单位', '完成时限'],
          ['1', '编制方案', '县工信局', '2026年6月底'],
        ],
      },
    ]),
  );
  expect(plan.tasks).toHaveLength(1);
  expect(plan.problems.map((p) => `${p.where}：${p.message}`)).toContain(
    '工作表“填表说明”：没有读出任务（填表说明），如有任务请核对',
  );
});
