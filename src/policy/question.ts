import { literally } from '../text/literally.ts';
import { verbose } from '../text/verbose.ts';
import { type Asked, readAsked } from './asked.ts';
import type { Cue } from './cue.ts';
import { readCues } from './cues.ts';
import { type Figure, readFigures } from './figures.ts';
import { plainForm } from './language.ts';
import { mendNames } from './mend-names.ts';
import { withoutOwnFigures } from './own-figures.ts';
import { readTerms, type Term } from './question-terms.ts';
import { readTime } from './question-time.ts';
import { asWritten } from './spoken.ts';

export type Question = {
  text: string;
  plain: string;
  asked: Asked[];
  /** What it asks for in words that no document uses. */
  cues: Cue[];
  /** The word that tells which of a kind is meant, with the kind: 上市 企业 in 新增上市企业多少家. */
  head?: { modifier: string; noun: string };
  /** What 多少 asks the size of, named right before it: 专项资金 in 专项资金一年有多少. */
  measured?: string;
  /** Rows of a work plan are asked for, not one of them. */
  rows?: { by?: { role: 'lead' | 'coop'; unit: string } };
  terms: Term[];
  years: number[];
  months: number[];
  /** Asked is from how much on something counts: 投资多大才算. */
  isBound: boolean;
  /** What the asker has spent, earned or employs: no document holds these figures. */
  own: Figure[];
};

/** Reads what a question asks for and which words the answer must speak of. */
export function readQuestion(text: string, places: string[] = []): Question {
  const { rest: said, own } = withoutOwnFigures(
    asWritten(mendNames(plainForm(text).replace(/[?？!！。]+$/g, '')))
      .replace(CIRCUMSTANCE, '')
      .replace(EITHER, '$1吗')
      .replace(EITHER_OF, '$1$2吗')
      .replace(OR_NOT, '吗'),
  );
  const plain = said.replace(AT_LEAST, '');
  const named = plainMarks(text).filter((name) => plain.includes(name));
  // A year inside a name is part of the name, not of the question.
  const { cues, rest } = readCues(named.reduce((left, name) => left.replace(name, ' '), plain));
  const asked = mergeAsked(
    cues.flatMap((cue) => cue.as ?? []),
    readAsked(cues.length > 0 ? rest : plain),
  );
  const time = readTime(rest.replace(APPLY, ''));
  const terms = readTerms(time.rest, named, time.span, places).map((term) => {
    const at = term.kind === 'word' ? plain.indexOf(term.text) : -1;
    return at < 0
      ? term
      : { ...term, beside: plain.slice(Math.max(0, at - 1), at + term.text.length + 1) };
  });
  const head = readHead(plain, terms);
  const rows = readRowsAsked(time.rest, places);
  const measured = readMeasured(plain, terms);
  return {
    text,
    plain,
    asked,
    cues,
    terms,
    years: time.years,
    months: time.months,
    isBound: plain !== said,
    own: own.flatMap((figure) =>
      readFigures(figure.replace(/(?<=[万亿])(?:多|左右|上下)?$/, '元')),
    ),
    ...(head ? { head } : {}),
    ...(measured ? { measured } : {}),
    ...(rows ? { rows } : {}),
  };
}

/** 便宜不便宜. */
const EITHER = /(\p{Script=Han}{2})不\1/gu;

/** 免不免租, 减不减房租. */
const EITHER_OF = /([免减退])不\1(\p{Script=Han}{0,6})$/u;

/** 企业资金不足，能贷款贴息吗: why somebody asks is not what they ask for. */
const CIRCUMSTANCE = verbose`
  ^(?:我们?|咱们?|俺们?)?(?:企业|公司|工?厂里?)?(?:现在|最近|目前)?(?:手头|流动|周转)?
  (?:的)?(?:
    (?:资金|钱|现金流?)(?:有点|不太|比较|很|太)?
    (?:不足|不够用?|紧张?|短缺|缺|困难|周转不(?:开|过来|了))
    |缺(?:钱|资金)
  )了?[，,、;；。\s]+(?=.{3,})
`;

/** 给钱不: at the end of a question it is 吗. */
const OR_NOT = /(?<![^\p{Script=Han}])不$/u;

/** 增长多少才有补贴, 投资多大才算进去 asks for the condition, not for the sum. */
const AT_LEAST = verbose`
  (?<=多[少大高久长].{0,6})(?:才|方|就)(?:能|可以?|会|要|可)?(?:
    算(?:进去|进来|在内|数|得上|上|是)?|行|作数|够(?:格|得上)?|达标|合格|符合(?:条件)?|计入
    |纳入|收|受理
  )(?:的)?(?:吗|么)?$
  |(?:(?<!人|英)才|方|就)(?:能|可以?|会)?(?:有|给|享受|拿到?|得到?|获得?)?
  (?:奖励?|补贴|补助|奖补|补|资助|扶持)(?:吗|么)?$
  |(?<=(?:多[少大高久长]|几).{0,8})(?:才|方)(?:能|可以?|会)
  (?:申?报|申请|享受|参评|入选|参加|领)(?:的)?(?:吗|么)?$
`;

