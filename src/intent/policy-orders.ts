import { asks } from '../text/asks.ts';
import { fold } from './tidy.ts';

/** What the office orders about a document of the library; names as written. */
export type PolicyOrder = {
  /** Its title, file name or 文号. */
  document: string;
  /** Named in title marks, or as one of the library: then nothing else can be meant. */
  isSure: boolean;
  /** Out of the library, or who may see it from now on. */
  to: 'out' | 'public' | 'internal' | { units: string };
};

const POLITE = '(?:请|麻烦|帮忙|帮我|给我|你|把|将|对)*';
const PAPER =
  '(?:措施|办法|细则|意见|规定|政策|指南|方案|通知|公告|决定|规划|条例|文件|纪要|[〔\\[（(]\\d{4}[〕\\]）)]\\d+号)';
const LIBRARY = '(?:政策|文件|资料|知识)库(?:里面?|中|内)?';
const DOCUMENT = `(?:(?:这[份个])?(?:文件|政策)?《(?<title>[^》]+)》|(?<name>[^《》,，。;；、\\s]{2,60}?${PAPER}))(?:这[份个])?(?:文件|政策)?`;
const OUT =
  '(?:移出|移除|删除|删掉|删了|删|去掉|撤下来?|撤掉|撤出|下架|下掉|拿掉|拿下来?|清除|清掉|停用)(?:一下|掉)?';
const CHANGE =
  '(?:(?:的)?(?:可查|可见|公开|查阅|查看)?范围)?(?:改|设|设置|调|调整|转|变|变更|换)(?:为|成|到)';
const END = '(?:吧|了|一下|啊|哈)*[。.!！]*$';
const SEE = '(?:可?以?(?:看到?|查看?|查阅|查询|阅|见|知悉|使用)|公开)';

type Row = { pattern: RegExp; to: PolicyOrder['to'] | 'units' };

const row = (pattern: string, to: Row['to']): Row => ({
  pattern: new RegExp(`^${POLITE}${pattern}${END}`, 'u'),
  to,
});

/** Each with an example. */
const ROWS: readonly Row[] = [
  // 把《若干措施》移出政策库, 《若干措施》下架
  row(`${DOCUMENT}(?<library>从?${LIBRARY})?${OUT}(?<into>(?:政策|文件|资料)?库)?`, 'out'),
  // 从政策库删除《若干措施》, 下架青工信〔2022〕5号
  row(`(?<library>从${LIBRARY})?${OUT}(?<into>${LIBRARY}的?)?${DOCUMENT}`, 'out'),
  // 《若干措施》改为内部
  row(`${DOCUMENT}${CHANGE}(?:不公开|仅?内部)(?:文件|资料|可见|可查|查看|使用)?`, 'internal'),
  // 《若干措施》不要公开, 别对外公开《若干措施》
  row(`${DOCUMENT}(?:先|暂时?)?(?:不|别|停止)(?:要|能|宜|再)?(?:对外|向社会)?公开`, 'internal'),
  row(`(?:先|暂时?)?(?:不要?再?|别再?|停止)(?:对外|向社会)?公开${DOCUMENT}`, 'internal'),
  // 《若干措施》只给内部看
  row(
    `${DOCUMENT}(?:只|仅|限|只能|仅限|只限)(?:给|让|供|由|对|在)?(?:内部|机关|工作人员)(?:人员)?${SEE}?`,
    'internal',
  ),
  // 《若干措施》改为公开, 公开《若干措施》
  row(`${DOCUMENT}${CHANGE}(?:对外|向社会)?公开(?:文件|可查|可见)?`, 'public'),
  row(`${DOCUMENT}(?:现在|已经)?(?:可以|能)?(?:对外|向社会)公开`, 'public'),
  row(`${DOCUMENT}(?:现在|已经)?(?:可以|能)公开`, 'public'),
  row(`(?:对外|向社会)?公开${DOCUMENT}`, 'public'),
  // 《若干措施》只给财政局、税务局看, 《若干措施》改为财政局和税务局可见
  row(
    `${DOCUMENT}(?:只|仅|限|只能|仅限|只限)(?:给|让|供|由|对)?(?<units>[^,，。;；?？]{2,60}?)${SEE}`,
    'units',
  ),
  row(`${DOCUMENT}${CHANGE}(?:仅|只)?(?:限|给|让)?(?<units>[^,，。;；?？]{2,60}?)${SEE}`, 'units'),
];

/** The order about a document of the library in a message; undefined for questions and everything else. Pure. */
export function readPolicyOrder(text: string): PolicyOrder | undefined {
  const folded = fold(text);
  if (asks(folded)) return undefined;
  for (const { pattern, to } of ROWS) {
    const g = pattern.exec(folded)?.groups;
    if (!g) continue;
    return {
      document: g.title ?? g.name ?? '',
      isSure: [g.title, g.library, g.into].some((part) => part !== undefined),
      to: to === 'units' ? { units: g.units ?? '' } : to,
    };
  }
  return undefined;
}
