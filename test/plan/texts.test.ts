import { describe, expect, test } from 'vitest';
import { lines, planIn } from '../support/read-file.ts';

describe('a plan written as prose', () => {
  test('names units in brackets at the end of a paragraph; its heading is no part of the task', async () => {
    const plan = await planIn(
      'plan.txt',
      `云山县制造业发展工作方案
（2022－2024年）

一、工作目标
到2024年，产值突破百亿元。
二、工作重点
（一）抓梯队建设。推进“梯次升级”（每年一批），到2024年培育领军企业3家。（牵头单位：县工信局；责任单位：县金融办，县发改局、各乡镇，各园区）
（二）抓项目建设。建立项目清单，县发改局牵头推进重点项目。（牵头单位：县发改局；责任单位：县工信局）
三、保障措施
（一）加强组织领导。成立领导小组。`,
    );
    expect(plan.title).toBe('云山县制造业发展工作方案（2022－2024年）');
    expect(lines(plan)).toEqual([
      '1|2024-12-31|推进“梯次升级”（每年一批），到2024年培育领军企业3家。|县工信局|县金融办、县发改局、各乡镇、各园区',
      '2|2024-12-31|建立项目清单，县发改局牵头推进重点项目。|县发改局|县工信局',
    ]);
    expect(plan.tasks[0]?.title).toBe('抓梯队建设');
  });

  test('names who leads and who helps by verbs', async () => {
    const plan = await planIn(
      'plan.txt',
      `临江区2023年行动计划
（一）壮大产业集群。编制产业链图谱，开展补链行动。（区工信局牵头，区商务局、各街道配合）
（二）加快技术改造。组织技改诊断50家。（区工信局牵头，区财政局、区税务局等按职责分工负责）
（三）强化要素保障。推动银企对接4场以上。
（区人社局、供电公司按职责分工负责）
（四）深化开放合作。9月份举办推介会，签约10个项目。（区商务局负责）`,
    );
    expect(lines(plan)).toEqual([
      '1|2023-12-31|编制产业链图谱，开展补链行动。|区工信局|区商务局、各街道',
      '2|2023-12-31|组织技改诊断50家。|区工信局|区财政局、区税务局等',
      '3|2023-12-31|推动银企对接4场以上。|区人社局、供电公司|',
      '4|2023-09-30|9月份举办推介会，签约10个项目。|区商务局|',
    ]);
  });

  test('has fields on lines of their own, half-width marks and an item whose units were forgotten', async () => {
    const plan = await planIn(
      'plan.txt',
      `海棠区2023年攻坚行动
责任分解工作方案

一、主要目标

1.工业投资增长6%左右。

牵头单位:区工信局

责任单位:经济开发区,各街道

2.其他指标位居全市前列。

二、重点工作

3.每月走访企业一次。

牵头单位:区委办、区政府办
责任单位:区直各部门
完成时限:11月底前`,
    );
    expect(plan.title).toBe('海棠区2023年攻坚行动责任分解工作方案');
    expect(lines(plan)).toEqual([
      '1|2023-12-31|工业投资增长6%左右。|区工信局|经济开发区、各街道',
      '2|2023-12-31|其他指标位居全市前列。||',
      '3|2023-11-30|每月走访企业一次。|区委办、区政府办|区直各部门',
    ]);
    expect(plan.tasks[2]?.section).toBe('二、重点工作');
    expect(plan.problems.map((p) => p.message)).toEqual(['没有写牵头单位或责任单位，请补充']);
  });

  test('has several tasks in one paragraph, each with its bracket', async () => {
    const plan = await planIn(
      'plan.txt',
      `关于分解落实2024年民生实事的通知

一是新建幼儿园3所（责任单位：县教育局；完成时间：8月底前）；二是改造公路80公里（责任单位：县交通运输局、各乡镇；完成时间：年底前）。`,
    );
    expect(lines(plan)).toEqual([
      '1|2024-08-31|新建幼儿园3所|县教育局|',
      '2|2024-12-31|改造公路80公里|县交通运输局、各乡镇|',
    ]);
  });

  test('stands under months as headings', async () => {
    const plan = await planIn(
      'plan.txt',
      `松溪县工信局2024年工作要点

一月份
1.召开运行分析会。 责任股室：运行股 配合股室：办公室
2.兑现奖补资金。 责任股室：财务股、企业股
二、2月
1.复工走访。责任股室：企业股`,
    );
    expect(lines(plan)).toEqual([
      '1|1月|召开运行分析会。|运行股|办公室',
      '2|1月|兑现奖补资金。|财务股、企业股|',
      '1|2月|复工走访。|企业股|',
    ]);
  });

  test('is a list of records with labels, some with numbered measures', async () => {
    const plan = await planIn(
      'plan.txt',
      `2024年督查任务
任务编号：1
工作任务：推进标准化厂房建设
具体措施：1.完成A区厂房验收；
2.启动B区厂房招标。
牵头单位：县开发区
配合单位：县住建局、县发改局
完成时限：6月30日前

任务编号：2
工作任务：落实惠企政策
具体措施：兑现奖补资金。
牵头单位：县财政局
完成时限：一季度`,
    );
    expect(lines(plan)).toEqual([
      '1|2024-06-30|1.完成A区厂房验收⏎2.启动B区厂房招标。|县开发区|县住建局、县发改局',
      '2|2024-03-31|兑现奖补资金。|县财政局|',
    ]);
  });

  test('says that the first of several responsible units leads', async () => {
    const plan = await planIn(
      'plan.txt',
      `青石县2024年重点任务分工
（责任单位中排在第一位的为牵头单位）
1.新增规上企业12家。（责任单位：县工信局、县统计局、各乡镇）
2.开展用地清查。（责任单位：县自然资源局）`,
    );
    expect(lines(plan)).toEqual([
      '1|2024-12-31|新增规上企业12家。|县工信局|县统计局、各乡镇',
      '2|2024-12-31|开展用地清查。|县自然资源局|',
    ]);
  });

  test('closes a list of points with the units of them all', async () => {
    const plan = await planIn(
      'plan.txt',
      `青石县2024年营商环境行动方案
（一）优化审批
1.精简材料。
2.压缩时限。
责任单位：县行政审批局
（二）强化监管
1.规范执法。
2.公开结果。
责任单位：县司法局、县市场监管局`,
    );
    expect(lines(plan)).toEqual([
      '1|2024-12-31|1.精简材料。⏎2.压缩时限。|县行政审批局|',
      '2|2024-12-31|1.规范执法。⏎2.公开结果。|县司法局、县市场监管局|',
    ]);
    expect(plan.tasks[0]?.title).toBe('优化审批');
  });
});

