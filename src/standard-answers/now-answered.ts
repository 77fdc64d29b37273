import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { answerQuestion } from '../policy/answer.ts';
import { askedTogether } from '../policy/asked-together.ts';
import type { Audience } from '../policy/audience.ts';
import { plainForm } from '../policy/language.ts';
import { speaksOf } from '../policy/match.ts';
import { findPolicy, passagesOf } from '../policy/queries.ts';
import { readQuestion } from '../policy/question.ts';
import { type Hit, searchPassages } from '../policy/search.ts';
import { listClusters } from './answer.ts';
import type { Cluster } from './cluster.ts';

/** An open question that a document which has just come in answers, with the clause that does. */
export type NowAnswered = { cluster: Cluster; hit: Hit };

/** Questions that are tried again, those of most askers first: whoever adds a document waits for it. */
const TRIED = 40;
/** Clauses among which a new document's must be for a question to be asked again in earnest. */
const NEAR = 10;

/** Since when a document holds and who explains it, which every new one says. */
const CLOSING = /(?:施行|执行|实施)[^。；]{0,12}有效期|起(?:正式)?(?:施行|执行|实施)|负责解释/;

/** Open questions that these documents answer now, most askers first. `today` is an ISO day. */
export async function findNowAnswered(
  db: Db,
  asked: { policyIds: string[]; audience: Audience; today: Day },
): Promise<NowAnswered[]> {
  const { audience, today } = asked;
  const isNew = (id: string) => asked.policyIds.includes(id);
  const found: NowAnswered[] = [];
  const texts = await Promise.all(asked.policyIds.map((id) => textOf(db, id)));
  for (const cluster of (await listClusters(db)).slice(0, TRIED)) {
    const question = cluster.questions[0]?.question ?? '';
    if (!texts.some((text) => maySpeakOf(text, question))) continue;
    const near = await searchPassages(db, { text: question, audience, top: NEAR });
    const hits = near.filter((h) => isNew(h.policy.id));
    if (hits.length === 0) continue;
    const answer = await answerQuestion(db, { question, audience, today });
    const by = answer.kind === 'answered' ? answer.citations[0] : undefined;
    if (!by || !isNew(by.documentId)) continue;
    const hit = hits.find(
      ({ policy, passage }) =>
        policy.id === by.documentId &&
        (by.text.includes(passage.text) || passage.text.includes(by.text)),
    );
    const shown = hit ?? hits.find(({ policy }) => policy.id === by.documentId);
    const ofDocument = readQuestion(question).cues.some((cue) => cue.ofDocument);
    if (shown && (ofDocument || !CLOSING.test(shown.passage.text)))
      found.push({ cluster, hit: shown });
  }
  return found;
}

/** A document in the form that is compared. */
async function textOf(db: Db, policyId: string): Promise<string> {
  const passages = await passagesOf(db, policyId);
  const title = (await findPolicy(db, policyId))?.title ?? '';
  return plainForm([title, ...passages.flatMap((p) => [...p.headings, p.text])].join('\n'));
}

/** Whether a text has all words that its answer would need: a search of the library for each open question takes seconds. */
const maySpeakOf = (text: string, question: string): boolean =>
  askedTogether(question).some((part) =>
    readQuestion(part).terms.every(
      ({ kind, weight, text: word }) => kind !== 'word' || weight < 1 || speaksOf(text, word) > 0,
    ),
  );
