import { readNumber } from '../text/number.ts';
import { repealedIn } from './repeals.ts';

/** What a document says about its own validity. Dates are ISO days. */
export type Validity = {
  /** 试行 or 暂行. */
  trial: boolean;
  /** 自……起施行. */
  from?: string;
  /** 有效期至……. */
  until?: string;
  /** 有效期 as written: 有效期三年, 试行两年. */
  term?: string;
  /** Title of the document that it holds as long as: 有效期与《……》一致. */
  sameAs?: string;
  /** Titles it repeals: 《……》同时废止. */
  repeals?: string[];
};

/** Last day of a document's validity: the one it names, or its 有效期N年, N个月 counted from its first day; undefined without. */
export function lastDayOf(
  { from, until, term }: Validity,
  issuedOn?: string | null,
): string | undefined {
  const first = from ?? issuedOn;
  const months = readTerm(term);
  if (until || !first || !months) return until;
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Whether a document no longer holds on a day: repealed, or its validity is over. */
export function hasEnded(
  of: { validity: Validity; issuedOn?: string | null; repealedBy: string | null },
  today: string,
): boolean {
  const until = lastDayOf(of.validity, of.issuedOn);
  return of.repealedBy !== null || (until !== undefined && until < today);
}

/** Months of 有效期三年, 试行6个月; undefined without. */
function readTerm(term = ''): number | undefined {
  const [, count = '', unit] = COUNTED.exec(term) ?? [];
  const number = readNumber(count);
  return number && (unit === '年' ? number * 12 : number);
}

const COUNTED = /([一二两三四五六七八九十\d]{1,3})\s*(年|个月)/;

const TERM = new RegExp(
  `(?:有效期|试行|暂行|(?:执行|施行|实施)(?=期|时间))(?:期限|期|时间)?(?:暂定|定)?(?:为|是|限)?\\s*${COUNTED.source}(?![度初底末内以])`,
  'g',
);

const UNTIL =
  /(?:有效期|执行|施行|实施)[^。；]{0,12}?(?:至|到|截至)\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,4}月.{1,4}日)/g;

const SAME_AS =
  /有效期限?[^。；《]{0,8}(?:与|同|随|按|参照)[^。；《]{0,12}《([^》]+)》[^。；《]{0,16}(?:一致|相同|同步|执行|为准)/;

/** What else has a term: 证书有效期三年. */
const OTHERS = /证书?|资格|称号|认定|命名|牌|许可|合同|协议|担保|保函|项目|名单/;

/** The first that a text says of the document itself. */
const ofItself = (text: string, pattern: RegExp): RegExpExecArray | undefined =>
  [...text.matchAll(pattern)].find(({ index }) => {
    const before = /[^。；\n]*$/.exec(text.slice(0, index))?.[0] ?? '';
    return /本(?![县市省区地])|起(?:施行|执行|实施|生效|试行)/.test(before) || !OTHERS.test(before);
  });

export const DAY =
  /(\d{4}|[〇○零一二三四五六七八九]{4})年\s*([\d一二三四五六七八九十]{1,3})月\s*([\d一二三四五六七八九十]{1,3})日/;

const NUMERALS = '〇一二三四五六七八九';

function readNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = text.replace(/[○零]/g, '〇');
  if (digits.length === 4) return Number([...digits].map((c) => NUMERALS.indexOf(c)).join(''));
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['', digits];
  const ten = digits.includes('十') ? (tens ? NUMERALS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? NUMERALS.indexOf(ones) : 0);
}

/** The day in a text as an ISO date: 2022年3月5日, 二〇二二年三月五日. */
export function readDay(text: string): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => readNumeral(part));
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const YMD = '((?:\\d{4}|[〇○零一二三四五六七八九]{4})年.{1,4}月.{1,4}日)';
const FROM = new RegExp(`自?\\s*${YMD}起(?:施行|执行|实施|生效|试行)`);
const ENDS_FROM = new RegExp(`自\\s*${YMD}起[^。；，]{0,6}(?:不再执行|停止执行|废止|失效)`);

/** `listed`: titles that the document repeals item by item. */
export function readValidity(title: string, text: string, listed: string[]): Validity {
  // A notice that only repeals takes effect when what it repeals ends.
  const from = (FROM.exec(text) ?? (listed.length > 0 ? ENDS_FROM.exec(text) : null))?.[1];
  const until = ofItself(text, UNTIL)?.[1];
  const term = ofItself(text, TERM)?.[0];
  const sameAs = SAME_AS.exec(text)?.[1];
  const repeals = [...new Set([...repealedIn(text), ...listed])];
  const fromDay = readDay(from ?? '');
  const untilDay = readDay(until ?? '');
  return {
    trial: /[（(](?:试行|暂行)[）)]|暂行|试行/.test(title),
    ...(fromDay ? { from: fromDay } : {}),
    ...(untilDay ? { until: untilDay } : {}),
    ...(term ? { term } : {}),
    ...(sameAs ? { sameAs } : {}),
    ...(repeals.length > 0 ? { repeals } : {}),
  };
}
