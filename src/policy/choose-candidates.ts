import { wholeText } from './cite.ts';
import { ROWS } from './compose.ts';
import type { Candidate } from './judge.ts';
import { listLead, type Statement } from './statements.ts';

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
export const saysAlready = (shown: Statement, other: Statement) =>
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
