import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { MEASURES } from './asked.ts';
import { cutWords } from './cut-words.ts';
import { CARRYING, COMMON_WORDS, OPEN_KINDS, PROCEDURE, SOFT_WORDS } from './question-words.ts';

/** A word of the question that the answer must speak of. */
export type Term = {
  text: string;
  weight: number;
  /** The answer is none without it: a name in quotation or book-title marks, a level, a scope. */
  strict: boolean;
  /** A place may be said by the title alone; a figure only by the sentence itself. */
  kind: 'word' | 'place' | 'figure';
  /** The word with the characters beside it in the question: a dictionary may have cut a name wrongly. */
  beside?: string;
};

/** Phrases of asking as a whole; what is left of them says nothing about the subject. */
const ASKING = new RegExp(
  `几成|几分之几|几个?钱|几[十百千]+[万亿]?元?(?![家户个亩吨])|几[万千百](?![家户个亩吨])|几点(?![钟半])|[这那](?:种|笔|项|条|份|些|块)(?:奖励|补贴|钱|款)?(?=$|[的，,])|[奔冲朝]着|一口气|一下子?|一股脑|从头到尾|说白了|老实说|到头来|哪一?(?:期|批|次|年|天|级|步|类|种|项|家|个|位)|多少[百千万亿]*元|多少个?百分点|(?:多少|(?<!哪)几)(?:${MEASURES})(?!体户)|(?<=增速|增幅|比例|占比|目标|标准|要求|金额)(?:更|最)?[高低大快](?:一?些|一?点)?(?=[的,，]|$)|` +
    '多大(?:的)?(?:面积|规模)|规模(?:是|有|达|要)*多[大少]|多长时间|提前(?=多少|几)|面积(?:是|有|要)*多[大少]|请问一下|请问|想问一下|想问|麻烦问一下|麻烦|帮忙查一下|帮我查一下|查一下|我想知道|你知道|告诉我|什么时候|啥时候|什么时间|何时|几月份?|' +
    '哪个?月份?|哪一?天|几号|哪一?年|什么样的|什么样|是什么意思|什么意思|具体指什么|指的是什么|指什么|是什么|叫什么|为什么|什么|怎么样|怎么办|' +
    '怎么|怎样|如何|多少|百分之几|几个|由谁|是谁|谁来|谁|哪个|哪些|哪几个|哪几家|哪几项|哪几|哪家|哪位|哪里|哪儿|哪一个|哪两个|哪三个|哪一家|' +
    '每(?:一)?(?:条|个|家|户|名|位|项|人)|哪|是否|有没有|能不能|是不是|可不可以|能否|可否|可以|吗|呢|呀|啊|吧|嘛|啥|咋',
  'g',
);

const SCOPES =
  /去年|上年|前年|明年|后年|上月|下月|全国|全省|全市|省级|市级|县级|国家级|国家(?!标准)|省里|市里|国级/g;

/** The word right after 什么 or 哪些 says what kind of thing would answer: it need not stand there itself. */
const KIND_OF = new RegExp(
  verbose`
    (?:
      什么样的|什么样|什么|个?啥(?!时)|哪些
      |哪[几两三四五六七八九十](?:个|家|项|张|类|种|条|件|份|处|位|大(?!学)|方面)?
      |哪[所座支间档]|哪个|哪家|哪种|哪类|哪[一几]?[件桩]|何种|哪一个
      |哪(?![些个家几两三四五六七八九十])
    )(?=\p{Script=Han})
  `,
  'gu',
);

/** 怎么处理, 如何调整: the verb asks for the action. */
const MANNER = /(?:怎么样?|怎样|如何)(?=\p{Script=Han})/gu;

/** Steps a person takes: an answer tells how they are taken. */
const HOW_TO = verbose`
  ^(?:
    申请|申报|注册|购买|下载|登记|补办|缴纳|缴费|报销|预约|查询|投诉|加入|认定|评定|认证
    |备案|换证|开通|注销|拨付|兑现|发放|验收|评审|审核|结算|考核
  )$
`;

