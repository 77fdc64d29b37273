import { type Day, splitDay } from '../calendar/county-time.ts';
import { fold } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';
import { FIGURES } from './figure-subjects.ts';
import { readGrowth } from './growth.ts';
import { type Bound, readBounds } from './read-figures.ts';
import { exactly, type Span, yearsOnEnd } from './span.ts';
import {
  degreeOf,
  flagsIn,
  INCIDENTS,
  type Level,
  levelIn,
  nameIn,
  subjectOf,
} from './subjects.ts';
import { agoIn, sinceIn, whenIn, YEAR } from './when-said.ts';

/**
 * One thing that is known of a firm: a figure within bounds, or whether something is so. `text` is how it was said; `since`
 * whether it came about just now (首次突破, 刚评上) or was so in earlier years (去年就是).
 */
export type Fact = { subject: string; text: string; since?: 'now' | 'before' } & (
  | ({ span: Span } & Dated)
  | State
);

/** `past`: said of some time before, which was not said; `grave`: said to have been a bad one, `deadly`: that somebody died. */
type State = {
  is: boolean;
  level?: Level;
  ago?: number;
  past?: true;
  grave?: true;
  deadly?: true;
};

/** `ago`: how many years ago the figure was, where that was said. `earlier`: the same figure of the years before, newest first. */
type Dated = { ago?: number; earlier?: { span: Span; text: string; ago: number }[] };

export type Facts = ReadonlyMap<string, Fact>;

const NOT = /没(?:有|被)?|无(?!锡|人机|线)|未|不是|不在|不属于|尚未|还不是|不具备/;

/**
 * What a firm says of itself: 规上企业，营收8000万，研发占比4%，没有发明专利. A year of foundation counts to `today`. A figure
 * without a comparing word is exact; what is said twice counts as said last. Pure.
 */
export function readFacts(said: string, today: Day): Facts {
  const facts = new Map<string, Fact>();
  let about = '';
  for (const phrase of phrasesOf(said)) {
    // 今年产值12亿，去年11亿: of what stands before.
    const follows = ONLY_YEAR.test(phrase) || ONLY_GROWTH.test(phrase);
    const spoken = isStay(about, phrase)
      ? `稳定就业${phrase}`
      : follows
        ? `${about}${phrase}`
        : phrase;
    about = nameIn(spoken) || about;
    const figures = figureFacts(spoken, phrase, today);
    for (const fact of [...figures, ...foundedFacts(phrase, today), ...flagFacts(phrase, today)])
      facts.set(fact.subject, withEarlier(fact, facts.get(fact.subject)));
  }
  // What was said itself stands before what is reckoned.
  return new Map([...readGrowth(facts), ...facts]);
}

/** 都干满8个月了, behind 新招了15个工人. */
const isStay = (about: string, phrase: string) =>
  /招|录用|吸纳/.test(about) &&
  /^(?:都|已经?|也|均|全部?|就)*(?:干|做|上班|工作)?(?:了|够|足)*(?:满|超过|不到)/u.test(phrase);

