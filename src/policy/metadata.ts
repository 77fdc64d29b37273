import { readNumber } from '../text/number.ts';
import type { Structure } from './structure.ts';

/** What a document says about its own validity. Dates are ISO days. */
export type Validity = {
  /** 试行 or 暂行. */
  trial: boolean;
  /** 自……起施行. */
  from?: string;
  /** 有效期至……. */
  until?: string;
  /** 有效期 as written: 有效期三年. */
  term?: string;
  /** Titles it repeals: 《……》同时废止. */
  repeals?: string[];
};

/** Last day of a document's validity: the one it names, or its 有效期N年 counted from its first day; undefined without. */
export function lastDayOf(
  { from, until, term }: Validity,
  issuedOn?: string | null,
): string | undefined {
  const first = from ?? issuedOn;
  const years = readTerm(term);
  if (until || !first || !years) return until;
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
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

const readTerm = (term = '') =>
  readNumber(/([一二三四五六七八九十\d]{1,2})\s*年/.exec(term)?.[1] ?? '');

export type Metadata = {
  title: string;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  level?: 'state' | 'province' | 'city' | 'county';
  region?: string;
  year?: number;
  validity: Validity;
};

const NUMBER = /[\p{Script=Han}]{1,12}[〔[（(](?:19|20)\d{2}[〕\]）)]\s*(?:第)?\d{1,4}号/u;

/** The 文号 in a text, as written; undefined without. */
export const documentNumber = (text: string): string | undefined => NUMBER.exec(text)?.[0];

const DAY =
  /(\d{4}|[〇○零一二三四五六七八九]{4})年\s*([\d一二三四五六七八九十]{1,3})月\s*([\d一二三四五六七八九十]{1,3})日/;

/** Reads what a document says about itself: 文号, issuing body, date, level, place, year, validity. */
export function readMetadata(structure: Structure): Metadata {
  const { title, frame } = structure;
  const all = structure.clauses.map((c) => c.text).join('\n');
  const framed = frame.join('\n');
  const number = documentNumber(framed)?.replace(/\s/g, '');
  const issued = frame.filter((line) => !/^(?:附件|抄送|来源)/.test(line));
  const issuer = issued.findLast((line) => ISSUER.test(line.trim()))?.trim();
  const issuedOn = readDay(issued.findLast((line) => DAY.test(line)) ?? '');
  const region = readRegion(title) ?? readRegion(issuer ?? '') ?? readRegion(mostNamed(all) ?? '');
  const level = readLevel(number, issuer, title);
  const year =
    readYear(title) ?? (issuedOn ? Number(issuedOn.slice(0, 4)) : undefined) ?? mostNamedYear(all);
  return {
    title,
    ...(number ? { number } : {}),
    ...(issuer ? { issuer } : {}),
    ...(issuedOn ? { issuedOn } : {}),
    ...(level ? { level } : {}),
    ...(region ? { region } : {}),
    ...(year ? { year } : {}),
    validity: readValidity(title, all, repealedInList(structure)),
  };
}

const ISSUER =
  /^[^，。；：\d]{4,26}(?:委员会|人民政府|政府|办公室|局|县委|市委|省委|厅|部|领导小组|国务院)$/;

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
function readDay(text: string): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => readNumeral(part));
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first year a title names. */
function readYear(title: string): number | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})(?=年|[-－—~～至、])/.exec(title);
  return match ? Number(match[1]) : undefined;
}

const REGION =
  /^(?:中共|关于(?:印发|公布|转发|下达|进一步)?)?([\p{Script=Han}]{2,8}?(?:自治县|自治州|自治区|县(?!域)|区(?![域块间])|旗(?![舰下])|市(?![场值])|省|州))/u;

/** The place a title or an issuing body begins with: 青石县. The smallest place named counts. */
function readRegion(text: string): string | undefined {
  let rest = text.trim();
  let region: string | undefined;
  for (let match = REGION.exec(rest); match; match = REGION.exec(rest)) {
    if (/[开园社]区$|[本全各我]|城市$|地区$/.test(match[1] ?? '')) break;
    region = match[1];
    rest = rest.slice(match[0].length);
  }
  return region;
}

/** A place with its kind that a text without a title names at least three times. */
function mostNamed(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(
    /(?<=[，。、；“\n]|^)(\p{Script=Han}{2,3}[县市])(?!级|场)/gu,
  )) {
    if (name && !/[全各我本省市两]/.test(name.slice(0, -1)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 3 ? best[0] : undefined;
}

/** The year that a text without title and date speaks of most. */
function mostNamedYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const [, year] of text.matchAll(/(?<!\d)(20\d{2})年/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function readLevel(number = '', issuer = '', title = ''): Metadata['level'] {
  if (
    /^(?:国务院|国家|中共中央|工业和信息化部|财政部|科技部)/.test(issuer) ||
    /^国[发办函]/.test(number)
  )
    return 'state';
  for (const text of [issuer, title]) {
    const region = readRegion(text) ?? '';
    if (/(?:县|区|旗)$/.test(region) && !/自治区$/.test(region)) return 'county';
    if (/(?:市|州)$/.test(region)) return 'city';
    if (/(?:省|自治区)$/.test(region)) return 'province';
  }
  return undefined;
}

/** 废止下列文件：, and a name in each item. */
const repealedInList = ({ clauses }: Structure) =>
  clauses
    .filter(({ headings }) => headings.some((h) => LISTS_REPEALED.test(h)))
    .flatMap(({ text }) => /^[^《》。；]{0,12}《([^》]+)》/.exec(text)?.[1] ?? []);

const LISTS_REPEALED =
  /^(?!.*(?:修改|修订|保留|继续有效)).*(?:废止|失效)[^。；]{0,12}(?:文件|办法|政策|规定|目录|清单)[^。；]{0,12}[：:]?$/;

function readValidity(title: string, text: string, listed: string[]): Validity {
  const from =
    /自?\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,4}月.{1,4}日)起(?:施行|执行|实施|生效)/.exec(
      text,
    )?.[1];
  const until =
    /(?:有效期|执行|施行|实施)[^。；]{0,12}?(?:至|到|截至)\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,4}月.{1,4}日)/.exec(
      text,
    )?.[1];
  const term = /有效期(?:为|限)?\s*(?:[一二三四五六七八九十\d]{1,2})\s*年/.exec(text)?.[0];
  const named = [
    ...text.matchAll(/((?:《[^》]+》[^《》。；]{0,24})+)(?:同时|一并|即行|予以)?废止/g),
  ].flatMap((m) => [...(m[1] ?? '').matchAll(/《([^》]+)》/g)].map((n) => n[1] ?? ''));
  const repeals = [...new Set([...named, ...listed])];
  const fromDay = readDay(from ?? '');
  const untilDay = readDay(until ?? '');
  return {
    trial: /[（(](?:试行|暂行)[）)]|暂行|试行/.test(title),
    ...(fromDay ? { from: fromDay } : {}),
    ...(untilDay ? { until: untilDay } : {}),
    ...(term ? { term } : {}),
    ...(repeals.length > 0 ? { repeals } : {}),
  };
}
