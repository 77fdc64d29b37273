import type { Level } from './asked-level.ts';
import type { Candidate } from './judge.ts';
import { isUnitBracket } from './match.ts';
import { differingSums } from './other-sums.ts';
import type { Passage, Policy } from './queries.ts';
import { listLead, type Statement } from './statements.ts';
import type { TableSum } from './whole-table.ts';
import { sumText } from './wording.ts';

/** Where an answer stands. */
export type Citation = {
  documentId: string;
  /** File name as it was added. */
  document: string;
  title: string;
  /** 文号. */
  number?: string;
  /** 国, 省, 市 or 县, where the document shows it. */
  level?: Level;
  /** Clause path with its nearest heading. */
  section: string;
  /** The sentence or row as shown. */
  text: string;
  /** Where the document can be opened. */
  link?: string;
  /** Who may see the document: what is not public leaves the house only where that is allowed. */
  visibility: Policy['visibility'];
  /** What `validityNote` of wording.ts puts into words. */
  validity: Pick<Policy, 'validity' | 'repealedBy' | 'issuedOn'> & { repealedOn?: string };
};

/** A figure of the answer as the document writes it; `value` counts in `unit`. */
type AnswerFigure = { value: number; unit: string; text: string };

/** `citations[i]` bears `parts[i]`; `answer` is all parts, a line each. */
export type Answered = {
  kind: 'answered';
  answer: string;
  parts: string[];
  citations: Citation[];
  figures: AnswerFigure[];
  /** The sums, where documents grant another one for the same thing. */
  differ?: string[];
  /** That a document of the answer is not in force, a line each: stands before everything else. */
  cautions?: string[];
  /** What the rows of the answer come to, where no document says it. */
  sum?: string;
  /** Of several questions in one text, those that no document answers. */
  unfound?: string[];
};

/** Rows under one answer: as many as a card carries. */
const ROWS = 12;

/** A passage as it stands, or what a document says of itself. */
export const composeQuoted = (citation: Citation): Answered => ({
  kind: 'answered',
  answer: citation.text,
  parts: [citation.text],
  citations: [citation],
  figures: [],
});

/** Rows that were asked for as a list. */
export function composeRows(rows: Statement[]): Answered {
  const shown = rows.slice(0, ROWS);
  return {
    kind: 'answered',
    answer: shown.map(wholeText).join('\n'),
    parts: shown.map(wholeText),
    citations: shown.map(cite),
    figures: [],
  };
}

/** Rows with what they come to together: each row bears its own figure, the sum none. */
export function composeSum(sum: TableSum): Answered {
  const answered = composeRows(sum.rows.map((r) => r.statement));
  const text = sumText(sum);
  return {
    ...answered,
    answer: `${answered.answer}\n${text}`,
    figures: sum.rows.map(({ figure: { value, unit, text: written } }) => ({
      value,
      unit,
      text: written,
    })),
    sum: text,
  };
}

/** The sentences that answer, best first, each with the figures asked for; only what is in force on the day can differ. */
export function composeAnswer(candidates: Candidate[], today?: string): Answered {
  const parts = candidates.map((c) => wholeText(c.statement));
  const differ = differingSums(candidates, today);
  return {
    kind: 'answered',
    ...(differ.length > 0 ? { differ } : {}),
    answer: parts.join('\n'),
    parts,
    citations: candidates.map((c) => cite(c.statement)),
    figures: candidates.flatMap((c) =>
      c.figures.map(({ value, unit, text }) => ({ value, unit, text })),
    ),
  };
}

/** What several documents say, one after the other; what was said before is not said again. */
export function joinAnswers(answers: Answered[]): Answered {
  const cautions = [...new Set(answers.flatMap((a) => a.cautions ?? []))];
  const said = answers.flatMap(({ parts, citations }) =>
    citations.map((citation, i) => ({ citation, part: parts[i] ?? '' })),
  );
  const isNew = ({ citation, part }: (typeof said)[number], at: number) =>
    said.findIndex((s) => s.part === part && s.citation.documentId === citation.documentId) === at;
  const shown = said.filter(isNew);
  return {
    kind: 'answered',
    answer: shown.map((s) => s.part).join('\n'),
    parts: shown.map((s) => s.part),
    citations: shown.map((s) => s.citation),
    figures: answers.flatMap((a) => a.figures),
    ...(cautions.length > 0 ? { cautions } : {}),
  };
}

/** How far behind the best an answer of another document may be to be shown beside it: they may disagree. */
const OTHER_DOCUMENT = 0.08;
/** Two rows or sentences of one document that answer alike. */
const SAME_DOCUMENT = 0.005;
/** Where all that fit are meant. */
const SEVERAL = 0.27;
/** Where a clause for all of a document belongs beside the one for the matter asked about. */
const WITH_GENERAL = 0.5;
const AT_MOST = 3;
const AT_MOST_OF_SEVERAL = 5;

/** Rows of a table of which a list is asked for: how far one may be behind the best. */
const OF_TABLE = 0.1;

const tableOf = ({ passage }: Statement) => passage.path.replace(/[^/]*$/, '');

const isBeside = (c: Candidate, best: Candidate) =>
  c.statement.cells !== undefined &&
  c.statement.policy.id === best.statement.policy.id &&
  tableOf(c.statement) === tableOf(best.statement) &&
  best.score - c.score <= OF_TABLE;

