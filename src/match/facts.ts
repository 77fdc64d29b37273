import { type Day, splitDay } from '../calendar/county-time.ts';
import { fold } from '../text/fold.ts';
import { readBounds } from './read-figures.ts';
import { exactly, type Span } from './span.ts';
import { FIGURES, FLAGS, INCIDENTS, type Level, levelIn, subjectOf } from './subjects.ts';

/** One thing that is known of a firm: a figure within bounds, or whether something is so. `text` is how it was said. */
export type Fact = { subject: string; text: string } & (
  | { span: Span }
  | { is: boolean; level?: Level }
);

export type Facts = ReadonlyMap<string, Fact>;

const NOT = /没(?:有|被)?|无(?!锡|人机|线)|未|不是|不属于|尚未|还不是|不具备/;

/**
 * What a firm says of itself: 规上企业，营收8000万，研发占比4%，没有发明专利. A year of foundation counts to `today`. A figure
 * without a comparing word is exact; what is said twice counts as said last. Pure.
 */
export function readFacts(said: string, today: Day): Facts {
  const facts = new Map<string, Fact>();
  const text = fold(said).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  for (const phrase of text.split(
    /[，,。；;！!？?\n]|(?<=[\p{Script=Han}])\s+(?=\p{Script=Han})/u,
  )) {
    if (phrase.trim() === '') continue;
    const spoken = phrase.trim();
    for (const fact of [
      ...figureFacts(spoken),
      ...foundedFacts(spoken, today),
      ...flagFacts(spoken),
    ])
      facts.set(fact.subject, fact);
  }
  return facts;
}

function figureFacts(phrase: string): Fact[] {
  const bounds = readBounds(phrase, exactly).map(({ subject, span }) => ({
    subject: subject.id,
    span,
    text: phrase,
  }));
  if (bounds.length > 0) return bounds;
  // 没有发明专利: none of it.
  const none = FIGURES.find(
    (s) =>
      s.kind === 'count' &&
      new RegExp(`(?:${NOT.source})(?:任何|一[件项个])?(?:${s.names.source})`, 'u').test(phrase),
  );
  return none ? [{ subject: none.id, span: exactly(0), text: phrase }] : [];
}

/** 2018年成立, 成立于2018年. */
function foundedFacts(phrase: string, today: Day): Fact[] {
  const m =
    /(?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?[^，。]{0,4}(?:成立|注册|设立|创立|创办|建厂)|(?:成立|注册|设立|创立|创办)(?:于|时间|在)?[^，。\d]{0,3}((?:19|20)\d{2})年?/.exec(
      phrase,
    );
  const year = Number(m?.[1] ?? m?.[2] ?? 0);
  const age = splitDay(today).year - year;
  // Founded in a year, somewhere within it.
  return year > 0 && age >= 0
    ? [{ subject: 'age', span: { min: Math.max(0, age - 1), max: age }, text: phrase }]
    : [];
}

function flagFacts(phrase: string): Fact[] {
  const facts: Fact[] = [];
  let from = 0;
  for (const part of phrase.split(/[、和及]/)) {
    const isNot = NOT.test(part) || (from > 0 && /^(?:也|都)?(?:没|无|未|不)/.test(part));
    for (const flag of FLAGS)
      if (flag.names.test(part) && !isAsked(part))
        facts.push({ subject: flag.id, is: !isNot, text: phrase, ...levelIn(part) });
    from++;
  }
  // 没有失信和安全事故: said once for all of them.
  const isNone = NOT.test(phrase);
  for (const incident of INCIDENTS)
    if (incident.names.test(phrase))
      facts.push({ subject: incident.id, is: !isNone, text: phrase });
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
