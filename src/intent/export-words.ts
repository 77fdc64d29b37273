import type { ExportFormat } from './intent.ts';

type Row = { pattern: RegExp; format: ExportFormat; example: string };

/** Words for a kind of file. */
export const FORMAT_WORDS: readonly Row[] = [
  { pattern: /csv/i, format: 'csv', example: '导出 csv' },
  {
    pattern:
      /excel|xlsx?|表格|电子表|台账|明细表|汇总表|一览表|统计表|任务表|报表|清单|底表|execl|exel/i,
    format: 'xlsx',
    example: '导出表格',
  },
  {
    pattern:
      /word|docx?|wps|pdf|文档|文字(?:版|材料|稿)|报告|简报|[月季年]报(?!表)|专报|通报|材料|总结|小结|汇报稿|纪要/i,
    format: 'docx',
    example: '出一份季报',
  },
];

const FILE =
  '(?:excel|execl|exel|xlsx?|word|docx?|wps|pdf|csv|表格?|电子表|电子版|台账|报表|文档|文件|附件|清单|报告|简报|[月季年]报|专报|通报|材料|总结|小结|名单|明细|汇总|单子|底表|一览表)';

/** Orders for a file. A form of the administration (申报表) is no export: policy is asked first. */
const EXPORT: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /导(?:出|成|个|一[份个下]|下来|到|为)|下载|另?存(?:成|为)|打印|转成|转为|输出(?:成|为|一)/,
    example: '导出全年任务台账',
  },
  {
    pattern: new RegExp(
      `(?:生成|制作|做|弄|搞|整|出|拉|写|拟|起草|汇总|整理|形成|编|打)(?:出|成|个|一[份个张篇下]|份|张|篇|的)*[^,。吗没]{0,12}?${FILE}(?:$|[,给发来出版吧]|格式)`,
      'i',
    ),
    example: '生成一份三季度汇总表',
  },
  {
    pattern: new RegExp(
      `(?:(?<![印下颁签转制])发|传|给|送|(?<![需主重不])要|来|拿|推|甩|提供|寄|有)(?:我|给我|过来|过去|给|到群里|我们|一下|领导|来)*(?:一?[份个张篇])?[^,。吗没哪啥什]{0,14}?${FILE}(?:格式|版|形式)?(?:的)?(?:$|[,给发来吧])`,
      'i',
    ),
    example: '发个表格给我',
  },
  {
    pattern: new RegExp(
      `${FILE}(?:版|格式|形式)?(?:的)?[,]?(?:麻烦|请)?(?:帮我)?(?:也|都|再)?(?:发|传|给|送|推|甩|导|下|来)(?:给?我|过来|出来|一[份下个]|到|来|领导|群里|下来|给)`,
      'i',
    ),
    example: '台账发我',
  },
  {
    pattern:
      /(?:发|传|给|来|要|送|拿)(?:给)?(?:我|过来|领导)?一[份个](?:给我|过来|来|$|[,]|.{0,10}(?:的)?(?:进度|进展|情况|任务|汇总|完成))/,
    example: '发我一份',
  },
  {
    pattern:
      /^(?:要)?(?:一[份个])?(?:excel|xlsx?|word|docx?|表格|文档|csv)(?:版|格式)?(?:的)?(?:呢|吧|也要)?$/i,
    example: 'word版',
  },
  {
    pattern: /(?:excel|xlsx|word|docx|csv|pdf)(?:版|格式|形式|文件|表|文档)/i,
    example: '要excel格式',
  },
  {
    pattern: new RegExp(
      `${FILE}(?:给我|帮我)?(?:生成|制作|整理|汇总|起草|写|做|打印?|编)(?:一?[下份个]|出来|好|给我|发我)+[吧]?$`,
      'i',
    ),
    example: '明细表整理一下',
  },
  { pattern: /[月季]报(?!表)(?:$|呢|出来|好)/, example: '5月月报' },
];

/** The file that is asked for, or undefined. */
export function readExport(text: string): ExportFormat | undefined {
  if (!EXPORT.some(({ pattern }) => pattern.test(text))) return undefined;
  return FORMAT_WORDS.find(({ pattern }) => pattern.test(text))?.format ?? 'xlsx';
}
