import { verbose } from '../text/verbose.ts';

type Row = { pattern: RegExp; example: string };

/** What is only said not to be known asks nothing: 7我们不清楚是谁的事. */
const UNKNOWN = /(?:不清楚|不知道|不晓得|不了解|没搞清楚?)[^,，。;；?？]*/gu;
/** 是住建局牵头的吧 tells what the writer takes to be so. */
const SUPPOSED = /(?<=牵头|负责|管|任务|工作|事情?)的?吧(?=[。.]*$)/u;
const ASKS = verbose`
  [?？]|吗|么$|哪|谁|什么|啥|怎|咋|如何|多少|几[项个家]|为何|有没有|是否|是不是|能不能
  |可不可以|吧[。.]*$|呢[。.]*$|[了过]没有?[。.]*$
  |(?:^|[,，])(?:请|帮|给我|麻烦)?(?:查|看|列|发|导出|汇总|统计)
`;

/** Ways to state how one's own work stands that no question has. Read once questions are out. */
const ROWS: readonly Row[] = [
  {
    pattern: verbose`
      (?:困难|难办|难度大|[不没]开|跟不上|不够|不足|没着落|不到位|没到位|解决不了|办不下来)
      了?[,，;；].
      |[,，;；].*
      (?:周转不开|调度不开|跟不上|不够|不足|没着落|不到位|没到位|解决不了|办不下来)
    `,
    example: '财政这边困难，库款调度不开',
  },
  {
    pattern: /要?[^,，]{1,8}(?<!人)才(?:能|可以|行|会)(?!力|源|干)/u,
    example: '剩下的要明年才能清',
  },
  {
    pattern:
      /\d+\p{Script=Han}{1,3}[里中](?:面)?[^,，]{0,4}(?:有|是)\d+\p{Script=Han}{1,3}(?:是|没|未|已)/u,
    example: '150亩里有30亩是去年的',
  },
  {
    pattern:
      /(?:按|照)(?:计划|序时|要求|时间节点)(?:在|正常|有序)?(?:推进|开展|实施|办理)(?:[中着了]|$|[,，;；。])/u,
    example: '5和6都按计划推进',
  },
  {
    pattern:
      /(?:^|[,，;；。])[^,，;；。]{0,12}(?:还|尚|仍)(?:没有?|未|不|在|差)(?!完成|办结|反馈|报)\p{Script=Han}+[。.]*$/u,
    example: '大概月底，气还没通',
  },
  {
    pattern:
      /^第[\d一二三四五六七八九十]{1,3}[项条](?:任务|工作)?(?:我们|我局|本单位)?[^,，?]{0,8}(?:提供|配合|参加|参与|协助|报|交|派|出)了/u,
    example: '第1项配合提供了数据',
  },
  {
    pattern:
      /^第[\d一二三四五六七八九十]{1,3}[项条](?:任务|工作)?(?:已经?)?(?:收到|收悉|知悉|知道|明白)[了啦]?[。.]*$/u,
    example: '第2项收到',
  },
  {
    pattern:
      /(?:不归|不是|不属于)(?:我们?|咱们?|本单位)(?:局|单位|这边)?(?:牵头|负责|管|的|办)?(?:[,，;；。]|$)/u,
    example: '配套那个事不归我们，是住建局牵头的吧',
  },
];

/** Whether a message states how the writer's work stands, and asks nothing. Who writes is the caller's to see. Pure. */
export function statesWork(text: string): boolean {
  const said = text.trim().replace(UNKNOWN, '').replace(SUPPOSED, '');
  return !ASKS.test(said) && ROWS.some(({ pattern }) => pattern.test(said));
}

export const STATES_EXAMPLES = ROWS.map((r) => r.example);
