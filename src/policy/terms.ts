import { fold } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';

const RUN = /[a-z0-9]+(?:\.[0-9]+)?|\p{Script=Han}+/gu;

/** Index terms of a folded text: each Chinese character, each pair of neighbours, each whole Latin or digit run. */
export function termsOf(folded: string): string[] {
  const terms: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    if (run < '\u2e80') {
      terms.push(run);
      continue;
    }
    const chars = [...run];
    for (const [i, char] of chars.entries()) {
      terms.push(char);
      const next = chars[i + 1];
      if (next !== undefined) terms.push(char + next);
    }
  }
  return terms;
}

/**
 * Words of a question that say how it is asked, not what about; longer ones first. 什么 in 什么时候 goes with it.
 * They still count a little: a law may speak of 应当如何 itself.
 */
const ASKING = new RegExp(
  verbose`
    什么样|什么时候|什么|怎么办|怎么样|怎么|怎样|如何|是否|能否|可否|能不能|可不可以|是不是
    |有没有|会不会|要不要|吗|呢|哪些|哪个|哪种|哪里|哪儿|哪几|哪|多少|多久|几个|为什么|请问
    |想问|谁|我们|咱们|咱|我|您|你|的话|可以|应该|应当如何|啊|呀|吧|嘛|了|么|的|这种|这样|那么
    |一下|到底|究竟|需要|具体|有关|关于|情况下|情况|规定|时候|这|那|和|与|或者|或|在|是|有|会
    |能|要|被|把|对|就|也|都|还|于
  `,
  'gu',
);

/** Weight of a term that only occurs in the asking words, and of a single character beside a pair. */
const ASKING_WEIGHT = 0.25;
const SINGLE_WEIGHT = 0.8;

const isSingle = (term: string) => term.length === 1 && term >= '\u2e80';

/** Search terms of a question with their weights; single characters of the asking words are left out. */
export function weighQuestion(question: string): Map<string, number> {
  const folded = fold(question);
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) =>
    weights.set(term, (weights.get(term) ?? 0) + weight);
  const meant = new Map<string, number>();
  for (const term of termsOf(folded.replace(ASKING, ' ')))
    meant.set(term, (meant.get(term) ?? 0) + 1);
  const spoken = new Map<string, number>();
  for (const term of termsOf(folded)) spoken.set(term, (spoken.get(term) ?? 0) + 1);
  for (const [term, count] of spoken) {
    const kept = meant.get(term) ?? 0;
    if (isSingle(term)) {
      if (kept > 0) add(term, (kept + (count - kept) * ASKING_WEIGHT) * SINGLE_WEIGHT);
    } else add(term, kept + (count - kept) * ASKING_WEIGHT);
  }
  return weights;
}
