import { z } from 'zod';

const Id = z.string().max(64);
const No = z.number().int().min(1);

/** 答复 beside a question of the list. */
export const OpenQuestionClick = z.object({ act: z.literal('question-open'), no: No });
export type OpenQuestionClick = z.infer<typeof OpenQuestionClick>;

/** 选用此条 beside a clause; `passage` is its place in the index. */
export const ChooseClauseClick = z.object({
  act: z.literal('question-clause'),
  no: No,
  passage: z.number().int().min(0),
});
export type ChooseClauseClick = z.infer<typeof ChooseClauseClick>;

/** The forms under a question. */
export const QuestionFormClick = z.object({
  act: z.literal('question-form'),
  no: No,
  form: z.enum(['clause', 'text', 'redirect']),
});
export type QuestionFormClick = z.infer<typeof QuestionFormClick>;

export const QuestionForm = z.object({
  where: z.string().max(200).default(''),
  words: z.string().max(2000).default(''),
  validity: z.enum(['1', '0.5', '2', 'long', '']).default('1'),
  visibility: z.enum(['public', 'internal', '']).default('public'),
  whom: z.string().max(100).default(''),
});

/** 确认 or 放弃 under a draft. */
export const DecideAnswerClick = z.object({
  act: z.literal('answer-decide'),
  answer: Id,
  agree: z.boolean(),
});
export type DecideAnswerClick = z.infer<typeof DecideAnswerClick>;

/** 停用 or 延期 of a standard answer. */
export const KeepAnswerClick = z.object({
  act: z.enum(['answer-withdraw', 'answer-prolong']),
  answer: Id,
});
export type KeepAnswerClick = z.infer<typeof KeepAnswerClick>;

/** 已核对 beside an answer called 没用. */
export const SeenClick = z.object({ act: z.literal('doubt-seen'), given: Id });
export type SeenClick = z.infer<typeof SeenClick>;
