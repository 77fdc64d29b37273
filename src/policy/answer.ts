import type { Db } from '../db/db.ts';
import {
  askOfBefore,
  askOfMatter,
  asksValidity,
  findNumbered,
  findRepeal,
  type Of,
  ofNumbered,
  withTogether,
} from './about-document.ts';
import { answerEach } from './answer-each.ts';
import { askedLevel, type Level, ofLevel, withoutLevel } from './asked-level.ts';
import { askedTogether } from './asked-together.ts';
import type { Audience, PersonRights } from './audience.ts';
import { chooseInForce, fitsDocument } from './choose.ts';
import type { Citation } from './cite.ts';
import { type Answered, composeAnswer, composeRows, composeSum } from './compose.ts';
import { asksTermAlone, livesOnBefore, readFollowUp } from './follow-up.ts';
import type { Meaning } from './meaning.ts';
import { isForeign, nearest } from './nearest.ts';
import { findRegions, findRows } from './queries.ts';
import { type Question, readQuestion } from './question.ts';
import { quote } from './quoted.ts';
import { readAround, withAmendments } from './read-around.ts';
import { pickRows } from './rows.ts';
import { type Hit, searchPassages } from './search.ts';
import { withCautions, withRepeals, withWindows } from './standing.ts';
import { readStatements, type Statement } from './statements.ts';
import { addRows, asksTogether } from './whole-table.ts';

export type Answer =
  | Answered
  /** `nearest`: clauses open to the audience that speak of something close, best first. */
  | {
      kind: 'not-found';
      nearest: Citation[];
      /** Of which level was asked; `held`: something was found of it that does not answer. */
      level?: { asked: Level; held: boolean };
    }
  /** Nothing that was found speaks of what is asked, or there is no question in the text. */
  | { kind: 'out-of-scope' }
  /** The group may not see what answers, the asker may: in private. */
  | { kind: 'not-permitted' };

export type AskPolicy = {
  question: string;
  audience: Audience;
  /** The question before, when this one may live on it: 那复审呢. */
  previous?: string;
  /** What the question means to the embedding service, where there is one. */
  meaning?: Meaning;
  /** In a group: what the asker may see alone. */
  asker?: PersonRights;
  /** The document that is asked, where it is one. */
  of?: Of;
  /** The county's day: a change that is not yet in force by then, or without a day, does not take an article's place. */
  today?: string;
};

/** Passages that are read closely; the right one is nearly always among the first five. */
const CLOSELY = 40;

/**
 * Answers from the documents open to the audience, or says that they do not answer; never from anything else. Where a text
 * asks several things, each is answered that can be.
 */
export async function answerQuestion(db: Db, asked: AskPolicy): Promise<Answer> {
  const parts = askedTogether(asked.question);
  if (parts.length < 2 || parts.length > TOGETHER) return answerOne(db, asked);
  const isApart = /[?？;；].*[^\s?？;；]/.test(asked.question.trim());
  const whole = isApart ? undefined : await answerOne(db, asked);
  if (whole?.kind === 'answered') return whole;
  return (
    (await answerEach(parts, asked, (one) => answerOne(db, one))) ?? whole ?? answerOne(db, asked)
  );
}

/** Questions of one text that are answered each by itself. */
const TOGETHER = 5;

async function answerOne(db: Db, asked: AskPolicy): Promise<Answer> {
  const answer = await answerFor(db, asked, asked.audience, asked.of);
  if (answer.kind === 'answered')
    return withCautions(withWindows(answer, askedOf(asked), asked.today), asked.today);
  if (asked.audience.kind === 'person' || !asked.asker) return answer;
  const alone = await answerFor(db, asked, { kind: 'person', ...asked.asker }, asked.of);
  return alone.kind === 'answered' ? { kind: 'not-permitted' } : answer;
}

/** The question itself, or the one before where it only goes on from that: 那第二批呢. */
function askedOf({ question, previous }: AskPolicy): Question {
  const alone = readQuestion(question);
  const goesOn =
    alone.cues.length === 0 && previous !== undefined && livesOnBefore(question, alone);
  return goesOn ? { ...readQuestion(previous), plain: alone.plain } : alone;
}

