import type { Db } from '../db/db.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import type { Audience } from './audience.ts';
import { citePassage } from './cite.ts';
import { piecesOfPath, readPath, withoutItem } from './clause-path.ts';
import { type Answered, composeQuoted } from './compose.ts';
import { findNamed, isNumbered } from './document-name.ts';
import { documentNumber } from './metadata.ts';
import { findPolicies, type Passage, type Policy, passagesOf } from './queries.ts';

/** 若干措施第七条, 清政〔2025〕6号第十条说了什么: a document and a place in it, and nothing besides. */
const CLAUSE = verbose`
  ^(.{2,}?)(?:的|里的?|中的?)?(
    (?:第[一二三四五六七八九十百零\d]+章)?第[（(]?[一二三四五六七八九十百零\d]+[）)]?条
    (?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?项)?
  )(?:的)?(?:是|都|写|讲|说|规定|怎么|如何)*(?:了|的)*(?:什么|啥|哪些)?
  (?:内容|原文|规定|条款)?(?:是什么|呢)?$
`;

/** 清科经〔2025〕18号讲什么, 若干措施的主要内容. */
const CONTENTS = verbose`
  ^(.{2,}?)(?:主要|都|里面?|中|具体|是)*(?:
    (?:讲|写|说|规定|包括)(?:了|的是|些)*(?:什么|啥|哪些)(?:内容|方面|东西)?
    |的?(?:主要)?内容(?:是什么|有哪些)?
  )$
`;

/** 清政办〔2026〕15号, 《若干措施》 and nothing else: what it is about. */
const NAME_ALONE = /^(《[^》]{2,60}》|\p{Script=Han}{2,12}[〔[（(]\d{4}[〕\]）)]\d+号)$/u;

/** A clause asked for by its document and number, or what a document is about; undefined for any other question. */
export async function quote(
  db: Db,
  audience: Audience,
  question: string,
): Promise<Answered | undefined> {
  const said = question.trim().replace(/[?？。]+$/, '');
  const [, document, place] = CLAUSE.exec(said) ?? [];
  const [, whole] = place ? [] : (CONTENTS.exec(said) ?? NAME_ALONE.exec(said) ?? []);
  const name = document ?? whole;
  const policy = name === undefined ? undefined : await findDocument(db, audience, name);
  if (!policy) return undefined;
  const pieces = await passagesOf(db, policy.id);
  if (!place) return contentsOf(policy, pieces);
  const path = readPath(place);
  const found = path ? piecesOfPath(pieces, path) : [];
  const paragraphs = readParagraphs(found);
  const [, nth] = /第([^第条款]+)款/.exec(place) ?? [];
  const asked = nth ? paragraphs.slice((readNumber(nth) ?? 0) - 1).slice(0, 1) : paragraphs;
  const [first] = found;
  if (!first || asked.length === 0) return undefined;
  const isWhole = found.some((p) => p.path !== first.path);
  const { path: own, headings } = first;
  const at = isWhole ? { path: withoutItem(own), headings: headings.slice(0, -1) } : first;
  return composeQuoted(citePassage(policy, at, asked.join('\n')));
}

/** The paragraphs (款) of a clause as they stand: one that opens a list with its items, each with its number. */
function readParagraphs(pieces: Passage[]): string[] {
  const paragraphs: string[] = [];
  const clauses = [...Map.groupBy(pieces, (p) => p.clause).values()];
  for (const [i, clause] of clauses.entries()) {
    const [{ path, headings } = { path: '', headings: [] }] = clause;
    const text = clause.map((p) => p.text).join('');
    const before = clauses[i - 1]?.[0];
    const label = /（[^（）]+）$/.exec(path)?.[0] ?? '';
    const lead = headings.at(-2) ?? '';
    const isItem = label !== '' && /[：:]$/.test(lead) && before?.path !== path;
    if (!isItem) paragraphs.push(text);
    else if (before && withoutItem(before.path) === withoutItem(path))
      paragraphs.push(`${paragraphs.pop() ?? ''}${label}${text}`);
    else paragraphs.push(`${lead}${label}${text}`);
  }
  return paragraphs;
}

/** The one document that a name means: by its 文号 where one is written, else by its title. */
async function findDocument(db: Db, audience: Audience, name: string): Promise<Policy | undefined> {
  const documents = await findPolicies(db, audience);
  const plain = name.replace(/^(?:请问|查一?下|看一?下|按照?|根据)/, '').replace(/[《》]/g, '');
  const number = documentNumber(plain);
  const named = findNamed(documents, number ?? plain);
  const bears = named.filter((d) => d.number === null || !number || isNumbered(d, number));
  return bears.length === 1 || number ? bears[0] : undefined;
}

/** The title and the headings of its parts; undefined where it has none. */
function contentsOf(policy: Policy, pieces: Awaited<ReturnType<typeof passagesOf>>) {
  const parts = pieces.filter((p) => p.path !== '' && p.path !== '版记' && p.headings.length > 0);
  const headings = [...new Set(parts.map((p) => p.headings[0] ?? ''))].filter((h) => h !== '');
  const [first] = parts;
  if (!first || headings.length < 2) return undefined;
  const text = `《${policy.title}》：${headings.join('；')}。`;
  return composeQuoted(citePassage(policy, { path: '', headings: [] }, text));
}