/** Each with what is said of it, as far as it is one thing: parts between commas, and each year's figure. */
export function phrasesOf(said: string): string[] {
  return fold(said)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(FROM_TO, (_, name: string, before: string, from: string, now: string) =>
      [before && `${name}${before}${from}`, `${name}${now}`].filter(Boolean).join('，'),
    )
    .split(
      new RegExp(
        `[，,。；;！!？?\\n]|(?<=[\\d\\p{Script=Han}%％])\\s*[/／+＋|｜]\\s*(?=\\p{Script=Han})|${RUN_ON}|(?<=\\p{Script=Han})\\s+(?=\\p{Script=Han})|(?<=\\d[万亿千]*(?:元|%|％|件|人|家|个)?)(?=${YEAR}[^\\d成注设创]{0,12}\\d)`,
        'u',
      ),
    )
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

const TYPED =
  '(?:员工|职工|用工|工人|专利|发明|实用新型|软著|营收|营业收入|销售额?|产值|纳税|税收|利润|研发|设备|投资|负债|面积)';

/** 营收3000万员工45人专利2件: a thing with its figure, and the next one right behind it. */
const RUN_ON = `(?<=${TYPED}[费用投入总额]*[:：]?\\d[\\d.]*(?:[万亿千百]+元?|元|[%％件人家个项名]))(?=${TYPED}[^，。；\\d]{0,8}\\d)`;

/** What facts were read from, those of earlier years behind the newest. */
export const readPhrases = (facts: Facts): string[] => [
  ...new Set(
    [...facts.values()].flatMap((f) => [
      f.text,
      ...('span' in f ? (f.earlier ?? []).map((e) => e.text) : []),
    ]),
  ),
];

/** What of it no fact was read from, so that nobody takes it for compared; what only asks is left out. */
export function unreadPhrases(said: string, facts: Facts): string[] {
  const read = readPhrases(facts);
  return phrasesOf(said).filter((p) => !read.includes(p) && !ASKS.test(p) && [...p].length > 3);
}

const ASKS = /[?？吗呢]|什么|哪些|哪个|啥|怎么|如何|对号入座|^(?:你好|请问|我们?是|谢谢)/u;

/** 产值从去年的9000万涨到今年的1.2亿: a figure that is no more, of a year where one was said, and the one that is. */
const FROM_TO = new RegExp(
  `([^，。；\\d]{2,10}?)[由从]((?:${YEAR})?)的?(\\d[\\d.]*(?:[万亿千百]*元?|[件人家个]))(?:上?[涨增升]|增加|增长|提高|扩大|下降|减少|降低?|跌|减)(?:长|加)?[到至了]+((?:${YEAR})?)的?(?=\\d)`,
  'gu',
);

/** A figure with nothing but its year before it. */
const ONLY_YEAR = new RegExp(
  `^${YEAR}度?(?:同期|全年)?(?:则|也|只|才|还|就|已|有|是|为|达到?|做到?|做了|大概|大约|约|不到|超过)*\\s*\\d`,
  'u',
);

/** 比去年增长20%: of what stands before. */
const ONLY_GROWTH =
  /^(?:[比较](?:去年|上年|上一年)(?:同期)?|同比)(?:又|还|也|大概|大约|约)*(?:增长|增加|增|涨|上升)了?\s*\d/u;

/** What was said of another year is kept beside it: the newest year stands first. A figure without a year is this year's. */
function withEarlier(fact: Fact, known: Fact | undefined): Fact {
  if (!known || !('span' in fact) || !('span' in known)) return fact;
  const all = [fact, known, ...(known.earlier ?? [])];
  const years = [...new Set(all.map((f) => f.ago ?? 0))].sort((a, b) => a - b);
  const [newest, ...others] = years.flatMap((year) => all.find((f) => (f.ago ?? 0) === year) ?? []);
  const earlier = others.map(({ span, text, ago }) => ({ span, text, ago: ago ?? 0 }));
  const main = newest === fact ? fact : known;
  return { ...main, earlier };
}

function figureFacts(phrase: string, text: string, today: Day): Fact[] {
  const years = yearsOnEnd(phrase);
  const bounds = readBounds(phrase, exactly).map((bound) => ({
    subject: bound.subject.id,
    text,
    ...(years ? overYears(bound, years, text) : { span: bound.span, ...agoIn(phrase, today) }),
    ...sinceIn(phrase, today),
  }));
  if (bounds.length > 0) return bounds;
  // 没有发明专利: none of it.
  const none = FIGURES.find(
    (s) =>
      s.kind === 'count' &&
      new RegExp(`(?:${NOT.source})(?:任何|一[件项个])?(?:${s.names.source})`, 'u').test(phrase),
  );
  return none ? [{ subject: none.id, span: exactly(0), text }] : [];
}

/** 近三年营收都在6000万以上, 近三年营收分别为5000万、6000万、7000万: the figure of each year that has ended. */
function overYears({ span, steps }: Bound, years: number, text: string): { span: Span } & Dated {
  const each = steps?.length === years ? steps.map(exactly).toReversed() : [];
  const spans = Array.from({ length: years }, (_, i) => each[i] ?? span);
  return {
    span: spans[0] ?? span,
    ago: 1,
    earlier: spans.slice(1).map((of, i) => ({ span: of, text, ago: i + 2 })),
  };
}

/** 2018年成立, 成立于2018年. */
function foundedFacts(phrase: string, today: Day): Fact[] {
  const m = verbose`
    (?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?[^，。]{0,4}
    (?:成立|注册|设立|创立|创办|建厂|[办建开]的?厂)
    |(?:成立|注册|设立|创立|创办)(?:于|时间|在)?[^，。\d]{0,3}((?:19|20)\d{2})年?
  `.exec(phrase);
  const year = Number(m?.[1] ?? m?.[2] ?? 0);
  const age = splitDay(today).year - year;
  // Founded in a year, somewhere within it.
  return year > 0 && age >= 0
    ? [{ subject: 'age', span: { min: Math.max(0, age - 1), max: age }, text: phrase }]
    : [];
}

function flagFacts(phrase: string, today: Day): Fact[] {
  const facts: Fact[] = [];
  let from = 0;
  for (const part of phrase.split(/[、和及]/)) {
    const isNot = NOT.test(part) || (from > 0 && /^(?:也|都)?(?:没|无|未|不)/.test(part));
    for (const flag of isAsked(part) ? [] : flagsIn(part))
      facts.push({
        subject: flag.id,
        is: !isNot,
        text: phrase,
        ...levelIn(part),
        ...sinceIn(phrase, today),
      });
    from++;
  }
  // 没有失信和安全事故: said once for all of them.
  const isNone = NOT.test(phrase);
  for (const incident of INCIDENTS)
    if (incident.names.test(phrase))
      facts.push({
        subject: incident.id,
        is: !isNone,
        text: phrase,
        ...whenIn(phrase, today),
        ...degreeOf(incident.id, phrase),
      });
  return withGiants(facts);
}

/** 能申报专精特新吗 says nothing of what the firm is. */
const isAsked = (part: string) =>
  /(?:能|可以?|想|怎么|如何|要)[^，。]{0,4}(?:申|报|评|认定|成为)/.test(part);

/** A 小巨人 is 专精特新; not being one says nothing of the lower level. */
function withGiants(facts: Fact[]): Fact[] {
  const giant = facts.find((f) => f.subject === 'little-giant');
  if (!giant || !('is' in giant)) return facts;
  const others = facts.filter((f) => f.subject !== 'sric');
  return giant.is ? [...others, { ...giant, subject: 'sric' }] : others;
}

/**
 * Facts given by name: `{"revenue": "8000万元", "rd-share": "4%", "inventions": 3, "high-tech": true}`. Numbers without a unit
 * count in the subject's own: yuan, per cent, pieces, years. What has another name or shape is left out.
 */
export function factsOf(given: Record<string, string | number | boolean>): Facts {
  const facts = new Map<string, Fact>();
  for (const [id, value] of Object.entries(given)) {
    const subject = subjectOf(id);
    if (!subject) continue;
    const text = `${subject.label} ${value}`;
    const isState = subject.kind === 'flag' || subject.kind === 'incident';
    if (typeof value === 'boolean') {
      if (isState) facts.set(id, { subject: id, is: value, text });
      continue;
    }
    if (isState) continue;
    const span =
      typeof value === 'number'
        ? exactly(value)
        : readBounds(`${subject.example}${value}`, exactly).find((b) => b.subject.id === id)?.span;
    if (span) facts.set(id, { subject: id, span, text });
  }
  return facts;
}
