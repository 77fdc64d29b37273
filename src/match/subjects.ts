import { FIGURES } from './figure-subjects.ts';
import { of, type Subject } from './subject.ts';

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
  of(
    'hiring',
    '新招用员工',
    'flag',
    '新(?:招|聘|录用|增就业|吸纳)|招(?:用|收|聘|工(?!业))|招(?=了?[\\d一二两三四五六七八九十])|录用|吸纳',
    '吸纳就业人员',
  ),
  of('completed', '竣工投产', 'flag', '竣工|投产|完工', '已竣工投产'),
];

/** 采购县内配套产品, 吸纳本县人员就业: it is not the firm that is there. */
const TRADING = /采购|购买|买|卖|销|配套|供货|供应|客户|招|吸纳|录用|员工|工人|人员/u;

/** What a phrase says that a firm is or is not. */
export const flagsIn = (phrase: string): Subject[] =>
  FLAGS.filter((f) => f.names.test(phrase) && !(f.id === 'local' && TRADING.test(phrase)));

/** Not what has a row of its own: 环境违法, 安全生产处罚. */
const ELSE = '(?<!(?:环境|环保|生态|安全|质量|消防|生产)[^，。；]{0,8})';

/** What should not have happened, or should not be so. */
export const INCIDENTS: readonly Subject[] = [
  of(
    'dishonest',
    '失信记录',
    'incident',
    '失信|信用(?:不良|记录)|不良信用|信用?黑名单|老赖',
    '列入失信名单',
  ),
  of('abnormal', '经营异常名录', 'incident', '经营异常', '列入经营异常名录'),
  of(
    'accident',
    '安全质量事故',
    'incident',
    '(?:安全|质量|生产|消防)[^，。；]{0,10}(?:事故|事件|违法|处罚)|(?<!(?:环保|环境|生态|污染)[^，。；]{0,8})事故|工亡',
    '重大安全事故',
  ),
  of(
    'environment',
    '环保违法处罚',
    'incident',
    '(?:环保|环境|生态|污染|排污|排放)[^，。；]{0,10}(?:事故|事件|违法|罚|超标)|(?:超标|违法|违规)排[放污]|偷排',
    '环境违法行为',
  ),
  of(
    'offence',
    '违法违规',
    'incident',
    `${ELSE}(?:违法(?!失信|排)|违规(?!排)|行政处罚)|[偷漏逃]税|被?罚(?:了|过)*款`,
    '严重违法行为',
  ),
  of('wages', '拖欠工资', 'incident', '(?:拖欠|欠)[^，。；]{0,6}(?:工资|薪)', '拖欠职工工资'),
  of(
    'arrears',
    '欠缴税费',
    'incident',
    '欠税|(?:拖欠|欠缴|欠)[^，。；、]{0,4}(?:税|社保|社会保险)',
    '欠缴税款',
  ),
  of('low-class', '亩均评价C类', 'incident', '[Cc]\\s*类', '评为C类'),
  of('lowest-class', '亩均评价D类', 'incident', '[Dd]\\s*类', '评为D类'),
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

/** What a firm does or did, and nothing that it is. */
export const ACTS: ReadonlySet<string> = new Set(['hiring']);

/** How a project stands: known of a firm's project, it says nothing of the firm. */
export const PROJECT_STATES: ReadonlySet<string> = new Set(['filed', 'retrofit', 'completed']);

/** What is awarded to a firm, apart from what it simply is. */
export const HONOURS: ReadonlySet<string> = new Set(
  FLAGS.map((f) => f.id).filter(
    (id) => !['above-scale', 'legal', 'local', ...PROJECT_STATES, ...ACTS].includes(id),
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

/**
 * Whether a phrase speaks of an incident that is more than a small one, and whether of one in which somebody died, which is
 * not yet a 较大 one (《生产安全事故报告和调查处理条例》第三条); lists and classes know no such degrees.
 */
export function degreeOf(id: string, phrase: string): { grave?: true; deadly?: true } {
  if (!['accident', 'environment', 'offence'].includes(id)) return {};
  return {
    ...(/重大|特大|较大|严重|恶劣/u.test(phrase) ? { grave: true } : {}),
    ...(/死亡|死了?人|死了?[一二两三\d]+人|亡人/u.test(phrase) ? { deadly: true } : {}),
  };
}

const incidents = new Set(INCIDENTS.map((i) => i.id));

export const isIncident = (id: string): boolean => incidents.has(id);
