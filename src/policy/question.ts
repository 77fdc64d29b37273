import { readNumber } from '../text/number.ts';
import type { UnitKind } from './figures.ts';
import {
  CARRYING,
  COMMON_WORDS,
  OPEN_KINDS,
  PROCEDURE,
  plainForm,
  SOFT_WORDS,
  TRADE_TERMS,
} from './language.ts';

/** What kind of thing would answer. */
export type Asked =
  | { kind: 'figure'; unit: UnitKind | 'any'; measures: string[] }
  | { kind: 'when'; often: boolean }
  | { kind: 'where' }
  | { kind: 'list' }
  | { kind: 'who'; role: 'lead' | 'coop' | 'any' }
  | { kind: 'yes-no' }
  | { kind: 'text' };

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

export type Question = {
  text: string;
  plain: string;
  asked: Asked[];
  /** The word that tells which of a kind is meant, with the kind: 上市 企业 in 新增上市企业多少家. */
  head?: { modifier: string; noun: string };
  /** Rows of a work plan are asked for, not one of them. */
  rows?: { by?: { role: 'lead' | 'coop'; unit: string } };
  terms: Term[];
  years: number[];
  months: number[];
};

type AskRow = { pattern: RegExp; read: (match: RegExpMatchArray) => Asked; example: string };

const MEASURES =
  '家|户|个月|个|项|人|名|件|所|支|间|层|款|篇|份|张|台|辆|座|处|条|次|场|期|批|种|类|栋|套|亩|位|强|天|年|倍|岁|门|册|吨|千瓦时|平方米|%|百分点';

/** Same things are counted in several ways. */
const SAME_MEASURE: Record<string, string[]> = {
  家: ['家', '户', '个', '余家'],
  户: ['户', '家', '个'],
  个: ['个', '项', '家', '条', '种', '处', '座', '名', '大', '类', '余个'],
  项: ['项', '个', '条'],
  人: ['人', '名', '余人', '人次', '位'],
  名: ['名', '人', '个', '位'],
  份: ['份', '余份', '册'],
  张: ['张', '余张', '份', '个'],
  次: ['次', '场', '期', '人次'],
  场: ['场', '次', '期'],
  条: ['条', '余条', '个', '项'],
  期: ['期', '次', '场'],
  位: ['位', '名', '人', '个'],
  所: ['所', '家', '个'],
};

