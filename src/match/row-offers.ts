import { readRequirements } from './conditions.ts';
import { type ClauseText, type Offer, sectionOf } from './offer.ts';

/** 申报条件, 支持对象: what has to be so. */
const CONDITION = /条件|要求|对象|门槛|资格|适用|范围/u;

/** 补助标准, 最高限额: what is given. */
const GIVEN =
  /(?:补[助贴]|奖[励补金]|扶持|支持|资助|贴息|减免)(?:标准|金额|额度|比例|内容|方式)|^标准$|金额|限额|额度/u;

/** 支持事项, 奖补项目. */
const NAME = /事项|项目|名称|类别|类型|政策/u;

const AMOUNT = /\d[\d,.]*\s*(?:[百千]?[万亿]?元|%|％)/u;

/** What a row of a table grants to whom, its columns telling which is which; undefined where it grants nothing. Pure. */
export function readRowOffer(clause: ClauseText): Offer | undefined {
  const cells = (clause.cells ?? []).filter((c) => c.text.trim() !== '');
  const isGiven = ({ label }: { label: string }) => GIVEN.test(label) && !CONDITION.test(label);
  const given = cells.filter((c) => isGiven(c) && !/^[—\-/／无]*$/.test(c.text));
  if (!given.some((c) => AMOUNT.test(c.text))) return undefined;
  const name = cells.find((c) => NAME.test(c.label) && !isGiven(c));
  const conditions = cells.filter((c) => CONDITION.test(c.label));
  // Where no column is for conditions, a name may be one: 首次认定的高新技术企业.
  const read = (conditions.length > 0 ? conditions : name ? [name] : []).flatMap((c) =>
    readRequirements(c.text, c.label),
  );
  const requirements = conditions.length > 0 ? read : read.filter((r) => r.any.length > 0);
  return {
    name: name?.text ?? clause.headings.at(-1) ?? '',
    gives: given.map((c) => `${c.label}：${c.text}`).join('；'),
    section: sectionOf(clause),
    requirements: requirements.map((r) => ({ ...r, section: sectionOf(clause) })),
  };
}