/** 申报专精特新要多少分: what is asked about is the thing applied for. */
const APPLY = /^(?:我们?|企业|想|要|如果|去)*(?:申报|申请|报|评)(?=\p{Script=Han}{4})(?![名销表])/u;

/** What the cues ask for, and what the rest does beside it. */
function mergeAsked(byCues: Asked[], others: Asked[]): Asked[] {
  if (byCues.length === 0) return others;
  const more = others.filter(
    (a) => a.kind !== 'text' && a.kind !== 'yes-no' && !byCues.some((c) => c.kind === a.kind),
  );
  return [...new Set([...byCues.slice(0, 1), ...more])];
}

const WORK = '(?:重点)?(?:工作|任务|事项|事情?|活儿?)(?:任务|事项|安排)?';

const ROWS = new RegExp(
  `(?:哪些|什么|哪[一几]?[项件]|哪几个|几[项件个]|多少[项件个])${WORK}|${WORK}(?:都|分别|主要|一共|共)?(?:有|是|包括|安排了?)?(?:哪些|什么|哪几[项件个])|${WORK}(?:清单|列表|安排)$|(?:干|做|抓|忙)(?:些)?(?:什么|哪些|啥)(?:工作)?$|(?:牵头|负责|配合)(?:了|的)?(?:哪些|什么|哪几[项件个]|几[项件个])(?:${WORK})?$`,
);

const BY =
  /(?:由|是)?(\p{Script=Han}{2,14}?)(?:在|要|需要?|得)*(?:单独|一共|共)?(牵头|负责|主办|配合|协办)/u;

/** 7月开发区牵头的工作有哪些: what the rows must have beside the month. */
function readRowsAsked(rest: string, places: string[]): Question['rows'] {
  const plain = places
    .reduce((text, place) => text.replaceAll(place, ''), rest)
    .replace(IN_TABLE, '')
    .replace(/[\s，,]+/g, '');
  if (!ROWS.test(plain)) return undefined;
  const by = BY.exec(plain.replace(/^[县市省的]+/, '').replace(ROWS_ASKING, ''));
  const unit = by?.[1]?.replace(/^(?:县|的)/, '');
  if (!by || !unit || /哪|谁|什么/.test(unit)) return {};
  return { by: { unit, role: /配合|协办/.test(by[2] ?? '') ? 'coop' : 'lead' } };
}

/** 照工作明细表, 那张表里: where the row stands. */
const IN_TABLE = new RegExp(
  verbose`
    (?:照着?|按照?|根据|看|在)?(?:的)?(?:[这那]张)?(?:重点)?
    (?:工作|任务|计划|安排|明细|清单|进度)*(?:明细|安排|计划|任务|清单)?表(?:格)?
    (?:里头|里面|[里中上])?(?:写的?|说的?|安排的?|列的?)?(?=[,，]|\p{Script=Han})
  `,
  'gu',
);

const ROWS_ASKING = /^(?:哪些|什么)?(?:重点)?(?:工作|任务)(?:是|由)?/;

/** A grant is given and need not be named: 首次认定奖励多少. */
const GIVEN = /奖|补|贴|助|扶持|最|标准|限|新增|增长|上升|下降|提高|比例|期限/;

/** The word of weight before 有多少, 是多少, 多少. */
function readMeasured(plain: string, terms: Term[]): string | undefined {
  const [before = ''] = plain.split(SIZE_ASKED);
  const last = terms.find(
    ({ text, weight, kind }) => weight >= 1 && kind === 'word' && before.endsWith(text),
  );
  return before === plain || !last || GIVEN.test(last.text) ? undefined : last.text;
}

const SIZE_ASKED =
  /(?:的)?(?:规模|总额|总量|额度)?(?:一年|每年|年度|全年|今年|一共|总共|共计?|大概|大约|目前|现在)*(?:要|应)?(?:有|是|为|安排|预算)(?:多少|多大|几)/;

const NOUNS =
  '企业|项目|公司|平台|品牌|车间|工厂|机构|园区|产业|基地|中心|团队|人才|示范区|集群|产品|实验室';

/** The nearest word before a common noun of the question, when nothing stands between them. */
function readHead(plain: string, terms: Term[]): Question['head'] {
  for (const { text: modifier, weight, kind } of terms) {
    if (weight < 1 || kind !== 'word') continue;
    const noun = new RegExp(`${literally(modifier)}的?(${NOUNS})`).exec(plain)?.[1];
    if (noun && !modifier.endsWith(noun)) return { modifier, noun };
  }
  return undefined;
}

/** What stands in quotation or book-title marks is meant word for word. */
function plainMarks(text: string): string[] {
  return [...text.matchAll(/[“"「『《]([^”"」』》]{2,40})[”"」』》]/g)].map((m) =>
    plainForm(m[1] ?? ''),
  );
}