/** How people ask, the more telling first; all that fit are kept, one of each kind. */
const ASKS: AskRow[] = [
  {
    pattern: /(?:多少|几)个?百分点|百分之(?:多少|几)|多少%/,
    read: () => ({ kind: 'figure', unit: 'share', measures: [] }),
    example: '提高多少个百分点',
  },
  {
    pattern:
      /第几(?!批|期|条|章|次)|(?:排名|位次|名次|位列).{0,4}(?:多少|几|哪)|(?:多少|几)个?(?:位次|名次)|(?:前进|前移|进|提升|上升|下降)(?:了|多少|几)+位/,
    read: () => ({ kind: 'figure', unit: 'rank', measures: [] }),
    example: '增速全市排第几',
  },
  {
    pattern:
      /多少[万亿千百]*元|多少钱|几[百千万亿]*元|几[百千]?万(?!亩|吨|人)|多少(?:专项)?(?:资金|奖励|奖金|补贴|补助|奖补|经费|投资)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '一共补多少钱',
  },
  {
    pattern: new RegExp(`(?:多少|(?<!哪)几)(?:多)?(${MEASURES})(?!份|号|点|月)`),
    read: (m) => ({
      kind: 'figure',
      unit: unitOf(m[1] ?? ''),
      measures: SAME_MEASURE[m[1] ?? ''] ?? [m[1] ?? ''],
    }),
    example: '要新增多少家',
  },
  {
    pattern:
      /多少(?:费用|学费|租金|工资|奖金|税款|贷款|本金|利息)|(?:费用|学费|租金|价格|单价|奖金|工资|利润|收入|税收|营收|贷款|余额|交易额|成交额|进出口额|总额|产值|底价)(?:目标|总额)?(?:要|需要|是|为|共|有|达到|达|完成|突破|超过|给|能|可以|大概|约|目标)*多少(?!家|个|户|%)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '租金是多少',
  },
  {
    pattern: /多少(?:企业|公司|厂)/,
    read: () => ({ kind: 'figure', unit: 'count', measures: ['家', '户', '余家'] }),
    example: '多少企业升规',
  },
  {
    pattern: /多少(?:[\p{Script=Han}]{0,4})(?:人才|工人|学生|职工|员工|干部|顾问)/u,
    read: () => ({ kind: 'figure', unit: 'count', measures: ['人', '名', '余人', '位'] }),
    example: '培养多少产业工人',
  },
  {
    pattern:
      /(?:奖|补|奖励|补贴|补助|奖补|资助|扶持|总投资|投资额|缴费?|收费)(?:标准)?(?:的?金额|资金|额度)?(?:是|为|共|给|能|有|达)?(?:多少|几多)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '首次认定奖励多少',
  },
  {
    pattern:
      /(?:增长|增速|增幅|占比|比重|比例|强度|率|提高|下降|降低)(?:率|目标|幅度)?(?:要|是|为|达到|达|到|应|须|能|了|约|的目标是|目标是|目标为|指标是)*多少/,
    read: () => ({ kind: 'figure', unit: 'share', measures: [] }),
    example: '技改投资增长多少',
  },
  {
    pattern: /(?:奖励?|奖补|补贴|补助|资助|扶持)(?:的)?(?:标准|金额|额度)/,
    read: () => ({ kind: 'figure', unit: 'money', measures: [] }),
    example: '入规补助标准',
  },
  {
    pattern:
      /多少|几多|多大(?:规模|面积|比例)?|(?<!哪)几(?![个家]?月|乎|时|号|点|率|何)(?=\p{Script=Han})/u,
    read: () => ({ kind: 'figure', unit: 'any', measures: [] }),
    example: '目标是多少',
  },
  {
    pattern:
      /什么时候|啥时候|什么时间|啥时间|何时|几月|哪个?一?月|哪一?天|几号|哪一?年|何年|时间(?:是|为)?(?:$|[?？]|什么|哪)|日期|时限|多久|期限|哪个?季度|几时/,
    read: (m) => ({ kind: 'when', often: m[0] === '多久' }),
    example: '第二批几月申报',
  },
  {
    pattern: /哪里|哪儿|(?<!用)在哪(?!个|些|几|一|方)|何处|(?<!用)在什么地方|地点|地址/,
    read: () => ({ kind: 'where' }),
    example: '在哪里报名',
  },
  {
    pattern:
      /(?:谁|哪个|哪些|哪几个|哪家|什么|哪).{0,6}(?:配合|协办|协助|参与)|(?:配合|责任|协办)(?:的)?(?:单位|部门)/,
    read: () => ({ kind: 'who', role: 'coop' }),
    example: '哪些单位配合',
  },
  {
    pattern:
      /(?:谁|哪个|哪些|哪几个|哪家|哪位|什么|哪).{0,6}(?:牵头|负责|主抓|主管|主办|承办|落实|抓)|(?:牵头|主办|负责|承办)(?:的)?(?:单位|部门|人)?(?:是|为|有|由)?(?:谁|哪|什么)|归(?:谁|哪)|牵头(?:单位|部门)/,
    read: () => ({ kind: 'who', role: 'lead' }),
    example: '由谁牵头',
  },
  {
    pattern: /谁|哪(?:个|些|几个|家)(?:单位|部门|局|机构|领导)|什么(?:单位|部门)/,
    read: () => ({ kind: 'who', role: 'any' }),
    example: '组长是谁',
  },
  {
    pattern: /哪些|哪几|哪[两三四五六七八九十]|(?<!不)包括|分别是|有什么|分成|分为/,
    read: () => ({ kind: 'list' }),
    example: '主导产业是哪些',
  },
  {
    pattern: /吗|是否|有没有|能不能|是不是|可不可以|能否|可否|要不要|会不会|有无/,
    read: () => ({ kind: 'yes-no' }),
    example: '复审通过有奖励吗',
  },
];

