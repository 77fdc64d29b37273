import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** 标准答复: what the office says to questions that the documents do not answer. */
export const standardAnswers = pgTable('standard_answers', {
  id: text().primaryKey(),
  /** By which the office names it. */
  no: serial().notNull(),
  /** `clause`: a clause of the library; `text`: the office's own words; `redirect`: 不属于本局, with whom to ask. */
  kind: text({ enum: ['clause', 'text', 'redirect'] }).notNull(),
  /** The question as it is shown beside the answer. */
  question: text().notNull(),
  /** All the ways in which it was asked. */
  phrasings: jsonb().$type<string[]>().notNull(),
  /** The office's words; a clause's words as they were when it was chosen; whom to ask. */
  text: text().notNull(),
  /** The chosen clause. */
  policyId: text(),
  clause: integer(),
  /** Its path and heading, as shown. */
  section: text(),
  visibility: text({ enum: ['public', 'internal'] }).notNull(),
  /** Last day on which it is given; null: 长期. */
  validUntil: date(),
  /** The unanswered questions it settles. */
  questionIds: jsonb().$type<string[]>().notNull(),
  state: text({ enum: ['draft', 'valid', 'dropped', 'withdrawn'] }).notNull(),
  createdBy: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  confirmedAt: timestamp({ withTimezone: true }),
  /** How often it was given to somebody who asked later. */
  hits: integer().notNull().default(0),
  lastHitAt: timestamp({ withTimezone: true }),
});

/** Who was told which answer where: one row a place, so that nobody is told twice. */
export const answersTold = pgTable(
  'standard_answers_told',
  {
    answerId: text()
      .notNull()
      .references(() => standardAnswers.id, { onDelete: 'cascade' }),
    /** Person, or person and group. */
    place: text().notNull(),
    questionId: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.place] })],
);

/** Where the sentences of an answer stood: what 有用 and 没用 are said of. */
export type AnswerSource = { policyId: string; section: string; text: string };

/** Answers that were given, so that the office sees what a 没用 was about. */
export const givenAnswers = pgTable(
  'policy_given_answers',
  {
    id: text().primaryKey(),
    question: text().notNull(),
    askedBy: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    sources: jsonb().$type<AnswerSource[]>().notNull(),
    /** The standard answer that was given. */
    standardId: text(),
    /** When the office had looked at it. */
    seenAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.at)],
);
