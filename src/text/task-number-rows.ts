import { readNumber } from './number.ts';
import { N, numbers, type Row, SEP, TO } from './task-number-parts.ts';
import { verbose } from './verbose.ts';

/** A number with one of these behind it is a quantity, a date or part of a name. */
const NOT_AFTER =
  '(?![\\d%a-z一二三四五六七八九十百千万亿]|\\.\\d|[月日年家户个亿万元批季次期轮场位名人天周亩份台套吨度年成点多余几所校村镇乡县厂院]|号(?!任务|工作|事项)|名(?![单册录额]))';
const CLASS = '(?:大项|小项|项|条|个(?:任务|工作|事项)?|件|点|款|号(?:任务|工作|事项))';
const NO_ORDINAL =
  '(?![季批次期轮方届名位家阶产书年天周月步部张场台套版稿份手站线]|时间|医院|中学|小学|人民)';
/** 第23次 is not of task 2. */
const NO_MORE = '(?![\\d十百]|[一二三四五六七八九](?:[批次期轮届场]|号文))';
/** 2月的清单: a list of another month. */
const PAPER = '(?:任务)?(?:清单|台账|任务表)';
const TASK = '(?:重点)?(?:任务|工作|事项)';
/** 第1、3项, 第1项、2项, 第1到3项 and 第1项到第3项. */
const LIST = `${N}(?:(?:${SEP}|${CLASS}?${TO}|${CLASS}[、和与及])第?${N}${NOT_AFTER}${CLASS}?)*`;

const count = (s: string | undefined) => (s === undefined ? undefined : readNumber(s));
const withCount = (n: number | undefined) => (n === undefined ? {} : { count: n });