/** `of`: the document that is asked, where it is one. */
async function answerFor(db: Db, asked: AskPolicy, audience: Audience, of?: Of): Promise<Answer> {
  const quoted = of ? undefined : await quote(db, audience, asked.question);
  if (quoted) return quoted;
  const { previous, ...without } = asked;
  const numbered = of ? undefined : await findNumbered(db, audience, asked.question);
  if (numbered) {
    const { question } = numbered;
    const own = await answerFor(db, { ...without, question }, audience, numbered.of);
    if (own.kind === 'answered' || numbered.isAlone) return own;
  }
  const places = (await findRegions(db, audience)).map((r) => r.replace(/[省市县区旗州]$/, ''));
  const alone = readQuestion(asked.question, places);
  const ask = async (question: string, put?: Of) => {
    const answer = await answerFor(db, { ...without, question }, audience, put);
    return answer.kind === 'answered' ? answer : undefined;
  };
  const ofBefore = await askOfBefore(ask, alone, previous);
  if (ofBefore) return ofBefore;
  const readings =
    previous !== undefined && livesOnBefore(asked.question, alone)
      ? readFollowUp(asked.question, previous, places)
      : [alone];
  const [first] = readings;
  if (!first || first.terms.length + first.months.length + first.cues.length === 0)
    return { kind: 'out-of-scope' };
  const repeal = (documentId: string) =>
    asksValidity(first) ? findRepeal(db, audience, documentId, asked.today) : undefined;
  const repealed = of && (await repeal(of.documentId));
  if (repealed) return repealed;
  const sought = [of?.title ?? '', first.text, ...first.cues.map((cue) => cue.seek)].join(' ');
  const found = await searchPassages(db, {
    text: sought,
    audience,
    top: CLOSELY,
    ...(asked.meaning ? { meaning: asked.meaning } : {}),
  });
  const hits = of ? found.filter(({ policy }) => policy.id === of.documentId) : found;
  const statements = await withRepeals(
    db,
    audience,
    ofNumbered(asked.question, await readAround(db, audience, hits)),
    asked.today,
  );
  if (first.rows) {
    const asks = (rows: Statement[]) => pickRows(first, rows).filter((r) => fitsDocument(first, r));
    for await (const rows of readTables(db, audience, hits)) {
      const inPlan = asks(rows);
      if (inPlan.length > 0) return composeRows(inPlan);
    }
    const rows = asks(statements);
    if (rows.length > 0) return composeRows(rows);
  }
  const level = askedLevel(alone.plain);
  const open = level ? ofLevel(statements, level) : statements;
  for (const reading of readings) {
    const chosen = chooseInForce(level ? withoutLevel(reading) : reading, open, asked.today);
    const [best] = chosen;
    if (best)
      return (
        (await repeal(best.statement.policy.id)) ??
        withTogether(
          ask,
          composeAnswer(await withAmendments(db, audience, chosen, asked.today), asked.today),
        )
      );
  }
  const ofBeforeTerm =
    asksTermAlone(asked.question) && (await askOfBefore(ask, readQuestion('有效期多久'), previous));
  if (ofBeforeTerm) return ofBeforeTerm;
  const ofMatter = of ? undefined : await askOfMatter(db, audience, ask, alone);
  if (ofMatter) return ofMatter;
  if (asksTogether(first))
    for await (const rows of readTables(db, audience, hits)) {
      const sum = addRows(first, level ? ofLevel(rows, level) : rows);
      if (sum) return composeSum(sum);
    }
  if (isForeign(first, statements)) return { kind: 'out-of-scope' };
  const near = { kind: 'not-found', nearest: nearest(first, statements) } as const;
  return level ? { ...near, level: { asked: level, held: open.length > 0 } } : near;
}

/** All rows of the tables of each document of which the hits have one, document by document. */
async function* readTables(db: Db, audience: Audience, hits: Hit[]): AsyncGenerator<Statement[]> {
  const documents = hits.filter((h) => h.passage.kind === 'table-row').map((h) => h.policy.id);
  for (const policyId of new Set(documents)) {
    const pieces = await findRows(db, audience, policyId);
    yield pieces.flatMap((piece) => readStatements([piece]));
  }
}
