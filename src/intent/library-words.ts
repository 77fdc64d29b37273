import { fold } from './tidy.ts';

const SEE = '(?:请问?|帮我|给我)?(?:查看|查一?下|看看|看一?下|列出|列一?下|打开|发一?下)?(?:一下)?';
const NOW = '(?:现在|目前|咱们?|我们|县里|你(?:们|这里|这)?|这里)*(?:都|一共|总共)?';
const ALL = '(?:哪些|什么|啥|多少|几[个份])';
const END = '(?:可(?:以|供)?(?:查|问|看)(?:询)?(?:的)?)?(?:[?。.了呢]|吗)*$';

/** Of which year, level and visibility. */
const OF = '(?:(?:19|20)\\d{2}年?度?|今年|去年|国家级?|[省市县][里级]?|公开|内部|的|有效)+';

/** 快到期, 已经废止: of documents as a whole. */
const WHEN = '(?:快要?|即将|将要?|就要|马上要?|近期|最近|今年|明年|年底前?|本月|已经?|会|要)*';
const ENDS = '(?:到期|过期|失效|届满|废止)';

/** Ways to ask what the library holds, as a whole; what a document says is asked otherwise (有什么优惠政策). */
const LIBRARY: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(
      `^${SEE}${NOW}(?:政策|文件|资料|知识)库(?:里面?|中|内)?(?:的)?${NOW}(?:有|收录?|存|是|录入|入库)*(?:了)?${ALL}?(?:的)?(?:政策|文件|资料)*(?:清单|目录|列表)?${END}`,
    ),
    example: '政策库有哪些文件',
  },
  {
    pattern: new RegExp(
      `^${SEE}${NOW}(?:政策|文件|资料)?库(?:里面?|中|内)?${OF}(?:政策|文件|办法|资料)*(?:有|是|都)*${ALL}?(?:的)?(?:政策|文件|办法|资料)*(?:清单|目录|列表)?${END}`,
    ),
    example: '政策库2022年县里的文件有哪些',
  },
  {
    pattern: new RegExp(
      `^${SEE}${NOW}(?:有|收录了?)*(?:${ALL}${OF}(?:政策)?文件|${OF}(?:政策)?文件(?:有|是|都)*${ALL})${END}`,
    ),
    example: '2023年市里的政策文件有哪些',
  },
  {
    pattern: new RegExp(
      `^${SEE}${NOW}(?:有|收录了?|入库了?|能查到?|可以查|能看到?)${ALL}(?:份|个)?(?:的)?(?:政策|文件)(?:文件)?${END}`,
    ),
    example: '有哪些政策',
  },
  {
    pattern: new RegExp(
      `^${SEE}${NOW}(?:有|是)?(?:${ALL}(?:政策|文件)(?:文件)?${WHEN}${ENDS}(?:的|了)*|${WHEN}${ENDS}的?(?:政策|文件)(?:文件)?(?:有|是|都)*${ALL}?(?:清单|目录)?)${END}`,
    ),
    example: '哪些政策快到期了',
  },
  {
    pattern: new RegExp(
      `^${SEE}(?:全部|所有|现行|已入库)?(?:的)?(?:政策|文件)(?:文件)?(?:清单|目录|列表|一览表?)${END}`,
    ),
    example: '政策清单',
  },
  {
    pattern: new RegExp(`^${SEE}(?:全部|所有|现行|已入库)?(?:的)?政策(?:文件)?${END}`),
    example: '政策文件',
  },
];

/** Whether a message asks which documents there are. */
export function asksLibrary(text: string): boolean {
  const folded = fold(text).trim();
  return LIBRARY.some(({ pattern }) => pattern.test(folded));
}
