import { describe, expect, test } from 'vitest';
import { makeDocx, makeXlsx } from '../support/office-files.ts';
import { makePdf, pdfTable } from '../support/pdf-file.ts';
import { lines, planIn } from '../support/read-file.ts';

const HEADER = ['月度', '重点工作', '牵头单位', '配合单位'];

describe('a table of a plan', () => {
  test('carries a merged month, and one printed again after a page break', async () => {
    const plan = await planIn(
      'plan.docx',
      await makeDocx([
        '云山县2023年重点工作明细表',
        [
          HEADER,
          [{ text: '1月', rows: 2 }, '1.召开工业大会。', '县工信局', '各乡镇'],
          [null, '2.走访企业。', '县委办、\n县政府办', '县工信局等'],
          ['2月', '1.组织招工。', '县人社局', '相关企业'],
          HEADER,
          ['2月', '2.复工检查。', '县应急局', '县工信局\n县茶叶产业发展中心'],
        ],
      ]),
    );
    expect(plan.title).toBe('云山县2023年重点工作明细表');
    expect(plan.year).toBe(2023);
    expect(lines(plan)).toEqual([
      '1|1月|召开工业大会。|县工信局|各乡镇',
      '2|1月|走访企业。|县委办、县政府办|县工信局等',
      '1|2月|组织招工。|县人社局|相关企业',
      '2|2月|复工检查。|县应急局|县工信局、县茶叶产业发展中心',
    ]);
    expect(plan.tasks[3]?.source).toEqual({ table: 1, row: 6 });
    expect(plan.problems).toEqual([]);
  });

  test('has headers of two rows, section rows, kinds, restarted numbers and a total', async () => {
    const span = (text: string) => ({ text, rows: 2 });
    const plan = await planIn(
      'plan.docx',
      await makeDocx([
        '附件2',
        '东川县2024年工业领域任务分解表',
        [
          [
            span('序号'),
            span('类别'),
            span('工作任务'),
            { text: '责任分工', columns: 2 },
            null,
            span('完成时限'),
          ],
          [null, null, null, '牵头单位', '配合单位', null],
          [{ text: '一、稳增长', columns: 6 }, null, null, null, null, null],
          ['1', span('运行监测'), '做好监测分析', '县工信局', '县统计局', '每月10日前'],
          ['2', null, '建立包联制度', '县工信局', '各乡镇', '2月底'],
          [{ text: '二、扩投资', columns: 6 }, null, null, null, null, null],
          ['1', '项目建设', '开工电池项目', '县发改局', '无', '明年一季度'],
          ['合计', '', '3项', '', '', ''],
        ],
        '注：每月25日前报送进展。',
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|-|做好监测分析|县工信局|县统计局',
      '2|2024-02-29|建立包联制度|县工信局|各乡镇',
      '1|2025-03-31|开工电池项目|县发改局|',
    ]);
    expect(plan.tasks.map((t) => t.section)).toEqual([
      '一、稳增长 / 运行监测',
      '一、稳增长 / 运行监测',
      '二、扩投资 / 项目建设',
    ]);
  });

  test('may hold two items under one number, and one task over several rows of units', async () => {
    const plan = await planIn(
      'plan.xlsx',
      await makeXlsx([
        {
          name: 'Sheet1',
          rows: [
            ['2021年民生实事任务表'],
            ['序号', '民生实事', '责任单位', '完成时限'],
            [{ text: '1', rows: 2 }, '新建养老院。', { text: '县民政局', rows: 2 }, '5月底前开工'],
            [null, '改建敬老院。', null, '12月底前'],
            [2, { text: '改造农贸市场。', rows: 2 }, '县商务局', { text: '9月', rows: 2 }],
            ['', null, '县住建局', null],
          ],
        },
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|2021-05-31|新建养老院。|县民政局|',
      '1|2021-12-31|改建敬老院。|县民政局|',
      '2|2021-09-30|改造农贸市场。|县商务局、县住建局|',
    ]);
  });

  test('may hold several numbered tasks in one cell', async () => {
    const plan = await planIn(
      'plan.docx',
      await makeDocx([
        '凤山县经信局2024年月度计划',
        [
          ['时间', '重点工作', '责任科室'],
          ['一月', '1.召开大会；\n2.兑现资金。', '1.办公室\n2.财务科、企业科'],
          ['二月', '1.组织复工；\n2.申报项目。', '企业科'],
        ],
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|1月|召开大会|办公室|',
      '2|1月|兑现资金。|财务科、企业科|',
      '1|2月|组织复工|企业科|',
      '2|2月|申报项目。|企业科|',
    ]);
  });

  test('with columns of quarters beside the task gives its steps', async () => {
    const plan = await planIn(
      'plan.xlsx',
      await makeXlsx([
        {
          name: '推进计划',
          rows: [
            ['西岭县2024年重点项目推进计划'],
            ['序号', '项目名称', '责任单位', { text: '进度安排', columns: 4 }, null, null, null],
            ['', '', '', '一季度', '二季度', '三季度', '四季度'],
            [1, '轴承生产线', '县工信局、县开发区', '编制可研', '开工', '主体施工', '设备进场'],
            [2, '污水厂改造', '县住建局', '', '招标', '投运', ''],
          ],
        },
      ]),
    );
    expect(plan.tasks.map((t) => [t.content, t.dueOn, t.recurrence?.months])).toEqual([
      ['轴承生产线', '2024-12-31', [3, 6, 9, 12]],
      ['污水厂改造', '2024-09-30', [6, 9]],
    ]);
    expect(plan.tasks[1]?.milestones).toEqual([
      { period: '二季度', text: '招标' },
      { period: '三季度', text: '投运' },
    ]);
  });

  test('with months as columns and no other task gives a task for each cell', async () => {
    const plan = await planIn(
      'plan.xlsx',
      await makeXlsx([
        {
          name: '2024年安排',
          rows: [
            ['北原县2024年月度工作安排'],
            ['责任股室', '1月', '2月', '3月'],
            ['运行股', '1.报送年报\n2.召开例会', '复工走访', ''],
            ['企业股', '', '申报小巨人', '组织培训'],
          ],
        },
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|1月|报送年报|运行股|',
      '2|1月|召开例会|运行股|',
      '1|2月|复工走访|运行股|',
      '2|2月|申报小巨人|企业股|',
      '1|3月|组织培训|企业股|',
    ]);
  });

  test('a workbook has a sheet for each month, true dates, signatures and a hidden sheet', async () => {
    const head = ['序号', '工作事项', '承办单位', '计划完成时间'];
    const plan = await planIn(
      'plan.xlsx',
      await makeXlsx([
        {
          name: '1月',
          rows: [
            ['南坪县2024年1月重点工作'],
            head,
            [1, '分解目标', '县工信局', new Date('2024-01-20')],
            ['审核人：某某'],
          ],
        },
        {
          name: '2月',
          rows: [['南坪县2024年2月重点工作'], head, [1, '组织复工', '县人社局', '2月中旬']],
        },
        { name: '去年', rows: [head, [1, '旧任务', '县工信局', '3月']], hidden: true },
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|2024-01-20|分解目标|县工信局|',
      '1|2024-02-20|组织复工|县人社局|',
    ]);
    expect(plan.problems).toEqual([{ where: '工作表“去年”', message: '是隐藏的工作表，没有读取' }]);
  });

  test('is a form for each task', async () => {
    const form = (task: string, lead: string, coop: string, due: string) => [
      ['督办事项', { text: task, columns: 3 }, null, null],
      ['牵头单位', lead, '配合单位', coop],
      ['完成时限', due, '责任领导', '某副区长'],
    ];
    const plan = await planIn(
      'plan.docx',
      await makeDocx([
        '海棠区2023年督办事项交办单',
        form('建设智慧园区平台', '区大数据局', '区工信局、区财政局', '9月30日前'),
        '第2号',
        form('整治散乱污企业', '市生态环境局海棠分局', '各镇街', '持续推进'),
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|2023-09-30|建设智慧园区平台|区大数据局|区工信局、区财政局',
      '2|2023-12-31|整治散乱污企业|市生态环境局海棠分局|各镇街',
    ]);
    expect(plan.tasks[1]?.recurrence).toEqual({ every: 'ongoing' });
  });

  test('may have its headings at the side', async () => {
    const plan = await planIn(
      'plan.xlsx',
      await makeXlsx([
        {
          name: 'Sheet1',
          rows: [
            ['2024年月度重点工作'],
            ['月份', '1月', '2月', '3月'],
            ['重点工作', '召开年会', '春季招工', '项目观摩'],
            ['牵头单位', '县政府办', '县人社局', '县发改局'],
            ['配合单位', '各乡镇', '县总工会、团县委', '县工信局'],
          ],
        },
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|1月|召开年会|县政府办|各乡镇',
      '1|2月|春季招工|县人社局|县总工会、团县委',
      '1|3月|项目观摩|县发改局|县工信局',
    ]);
  });

  test('in a PDF is read by its lines: wrapped names made whole, a row cut by the page joined', async () => {
    const at = { x: 60, widths: [40, 200, 90, 90] };
    const plan = await planIn(
      'plan.pdf',
      makePdf([
        pdfTable(
          [
            HEADER,
            ['1月', '1.召开工业大会。', '县委办\n县政府办', '县茶叶产业\n发展中心等'],
            ['', '2.推进园区道路、供水、供电和', '县开发区管委', '县住建局、'],
          ],
          { ...at, y: 300, heights: [20, 40, 20] },
        ),
        pdfTable(
          [
            HEADER,
            ['', '污水管网建设。', '会', '县水利局'],
            ['2月', '1.组织招工。', '县人社局', '各乡镇'],
          ],
          { ...at, y: 780, heights: [20, 30, 30] },
        ),
      ]),
    );
    expect(lines(plan)).toEqual([
      '1|1月|召开工业大会。|县委办、县政府办|县茶叶产业发展中心等',
      '2|1月|推进园区道路、供水、供电和污水管网建设。|县开发区管委会|县住建局、县水利局',
      '1|2月|组织招工。|县人社局|各乡镇',
    ]);
  });
});

describe('what is doubtful is listed with its place', () => {
  test('units left empty, a deadline that is no date, a year that the title lacks', async () => {
    const plan = await planIn(
      'plan.docx',
      await makeDocx([
        '工业重点工作任务表',
        '（2024年2月5日印发）',
        [
          ['序号', '工作任务', '牵头单位', '完成时限'],
          ['1', '建设展示中心。', '', '3月'],
          ['2', '完善管理制度。', '县工信局', '会后一周'],
        ],
      ]),
    );
    expect(plan.year).toBe(2024);
    expect(plan.problems.map((p) => `${p.where}：${p.message}`)).toEqual([
      '标题：标题没有写年份，按文首定为2024年，请核对',
      '表1第2行：没有写牵头单位或责任单位，请补充',
      '表1第3行：完成时限“会后一周”不能换算成日期，暂按2024年12月31日计，请明确',
    ]);
    expect(plan.tasks.map((t) => t.leadUnits)).toEqual([[], ['县工信局']]);
  });
});

test.each([
  ['6月31日前', '“6月31日”这一天不存在'],
  ['12月32日', '“12月32日”这一天不存在'],
])('%s is questioned', async (deadline, doubt) => {
  const rows = [
    ['工作任务', '牵头单位', '完成时限'],
    ['编制规划', '发改局', deadline],
  ];
  const plan = await planIn('plan.docx', await makeDocx(['2026年工业任务表', rows]));
  expect(plan.problems.map((p) => p.message).join()).toContain(doubt);
});