test('leaders stand beside units in the bracket; headings without number part nothing', async () => {
  const plan = await planIn(
    'plan.txt',
    `2023年区重点工作任务责任分解方案

  一、主要预期目标

  1.生产总值增长8%以上。(责任领导:某副区长;牵头单位:区发改局)

  二、主要工作安排

  加强基础设施建设

  2.启动外环公路建设。(责任领导:某常委、某副区长;牵头单位:区交通运输局;责任单位:区自然资源和规划局、区林业局,区城投集团,相关乡镇办)`,
  );
  expect(lines(plan)).toEqual([
    '1|2023-12-31|生产总值增长8%以上。|区发改局|',
    '2|2023-12-31|启动外环公路建设。|区交通运输局|区自然资源和规划局、区林业局、区城投集团、相关乡镇办',
  ]);
  expect(plan.tasks[1]).toMatchObject({ leaders: '某常委、某副区长', section: '二、主要工作安排' });
});

test('a document in Traditional characters is read in Simplified ones', async () => {
  const plan = await planIn(
    'plan.txt',
    `雲山縣2022年深化審批改革工作要點
1.全面實施清單管理。2022年10月底前編製並公布清單。(縣政府辦公室牽頭，縣級各有關部門按職責分工負責)
2.推進部門聯合抽查。(牽頭單位：縣市場監管局；責任單位：縣應急局)`,
  );
  expect(plan.title).toBe('云山县2022年深化审批改革工作要点');
  expect(lines(plan)).toEqual([
    '1|2022-10-31|2022年10月底前编制并公布清单。|县政府办公室|县级各有关部门',
    '2|2022-12-31|推进部门联合抽查。|县市场监管局|县应急局',
  ]);
});

test('clauses that say who is in charge, and no time, are no plan', async () => {
  const clauses = `云山县工业发展专项资金管理办法
第一条 由县财政局牵头，县工信局配合，编制资金预算。
第二条 由县工信局牵头，县审计局配合，开展绩效评价。`;
  await expect(planIn('policy.txt', clauses)).rejects.toThrow('no plan: no-tasks');
});

test('the plan is named as the notice that issues it names it', async () => {
  const plan = await planIn(
    'plan.txt',
    `白石县人民政府办公室关于印发《白石县2025年重点工作任务分工方案》的通知
白石政办发〔2025〕3号
各乡镇人民政府：
现印发给你们，请认真贯彻落实。
白石县2025年重点工作任务分工方案
1.新建厂房3万平方米。（责任单位：县开发区）`,
  );
  expect(plan.title).toBe('白石县2025年重点工作任务分工方案');
});

