/** What a firm can be asked about. `money` counts in yuan, `share` in per cent, `years` in years, `count` in pieces. */
export type SubjectKind = 'money' | 'share' | 'count' | 'years' | 'flag' | 'incident';

export type Subject = {
  id: string;
  label: string;
  kind: SubjectKind;
  /** How firms and documents name it: `example` is one. Of rows that reach as far the first counts, so narrower ones stand first. */
  names: RegExp;
  example: string;
};

const of = (
  id: string,
  label: string,
  kind: SubjectKind,
  names: string,
  example: string,
): Subject => ({
  id,
  label,
  kind,
  names: new RegExp(names, 'u'),
  example,
});

const RD = '(?:研发|研究(?:与试验)?开发|科研|科技)';
const INCOME =
  '(?:主营业务收入|营业收入|营业额|销售收入|销售额|营收|收入总额|(?<!技术|服务|财政|产品)收入)';

/** The figure follows at once, or nothing does: 设备投了400万, 400万的设备. */
const CLOSE = '(?=[^，。；\\d]{0,6}(?:\\d|$))';

/** Figures of a firm. Shares stand before the sums that they are shares of. */
export const FIGURES: readonly Subject[] = [
  of(
    'rd-staff-share',
    '研发人员占比',
    'share',
    `${RD}(?:技术)?人员[^，。；\\d]{0,14}(?:占|比)[^，。；\\d]{0,16}`,
    '科技人员占职工总数的比例',
  ),
  of(
    'tech-income-share',
    '高新技术产品收入占比',
    'share',
    '高新技术产品[^，。；\\d]{0,12}收入[^，。；\\d]{0,6}占[^，。；\\d]{0,14}',
    '高新技术产品收入占总收入',
  ),
  of(
    'main-share',
    '主导产品收入占比',
    'share',
    `(?:主导产品|主营业务收入|主营产品)[^，。；\\d]{0,8}占[^，。；\\d]{0,14}`,
    '主导产品收入占营业收入',
  ),
  of(
    'rd-share',
    '研发投入占比',
    'share',
    `${RD}[^，。；\\d]{0,8}(?:占|强度|比例|比重)[^，。；\\d]{0,18}`,
    '研发费用占营业收入比重',
  ),
  of(
    'growth',
    '营收增长率',
    'share',
    `${INCOME}[^，。；\\d]{0,10}(?:增长率?|增速|增幅|提高)[^，。；\\d]{0,6}`,
    '营业收入同比增长',
  ),
  of(
    'output-growth',
    '产值增长率',
    'share',
    '产值[^，。；\\d]{0,10}(?:增长率?|增速|增幅)[^，。；\\d]{0,6}',
    '产值增速',
  ),
  of(
    'rd-growth',
    '研发投入增长率',
    'share',
    `${RD}(?:经费|费用)?(?:投入|费用|支出|经费)[^，。；\\d]{0,10}(?:增长率?|增速|增幅)[^，。；\\d]{0,6}`,
    '研发费用增长',
  ),
  of('debt-ratio', '资产负债率', 'share', '(?:资产)?负债率', '资产负债率'),
  of('market-share', '市场占有率', 'share', '市场(?:占有率|份额|占比)', '国内市场占有率'),
  of(
    'equipment',
    '设备投资',
    'money',
    `(?:(?:生产)?性?设备(?:购置)?(?:及软件)?(?:投资|投入|购置费?)|购置(?:生产)?设备|技改(?:投资|投入)|技术改造(?:投资|投入))额?|(?<!单[台件套])(?:设备|机器|技改|技术改造)${CLOSE}`,
    '设备投资',
  ),
  of(
    'investment',
    '项目投资',
    'money',
    '(?:固定资产投资|固投|总投资|投资总额|投资额|计划投资|实际投资|完成投资)额?',
    '固定资产投资',
  ),
  of(
    'rd-spend',
    '研发投入',
    'money',
    `${RD}(?:经费|费用)?(?:投入|费用|支出|经费)总?额?`,
    '研发费用',
  ),
  of('revenue', '营业收入', 'money', INCOME, '营业收入'),
  of('output', '产值', 'money', '(?:工业)?总?产值', '年产值'),
  of(
    'tax',
    '纳税额',
    'money',
    '(?:税收(?:贡献)?|纳税总?额?|缴税|实缴税[金款]|入库税[收金])',
    '年纳税',
  ),
  of('capital', '注册资本', 'money', '(?:注册|实缴)资[本金]', '注册资本'),
  of('profit', '净利润', 'money', '(?:净利润|利润总?额?)', '净利润'),
  of('assets', '资产总额', 'money', '(?:总资产|资产总额)', '资产总额'),
  of('exports', '出口额', 'money', '(?:进?出口)(?:总?额|创汇|交货值)?', '出口额'),
  of('contract', '技术合同成交额', 'money', '技术合同(?:成交|交易)?额?', '技术合同成交额'),
  of('loan', '贷款', 'money', '贷款(?:额|余额|金额)?', '贷款'),
  of('inventions', '发明专利', 'count', '(?:有效)?(?:Ⅰ类知识产权|发明专利)', '发明专利'),
  of('utility', '实用新型专利', 'count', '实用新型(?:专利)?', '实用新型专利'),
  of('patents', '专利', 'count', '(?:授权|有效)?专利|(?:自主)?知识产权', '专利'),
  of('rd-staff', '研发人员', 'count', `${RD}(?:技术)?人员`, '研发人员'),
  of(
    'staff',
    '员工人数',
    'count',
    '(?:职工|员工|工人|从业人员|用工|就业人数|在职人员)(?:总数|人数)?',
    '员工',
  ),
  of(
    'market-years',
    '细分领域年限',
    'years',
    '从事[^，。；\\d]{0,12}(?:细分)?(?:市场|领域)[^，。；\\d]{0,8}',
    '从事特定细分市场',
  ),
  of(
    'age',
    '成立年限',
    'years',
    '(?:注册成立|成立|注册|设立|经营|存续|运营)(?:时间|年限)?',
    '成立',
  ),
];

