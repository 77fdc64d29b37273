import type { Policy } from './queries.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

export type Level = NonNullable<Policy['level']>;

const NAMED: readonly [Level, string][] = [
  ['state', '国家(?!级)|中央|部里'],
  ['province', '省(?:里面?|上|政府|级?财政|厅)|全省'],
  ['city', '市(?:里面?|上|政府|级?财政|局)|全市'],
];

/** Who grants or rules: 市里对专精特新有奖励吗, 那省里呢. 市级专精特新 is an honour, 拿过市里的 what was had. */
const GRANTS =
  '(?:这边|方面|层面)?(?:的(?:呢|$)|呢|$|对|给(?![过了]|的[^，。]{0,4}(?:算|含|包))|有|也|还|怎么|如何|出台|出|发(?![过了])|能|会|奖(?![过了])|补(?![过了])|支持|扶持|政策|办法|规定)';

const OF_SUPPORT = /[奖补贴]|政策|支持|扶持|资助|优惠|待遇|办法|规定|(?:的|^那?.{2,4})呢$/;

/** Of which level the question wants to hear, where it names one; `plain` is its own text in the compared form. */
export function askedLevel(plain: string): Level | undefined {
  if (
    !OF_SUPPORT.test(plain) ||
    /县里?[和跟与、]|[和跟与、](?:市|省|县)|[省市]里?县里?/.test(plain)
  )
    return undefined;
  return NAMED.find(([, name]) =>
    new RegExp(`(?<![拿领得享受含过])(?:${name})${GRANTS}`).test(plain),
  )?.[0];
}

/** Statements of the level's own documents. */
export const ofLevel = (statements: Statement[], level: Level) =>
  statements.filter((s) => s.policy.level === level);

/** A document of the level need not say that it is of it. */
export const withoutLevel = (question: Question): Question => ({
  ...question,
  terms: question.terms.filter((t) => !/^(?:[省市]里|国家|全[省市]|[省市]厅)$/.test(t.text)),
});
