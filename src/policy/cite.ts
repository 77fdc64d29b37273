import { verbose } from '../text/verbose.ts';
import type { Level } from './asked-level.ts';
import { isUnitBracket } from './match.ts';
import type { Passage, Policy } from './queries.ts';
import { listLead, type Statement } from './statements.ts';

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
  /** Of which year the document is. */
  year?: number;
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

/** Longest answer that is put together from a short sentence and those that carry it out. */
const WHOLE = 400;
const SHORT = 32;
/** A sentence as short as this heads all that follows it. */
const LEAD = 8;

/**
 * The answering text as shown. A short sentence such as 实行“三个一”机制。 only names what the next ones say: they belong
 * to the answer. A bracket of units is shown with the heading it belongs to.
 */
export function wholeText(statement: Statement): string {
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
const LIMIT = verbose`
  最高|不(?:超过|高于|低于|少于)|不足|封顶|上限|累计|须|应当|应(?:在|为|当|符合|具备)|条件
  |含[国省市县]级|不重复|就高|除外|不再|不享受|不予|不含|按[^，。；]{1,16}计算
  |按.{0,12}(?:%|％|比例)(?:奖励|补助|计)
`;

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
    ...(policy.year ? { year: policy.year } : {}),
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