function unitOf(measure: string): UnitKind {
  if (measure === '%' || measure === '百分点') return 'share';
  if (measure === '亩' || measure === '平方米') return 'land';
  if (measure === '强') return 'rank';
  if (['天', '年', '个月'].includes(measure)) return 'time';
  return 'count';
}

/** Phrases of asking as a whole; what is left of them says nothing about the subject. */
const ASKING =
  /多少[百千万亿]*元|多少个?百分点|多少(?:家|户|个|项|人|名|件|份|张|台|座|处|条|次|场|期|批|种|类|套|亩|位|天|年|倍|%)|请问一下|请问|想问一下|想问|麻烦问一下|麻烦|帮忙查一下|帮我查一下|查一下|我想知道|你知道|告诉我|什么时候|啥时候|什么时间|何时|几月份?|哪个?月份?|哪一?天|几号|哪一?年|什么样的|什么样|是什么意思|什么意思|具体指什么|指的是什么|指什么|是什么|叫什么|为什么|什么|怎么样|怎么办|怎么|怎样|如何|多少|百分之几|几个|几家|几项|几户|几人|几名|几次|几类|几种|由谁|是谁|谁来|谁|哪个|哪些|哪几个|哪几家|哪几项|哪几|哪家|哪位|哪里|哪儿|哪一个|哪两个|哪三个|哪一家|哪|是否|有没有|能不能|是不是|可不可以|能否|可否|可以|吗|呢|呀|啊|吧|嘛|啥|咋/g;

const SCOPES = /全国|全省|全市|省级|市级|县级|国家级|国家|省里|市里|国级/g;

/** Reads what a question asks for and which words the answer must speak of. */
export function readQuestion(text: string, places: string[] = []): Question {
  const named = [...plainMarks(text)];
  const plain = plainForm(text).replace(/[?？!！。]+$/g, '');
  const asked = readAsked(plain);
  const time = readTime(plain);
  const terms = readTerms(time.rest, named, time.span, places).map((term) => {
    const at = term.kind === 'word' ? plain.indexOf(term.text) : -1;
    return at < 0
      ? term
      : { ...term, beside: plain.slice(Math.max(0, at - 1), at + term.text.length + 1) };
  });
  const head = readHead(plain, terms);
  const rows = readRowsAsked(time.rest, places);
  return {
    text,
    plain,
    asked,
    terms,
    years: time.years,
    months: time.months,
    ...(head ? { head } : {}),
    ...(rows ? { rows } : {}),
  };
}

const WORK = '(?:重点)?(?:工作|任务|事项|事情|活儿?)(?:任务|事项|安排)?';
const ROWS = new RegExp(
  `(?:哪些|什么|哪几[项件个]|几[项件个]|多少[项件个])${WORK}|${WORK}(?:都|分别|主要|一共|共)?(?:有|是|包括|安排了?)?(?:哪些|什么|哪几[项件个])|${WORK}(?:清单|列表|安排)$|(?:干|做|抓|忙)(?:些)?(?:什么|哪些|啥)(?:工作)?$|(?:牵头|负责|配合)(?:了|的)?(?:哪些|什么|哪几[项件个]|几[项件个])(?:${WORK})?$`,
);
const BY =
  /(?:由|是)?(\p{Script=Han}{2,14}?)(?:在|要|需要?)?(?:单独|一共|共)?(牵头|负责|主办|配合|协办)/u;

/** 7月开发区牵头的工作有哪些: what the rows must have beside the month. */
function readRowsAsked(rest: string, places: string[]): Question['rows'] {
  const plain = places
    .reduce((text, place) => text.replaceAll(place, ''), rest)
    .replace(/[\s，,]+/g, '');
  if (!ROWS.test(plain)) return undefined;
  const by = BY.exec(plain.replace(/^[县市省的]+/, '').replace(ROWS_ASKING, ''));
  const unit = by?.[1]?.replace(/^(?:县|的)/, '');
  if (!by || !unit || /哪|谁|什么/.test(unit)) return {};
  return { by: { unit, role: /配合|协办/.test(by[2] ?? '') ? 'coop' : 'lead' } };
}