/** What a firm is or is not. */
export const FLAGS: readonly Subject[] = [
  of(
    'above-scale',
    '规上企业',
    'flag',
    '规上|规模以上|(?:纳入|进入)?(?:纳规|入规|进规(?![划模范则章])|升规|纳统)',
    '规模以上工业企业',
  ),
  of('high-tech', '高新技术企业', 'flag', '高新技术企业|高企(?!业)|国高', '高新技术企业'),
  of('tech-sme', '科技型中小企业', 'flag', '科技型中小企业|科小', '科技型中小企业'),
  of('innovative-sme', '创新型中小企业', 'flag', '创新型中小企业', '创新型中小企业'),
  of('little-giant', '专精特新“小巨人”', 'flag', '小巨人', '专精特新“小巨人”企业'),
  of('sric', '专精特新企业', 'flag', '专精特新', '专精特新中小企业'),
  of('champion', '单项冠军', 'flag', '(?:制造业)?单项冠军', '单项冠军'),
  of('gazelle', '瞪羚企业', 'flag', '瞪羚', '瞪羚企业'),
  of('green-factory', '绿色工厂', 'flag', '绿色工厂', '绿色工厂'),
  of('digital-workshop', '数字化车间', 'flag', '数字化?车间|智能工厂', '数字化车间'),
  of(
    'rd-centre',
    '研发机构',
    'flag',
    '研发机构|(?:企业)?技术中心|工程(?:技术)?研究中心|工业设计中心',
    '企业技术中心',
  ),
  of('legal', '独立法人', 'flag', '独立法人', '独立法人资格'),
  of(
    'local',
    '在本地注册',
    'flag',
    '在(?:本|我)?[^，。；、]{0,6}(?:县|市|区|园区|辖区|境内)[^，。；、]{0,6}(?:注册|登记|设立|纳税)|注册地在|(?:本|我)(?:县|地)|县[内域]|在[^，。；、\\d]{1,6}县(?:境?内|的|$)',
    '在云溪县注册',
  ),
  of('filed', '项目备案', 'flag', '备案|核准|立项', '已备案'),
  of('retrofit', '技术改造项目', 'flag', '技改|技术改造', '技术改造项目'),
  of('completed', '竣工投产', 'flag', '竣工|投产|完工', '已竣工投产'),
];

/** What should not have happened. */
export const INCIDENTS: readonly Subject[] = [
  of(
    'dishonest',
    '失信记录',
    'incident',
    '失信|经营异常|信用(?:不良|记录)|不良信用',
    '列入失信名单',
  ),
  of(
    'accident',
    '安全环保质量事故',
    'incident',
    '(?:安全|环保|环境|质量|生产)[^，。；]{0,10}(?:事故|事件|违法)',
    '重大安全事故',
  ),
  of('offence', '违法违规', 'incident', '违法|违规|行政处罚|偷(?:漏)?税', '严重违法行为'),
];

/** The name of a figure as it stands in a text, the longest of several. */
export function nameIn(text: string): string {
  const found = FIGURES.flatMap((s) => s.names.exec(text) ?? []);
  return found.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

const byId = new Map([...FIGURES, ...FLAGS, ...INCIDENTS].map((s) => [s.id, s]));

export function subjectOf(id: string): Subject | undefined {
  return byId.get(id);
}

/** 市级 before 省级 before 国家级. */
export type Level = 'city' | 'province' | 'state';

export const LEVELS: readonly Level[] = ['city', 'province', 'state'];

/** The level that a phrase names: 省级企业技术中心, 国家专精特新. The lowest of several, which is what must be reached. */
export function levelIn(phrase: string): { level?: Level } {
  if (/市级|(?<![省上城都县超])市(?=专精|“专精)/u.test(phrase)) return { level: 'city' };
  if (/省级|(?<![全外各])省(?=专精|“专精|企业技术|工业设计|单项|瞪羚|绿色)/u.test(phrase))
    return { level: 'province' };
  if (/国家级?/u.test(phrase)) return { level: 'state' };
  return {};
}

/** How a project stands: known of a firm's project, it says nothing of the firm. */
export const PROJECT_STATES: ReadonlySet<string> = new Set(['filed', 'retrofit', 'completed']);

/** What is awarded to a firm, apart from what it simply is. */
export const HONOURS: ReadonlySet<string> = new Set(
  FLAGS.map((f) => f.id).filter(
    (id) => !['above-scale', 'legal', 'local', ...PROJECT_STATES].includes(id),
  ),
);

/** Honours that exist at several levels; others, such as 高企, at one. */
export const LEVELLED: ReadonlySet<string> = new Set([
  'sric',
  'champion',
  'gazelle',
  'green-factory',
  'digital-workshop',
  'rd-centre',
]);
