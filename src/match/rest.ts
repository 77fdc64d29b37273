import { verbose } from '../text/verbose.ts';
import { FIGURES } from './figure-subjects.ts';
import { FLAGS, INCIDENTS } from './subjects.ts';

/** The names of all that can be read, a figure's own before the shorter ones. */
const NAMED = [...FIGURES, ...FLAGS, ...INCIDENTS].map((s) => new RegExp(s.names.source, 'gu'));

const NUMBERS = new RegExp(
  verbose`
    (?:近|最近|前|满|已)?[\d.,]+\s*
    (?:[十百千万亿]*元|[%％]|个?百分点|个?(?:会计)?年度?|[件家户人项个]|[十百千万亿]+)?
    |[一二两三四五六七八九十]+个?(?:会计)?(?:年度?|[件家户人项])
  `,
  'gu',
);

/** Words that compare, join or name whoever is meant: none of them demands anything of its own. */
const PLAIN = new RegExp(
  verbose`
    不(?:低|少|高|多|大|小)于|不(?:超|满|足)过?|(?:大|小|高|低|多|少)于|超过|达到|突破
    |以[上下内]|之间|含|企业名单|(?:中小)?企业|工业|单位|公司|主体|对象|项目|厂家|资格|称号
    |证书|具[有备]|拥有|取得|获[得评批]|通过|认定|评[定为选]|入选|复审|属于|成为|建有|建[立成]
    |设[立有]|符合|满足|应当?|必须|须|上一?(?:会计|自然)?年度?|会计|自然|[当本全每]年度?|年度
    |最近|首[次个家]|初次|第一次|新(?:增|获|评|认定|纳入)|纳入|进入|未被?|没有|不得|不存在|无
    |发生|列入|存在|重大|严重|较大|违法|行为|记录|名单|失信|信用|国家级?|省级|市级|县级
    |高新技术|完成|实现|总[额数量]|比[例重率]|占比?|金额|年均?|有效|授权|自主|核心|国内|购置
    |生产|单个|累计|合计|实际|登记|注册|依法|境内|统计|同时|并且|或者?|以及|其中|申[报请]
    |按照?|一次性|给予|成立|连同|等|\p{Script=Latin}+
  `,
  'gu',
);

/**
 * Whether a phrase demands something beside what can be read in it: 入规后连续两年在库 beside 入规. A condition of such a
 * phrase is never met for certain. Pure.
 */
export function demandsMore(phrase: string): boolean {
  const bare = [...NAMED, NUMBERS, PLAIN].reduce(
    (text, words) => text.replace(words, '、'),
    phrase,
  );
  return /\p{Script=Han}{2,}/u.test(bare.replace(/^[对于其且并]+|[的之]/gu, '、'));
}
