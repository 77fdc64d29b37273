import { verbose } from '../text/verbose.ts';
import { kindOfUnit, readFigures } from './figures.ts';
import type { Statement } from './statements.ts';

/** A part after, with a figure of its own, speaks of that one. */
export function holdsFigure(statement: Statement, at: number): boolean {
  const from = statement.segments[at]?.at ?? 0;
  const to = statement.segments[at + 1]?.at ?? statement.text.length;
  return readFigures(statement.text).some((f) => f.at >= from && f.at < to);
}

/**
 * A part before, with a share or a count of its own, speaks of that one: 产值增长8%，税收增长5%. Doing words hold for all
 * that follow (培育国家级3家，省级8家), and so does what an elliptic part leaves out.
 */
export function ownsFigure(
  statement: Statement,
  at: number,
  own: number,
  unit: string,
  word: string,
): boolean {
  const { segments } = statement;
  const kind = kindOfUnit(unit);
  if (kind !== 'share' && (kind !== 'count' || DOING.test(word))) return false;
  if (at === own || clausesBetween(segments, at, own) === 0) return false;
  // ……达到500万元以上的，按5%给予补助: the first figure is a condition of the second.
  if (segments[at]?.plain.endsWith('的')) return false;
  const rest = (segments[own]?.plain ?? '').replace(/[\d.,%一二三四五六七八九十百千万亿]+/g, '');
  if (kind === 'count' && rest.length <= ELLIPTIC) return false;
  const from = segments[at]?.at ?? 0;
  const to = segments[at + 1]?.at ?? statement.text.length;
  return readFigures(statement.text).some(
    (f) => f.at >= from && f.at < to && kindOfUnit(f.unit) === kind,
  );
}

/** Characters of a part that names no thing of its own: 市级5家. */
const ELLIPTIC = 5;

const DOING = verbose`
  培育|培养|新增|引进|建设|成立|开展|举办|发放|推送|获评|获批|新建|建成|创建|处置|盘活|支持
  |给予|奖励|补贴|补助|申报|申请|安排|统筹|聘请|帮助|完成|实现|达到|筛选|认定|评选|推荐|组织
  |突破|力争|年度|全年|累计|目前
`;

/** Marks greater than 、 between two parts of a sentence. */
export const clausesBetween = (segments: Statement['segments'], from: number, to: number) =>
  segments.slice(from, to).filter((s) => !'、（）()'.includes(s.mark)).length;
