import { readNumber } from '../text/number.ts';
import type { UnitKind } from './figures.ts';
import { CARRYING, COMMON_WORDS, plainForm, TRADE_TERMS } from './language.ts';

/** What kind of thing would answer. */
export type Asked =
  | { kind: 'figure'; unit: UnitKind | 'any'; measures: string[] }
  | { kind: 'when' }
  | { kind: 'who'; role: 'lead' | 'coop' | 'any' }
  | { kind: 'yes-no' }
  | { kind: 'text' };

/** A word of the question that the answer must speak of. */
export type Term = {
  text: string;
  weight: number;
  /** The answer is none without it: a name in quotation or book-title marks, a level, a scope. */
  strict: boolean;
};

export type Question = {
  text: string;
  plain: string;
  asked: Asked[];
  terms: Term[];
  years: number[];
  months: number[];
};

type AskRow = { pattern: RegExp; read: (match: RegExpMatchArray) => Asked; example: string };

const MEASURES =
  '家|户|个|项|人|名|件|份|张|台|辆|座|处|条|次|场|期|批|种|类|栋|套|亩|位|强|天|年|月|倍|岁|门|册|吨|千瓦时|平方米|%|百分点';

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
      /第几(?!批|期|条|章|次)|(?:排名|位次|名次|位列).{0,4}(?:多少|几|哪)|前移?进?多少.{0,2}位/,
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
    pattern: new RegExp(`(?:多少|几)(?:多)?(${MEASURES})(?!份|号|点)`),
    read: (m) => ({
      kind: 'figure',
      unit: unitOf(m[1] ?? ''),
      measures: SAME_MEASURE[m[1] ?? ''] ?? [m[1] ?? ''],
    }),
    example: '要新增多少家',
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
    pattern: /多少|几多|多大(?:规模|面积|比例)?/,
    read: () => ({ kind: 'figure', unit: 'any', measures: [] }),
    example: '目标是多少',
  },
  {
    pattern:
      /什么时候|啥时候|什么时间|啥时间|何时|几月|哪个?一?月|哪一?天|几号|哪一?年|何年|时间(?:是|为)?(?:$|[?？]|什么|哪)|日期|时限|多久|期限|哪个?季度|几时/,
    read: () => ({ kind: 'when' }),
    example: '第二批几月申报',
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
    pattern: /吗|是否|有没有|能不能|是不是|可不可以|能否|可否|要不要|会不会|有无/,
    read: () => ({ kind: 'yes-no' }),
    example: '复审通过有奖励吗',
  },
];

function unitOf(measure: string): UnitKind {
  if (measure === '%' || measure === '百分点') return 'share';
  if (measure === '亩' || measure === '平方米') return 'land';
  if (measure === '位' || measure === '强') return 'rank';
  if (['天', '年', '月'].includes(measure)) return 'time';
  return 'count';
}

/** Phrases of asking as a whole; what is left of them says nothing about the subject. */
const ASKING =
  /多少[百千万亿]*元|多少个?百分点|多少(?:家|户|个|项|人|名|件|份|张|台|座|处|条|次|场|期|批|种|类|套|亩|位|天|年|倍|%)|请问一下|请问|想问一下|想问|麻烦问一下|麻烦|帮忙查一下|帮我查一下|查一下|我想知道|你知道|告诉我|什么时候|啥时候|什么时间|何时|几月份?|哪个?月份?|哪一?天|几号|哪一?年|什么样的|什么样|是什么意思|什么意思|具体指什么|指的是什么|指什么|是什么|叫什么|为什么|什么|怎么样|怎么办|怎么|怎样|如何|多少|百分之几|几个|几家|几项|几户|几人|几名|几次|几类|几种|由谁|是谁|谁来|谁|哪个|哪些|哪几个|哪几家|哪几项|哪几|哪家|哪位|哪里|哪儿|哪一个|哪两个|哪三个|哪一家|哪|是否|有没有|能不能|是不是|可不可以|能否|可否|可以|吗|呢|呀|啊|吧|嘛|啥|咋/g;

const SCOPES = /全国|全省|全市|省级|市级|县级|国家级|国家|省里|市里|国级/g;

