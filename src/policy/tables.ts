import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Validity } from './validity.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** 政策文件: one document of the library in one version. */
export const policies = pgTable(
  'policies',
  {
    id: text().primaryKey(),
    /** As it was called when it was added. */
    fileName: text().notNull(),
    title: text().notNull(),
    /** 文号, such as 县政办〔2022〕5号. */
    number: text(),
    issuer: text(),
    issuedOn: date(),
    level: text({ enum: ['state', 'province', 'city', 'county'] }),
    /** The place it speaks for, as written: 青石县. */
    region: text(),
    year: integer(),
    validity: jsonb().$type<Validity>().notNull(),
    visibility: text({ enum: ['public', 'internal', 'units'] }).notNull(),
    /** Who may see it when `visibility` is `units`. */
    unitIds: text().array().notNull(),
    /** The part of the index its passages stand in: documents of the same visibility share one. */
    scope: text().notNull(),
    /** SHA-256 of the text: the same document added again changes nothing. */
    digest: text().notNull(),
    /** SHA-256 of the file's bytes: a folder added again skips what is there without reading it. */
    fileDigest: text(),
    /** Where it can be opened: a Feishu document's address. */
    link: text(),
    addedBy: text().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull(),
    /** The newer version that took its place; its passages are out of the index then. */
    replacedBy: text(),
    /** Title of the document that says this one is repealed. */
    repealedBy: text(),
    /** Since when the office has it out of the library; its passages are out of the index then. */
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.digest), index().on(t.fileName), index().on(t.fileDigest)],
);

/** One searchable piece: some sentences of a clause, a row of a table. */
export const passages = pgTable(
  'policy_passages',
  {
    /** Place in the index; see `postings.ts`. */
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    policyId: text()
      .notNull()
      .references(() => policies.id, { onDelete: 'cascade' }),
    /** Which clause of the document it belongs to, counted from 0; a long clause has several passages. */
    clause: integer().notNull(),
    /** Order inside the clause. */
    position: integer().notNull(),
    /** 二（三）2, 附件/表1/3. */
    path: text().notNull(),
    /** Headings above it, outermost first. */
    headings: jsonb().$type<string[]>().notNull(),
    kind: text({ enum: ['paragraph', 'table-row'] }).notNull(),
    /** As shown to people: repaired, Simplified. */
    text: text().notNull(),
    /** As it stands in the file. */
    rawText: text().notNull(),
    /** Cells of a table row under the names of their columns, in order. */
    cells: jsonb().$type<{ label: string; text: string }[]>(),
  },
  (t) => [index().on(t.policyId, t.clause)],
);

/** The inverted index: who holds a term. One row a term and block of passages, not one a posting. */
export const postings = pgTable(
  'policy_postings',
  {
    scope: text().notNull(),
    term: text().notNull(),
    /** `number` of the passages divided by `BLOCK`. */
    block: integer().notNull(),
    /** Three bytes a posting; see `postings.ts`. */
    entries: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.term, t.block] })],
);

/** What a passage means to an embedding model; plain `real[]`, since pgvector is not available everywhere. */
export const vectors = pgTable(
  'policy_vectors',
  {
    passage: integer()
      .primaryKey()
      .references(() => passages.number, { onDelete: 'cascade' }),
    model: text().notNull(),
    vector: real().array().notNull(),
  },
  (t) => [index().on(t.model)],
);

/** How much each part of the index holds: what BM25 needs to know beside the postings. */
export const scopes = pgTable('policy_scopes', {
  scope: text().primaryKey(),
  passages: integer().notNull(),
  /** Sum of the passages' lengths in terms. */
  length: integer().notNull(),
});

/** What askers' words were confirmed to mean: who says `word` is helped by clauses that say `clauseWord`. */
export const wordLinks = pgTable(
  'policy_word_links',
  {
    /** The part of the index whose clauses taught it: who may not see that part is not helped by it. */
    scope: text().notNull(),
    word: text().notNull(),
    clauseWord: text().notNull(),
    strength: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.word, t.scope, t.clauseWord] })],
);

/** Questions that found no answer, for the office. */
export const unansweredQuestions = pgTable('policy_unanswered', {
  id: text().primaryKey(),
  question: text().notNull(),
  /** Open id of the asker, who is told when there is an answer. */
  askedBy: text().notNull(),
  chatId: text(),
  askedAt: timestamp({ withTimezone: true }).notNull(),
  reason: text({ enum: ['not-found', 'out-of-scope', 'not-permitted'] }).notNull(),
  settled: boolean().notNull().default(false),
  /** By which the office names it: 答复 12. */
  no: serial().notNull(),
  /** The message that asked, to answer under. */
  messageId: text(),
  /** The standard answer that settled it. */
  settledBy: text(),
});

/** 有用 or 没用 on an answer, one voice a person and answer. */
export const answerFeedback = pgTable(
  'policy_feedback',
  {
    answerId: text().notNull(),
    givenBy: text().notNull(),
    useful: boolean().notNull(),
    givenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.givenBy] })],
);
