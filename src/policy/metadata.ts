import { verbose } from '../text/verbose.ts';
import { repealedInList } from './repeals.ts';
import type { Structure } from './structure.ts';
import { DAY, readDay, readValidity, type Validity } from './validity.ts';

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

/** The first year a title names. */
function readYear(title: string): number | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})(?=年|[-－—~～至、])/.exec(title);
  return match ? Number(match[1]) : undefined;
}

const REGION = verbose`
  ^(?:中共|关于(?:印发|公布|转发|下达|进一步)?)?(
    [\p{Script=Han}]{2,8}?
    (?:自治县|自治州|自治区|县(?!域)|区(?![域块间])|旗(?![舰下])|市(?![场值])|省|州)
  )
`;

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
