import { isExclusion } from '../match/exclusions.ts';
import { splitSentences } from '../policy/sentences.ts';

/** A clause or a table row in reading order. */
export type Piece = {
  kind: 'paragraph' | 'table-row';
  path: string;
  headings: string[];
  text: string;
};

const GIVES =
  /给予|予以|享受|奖励|奖补|补助|补贴|资助|贴息|减免|减按|免收|免征|免缴|抵扣|返还|优惠/u;

/** 8万元, 30%; 免收城市道路占用费 gives without a figure. */
const MUCH = /\d[\d,.]*\s*(?:[十百千万亿]*元|[%％‰]|个月租金|折)|免收|免征|免缴|减免|全额/u;

/** To whom or up to how much: what is offered and not what was once paid. */
const OFFERED =
  /的[^，。；]{0,14}[，,]|免收|免征|减免|^[（(]?\S{0,6}对|按(?:照)?[^，。；]{1,30}(?:给|奖|补)|每[人户个家亩年项件台]|最高|不超过|一次性|标准为/u;

/** 去年兑现奖补资金, 预算安排: told, and given to nobody who reads it. */
const TOLD =
  /兑现了?(?:企业|各类|奖补)|发放了|争取(?:到|上级)|(?:共|累计)(?:兑现|发放|争取)|预算|资金(?:来源|总额|规模)|统筹|总额不超过/u;

/** The column of a table that says what is given. */
const COLUMN = /(?:^|；)[^：；]{0,8}(?:标准|金额|奖[励补]|补[助贴])[^：；]{0,6}：[^；]*\d/u;

/** What a document gives, each benefit in its own words and in its order. Pure. */
export function readBenefits(pieces: Piece[]): string[] {
  return [
    ...new Set(
      pieces.flatMap((p) =>
        p.kind === 'table-row' ? rowBenefit(p.text) : sentenceBenefits(p.text),
      ),
    ),
  ];
}

function sentenceBenefits(text: string): string[] {
  return splitSentences(text)
    .flatMap((s) => s.split(/；/u))
    .filter((s) => GIVES.test(s) && MUCH.test(s) && OFFERED.test(s) && !TOLD.test(s))
    .filter((s) => !isExclusion(s, s.search(GIVES)));
}

/** A row under the names of its columns, without its number, who leads it and what is left empty. */
function rowBenefit(text: string): string[] {
  const told = text
    .split('；')
    .filter((cell) => !/^(?:序号|编号|(?:牵头|责任|配合|主管)(?:单位|部门)|备注)：/u.test(cell))
    .filter((cell) => !/：\s*(?:[—\-/／无]*)$/u.test(cell));
  return COLUMN.test(text) ? [told.join('；')] : [];
}
