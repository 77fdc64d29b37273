import type { Paper, PaperTable } from '../papers/paper.ts';
import { COUNTY } from './county.ts';
import { outline } from './outline.ts';

/** 工作方案 for the sample county's industry chains: bodies, targets and a table of who does what. */
export function chainScheme(year: number): Paper {
  return {
    head: { issuer: `${COUNTY}人民政府办公室文件`, number: `清政办〔${year - 1}〕12号` },
    title: `${COUNTY}特色产业链培育工作方案\n（${year - 1}—${year + 1}年）`,
    to: '各乡镇人民政府，开发区管委会，县政府各部门',
    body: outline(`
为培育壮大机械零部件、茶叶精深加工、竹木新材料、新能源装备四条特色产业链，制定本方案。
一、工作目标
（一）到${year + 1}年，四条产业链规上企业达到120家，年产值合计达到180亿元。
（二）到${year + 1}年，全县高新技术企业达到65家，省级以上专精特新企业达到28家。
（三）到${year + 1}年，规上工业企业数字化改造覆盖面达到80%以上，单位工业增加值能耗较${year - 2}年下降9%。
二、组织机构
（四）成立特色产业链培育工作领导小组，由县政府主要负责人任组长，分管负责人任副组长，负责统筹推进产业链培育工作。
（五）领导小组办公室设在科技经信局，承担日常协调、调度通报和资料汇总工作。
（六）每条产业链组建一个工作专班，由牵头单位负责人任专班负责人，成员单位各明确一名联络员。
三、重点任务
（七）绘制产业链图谱。各专班每年更新一次产业链图谱和重点企业名录，6月底前报领导小组办公室。
（八）培育链主企业。每条产业链遴选2家左右链主企业，支持其带动本地企业配套，本地配套率每年提高3个百分点。
（九）建设公共平台。${year}年底前建成机械零部件共享热处理中心和竹制品质量检测中心。
（十）推进招商补链。各专班每年引进亿元以上产业链项目不少于2个。
（十一）强化人才支撑。每年培训产业工人1500人次，引进急需紧缺技术人才30名以上。
四、工作机制
（十二）领导小组每季度召开一次调度会，研究解决产业链发展中的问题。
（十三）各专班于每月25日前向领导小组办公室报送工作进展，重大事项随时报告。
（十四）产业链培育成效纳入年度工业高质量发展考核。
五、施行时间
（十五）本方案自印发之日起施行，实施期限至${year + 1}年12月31日。
`),
    signature: `${COUNTY}人民政府办公室`,
    date: `${year - 1}-05-09`,
    annexes: [{ title: `${COUNTY}特色产业链培育工作分工表`, body: [divisionOfWork(year)] }],
    imprint: { printer: `${COUNTY}人民政府办公室`, date: `${year - 1}-05-10` },
  };
}

function divisionOfWork(year: number): PaperTable {
  return {
    kind: 'table',
    columns: [
      { title: '产业链', weight: 3, align: 'center' },
      { title: '牵头单位', weight: 3, align: 'center' },
      { title: '配合单位', weight: 5 },
      { title: `${year}年产值目标（亿元）`, weight: 3, align: 'center' },
      { title: `${year + 1}年产值目标（亿元）`, weight: 3, align: 'center' },
      { title: '新增规上企业（家）', weight: 3, align: 'center' },
    ],
    rows: [
      ['机械零部件', '科技经信局', '开发区、统计局、供电公司', '62', '70', '4'],
      ['茶叶精深加工', '茶产业发展中心', '农业农村局、市场监管局、相关乡镇', '26', '30', '2'],
      ['竹木新材料', '林业局', '科技经信局、生态环境分局、竹坪乡', '33', '38', '2'],
      ['新能源装备', '招商服务中心', '发改局、科技经信局、开发区', '34', '42', '3'],
    ],
  };
}
