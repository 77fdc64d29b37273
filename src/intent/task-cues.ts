import { verbose } from '../text/verbose.ts';

type Row = { pattern: RegExp; example: string };

/** What is done to a task: 评了没有, 出台了吗, 兑现了多少. */
const DID =
  '(?:完成|办结|搞|办|做|评|开|建|弄|报|定|批|签|出|启动|开展|举办|召开|组织|验收|落实|出台|印发|发布|制定|下发|颁奖|兑现|兑付|发放|开工|竣工|完工|投产|动工|动|落地|成立|组建|申报|上报|备案|公布|公示|推进|实施|改造|审批|通过|敲定|安排|走访|调研|培训|考核|评价|评估|评比|整改|清理|处置|解决|收尾|上线|挂牌|揭牌|签约|对接|到位|交付|投用|启用|使用|结束|进行|拿到|拿下来?|搬|招|立项|入库|修改|完善|征求意见|筹备|谋划|摸排|摸底|盘点|拨付|拨|下达|发(?![现展])|付|交|起草|写|讲(?!座)|编|编制|建立|建成|形成|达标|突破|达到|超额|过会|上会|去|来|干|整|跑|谈|引进|摘牌|供地|拆|修|盖|装|买|培育|净增|新增|增加|纳规|入规|(?<!小)升规|纳统|认定|发展|吸纳|归集|争取|化解|盘活|腾退|关停|采购|招标|中标)';
const RESULT = '(?:完|好|成|掉|出来|下来|下去|上去|起来)?';

/** Signs that one task is meant and nothing else: they outweigh words of lists and overviews. */
const STRONG: readonly Row[] = [
  {
    pattern:
      /(?:那|这)(?:一?[项件摊档]|个)(?:重点)?(?:工作|任务|事情?|活儿?|项目|事项)|那(?:一?[项件])|那(?:事儿?|活儿?)|这(?:事儿?|活儿?)/,
    example: '高企申报那项工作',
  },
  {
    pattern: verbose`
      (?:现在|目前)?(?:进行|推进|进展|进度|走|搞|做|办|干|弄|忙|谈|跑|建(?!设)|盖|修)?
      (?:得|的)?到(?:了)?(?:哪|什么|啥|何种|几成)(?:一|个)?
      (?:步|里|儿|个?(?:程度|阶段|环节|地步|状态|位置|份上)|了|去了)?
    `,
    example: '到哪一步了',
  },
  {
    pattern:
      /(?:主要)?(?:是)?(?:卡|堵|拖|停|难)(?:在|住)?(?:了)?(?:哪|什么|啥)(?:里|儿|个?(?:环节|地方|问题))?(?:了)?/,
    example: '卡在哪了',
  },
  {
    pattern: verbose`
      (?:到底|究竟|具体|大概|准备|计划|打算|预计)?
      (?:是|在|要|能|会|安排在|安排|定在|放在|排在|什么)*(?:
        什么时候|啥时候?|何时|几时|几号|哪天|哪[个一]?月|几月份?|多久|多长时间|哪个季度
        |什么时间
      )(?:能|可以|才能?|要|会|该|截止|到期|前|以前|之前|之内|份|里)*
    `,
    example: '什么时候完成',
  },
];

const UNIT =
  '(?:家|户|个(?!月|点|百分|季)|[场次期人名台辆套座处亩吨度](?!候|间)|公里|[百千万亿]+元?|元|块?钱|成)';
const NOT_GROWTH = '(?<!增长|增加|提高|提升|上升|下降|减少|降低)';

/** How far a figure of a task has come: told by 了 or 现在, where a document would tell what it is to be. */
const SO_FAR: readonly Row[] = [
  {
    pattern: new RegExp(
      `(?:现在|目前|眼下|当前|到现在|截至目前|截至现在|至今|累计|已经?)(?:一共|总共|都)?${DID}了?(?:多少|几)${UNIT}[?]?$`,
    ),
    example: '上云企业目前新增多少家',
  },
  {
    pattern: new RegExp(
      `(?:现在|目前|眼下|已经?|${DID})?${NOT_GROWTH}(?:有|达到?|到|是)?(?:多少${UNIT}?|几${UNIT})了[?]?$`,
    ),
    example: '小升规现在几家了',
  },
  {
    pattern: new RegExp(
      `[率额量数]${NOT_GROWTH}(?:现在|目前|眼下|当前|到现在|截至目前)(?:是|有|到|达到?)*多少(?:${UNIT}|个点)?[?]?$`,
    ),
    example: '出租率现在多少',
  },
  {
    pattern: new RegExp(
      `(?:${DID}|[兑放贷投用花还收交领筹])${RESULT}(?<!定|写)了(?:多少${UNIT}?|几${UNIT})[?]?$`,
    ),
    example: '奖补资金兑了多少',
  },
];

