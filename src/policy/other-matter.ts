import { verbose } from '../text/verbose.ts';
import { speaksOf } from './match.ts';
import type { Question } from './question.ts';
import { CARRYING, COMMON_WORDS, SOFT_WORDS } from './question-words.ts';
import type { Statement } from './statements.ts';

/**
 * Documents that nowhere speak of a word that stands in the question and in the title of another document: of the energy
 * notice is asked, not of the one on talents.
 */
export function ofOtherMatter({ plain }: Question, statements: Statement[]): Set<string> {
  // 业高 in 企业高企 and 规奖 in 升规奖励 are of no word.
  const chars = [...plain.replace(OF_PAPERS, ' ').replace(/公司/g, ' ')];
  const pairs = chars.map((c, i, all) => c + (all[i + 1] ?? '')).filter(isOfMatter);
  const byDocument = Map.groupBy(statements, (s) => s.policy.id);
  const named = pairs.filter((pair) => statements.some((s) => s.title.includes(pair)));
  const speaks = (list: Statement[], pair: string) =>
    list.some((s) => speaksOf(`${s.title} ${s.headings} ${s.plain}`, pair) > 0);
  return new Set(
    [...byDocument].flatMap(([id, list]) => (named.every((p) => speaks(list, p)) ? [] : [id])),
  );
}

const isOfMatter = (pair: string) =>
  /^(?!.?[的了和与及或在是有对从为于按将由被把之其])\p{Script=Han}{2}$/u.test(pair) &&
  !CARRYING.has(pair) &&
  !SOFT_WORDS.has(pair) &&
  !COMMON_WORDS.has(pair);

/** What titles call documents and grants. */
const OF_PAPERS = new RegExp(
  verbose`
    奖励|奖补|补贴|补助|资助|申报|申请|支持|扶持|管理|认定|通知|办法|细则|意见|方案|措施|指南
    |规定|企业|项目|资金|专项|行动|计划|年度|公告|若干|推进|促进|加快|关于
  `,
  'gu',
);
