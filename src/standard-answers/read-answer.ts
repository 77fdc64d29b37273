import { addDays, type Day, daysInMonth, makeDay, splitDay } from '../calendar/county-time.ts';
import { readNumber } from '../text/number.ts';

/** What the office wrote behind 答复 12. */
export type WrittenAnswer =
  | { kind: 'empty' }
  | { kind: 'text'; text: string; validUntil: Day | null }
  /** 不属于本局, and whom to ask. */
  | { kind: 'redirect'; whom: string }
  /** `《云溪县……措施》第五条`; `path` as the document numbers it. */
  | { kind: 'clause'; title: string; path: string };

/** A standard answer holds a year unless the office says otherwise. */
function defaultUntil(today: Day): Day {
  return yearsOn(today, 1);
}

/** The day before the same day, `years` later. */
export function yearsOn(today: Day, years: number): Day {
  const { year, month, date } = splitDay(today);
  // 29 February has no twin in most years.
  const twin = Math.min(date, daysInMonth(year + years, month));
  return addDays(makeDay(year + years, month, twin), -1);
}

const halfYearOn = (today: Day): Day => addDays(today, 182);

/** The last day for a choice of `words.validities`; null: 长期. */
export function untilOf(choice: string, today: Day): Day | null {
  if (choice === 'long') return null;
  if (choice === '0.5') return halfYearOn(today);
  return yearsOn(today, choice === '2' ? 2 : 1);
}

const DAY = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/;

const VALIDITY: {
  pattern: RegExp;
  read: (m: RegExpExecArray, today: Day) => Day | null | undefined;
  example: string;
}[] = [
  { pattern: /(?:长期|一直|永久)(?:有效)?/, read: () => null, example: '长期有效' },
  {
    pattern: new RegExp(`有?效?期?(?:至|到|截至)\\s*${DAY.source}(?:止|前)?(?:有效)?`),
    read: ([, year, month, date]) => realDay(Number(year), Number(month), Number(date)),
    example: '有效期至2027年6月30日',
  },
  {
    pattern: /有效期?\s*(?:为|是)?\s*(\d{1,2}|[一二两三四五六七八九十])\s*年/,
    read: ([, years], today) => yearsOn(today, readNumber(years ?? '') ?? 1),
    example: '有效期两年',
  },
  {
    pattern: /有效期?\s*(?:为|是)?\s*(\d{1,2}|[一二两三四五六七八九十]|半)\s*(?:个月|年)/,
    read: ([, months], today) =>
      months === '半' ? halfYearOn(today) : addDays(today, 30 * (readNumber(months ?? '') ?? 12)),
    example: '有效期六个月',
  },
];

function realDay(year: number, month: number, date: number): Day | undefined {
  const isReal = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return isReal ? makeDay(year, month, date) : undefined;
}

/** The words at the end that say how long an answer holds, and what stands before them. */
function readValidity(
  text: string,
  today: Day,
): { text: string; validUntil: Day | null } | undefined {
  for (const { pattern, read } of VALIDITY) {
    const end = new RegExp(`[\\s，,；;。（(]*(?:${pattern.source})[\\s）)。.]*$`);
    const m = end.exec(text);
    const until = m && read(m, today);
    if (m && until !== undefined) return { text: text.slice(0, m.index).trim(), validUntil: until };
  }
  return undefined;
}

const NOT_OURS =
  /^(?:这[个项]?(?:问题)?)?不(?:属于?|归|是)(?:我们|咱们|本)?(?:局|单位|部门)?(?:的)?(?:负?责|职责|管|业务|范围)*(?:范围)?[\s，,。；;]*(?:请|可以?|建议|应)?(?:去|向|找|问|咨询|联系)*\s*(.*)$/u;

/** 按《……办法》（云政发〔2025〕1号）第十条规定执行。 */
const CLAUSE =
  /^(?:请?见|请?按照?|依照?|依据|根据|参照|适用)?\s*《([^》]{2,80})》\s*(?:[（(][^（）()]*[〔[［][^（）()]*号[）)]\s*)?(?:的|中的?)?\s*(.{1,30}?)\s*(?:的?(?:有关|相关)?(?:规定|要求|标准|条款|内容|精神))?(?:执行|办理|答复|处理|为准)?\s*[。.]?$/u;

/** Reads what stands behind the number of a question. Pure; `today` is the county's day. */
export function readAnswer(said: string, today: Day): WrittenAnswer {
  const text = said.trim();
  if (text === '') return { kind: 'empty' };
  const foreign = NOT_OURS.exec(text);
  if (foreign) {
    const whom = (foreign[1] ?? '').replace(/(?:咨询|了解|办理|询问)?[。.]*$/u, '').trim();
    return { kind: 'redirect', whom };
  }
  const clause = CLAUSE.exec(text);
  const path = clause && readPath(clause[2] ?? '');
  if (clause && path) return { kind: 'clause', title: clause[1] ?? '', path };
  const held = readValidity(text, today);
  if (held && held.text !== '') return { kind: 'text', ...held };
  return { kind: 'text', text, validUntil: defaultUntil(today) };
}

const N = '[一二三四五六七八九十百零〇\\d]+';
const ARTICLE = new RegExp(`^(第${N}章)?第(${N})条(?:第${N}款)?(?:第?[（]?(${N})[）]?项?)?$`);
const PART = new RegExp(`^第(${N})(?:部分|大?点|项)(?:第?[（]?(${N})[）]?[项条点款])?$`);

/** 第五条, 第5条第（二）项, 一（二）, 第一部分第二项, 附件2/三: a place as a document writes it, or undefined. */
export function readPath(said: string): string | undefined {
  const text = said.replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
  const article = ARTICLE.exec(text);
  if (article)
    return `${article[1] ?? ''}第${article[2]}条${article[3] ? `（${article[3]}）` : ''}`;
  const part = PART.exec(text);
  if (part) return `${part[1]}${part[2] ? `（${part[2]}）` : ''}`;
  return /^(?:附件\d*\/)?(?:第.{1,3}章|[一二三四五六七八九十]+|（[一二三四五六七八九十\d]+）|\d{1,2}|[、.])+$/u.test(
    text,
  )
    ? text.replace(/[、.]/g, '')
    : undefined;
}
