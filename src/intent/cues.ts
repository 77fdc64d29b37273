import { verbose } from '../text/verbose.ts';

/** Words that show what shape of answer is wanted. Read on the marked text. */
type Row = { pattern: RegExp; example: string };

const some = (rows: readonly Row[]) => (text: string) =>
  rows.some(({ pattern }) => pattern.test(text));

/** An answer that is a list of tasks. */
export const LIST_CUES: readonly Row[] = [
  {
    pattern:
      /(?:哪些|哪几|有啥|有些?什么|都是?啥|是啥|啥任务|啥工作|啥事|啥活)(?!情况|进展|进度|意思|名堂)/,
    example: '有哪些',
  },
  {
    pattern: /(?:什么|啥)(?:任务|工作|事情?|活儿?|事项|内容|重点|项目|安排)/,
    example: '有什么任务',
  },
  {
    pattern:
      /(?:要|该|得|需要?|应该?|打算|准备|计划)(?:抓紧)?(?:干|做|办|抓|完成|推进|搞|落实|开展|忙|交|报送?|上报|提交)(?:些|点|的是)?(?:什么|啥|哪)/,
    example: '下个月要干什么',
  },
  {
    pattern: verbose`
      (?:干|做|办|抓|搞|忙)(?:了|过)?(?:些|点|的是?)?(?:什么|啥)(?!情况)
      |安排(?:了)?(?:些)?(?:什么|啥|哪)|^\uE002的?(?:安排|打算)$|都有(?:谁|哪)
      |(?:任务|工作|事项)(?:都)?(?:有|是)(?:哪|什么|啥)
    `,
    example: '3月干啥',
  },
  {
    pattern:
      /列(?:出|一?下|个|表|举|给|成|一列|清楚|明)|罗列|清单|明细|名单|一览|单子|台账|目录|逐[项条个]|一[项条]一[项条]|分项/,
    example: '列一下',
  },
  {
    pattern: verbose`
      (?:任务|工作|事项)(?:计划|安排|部署|清单|表|分工|内容)?$
      |(?:任务|工作|事项)(?:计划|安排|部署|分工|内容)|待办(?:事项)?
      |(?:具体|详细)(?:是|有|任务|内容|工作|情况是)?(?:哪|什么)?
    `,
    example: '5月的任务',
  },
  {
    pattern:
      /(?:必须|务必|须|应当?|要|需要?|得|该)(?:完成|办结|了结|做完|办完|交[账差]?|报|办)的(?:$|[?]|有)/,
    example: '本月底前必须完成的',
  },
  { pattern: /到期|截止/, example: '近期要到期的' },
];
export const asksList = some(LIST_CUES);

/** An answer that is a conclusion with figures. */
export const SUMMARY_CUES: readonly Row[] = [
  {
    pattern: verbose`
      怎么样|怎样|咋样|如何|到(?:了)?(?:哪|什么|啥)(?:一?步|程度|阶段|地步)|咋个样|咋整的
      |怎么着|啥样|什么样|(?:什么|啥)水平|啥情况|什么情况|情况|态势|形势|状况|状态|样子
    `,
    example: '怎么样',
  },
  {
    pattern: verbose`
      哪(?:一|几)?个?月.{0,8}最|最.{1,6}哪(?:一|几)?个?月|进度|进展|完成[率度]|办结率|按时率
      |比[例率]|百分之|百分比|几成|占比|总体|整体|总的|汇总|小结|总结|概况|概览|大盘|全貌
      |盘子|整个|数据|数字|^(?:汇报|通报|报告)(?:一?下)?$
    `,
    example: '总体情况',
  },
  {
    pattern: verbose`
      (?:完成|推进|落实|办|做|干|搞|弄|进行|执行|开展|抓)(?:得|的)
      (?:怎|咋|如何|好不好|快不快|顺|可以|还行|行不行|到位)
      |顺利吗|顺不顺|行不行|好不好|到位(?:吗|没|了没)|过半|跟(?:上|得上)|达到?序时|序时
    `,
    example: '推进得顺利吗',
  },
  {
    pattern:
      /(?:都|全)?(?:完成|办结|做完|办完|搞完|落实|干完|弄完)(?:了)?(?:吗|么|没有|没|没得|不)[?]?$|完成(?:了)?(?:多少|过半)/,
    example: '完成了没有',
  },
];
export const asksSummary = some(SUMMARY_CUES);

/** How many: 多少项, 几个. */
const MANY = /多少|总数|(?:总共|一共|合计|共计|总计|累计)[^,。?]{0,6}几|数量|几成/;
const SOME = /几[项个件条]/;

export const asksHowMuch = (text: string) => MANY.test(text);
export const asksHowMany = (text: string) => SOME.test(text);

/** An answer that names units: 哪些单位, 谁. 谁牵头 is asked of a task and read before. */
const UNITS_ASKED = verbose`
  谁|哪(?:些|个|几个?|家|几家)?(?:单位|部门|乡镇|局|家)|(?:多少|几)(?:家|个)(?:单位|部门)
  |(?:多少|几)家(?=[还都]?(?:没|未|尚|报|反馈|超期|逾期|拖))|(?:有|是)哪几?家
  |(?:的|了)(?:单位|部门)(?:有|是|都|名单|$|[?,])|(?:单位|部门)(?:名单|有哪|是哪|都有)
`;

export const asksUnits = (text: string) => UNITS_ASKED.test(text);

/** The question is put to the county as a whole: it drops the unit of the question before. */
export const WHOLE_COUNTY =
  /全县|全部单位|所有单位|各单位|整体|总体|总的|全局(?!性)|大家|整个县|面上|^(?:那)?(?:全部|所有)的呢?$/;

/** One task of the list that was shown: 第3项, 第三个任务. */
export const TASK_NO =
  /第(\d{1,2}|[一二三四五六七八九十]{1,3})(?:项|条|个任务|件|个(?!月|季|星|礼))/;