/** Whether a figure is asked as it stands now, and not as a document sets it. */
export const asksSoFar = (text: string) => SO_FAR.some(({ pattern }) => pattern.test(text));

const RATE: Row = {
  pattern:
    /(?:完成|办结|按时)(?:率|比例|的?百分比)(?:现在|目前)?(?:是|有|为|达到?|到)*(?:了)?(?:多少|多高|几成|百分之几|怎么样|如何)?(?:了)?[?]?$/,
  example: '冲刺行动完成率多少',
};

/** Whether a rate is asked: of all the tasks that a topic names, a single one has none. */
export const asksRate = (text: string) => RATE.pattern.test(text);

/** Signs that hold where nothing else is asked. */
const WEAK: readonly Row[] = [
  ...SO_FAR,
  RATE,
  { pattern: /(?:什么|啥|哪个)(?:进度|进展|阶段|状态|情况|程度|环节)/, example: '什么进度' },
  {
    pattern: new RegExp(
      `${DID}${RESULT}(?:了)?(?:多少|几[家个项户场次期人成]|几十|几百)(?:了|家|个|项|户|场|次|期|人|钱|万|亿|亩|台|公里)*[?]?$`,
    ),
    example: '5G基站建了多少',
  },
  {
    pattern: new RegExp(
      `(?:已经|都|全部|正式)?${DID}${RESULT}(?:了|过)?(?:吗|么|没有|没得|没|不|否|没呢|了吧)[?]*$`,
    ),
    example: '大赛评了没有',
  },
  {
    pattern: /[^没未不\uE001-\uE003](?:(?:了|过)(?:没有|没得|没)|了[吗么])[?]*$/,
    example: '汇编印了没有',
  },
  { pattern: new RegExp(`(${DID})[没不](?:有)?\\1(?:成|完|好)?[?]?$`), example: '现场会开没开' },
  {
    pattern: new RegExp(
      `(?:有没有|是否|是不是)(?:已经?|都|全部)?(?:按时|如期)?(?:被)?${DID}${RESULT}(?:了)?`,
    ),
    example: '是否完成',
  },
  {
    pattern: /(?:主要)?(?:为什么|为啥|为何|怎么(?:还|就|没)|咋还|咋没|什么原因|啥原因|原因)/,
    example: '为什么没完成',
  },
  {
    pattern: new RegExp(
      `${DID}${RESULT}了(?:多少|几)[家个户次场项人名期]\\p{Script=Han}{1,4}[?]*$`,
      'u',
    ),
    example: '走访了多少家企业',
  },
  {
    pattern: /(?:已经)?(?:有|达到?)(?:了)?(?:多少|几)[家个项户场次期人](?:了)[?]?$/,
    example: '上云企业有多少家了',
  },
  {
    pattern:
      /(?:搞|办|做|干|弄|抓|推进|进行|开展|落实|建设|实施|准备|筹备|申报|培育)得(?:怎么样|怎样|咋样|如何|好不好|顺不顺利?|顺利吗|快不快)(?:了)?/,
    example: '办得怎么样',
  },
  {
    pattern: verbose`
      (?:怎么样|怎样|咋样|如何|咋个样|怎么说|有眉目|有着落|[有出]结果|有消息|有动静)(?:了)?
      (?:吗|没有|没)?
      |(?:最新|目前|现在|当前)?(?:的)?(?:工作)?(?:进展|进度|情况|动态)
    `,
    example: '进展如何',
  },
];

/** Whether a text asks about a single task, provided it names one. */
export function asksTask(marked: string): boolean {
  return [...STRONG, ...WEAK].some(({ pattern }) => pattern.test(marked));
}

/** The same, by a sign that outweighs the words of lists and overviews. */
export function pointsAtTask(marked: string): boolean {
  return STRONG.some(({ pattern }) => pattern.test(marked));
}

/** The text with what is asked about the task cut out, a mark in its place. */
export function cutTaskCues(text: string, mark: string): string {
  return [...STRONG, ...WEAK].reduce((s, { pattern }) => s.replace(pattern, mark), text);
}
