import type { Day } from '../../src/calendar/county-time.ts';
import { readReply } from '../../src/progress/read-reply.ts';
import type { Reading, ReplyInput } from '../../src/progress/reading.ts';
import { THIRTEENTH_LISTS } from './thirteenth-lists.ts';
import { TWELFTH_LISTS } from './twelfth-lists.ts';

/** Lists of open tasks of an invented county, each with the month and day of the reply. */
const LISTS = {
  ...TWELFTH_LISTS,
  ...THIRTEENTH_LISTS,
  /** Six tasks, May 2026; written on a Wednesday. */
  six: {
    month: 5,
    refDate: '2026-05-20',
    tasks: [
      '印发《云岭县智能制造三年行动方案》，召开全县推进会。',
      '组织开展安全生产大检查，督促企业整改隐患。',
      '完成县级化工园区四至范围认定申报。',
      '举办产销对接会，帮助企业拓展市场。',
      '建设中小企业公共服务平台；开展“千企万户”大走访。',
      '推进老旧管网改造，兑付技改补助资金。',
    ],
  },
  /** One task, May 2026. */
  one: { month: 5, refDate: '2026-05-20', tasks: ['举办产销对接会，帮助企业拓展市场。'] },
  plant: {
    month: 5,
    refDate: '2026-05-20',
    tasks: ['建成新能源电池产业园二期标准化厂房3万平方米。'],
  },
  visits: { month: 5, refDate: '2026-05-20', tasks: ['走访重点企业30家，收集解决企业诉求。'] },
  two: {
    month: 12,
    refDate: '2025-12-24',
    tasks: ['起草民营经济促进办法。', '举办企业家早餐会。'],
  },
  three: {
    month: 2,
    refDate: '2026-02-11',
    tasks: ['梳理停产企业名单。', '开展节后复工调度。', '编印惠企政策汇编。'],
  },
  /** A town's four, April 2026; written on a Tuesday. */
  town: {
    month: 4,
    refDate: '2026-04-21',
    tasks: [
      '完成春季义务植树2万株。',
      '召开镇村两级工业调度会。',
      '完成物流园征地拆迁，清表120亩。',
      '走访企业15家，帮助解决用工问题。',
    ],
  },
  /** A zone's works, September 2026; written on a Thursday. */
  works: {
    month: 9,
    refDate: '2026-09-10',
    tasks: [
      '完成园区污水处理厂提标改造土建工程。',
      '实现技改投资1.2亿元。',
      '新增规上企业3家。',
      '铺设天然气管道6公里。',
      '开展企业安全生产培训2场。',
    ],
  },
  /** A bureau's last quarter, November 2026; written on a Wednesday. */
  bureau: {
    month: 11,
    refDate: '2026-11-18',
    tasks: [
      '完成专精特新企业申报推荐5家。',
      '编制2027年重点项目计划。',
      '开展工业用地清查，出具清查报告。',
      '召开数字化转型现场会。',
      '兑付企业稳岗补贴320万元。',
    ],
  },
  /** A science section's half year, June 2026; written on a Monday. */
  science: {
    month: 6,
    refDate: '2026-06-22',
    tasks: [
      '开展高新技术企业培育，组织申报高企12家以上。',
      '完成技术合同登记额3亿元。',
      '制定《云岭县科技创新券管理办法》，提请县政府常务会议研究。',
      '组织重点企业赴长三角开展产学研对接，签订合作协议不少于6个。',
      '建立创新型企业培育库；开展入库企业财税培训。',
      '完成上半年工业经济运行分析报告。',
      '推进闲置厂房盘活，处置“僵尸企业”3家。',
    ],
  },
  /** A zone's one task of several parts, July 2026; written on a Monday. */
  zone: {
    month: 7,
    refDate: '2026-07-20',
    tasks: ['推进智能家电产业园厂房、道路管网配套建设，完成综合服务楼装修，启动招商入驻。'],
  },
  /** Five of many parts, as plans word them, March 2026; written on a Tuesday. */
  spring: {
    month: 3,
    refDate: '2026-03-24',
    tasks: [
      '做好首季工业经济运行监测和投资预测，确保“开门红”；修订亩均评价实施细则。',
      '组织科技型中小企业评价入库辅导；对规下样本企业开展统计业务培训。',
      '完成技术合同成交额2亿元；做好市级工程研究中心申报摸底。',
      '建立困难企业台账、帮扶专班和销号机制，推进企业纾困。',
      '编制新材料、绿色食品、装备制造三条产业链图谱（初稿）。',
    ],
  },
  /** Six of an autumn month, October 2026; written on a Tuesday. */
  autumn: {
    month: 10,
    refDate: '2026-10-20',
    tasks: [
      '召开三季度经济运行调度会，通报各乡镇工业指标完成情况。',
      '赴合肥、苏州开展产业链招商，签约亿元以上项目2个。',
      '开展“专精特新”企业评价复核，组织新一批申报。',
      '完成智能工厂和数字化车间现场核查；兑现2025年技改奖补资金。',
      '举办银企对接会，推动授信企业10家以上。',
      '出台工业用地“标准地”出让办法。',
    ],
  },
  /** A finance centre's one task, August 2026; written on a Monday. */
  finance: {
    month: 8,
    refDate: '2026-08-24',
    tasks: ['出台普惠贷款贴息实施细则，建立企业融资需求清单。'],
  },
} as const satisfies Record<string, { month: number; refDate: Day; tasks: string[] }>;

export type ListName = keyof typeof LISTS;

/** Reads a reply to one of the lists. */
export function read(list: ListName, text: string): Reading {
  return readReply(inputOf(list, text));
}

/** A reply to one of the lists, as it is read. */
export function inputOf(list: ListName, text: string): ReplyInput {
  const { month, refDate, tasks } = LISTS[list];
  return { month, refDate, tasks: tasks.map((content, i) => ({ no: i + 1, content })), text };
}

/** A reading in one line: `1 done, 2 in_progress by 2026-05-25`, `ask which-task`, or `no report: ack`. */
export function inOneLine(reading: Reading): string {
  if (reading.kind === 'not_a_report') return `no report: ${reading.act}`;
  if (reading.kind === 'ambiguous') return `ask ${reading.asks[0]?.why}`;
  return reading.items.map((i) => `${i.no} ${i.status}${i.eta ? ` by ${i.eta}` : ''}`).join(', ');
}