export function readTerms(rest: string, named: string[], span: string[], places: string[]): Term[] {
  const terms: Term[] = span.map((text) => ({
    text,
    weight: 1,
    strict: true,
    kind: 'figure',
  }));
  const add = (text: string, weight: number, strict: boolean, kind: Term['kind'] = 'word') => {
    if (!terms.some((t) => t.text === text)) terms.push({ text, weight, strict, kind });
  };
  // 到市里开店, 向省里报备: where, not who grants. 一亩地 is 一亩. 帮某某公司申请: for whom.
  let left = rest
    .replace(/(?<=[到去在])[市省]里(?=开|设|办|租|买|卖|参)|(?<=[向往])[市省]里/gu, '')
    .replace(/^(?:[帮替](?!扶|助|办|包|教)|[给为](?!予|了|什么))(?=\p{Script=Han}{4})/u, '')
    .replace(/[走用靠]的?是?(?=(?:什么|哪|啥|怎样))/gu, ' ')
    .replace(/(?<=亩)地/gu, '');
  for (const name of named) {
    add(name, 1.5, true);
  }
  for (const place of places) {
    if (!left.includes(place)) continue;
    add(place, 1, true, 'place');
    left = left.replaceAll(new RegExp(`${place}[省市县区旗州]?`, 'g'), ' ');
  }
  left = left.replace(PLACE, (whole, name: string) => {
    if (NO_PLACE.test(whole)) return whole;
    add(name, 1, true, 'place');
    return ' ';
  });
  left = left.replace(
    /(?<![全外])([省市])(?=专精特新|小巨人|企业技术中心|绿色工厂|单项冠军|瞪羚)/g,
    '$1级',
  );
  left = left.replace(OFFICE, (_, rest: string) => {
    add('省厅', 1, true);
    return rest;
  });
  left = left.replace(SCOPES, (scope) => {
    add(scope, 1, true);
    return ' ';
  });
  left = left.replace(FIGURE_TEXT, (figure) => {
    add(figure, 1, true, 'figure');
    return ' ';
  });
  left = left.replace(ORDINAL, (ordinal) => {
    add(ordinal, 1, true);
    return ' ';
  });
  left = left.replace(COUNTED, (_, numeral: string) => {
    add(`#${readNumber(numeral)}`, 1, false, 'figure');
    return ' ';
  });
  left = left.replace(KIND_OF, '\u0001').replace(MANNER, '\u0001\u0002').replace(ASKING, ' ');
  for (const [i, part] of left.split('\u0001').entries()) {
    for (const [k, cut] of cutWords(part).entries()) {
      const word = cut.length > 1 ? cut.replace(/[了的过着]$|(?<=..)[完出到]$/, '') : cut;
      if (isCarrying(word) || /^[\p{P}\p{S}\s]+$/u.test(word)) continue;
      if (PROCEDURE.test(word)) add(word, 1, true);
      else if (i === 0 || k > 0) add(word, weightOf(word), false);
      else {
        if (part.startsWith('\u0002') && HOW_TO.test(word)) add(word, 1, true);
        const open = part.startsWith('\u0002') ? 0.3 : OPEN_KINDS.test(word) ? 0.6 : 1;
        add(word, Math.min(open, weightOf(word)), false);
      }
    }
  }
  return terms;
}

/** A place with its kind at the beginning of a phrase: 丰岭县, 安徽省. */
const PLACE = new RegExp(
  verbose`
    (?<=^|[\s，、和与在对])(\p{Script=Han}{2,3}?)(?:自治县|自治州|县|市|省|区|州|镇|乡(?!镇))
    (?!里|级|场|域|委|政府办|专精|小巨|工业设计|单项|瞪羚|企业技术)
  `,
  'gu',
);

const NO_PLACE = verbose`
  [了的过到给报送交往向从由拿评获全我本各该咱俺你您贵这那哪]|^[同每某两几一]|[夜早菜]市
  |开发区|园区|城市|上市|超市|都市|地区|社区|城区|示范区|试验区|新区|城镇|乡镇|首[批个]
`;

/** 五个顾问: a number of things the question takes for known; documents write it either way. */
const COUNTED = /(?<![哪第])([二三四五六七八九十]{1,3})(?:个|名|位|家|项|条)(?=\p{Script=Han})/gu;

/** 省交通运输厅 is an office of the province, whatever its matter. */
const OFFICE = /省(\p{Script=Han}{2,8}?)厅/gu;

/** 第二批 is not the first: which of several is meant must be said. */
const ORDINAL =
  /第[一二三四五六七八九十\d]+(?:批|期|轮|次|类|条|章|届|阶段|档|名)|首批|[一二三四]季度|[上下]半年|(?<![a-z])[a-e]类/g;

/** A figure in the question is a condition of it: 500万元以上的项目. */
const FIGURE_TEXT = /\d+(?:\.\d+)?(?:[万亿]?元|[万亿]|%|[家户个项人名亩条](?!月))/g;

/** 才有, 中的, 一辆: nothing but words that carry the question along. */
const isCarrying = (word: string) =>
  CARRYING.has(word) ||
  ONE_OF.test(word) ||
  (/^[^人家户]{2}$/u.test(word) && [...word].every((c) => CARRYING.has(c)));

const ONE_OF = new RegExp(`^[一每](?:${MEASURES})$`);

/** Things that have a name of one character: 买车 is not 买房. */
const THINGS = /^[车房船煤油粮药桥茶竹税]$/;

function weightOf(word: string): number {
  if (COMMON_WORDS.has(word)) return 0.35;
  if (SOFT_WORDS.has(word)) return 0.3;
  if (THINGS.test(word)) return 1;
  return [...word].length === 1 && /\p{Script=Han}/u.test(word) ? 0.3 : 1;
}
