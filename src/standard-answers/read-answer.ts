import { addDays, type Day, daysInMonth, makeDay, splitDay } from '../calendar/county-time.ts';
import { readDatePhrase } from '../calendar/date-phrase.ts';
import { findNoSuchDay } from '../calendar/no-such-day.ts';
import { addMonths } from '../calendar/span.ts';
import { readPath } from '../policy/clause-path.ts';
import { fold } from '../text/fold.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';

/** What the office wrote behind 答复 12. */
export type WrittenAnswer =
  | { kind: 'empty' }
  | { kind: 'text'; text: string; validUntil: Day | null }
  /** 不属于本局, and whom to ask. */
  | { kind: 'redirect'; whom: string }
  /** `《云溪县……措施》第五条`; `path` as the document numbers it; `title` is empty where no document is named. */
  | { kind: 'clause'; title: string; path: string }
  /** It would hold until a day that is over, or one that no calendar has; `said`: as written. */
  | { kind: 'past'; until: Day }
  | { kind: 'no-such-day'; said: string };

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

/** 项目有效期, 证书有效期 is not that of the answer. */
const OWN = '(?<!项目|证书?|资质|合同|协议|政策|文件|办法|措施|细则|许可|备案|资格|[的其该本])';

/** 有效期至2027年6月30日, 至年底有效: what says until when. */
const UNTIL = [
  new RegExp(
    `${OWN}有效期?限?(?:至|到|截至|截止到?)\\s*([^，,；;。]{1,16}?)(?:止|为止|之?前)?$`,
    'u',
  ),
  /(?<=^|[\s，,；;。（(])(?:至|到|截至)\s*([^，,；;。]{2,16}?)(?:止|之?前)?有效$/u,
];

const FOR_LONG = new RegExp(`${OWN}(?:长期|一直|永久)(?:有效)?$`, 'u');

const SPAN = new RegExp(
  `${OWN}有效期?\\s*(?:为|是)?\\s*(\\d{1,2}|[一二两三四五六七八九十]|半)\\s*(个月|年)$`,
  'u',
);

type Held = { text: string; validUntil: Day | null } | { kind: 'no-such-day'; said: string };

/** The words at the end that say how long an answer holds, and what stands before them. */
function readValidity(said: string, today: Day): Held | undefined {
  const whole = said.replace(/[\s）)。.]+$/u, '');
  const before = (m: RegExpExecArray) => whole.slice(0, m.index).replace(/[\s，,；;。（(]+$/u, '');
  const long = FOR_LONG.exec(whole);
  if (long) return { text: before(long), validUntil: null };
  const span = SPAN.exec(whole);
  if (span)
    return { text: before(span), validUntil: afterSpan(span[1] ?? '', span[2] ?? '', today) };
  const until = UNTIL.map((pattern) => pattern.exec(whole)).find((m) => m !== null);
  if (!until) return undefined;
  const day = until[1] ?? '';
  const found = readDatePhrase(fold(day), today);
  const isWhole = found !== undefined && found.text.length >= fold(day).trim().length - 1;
  if (!isWhole || findNoSuchDay(fold(day), today) !== undefined)
    return { kind: 'no-such-day', said: day };
  return { text: before(until), validUntil: found.end };
}

function afterSpan(count: string, unit: string, today: Day): Day {
  const n = count === '半' ? 0.5 : (readNumber(count) ?? 1);
  if (unit === '年') return n === 0.5 ? halfYearOn(today) : yearsOn(today, n);
  return n === 0.5 ? addDays(today, 15) : addDays(addMonths(today, n), -1);
}

const US =
  '(?:(?:我们|咱们?|本|我)(?:局|单位|部门|办|委|中心|[股科]室|这[里边])?|(?:局|单位|部门)里?)';
const DUTY = '(?:(?:主管|业务|职能|职责|负责|管理|管辖|受理|工作|管)的?)+(?:范围|事项|内)*';
/**
 * 不属于本局职责, 不归我们管, 我局不负责: it has to be said of the bureau itself, and end there or go on to whom to ask. 不属于高耗能
 * 行业的企业都可以申报 is an answer.
 */
const NOT_OURS = new RegExp(
  `^(?:[这该此][个项件]?(?:问题|事项?|业务|工作)?)?(?:并?不(?:属于?|归|是|在)(?:${US}的?(?:${DUTY})?|${DUTY})|${US}并?不(?:负责|管|受理|主管)(?:[这该此][个项件]?(?:问题|事项?|业务)?|的)?)(?:的|了)?(?:[\\s，,。；;]+|$|(?=[请找去问向应由归可]|建议|咨询|联系))(?<rest>.*)$`,
  'u',
);
/** 请向县人社局咨询, 由县医保局负责, or the name alone. */
const WHOM = verbose`
  ^(?:
    (?:请|可以?|建议|应该?|直接|你们?|您|去|到|向|找|问|由|归|属于?|是|咨询|联系)+\s*
    (?<whom>[^，,。；;]{2,30}?)
    |(?<body>
      [^，,。；;]{2,20}(?:局|委|办|中心|部门|单位|大厅|窗口|街道|镇|乡|公司|银行|法院)
    )
  )(?:了解|办理|询问|咨询|负责|主管|受理|的?职责|管)*[。.]*$
`;

/** 按《……办法》（云政发〔2025〕1号）第十条规定执行。 */
const CLAUSE = verbose`
  ^(?:请?见|请?按照?|依照?|依据|根据|参照|适用)?\s*《([^》]{2,80})》\s*
  (?:[（(][^（）()]*[〔[［][^（）()]*号[）)]\s*)?(?:的|中的?)?\s*(.{1,30}?)\s*
  (?:的?(?:有关|相关)?(?:规定|要求|标准|条款|内容|精神))?(?:执行|办理|答复|处理|为准)?\s*
  [。.]?$
`;

/** 按 云政办〔2025〕12号 四（八）执行. */
const NUMBERED_CLAUSE = verbose`
  ^(?:请?见|请?按照?|依照?|依据|根据|参照|适用)?\s*
  ([\p{Script=Han}]{1,12}\s*[〔[［（(](?:19|20)\d{2}[〕\]］）)]\s*(?:第)?\d{1,4}号)\s*
  (?:文件?|的|中的?)*\s*(\S{1,20}?)\s*(?:的?(?:有关|相关)?(?:规定|要求|标准|条款))?
  (?:执行|办理|答复|处理|为准)?\s*[。.]?$
`;

/** 按若干措施第五条: the document without its marks. */
const SPOKEN_CLAUSE = verbose`
  ^(?:请?见|请?按照?|依照?|依据|根据|参照)\s*
  ([^《》，,。；]{0,40}?(?:措施|办法|细则|意见|方案|规定|政策|通知|指南|手册)|)(?:的|中的?)?
  \s*(\S{1,20}?)(?:的?规定)?(?:执行|办理|答复|处理)?[。.]?$
`;

/** 按工业用地指导价第一条: whatever it is called, a place in it is a citation and never the words of an answer. */
const CITED = verbose`
  ^(?:请?见|请?按照?|依照?|依据|根据|参照)\s*([^《》，,。；]{2,40}?)(?:的|中的?)?\s*
  (第[一二三四五六七八九十百零〇\d]+条\S{0,10}?)(?:的?规定)?(?:执行|办理|答复|处理)?[。.]?$
`;

/** 按《……办法》附件1执行: a place too, and never the words of an answer. */
const ATTACHED = /^附[件表]\s*[\d一二三四五六七八九十]{0,2}$/u;

/** Reads what stands behind the number of a question. Pure; `today` is the county's day. */
export function readAnswer(said: string, today: Day): WrittenAnswer {
  const text = said.trim();
  if (text === '') return { kind: 'empty' };
  const whom = readForeign(text);
  if (whom !== undefined) return { kind: 'redirect', whom };
  const clause = CLAUSE.exec(text);
  const path = clause && readPath(clause[2] ?? '');
  const attached = ATTACHED.exec(clause?.[2] ?? '')?.[0];
  if (clause && attached) return { kind: 'clause', title: clause[1] ?? '', path: attached };
  if (clause && path) return { kind: 'clause', title: clause[1] ?? '', path };
  const alone = readPath(text);
  if (alone) return { kind: 'clause', title: '', path: alone };
  for (const pattern of [NUMBERED_CLAUSE, SPOKEN_CLAUSE, CITED]) {
    const [, title = '', said = ''] = pattern.exec(text) ?? [];
    const place = readPath(said);
    if (place) return { kind: 'clause', title, path: place };
  }
  const held = readValidity(text, today);
  if (held && 'kind' in held) return held;
  if (held?.validUntil && held.validUntil < today) return { kind: 'past', until: held.validUntil };
  // 到6月30日有效 alone says both what is answered and for how long.
  if (held) return { kind: 'text', text: held.text || text, validUntil: held.validUntil };
  return { kind: 'text', text, validUntil: defaultUntil(today) };
}

/** Whom to ask instead, empty where that is not said; undefined where the words are an answer of one's own. */
function readForeign(text: string): string | undefined {
  const rest = NOT_OURS.exec(text)?.groups?.rest?.trim();
  if (rest === undefined || rest === '') return rest;
  const { whom, body } = WHOM.exec(rest)?.groups ?? {};
  return (whom ?? body)?.trim();
}