test('a plan in chapters, each with its table, is named as the document and not as its first chapter', async () => {
  const plan = await planIn(
    'plan.md',
    `# 白石县2025年工业重点工作派工单

现将任务派工如下。

## 一、运行类

| 序号 | 工作任务 | 牵头单位 | 完成时限 |
|---|---|---|---|
| 1 | 编发简报 | 县工信局 | 6月底前 |`,
  );
  expect(plan.title).toBe('白石县2025年工业重点工作派工单');
});

describe('a table flattened into lines', () => {
  test('with a bar after each cell', async () => {
    const plan = await planIn(
      'plan.txt',
      `2025年园区重点工作清单
序号 |
重点工作 |
责任领导 |
责任单位 |
完成时限 |
备注 |
1 |
落实服务专班制度,全力服务
重大项目落地。 |
某主任 |
招商部、安商部 |
全年 |
|
2 |
盘活存量土地400亩。 |
某主任 |
改革办 |
10月 |
含续建 |
注:每月报送进展。`,
    );
    expect(lines(plan)).toEqual([
      '1|2025-12-31|落实服务专班制度,全力服务⏎重大项目落地。|招商部、安商部|',
      '2|2025-10-31|盘活存量土地400亩。|改革办|',
    ]);
    expect(plan.tasks[1]?.note).toBe('含续建');
  });

  test('with marks before the units that lead', async () => {
    const plan = await planIn(
      'plan.txt',
      [
        '2023年任务分解清单',
        '序号',
        '主要工作',
        '责任单位',
        '1',
        '生产总值增长7%',
        '▲发改局,各部门',
        '2',
        '研发投入强度2.8%',
        '▲科技局,财政局,各镇乡(街道)',
      ].join('\n\n'),
    );
    expect(lines(plan)).toEqual([
      '1|2023-12-31|生产总值增长7%|发改局|各部门',
      '2|2023-12-31|研发投入强度2.8%|科技局|财政局、各镇乡(街道)',
    ]);
  });

  const cells = [
    ['序号', '民生实事', '责任单位', '完成时限'],
    ['1', '城区道路改造、公园开工。', '县水利局\n县住建局\n县防汛指挥部', '12月底前'],
    ['2', '建成过街通道2座。', '县住建局', '9月投入使用'],
    ['3', '照料站动工。', '县民政局', '5月底前动工'],
    ['', '图书分馆开工。', '', '12月底前'],
  ];
  const wanted = [
    '1|2021-12-31|城区道路改造、公园开工。|县水利局、县住建局、县防汛指挥部|',
    '2|2021-09-30|建成过街通道2座。|县住建局|',
    '3|2021-05-31|照料站动工。|县民政局|',
    '3|2021-12-31|图书分馆开工。|县民政局|',
  ];
  const all = cells.flat().flatMap((cell) => (cell === '' ? [] : cell.split('\n')));

  test.each([
    ['with blank lines between all', all.join('\n\n')],
    ['with none', all.join('\n')],
    ['with tabs', cells.map((row) => row.join('\t')).join('\n')],
  ])('%s is put together again', async (_, body) => {
    const plan = await planIn(
      'plan.txt',
      `关于民生实事的通知\n\n附件\n\n2021年民生实事任务表\n\n${body}\n\n请有关单位按时报送进展。`,
    );
    expect(plan.title).toBe('2021年民生实事任务表');
    expect(lines(plan)).toEqual(wanted);
  });

  test('with a tab before each cell ends where the document goes on', async () => {
    const plan = await planIn(
      'plan.txt',
      `附件
2022年度重点工作明细表

\t月度
\t重点工作
\t牵头单位
\t配合单位

\t1月
\t1.做好一季度预测，完成2.5亿元。
\t县委办、
县政府办
\t县工信局

\t
\t2.成立专家顾问组。
\t县工信局
\t县农业农村局
县茶叶产业发展中心
 抄送：各乡镇党委、政府。
中共云山县委办公室        2022年3月5日印发`,
    );
    expect(lines(plan)).toEqual([
      '1|1月|做好一季度预测，完成2.5亿元。|县委办、县政府办|县工信局',
      '2|1月|成立专家顾问组。|县工信局|县农业农村局、县茶叶产业发展中心',
    ]);
  });
});

test('whom a notice is for does not make its points tasks of theirs', async () => {
  const notice = `云山县特色产业培育方案
各乡镇人民政府，开发区管委会，县政府各部门：
一、工作目标
（一）到2027年，规上企业达到80家。
（二）到2027年，产值达到120亿元。
二、重点措施
（一）建设产业园区。
（二）引进龙头企业。`;
  await expect(planIn('plan.txt', notice)).rejects.toThrow('no plan: no-tasks');
});
