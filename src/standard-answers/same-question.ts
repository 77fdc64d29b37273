import { speaksOf } from '../policy/match.ts';
import { type Question, readQuestion } from '../policy/question.ts';
import { weighQuestion } from '../policy/terms.ts';

/** A question as it is compared with others. */
export type QuestionForm = {
  question: Question;
  /** The index's own terms with their weights: what the two share is counted in them. */
  terms: Map<string, number>;
  /** Years, numbers and ordinals: two questions that differ in one are two questions. */
  numbers: string;
};

export function formOf(text: string): QuestionForm {
  const question = readQuestion(text.replace(/第一次|头一次|初次/g, '首次'));
  const numbers = [...question.plain.matchAll(/\d+(?:\.\d+)?/g)].map(([n]) => n);
  return {
    question,
    terms: weighQuestion(question.plain),
    numbers: [...new Set(numbers)].sort().join(' '),
  };
}

/** Of each row at most one is meant: a question that says one is not the question that says another. */
const CONTRASTS: readonly (readonly RegExp[])[] = [
  // 高企首次认定奖多少, 高企复审奖多少
  [/首次|首家|新认定/, /复审|重新认定|再次|复核|续期|到期/],
  [/市外|外地|县外|省外|引进/, /本地|县内|市内|本县|本市/],
  [/个人|人才/, /企业|公司/],
  [
    /条件|要求|门槛|资格/,
    /材料|资料|手续/,
    /时间|何时|什么时候|截止|几月|期限/,
    /流程|程序|步骤|(?:怎么|如何|怎样|咋)(?:去|来|才能|进行)?[申办认领注登报]/,
  ],
  [/牵头|负责|主管/, /配合|协办/],
];

/** The share of the weight of one question's words of which the other speaks. */
function cover(of: Question, by: Question): number {
  const words = of.terms.filter((t) => t.weight >= 0.3);
  const total = words.reduce((sum, t) => sum + t.weight, 0);
  if (total === 0) return of.plain === by.plain ? 1 : 0;
  const spoken = words.reduce((sum, t) => sum + t.weight * speaksOf(by.plain, t.text), 0);
  return spoken / total;
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  const norm = (m: Map<string, number>) =>
    Math.sqrt([...m.values()].reduce((sum, w) => sum + w * w, 0));
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  const size = norm(a) * norm(b);
  return size === 0 ? 0 : dot / size;
}

function differ(a: QuestionForm, b: QuestionForm): boolean {
  if (a.numbers !== b.numbers) return true;
  for (const row of CONTRASTS) {
    const said = (q: Question) => row.findIndex((pattern) => pattern.test(q.plain));
    const [one, other] = [said(a.question), said(b.question)];
    if (one >= 0 && other >= 0 && one !== other) return true;
  }
  const strict = (x: Question, y: Question) =>
    x.terms.some((t) => t.strict && speaksOf(y.plain, t.text) === 0);
  if (strict(a.question, b.question) || strict(b.question, a.question)) return true;
  const kinds = (q: Question) => q.asked.map((k) => (k.kind === 'list' ? 'text' : k.kind));
  const [mine, theirs] = [kinds(a.question), kinds(b.question)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((k) => theirs.includes(k));
}

/** Half of what a question is about may be said in other words; less is another question. */
const SPOKEN = 0.6;

/**
 * How far two questions ask the same, 0 to 1; 0 where a year, a number, a level or the kind of thing asked for differs.
 * Words count by what the index and the language rules know of them, no model.
 */
export function sameness(a: QuestionForm, b: QuestionForm): number {
  if (a.question.plain === b.question.plain) return 1;
  if (differ(a, b)) return 0;
  const [there, back] = [cover(a.question, b.question), cover(b.question, a.question)];
  if (Math.min(there, back) < SPOKEN) return 0;
  return 0.4 * there + 0.4 * back + 0.2 * cosine(a.terms, b.terms);
}

/** From here on two questions stand in one group for the office, which sees all of them. */
export const ALIKE = 0.8;
/** From here on an answer to one is given to who asks the other: nobody looks at it in between. */
export const SAME = 0.85;