/** Reads what a question asks for and which words the answer must speak of. */
export function readQuestion(text: string): Question {
  const named = [...plainMarks(text)];
  const plain = plainForm(text).replace(/[?？!！。]+$/g, '');
  const asked = readAsked(plain);
  const time = readTime(plain);
  const terms = readTerms(time.rest, named);
  return { text, plain, asked, terms, years: time.years, months: time.months };
}

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
          (one.unit === 'any' || a.unit === one.unit)) ||
        (a.kind === 'who' && one.kind === 'who' && one.role === 'any') ||
        (a.kind !== 'figure' && a.kind !== 'who' && a.kind === one.kind),
    );
    if (!known) asked.push(one);
  }
  const exact = asked.filter((a) => a.kind !== 'yes-no');
  if (exact.length > 0) return exact;
  return asked.length > 0 ? asked : [{ kind: 'text' }];
}

/** Years and months the question is about; a half year that has ended is its last month. */
function readTime(plain: string): { years: number[]; months: number[]; rest: string } {
  const years = [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((m) => Number(m[1]));
  const months = [
    ...plain.matchAll(/(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!底|末)?/g),
  ].flatMap((m) => {
    const month = readNumber(m[1] ?? '');
    return month && month >= 1 && month <= 12 ? [month] : [];
  });
  if (/上半年(?:结束|末|底|完|前|止)|年中|半年(?:结束|末)/.test(plain)) months.push(6);
  let rest = plain
    .replace(/(?<!\d)(?:19|20)\d{2}\s*[—~～至到-]+\s*(?:19|20)\d{2}年?/g, ' ')
    .replace(/(?:到|至|截至|截止)?(?<!\d)(?:19|20)\d{2}年?(?:度|底|末)?/g, ' ')
    .replace(/(?<![\d个])(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|末)?/g, ' ');
  if (/上半年(?:结束|末|底|完|前|止)/.test(plain))
    rest = rest.replace(/上半年(?:结束|末|底|完|前|止)(?:时|后)?/, ' ');
  return { years, months: [...new Set(months)], rest };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function readTerms(rest: string, named: string[]): Term[] {
  const terms: Term[] = [];
  let left = rest;
  for (const name of named) {
    if (!left.includes(name)) continue;
    terms.push({ text: name, weight: 1.5, strict: true });
    left = left.replace(name, ' ');
  }
  left = left.replace(ASKING, ' ').replace(SCOPES, (scope) => {
    terms.push({ text: scope, weight: 1, strict: true });
    return ' ';
  });
  for (const word of cutWords(left)) {
    if (CARRYING.has(word) || /^[\p{P}\p{S}\s]+$/u.test(word)) continue;
    if (terms.some((t) => t.text === word)) continue;
    terms.push({ text: word, weight: weightOf(word), strict: false });
  }
  return terms;
}

function weightOf(word: string): number {
  if (COMMON_WORDS.has(word)) return 0.35;
  return [...word].length === 1 && /\p{Script=Han}/u.test(word) ? 0.3 : 1;
}

const TRADE = new RegExp(TRADE_TERMS.join('|'), 'g');

/** Words of a text: trade terms whole, the rest by the dictionary; single characters between words are joined. */
function cutWords(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  const cut = (piece: string) => {
    let loose = '';
    let open = false;
    const close = () => {
      const word = open ? words.pop() : undefined;
      if ([...loose].length === 1 && word) words.push(word + loose);
      else words.push(...[word ?? '', loose].filter((w) => w !== ''));
      loose = '';
      open = false;
    };
    for (const { segment, isWordLike } of segmenter.segment(piece)) {
      const single = [...segment].length === 1 && /\p{Script=Han}/u.test(segment);
      if (isWordLike && single && !CARRYING.has(segment)) {
        loose += segment;
        continue;
      }
      close();
      if (isWordLike) words.push(segment);
      open = isWordLike === true && !CARRYING.has(segment);
    }
    close();
  };
  for (const match of text.matchAll(TRADE)) {
    cut(text.slice(at, match.index));
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  cut(text.slice(at));
  return words;
}