const ROWS_ASKING = /^(?:哪些|什么)?(?:重点)?(?:工作|任务)(?:是|由)?/;

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

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands in quotation or book-title marks is meant word for word. */
function plainMarks(text: string): string[] {
  return [...text.matchAll(/[“"「『《]([^”"」』》]{2,40})[”"」』》]/g)].map((m) =>
    plainForm(m[1] ?? ''),
  );
}

function readAsked(plain: string): Asked[] {
  const asked: Asked[] = [];
  for (const { pattern, read } of ASKS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const one = read(match);
    const known = asked.some(
      (a) =>
        (a.kind === 'figure' &&
          one.kind === 'figure' &&
          (one.unit === 'any' || a.unit === one.unit || a.unit === 'rank')) ||
        (a.kind === 'who' && one.kind === 'who' && one.role === 'any') ||
        (a.kind !== 'figure' && a.kind !== 'who' && a.kind === one.kind),
    );
    if (!known) asked.push(one);
  }
  const exact = asked.filter(
    (a) => a.kind !== 'yes-no' && (a.kind !== 'list' || asked.every((b) => b.kind !== 'who')),
  );
  if (exact.length > 0) return exact;
  return asked.length > 0 ? asked : [{ kind: 'text' }];
}

/** Years and months the question is about; a half year that has ended is its last month. */
function readTime(plain: string): {
  years: number[];
  months: number[];
  span: string[];
  rest: string;
} {
  let rest = plain;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => void) => {
    for (const match of rest.matchAll(pattern)) read(match);
    rest = rest.replace(pattern, ' ');
  };
  const years: number[] = [];
  const months: number[] = [];
  const span: string[] = [];
  take(/(?<!\d)(\d{1,2}-\d{1,2}月)/g, (m) => span.push(m[1] ?? ''));
  take(/(?:到|至|截至|截止)?(?<!\d)((?:19|20)\d{2})\s*[—~～至到-]+\s*((?:19|20)\d{2})年?/g, (m) =>
    years.push(Number(m[1]), Number(m[2])),
  );
  take(
    /(?:到|至|截至|截止)?(?<!\d)((?:19|20)\d{2})(?![\d.]|[家户个项人元万亿亩名张份条])年?(?:度|底|末)?/g,
    (m) => years.push(Number(m[1])),
  );
  take(/(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|末)?/g, (m) => {
    const month = readNumber(m[1] ?? '');
    if (month && month >= 1 && month <= 12) months.push(month);
  });
  take(/上半年(?:结束|末|底|完|前|止)(?:时|后)?|年中|半年(?:结束|末)/g, () => months.push(6));
  return { years, months: [...new Set(months)], span, rest };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The word right after 什么 or 哪些 says what kind of thing would answer: it need not stand there itself. */
const KIND_OF =
  /(?:什么样的|什么样|什么|哪些|哪几个|哪几家|哪几项|哪几|哪两个|哪三个|哪个|哪家|哪种|哪类|何种|哪一个|哪(?![些个家几]))(?=\p{Script=Han})/gu;
/** 怎么处理, 如何调整: the verb asks for the action. */
const MANNER = /(?:怎么样?|怎样|如何)(?=\p{Script=Han})/gu;

function readTerms(rest: string, named: string[], span: string[], places: string[]): Term[] {
  const terms: Term[] = span.map((text) => ({
    text,
    weight: 1,
    strict: true,
    kind: 'figure',
  }));
  const add = (text: string, weight: number, strict: boolean, kind: Term['kind'] = 'word') => {
    if (!terms.some((t) => t.text === text)) terms.push({ text, weight, strict, kind });
  };
  let left = rest;
  for (const name of named) {
    if (!left.includes(name)) continue;
    add(name, 1.5, true);
    left = left.replace(name, ' ');
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
  left = left.replace(SCOPES, (scope) => {
    add(scope, 1, true);
    return ' ';
  });
  left = left.replace(FIGURE_TEXT, (figure) => {
    add(figure, 1, true, 'figure');
    return ' ';
  });
  left = left.replace(COUNTED, (_, numeral: string) => {
    add(`#${readNumber(numeral)}`, 1, false, 'figure');
    return ' ';
  });
  left = left.replace(KIND_OF, '\u0001').replace(MANNER, '\u0001\u0002').replace(ASKING, ' ');
  for (const [i, part] of left.split('\u0001').entries()) {
    for (const [k, word] of cutWords(part).entries()) {
      if (isCarrying(word) || /^[\p{P}\p{S}\s]+$/u.test(word)) continue;
      if (PROCEDURE.test(word)) add(word, 1, true);
      else if (i === 0 || k > 0) add(word, weightOf(word), false);
      else {
        const open = part.startsWith('\u0002') ? 0.3 : OPEN_KINDS.test(word) ? 0.6 : 1;
        add(word, Math.min(open, weightOf(word)), false);
      }
    }
  }
  return terms;
}

/** A place with its kind at the beginning of a phrase: 舒城县, 安徽省. */
const PLACE =
  /(?<=^|[\s，、和与在对])(\p{Script=Han}{2,3}?)(?:自治县|自治州|县|市|省|区|州|镇|乡)(?!里|级|场|域|委|政府办)/gu;
const NO_PLACE =
  /[全我本各该咱]|开发区|园区|城市|上市|超市|都市|地区|社区|城区|示范区|试验区|新区|城镇|乡镇|首[批个]/;

/** 五个顾问: a number of things the question takes for known; documents write it either way. */
const COUNTED = /(?<![哪第])([二三四五六七八九十]{1,3})(?:个|名|位|家|项|条)(?=\p{Script=Han})/gu;

/** A figure in the question is a condition of it: 500万元以上的项目. */
const FIGURE_TEXT = /\d+(?:\.\d+)?(?:[万亿]?元|[万亿]|%|[家户个项人名亩条])/g;

/** 才有, 中的: nothing but words that carry the question along. */
const isCarrying = (word: string) =>
  CARRYING.has(word) || ([...word].length === 2 && [...word].every((c) => CARRYING.has(c)));

function weightOf(word: string): number {
  if (COMMON_WORDS.has(word)) return 0.35;
  if (SOFT_WORDS.has(word)) return 0.3;
  return [...word].length === 1 && /\p{Script=Han}/u.test(word) ? 0.3 : 1;
}

const TRADE = new RegExp(TRADE_TERMS.join('|'), 'g');

/** Single characters that end a word, and those that begin one. */
const ENDING = '业额率性化度量费者员桩品力部局厂车机器线区园城村乡镇款券证书卡群库';
const OPENING = '全新总副非未老超单双首准主分';

/** Words of a text: trade terms whole, the rest by the dictionary; loose characters join the word they belong to. */
function cutWords(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (const match of text.matchAll(TRADE)) {
    words.push(...cutPlain(text.slice(at, match.index)));
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  words.push(...cutPlain(text.slice(at)));
  return words;
}

function cutPlain(text: string): string[] {
  const words: string[] = [];
  let loose = '';
  let joins = false;
  const close = () => {
    const last = joins ? words.pop() : undefined;
    if (last !== undefined && [...loose].length === 1 && ENDING.includes(loose))
      words.push(last + loose);
    else {
      if (last !== undefined) words.push(last);
      if (loose) words.push(loose);
    }
    loose = '';
    joins = false;
  };
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const single = [...segment].length === 1 && /\p{Script=Han}/u.test(segment);
    if (isWordLike && single && !CARRYING.has(segment)) {
      loose += segment;
      continue;
    }
    if (isWordLike && [...loose].length === 1 && OPENING.includes(loose)) {
      words.push(loose + segment);
      loose = '';
      joins = false;
      continue;
    }
    close();
    if (isWordLike) words.push(segment);
    joins = isWordLike === true && !CARRYING.has(segment);
  }
  close();
  return words;
}
