import { saysAlready } from './choose-candidates.ts';
import type { Candidate } from './judge.ts';
import { plainForm } from './language.ts';
import { speaksOf } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

/** 租金补贴最高多少, 贴息封顶多少. */
const ASKS_CAP = /最[高多]|至多|封顶|上限|限额/;

const CAPS = /(?:最[高多]|不(?:得)?(?:超过|高于)|至多|封顶|上限|限额)[^。；]{0,12}\d/;

/** 专精特新企业的，补贴比例提高到50%: goes on from what everybody gets. */
const RAISES =
  /(?:比例|标准|限额|上限|金额|额度)[^，。；]{0,6}(?:提高|上浮|上调|增加|放宽)|在[^，。；]{0,12}基础上(?:再|另|提高|上浮|增加)/;

/** Sentences under one answer. */
const AT_MOST = 5;

/** How far behind the best a cap for the same thing may be. */
const BEHIND = 0.2;

/** Words for what is given; they stand for each other, and tell no matter. */
const GIVEN = /^(?:贴息|补贴|补助|奖励|奖补|资助|奖金)$/;

/**
 * Whoever asks up to how much hears of every cap that the documents of the answer set for it, the general one and those of
 * special cases, in their order; whoever asks how much hears of the cases that get more.
 */
export function withOtherCaps(
  question: Question,
  chosen: Candidate[],
  sorted: Candidate[],
): Candidate[] {
  const [best] = chosen;
  if (!best || question.asked.every((a) => a.kind !== 'figure')) return chosen;
  const more = ASKS_CAP.test(question.plain) ? CAPS : RAISES;
  const documents = [...new Set(chosen.map((c) => c.statement.policy.id))];
  const all = [...chosen];
  for (const c of sorted)
    if (
      all.length < AT_MOST &&
      best.score - c.score <= BEHIND &&
      documents.includes(c.statement.policy.id) &&
      more.test(c.statement.text) &&
      isOfMatter(question, c.statement) &&
      !all.some((s) => saysAlready(s.statement, c.statement))
    )
      all.push(c);
  return documents.flatMap((id) =>
    all.filter((c) => c.statement.policy.id === id).toSorted((a, b) => placeOf(a) - placeOf(b)),
  );
}

/** It names the matter itself, and not a heading far above; where the question names only what is given, 贴息 is no 补贴. */
function isOfMatter({ terms }: Question, { plain, leads, passage }: Statement): boolean {
  const own = [plain, ...leads, plainForm(passage.headings.at(-1) ?? '')].join(' ');
  const heavy = terms.filter((t) => t.weight >= 1 && !ASKS_CAP.test(t.text));
  return heavy.every((t) =>
    heavy.some((other) => !GIVEN.test(other.text))
      ? GIVEN.test(t.text) || speaksOf(own, t.text) > 0
      : own.includes(t.text),
  );
}

const placeOf = ({ statement: { passage } }: Candidate) => passage.clause + passage.position / 1000;
