/** Words that narrow an indicator: 工业固投 is not 固投. */
const NARROWING = '工业|技改|规上|规下|制造业|民营|农业|服务业|房地产|基础设施|高新技术|战新产业';

const INDICATORS = '固投|投资|增加值|总产值|产值|税收|利润|营收|营业收入|用电量|贷款|增速';

/** An indicator that the text narrows and the question does not, or otherwise than the question. */
export function narrows(segment: string, question: string): boolean {
  const asked = new RegExp(NARROWING).test(question);
  return (
    !asked &&
    [...segment.matchAll(new RegExp(`(?:${NARROWING})(?:企业|经济)?(${INDICATORS})`, 'g'))].some(
      (m) => m[1] !== undefined && question.includes(m[1]),
    )
  );
}

const MEASURED =
  /总产值|产值|增加值|营收|营业收入|主营业务收入|税收|利润|用电量|投资|固投|贷款|交易额|财政收入|进出口|零售额|产量/g;

const measuresIn = (text: string): string[] =>
  (text.match(MEASURED) ?? []).map((name) => name.replace(/^(?:主营业务|营业)收入$/, '营收'));

/** The text measures something, but not what the question asks for: 增加值 where 产值 is asked. */
export function measuresOther(segment: string, question: string): boolean {
  const asked = measuresIn(question);
  const said = measuresIn(segment);
  return (
    asked.length > 0 &&
    said.length > 0 &&
    !said.some((s) => asked.some((a) => a.endsWith(s) || s.endsWith(a)))
  );
}
