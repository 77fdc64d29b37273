import { verbose } from '../text/verbose.ts';
import { type Facts, phrasesOf, readPhrases } from './facts.ts';
import { flagsIn } from './subjects.ts';

const MAKING = '(?:精深|初|深)?(?:加工|制造|生产|制作|种植|养殖|销售)?';
const FIRM = '(?:工厂|厂|企业|企(?!业)|公司|合作社|作坊|加工户|专业户|基地)';
const WE = '(?:我们?|咱们?|俺们?|本|自己|家里?|公司|企业|厂里?|这边|现在|去年|今年|一直)*';
const DOES =
  '(?:(?:是|开|办|建|有|搞|做|干|弄|从事|经营|生产|加工|专门|主要|专业)(?:了|的|着|过)?|一?[家个间]|(?:小|中小|中型|小型|民营|私营|本地|县里|当地)的?)*';

/** 我们茶厂, 我开了家石材加工厂, 竹木企业: whose name for themselves says what they make. */
const NAMED = new RegExp(
  `^${WE}${DOES}(\\p{Script=Han}{1,8}?)${MAKING}的?(?:小|中小|民营)?${FIRM}`,
  'u',
);

/** 我们是做茶叶的, 公司搞机械零部件: what they do. */
const DONE = new RegExp(
  `(?:做|搞|从事|生产|加工|经营)(?:一些|点)?(\\p{Script=Han}{2,8}?)${MAKING}(?:的|行业|生意|行当|产品)?$`,
  'u',
);

/** What it makes, where it says so, and the phrase that says it: 茶 in 我们是茶厂. Pure. */
export function tradeOf(said: string, facts: Facts): { trade: string; text: string } | undefined {
  const read = readPhrases(facts);
  for (const text of phrasesOf(said)) {
    const named = [NAMED.exec(text)?.[1], read.includes(text) ? undefined : DONE.exec(text)?.[1]];
    const trade = named.find((name) => name && !NO_TRADE.test(name) && flagsIn(name).length === 0);
    if (trade) return { trade, text };
  }
  return undefined;
}

/** What tells nothing of what is made: 民营企业, 新厂, 分公司. */
const NO_TRADE = verbose`
  ^(?:
    什么|哪|本地|外地|新|老|旧|大|小|中|民营|国有|私营|工业|农业|企业|我|一个|真|这|那|其他
    |别的|全县|县|几|多|两|三|好|独资|合资|外资|股份|有限|集团|重点|龙头|上市|初创|科技|高新
    |规|分|总|子|母|们|咱|俺
  )
  |^[工农商电机车水气该各全有在]$|[的了吗呢是有在给被把想要能可]
`;