/** Phrases that are task references whatever stands around them. */
export const EXPLICIT: Row[] = [
  {
    pattern: new RegExp(
      `(?:上上?个?月|上个?季度|去年|上年|上回|上次|前几个?月)(?:份|度)?(?:(?:的|那(?!样)|未|没)+(?:完成的?)?(?:那)?(?:${N}|几)?(?:${CLASS}|${TASK})*(?:第${N}${CLASS})?|第${N}${CLASS})`,
      'gu',
    ),
    read: () => ({ kind: 'other' }),
    example: '上个月那两项',
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(${N})月份?(?:的?(?:(?:那|这)?${N}${CLASS}|那一?(?:项(?!目)|个(?=\\p{L}))|(?:那|这)?几${CLASS}|${TASK}|${PAPER}|的?(?=第${N}(?:(?:${SEP}|${TO})第?${N})*${CLASS}))|的(?=[都也已全均]))(?!安排|计划)`,
      'gu',
    ),
    read: (m) => {
      const month = count(m[1]);
      return month === undefined ? undefined : { kind: 'other', month };
    },
    example: '1月的第3项',
  },
  {
    pattern: new RegExp(
      verbose`
        (?<![第十百千\d一二三四五六七八九])一(?:项|个|条|件)(?:任务|工作)?
        (?=(?:都|也)(?:没|未|还没))
        |(?<=没有?|无)(?:哪|任何)?一?(?:项|个|条|件)
        (?=是?(?:没|未|不)|完成|办结|[做办弄搞]完|搞定)
      `,
      'gu',
    ),
    read: () => ({ kind: 'all' }),
    example: '一项都没完成',
  },
  {
    pattern: /(?<=(?:最后|末尾|末)[^。;；]{1,16})中间的(?=[都均全也还没未正在已])/gu,
    read: () => ({ kind: 'middle' }),
    example: '最后一项没弄，中间的都完成了',
  },
  {
    pattern: new RegExp(
      `(?<!所)有的(?!放矢|时候|企业|单位)|有些(?:任务|工作|事项)?(?=[已还在没未正])|有?(?:几|多|大部分|绝大部分|部分|个别|一些|少数|多数|大多数|若干)(?:项|个)?${TASK}|有?[几多]项(?!目)(?=$|[^\\p{L}]|[已还在没未正])|中间的?(?:几项|的)|(?<=^|[,，。;；:：\\s])(?:其中)?一(?:个|项)(?=(?:已经?|都|还|没有?|未|也)*(?:完成|办结|[办做弄搞]|好|在推))`,
      'gu',
    ),
    read: () => ({ kind: 'some' }),
    example: '有几项还没完成',
  },
  {
    pattern: /[这那][俩仨](?=[都也还已没正在]|$|[^\p{L}])/gu,
    read: (m) => ({ kind: 'these', count: m[0].endsWith('俩') ? 2 : 3 }),
    example: '这俩还在推',
  },
  {
    pattern: new RegExp(`最?中间的?[那这]?(${N})?(?:项|个(?!月|季)|条|件)`, 'gu'),
    read: (m) => ({ kind: 'middle', count: count(m[1]) ?? 1 }),
    example: '中间那项',
  },
  {
    pattern: /(?<!们)[俩仨](?=(?:任务|工作)?(?:都|均|全|也都))/gu,
    read: (m) => ({ kind: 'all', count: m[0] === '俩' ? 2 : 3 }),
    example: '俩都完成了',
  },
  {
    pattern: new RegExp(`倒数第(${N})${CLASS}?`, 'gu'),
    read: (m) => {
      const nth = count(m[1]);
      return nth === undefined ? undefined : { kind: 'from-end', nth };
    },
    example: '倒数第二项',
  },
  {
    pattern: new RegExp(
      `第(?<list>${LIST})(?:${CLASS}(?=方案|方面|手续)|(?:${CLASS}|${NO_MORE})${NO_ORDINAL})`,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', 'ordinal'),
    example: '第1、3项',
  },
  {
    pattern: new RegExp(
      `(?:(?<counted>${TASK})|序号|编号|no\\.?|#)\\s*(?<list>${LIST})${NOT_AFTER}(?<class>${CLASS})?`,
      'gu',
    ),
    // 清理事项12项 counts them.
    read: ({ groups: { list = '', counted, class: after } = {} }) =>
      counted && after && /^(?:\d+|\p{Script=Han}+)$/u.test(list)
        ? undefined
        : numbers(list, 'ordinal'),
    example: '任务2',
  },
  {
    pattern: new RegExp(
      `(?<![\\d.第a-z])(?<list>${N}(?:(?:${SEP}|${TO})${N})+)(?:大项|小项|项|条|号任务)(?!目)`,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', 'ordinal'),
    example: '1、3项',
  },
  {
    pattern: new RegExp(
      `(?<![\\d.第a-z])(?<list>(?:${N}号(?:${SEP})?)*${N})号(?:任务|工作|事项|那?项(?!目))`,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', 'ordinal'),
    example: '3号任务',
  },
  {
    // 三四项 may be three or four of them, unless it goes on from 一二项.
    pattern:
      /(?<![一二三四五六七八九])(一(?:二三四五|二三四|二三|二)|(?<=一[二三四五六七八]+[项条].*)[二三四五六七八九]{2,})(?:项|条)/gu,
    read: (m) => numbers(m[1] ?? '', 'ordinal'),
    example: '一二项',
  },
  {
    pattern: new RegExp(`(?:前面?|头|开头)(${N})(?:项|个(?!月|季)|条|件)${TASK}?`, 'gu'),
    read: (m) => {
      const n = count(m[1]);
      return n === undefined ? undefined : { kind: 'end', from: 'first', count: n };
    },
    example: '前三项',
  },
  {
    pattern: new RegExp(
      `首项|(?:头一|最(?:前面?|上面?|先)的?那?一?|(?:开头|打头)的?那一?)(?:项(?!目)|个(?!月|季|任务期)|条|件)${TASK}?`,
      'gu',
    ),
    read: () => ({ kind: 'end', from: 'first', count: 1 }),
    example: '头一项',
  },
  {
    pattern: new RegExp(
      `(?:最后面?|后面?|末尾|最末尾?|垫底)的?那?(${N})?(?:项|个(?!月|季)|条|件)${TASK}?|末一?项`,
      'gu',
    ),
    read: (m) => ({ kind: 'end', from: 'last', count: count(m[1]) ?? 1 }),
    example: '最后一项',
  },
  {
    pattern: new RegExp(
      `(?:其余|其他|其它|余下|剩下|剩余|剩|另外|别的|另|还剩|还有)的?(${N}|几)?(?:(?:项(?!目)|个(?=$|[^\\p{L}]|任务|工作|事项|[已也还没未正都在])|条(?!件|例)|件)${TASK}?|${TASK}|的(?=[^\\p{L}]|[都均全也还没未正在暂已按继仍推有]))`,
      'gu',
    ),
    read: (m) => ({ kind: 'rest', ...withCount(m[1] === '几' ? undefined : count(m[1])) }),
    example: '剩下两项',
  },
  {
    pattern: new RegExp(
      verbose`
        (?:其余|余下|(?<!特|分)别的|后[面边]的(?=[都均全也还没未正在已]))
        (?!的?(?:企业|单位|部门|乡镇|项目|股室|资金|\d+(?![\d%])|[一二三四五六七八九]))
        |(?:其他|其它)(?=$|[^\p{L}]|再给|[都均全也还没未正在暂已按继仍推有完办进搞弄好照尚等])
      `,
      'gu',
    ),
    read: () => ({ kind: 'rest' }),
    example: '其余正在推进',
  },
  {
    pattern: new RegExp(
      `(?:这|该|此|本|那|上述|以上|上面)(?:的)?(${N}|几)?(?:项(?!目)|个(?=$|[^\\p{L}]|任务|工作|事(?!项目)|[已也还没未正都就])|条(?!件|例)|件)${TASK}?|(?:这|该|此|上述|以上)${TASK}|(?:以上|上述)(?=[都均全已])`,
      'gu',
    ),
    read: (m) => ({ kind: 'these', ...withCount(count(m[1])) }),
    example: '以上两项',
  },
  {
    pattern: new RegExp(
      `(?:所有|全部|全体)的?(?:[\\d一二三四五六七八九十两]+${CLASS}|${TASK})(?:任务|工作)?|(?:各项|每一?项|各${TASK}|每个任务)${TASK}?|所有(?:的)?(?=[都均全])`,
      'gu',
    ),
    read: () => ({ kind: 'all' }),
    example: '所有任务',
  },
  {
    pattern: new RegExp(
      `(?:本月|当月|这个月|我[局办委镇乡]|我们|我单位|本单位)的?(?:的)?(?:${N}项)?${TASK}(?=[^\\p{L}]*(?:已经?|目前|也)?(?:全部|都|均|全)(?!面|力|县))`,
      'gu',
    ),
    read: () => ({ kind: 'all' }),
    example: '本月任务均已完成',
  },
  {
    pattern: new RegExp(
      `(?<![\\d.第a-z])(${N})(?:项|个任务|条)${TASK}?(?=(?:一[个项件条](?:都|也)?(?:没|不)(?:[落漏]下?|少))?[^\\p{L}]*(?:已经?|目前)?(?:全部|都|均|全|皆)(?!面|力|县))`,
      'gu',
    ),
    read: (m) => ({ kind: 'all', ...withCount(count(m[1])) }),
    example: '三项全部办结',
  },
  {
    pattern: new RegExp(
      `(?<![.第a-z])(?<!\\d(?=[\\d十百]))(${N})(?:项(?!目)|个任务|条(?!线|件)|(?<=(?:完成|办结|[办做弄搞]完|搞定|剩|有|差)了?下?${N})个(?=[^\\p{L}]|$))${TASK}?`,
      'gu',
    ),
    read: (m) => {
      const n = count(m[1]);
      return n === undefined ? undefined : { kind: 'count', count: n };
    },
    example: '完成了3项',
  },
];