const isListOf = (list: Statement, item: Statement) =>
  list.isList === true &&
  !item.isList &&
  list.policy.id === item.policy.id &&
  listLead(item) !== '' &&
  list.text.includes(item.text);

const inOrder = (a: Candidate, b: Candidate) =>
  a.statement.passage.clause - b.statement.passage.clause ||
  a.statement.passage.position - b.statement.passage.position;

/** The same words, or a sentence that is shown with the other as its condition or cap. */
const saysAlready = (shown: Statement, other: Statement) =>
  shown.plain === other.plain ||
  (shown.policy.id === other.policy.id &&
    shown.passage.clause === other.passage.clause &&
    wholeText(shown).includes(other.text));

/** The best candidate, those of its document that answer as well, and the best of each other document close to it. */
export function chooseCandidates(
  sorted: Candidate[],
  asksList = false,
  several: { general: boolean } | undefined = undefined,
): Candidate[] {
  const alike = several ? (several.general ? WITH_GENERAL : SEVERAL) : SAME_DOCUMENT;
  const most = several ? AT_MOST_OF_SEVERAL : AT_MOST;
  const best = sorted[0];
  if (!best) return [];
  // 要带什么材料 is answered by the whole list, not by the item that names most of the question.
  const whole = asksList && sorted.find((c) => isListOf(c.statement, best.statement));
  if (whole) return [whole];
  if (asksList && best.statement.cells) {
    const rows = sorted.filter((c) => isBeside(c, best));
    if (rows.length > 1) return rows.toSorted(inOrder).slice(0, ROWS);
  }
  const chosen: Candidate[] = [];
  // Rows of one table that answer alike are one answer.
  const inTable = best.statement.cells !== undefined;
  for (const candidate of sorted) {
    const others = chosen.filter((c) => c.statement.policy.id !== candidate.statement.policy.id);
    const behind = best.score - candidate.score;
    const isOther = others.length === chosen.length;
    const said = chosen.some((c) => saysAlready(c.statement, candidate.statement));
    if (!said && (behind <= alike || (isOther && behind <= OTHER_DOCUMENT))) chosen.push(candidate);
    if (chosen.length === (inTable && behind <= SAME_DOCUMENT ? ROWS : most)) break;
  }
  return chosen;
}

/** Longest answer that is put together from a short sentence and those that carry it out. */
const WHOLE = 400;
const SHORT = 32;
/** A sentence as short as this heads all that follows it. */
const LEAD = 8;

/**
 * The answering text as shown. A short sentence such as 实行“三个一”机制。 only names what the next ones say: they belong
 * to the answer. A bracket of units is shown with the heading it belongs to.
 */
function wholeText(statement: Statement): string {
  if (isUnitBracket(statement))
    return `${statement.passage.headings.at(-1) ?? ''}${statement.text}`;
  const lead = listLead(statement);
  if (lead) return `${lead}${statement.text}`;
  let text = statement.text;
  if (statement.cells || statement.isList) return text;
  if (text.length > SHORT) return withLimits(text, statement.following);
  const heads = text.length <= LEAD;
  for (const next of statement.following) {
    if (text.length + next.length > WHOLE) break;
    text += next;
    if (!heads && next.length > SHORT) break;
  }
  return text;
}

/** What is paid or granted. */
const SUM = /\d[\d,.]*\s*(?:元|万元|亿元|%|％)/u;
/** What bounds it: a cap, a condition, a share that other levels pay (domain.md section 8, point 7). */
const LIMIT =
  /最高|不(?:超过|高于|低于|少于)|不足|封顶|上限|累计|须|应当|应(?:在|为|当|符合|具备)|条件|含[国省市县]级|不重复|就高|除外|不再|不享受|不予|不含|按[^，。；]{1,16}计算|按.{0,12}(?:%|％|比例)(?:奖励|补助|计)/u;

/** A sum is never shown without the sentences of its clause that bound it, as far as they fit. */
function withLimits(text: string, following: string[]): string {
  if (!SUM.test(text)) return text;
  return following.reduce(
    (whole, next) =>
      LIMIT.test(next) && whole.length + next.length <= WHOLE ? whole + next : whole,
    text,
  );
}

/** Where a statement stands. */
export const cite = (statement: Statement): Citation =>
  citePassage(statement.policy, statement.passage, wholeText(statement));

/** Where a passage stands, shown as `text`. */
export function citePassage(
  policy: Statement['policy'],
  passage: Pick<Passage, 'path' | 'headings'>,
  text: string,
): Citation {
  return {
    documentId: policy.id,
    document: policy.fileName,
    title: policy.title,
    ...(policy.number ? { number: policy.number } : {}),
    ...(policy.level ? { level: policy.level } : {}),
    ...(policy.link ? { link: policy.link } : {}),
    section: [passage.path, passage.headings.findLast((h) => !/[：:]$/.test(h)) ?? '']
      .filter((p) => p !== '')
      .join(' '),
    text,
    visibility: policy.visibility,
    validity: {
      validity: policy.validity,
      repealedBy: policy.repealedBy,
      issuedOn: policy.issuedOn,
      ...(policy.repealedOn ? { repealedOn: policy.repealedOn } : {}),
    },
  };
}
