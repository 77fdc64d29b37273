import { isTitled } from './document-name.ts';
import { kindOfUnit, readFigures } from './figures.ts';
import type { Candidate } from './judge.ts';
import { type Statement, shownText } from './statements.ts';

/** A sentence of one document that changes an article of another. */
export type Amendment = {
  /** What it calls the document that it changes. */
  title: string;
  /** 第五条. */
  article: string;
  /** Nothing of the old words is left: the sentence gives the new ones. */
  isWhole: boolean;
  statement: Statement;
};

const ARTICLE = /第[一二三四五六七八九十百零\d]+条/;
const REMOVES = new RegExp(`(?:删[去除掉]|废止|取消)[^。；“]{0,12}?(${ARTICLE.source})`);
const CHANGES = new RegExp(
  `(${ARTICLE.source})[^。；“]{0,16}?(?:“[^”]*”)?(?:修改为|改为|调整为|修订为|删[去除])`,
);
const WHOLE = new RegExp(`${ARTICLE.source}(?:修改为|改为|调整为|修订为)[:：]?“`);

/** Sentences that change an article: 将第五条修改为：“……”, 删去第九条, 第六条中的“……”修改为“……”. `today`: the county's day. Pure. */
export function readAmendments(statements: Statement[], today?: string): Amendment[] {
  return statements.flatMap((statement) => {
    if (statement.isList) return [];
    // Without a name beside it, the article is one of the document that the title names.
    const title = [shownText(statement), statement.policy.title]
      .map((text) => /《([^》]+)》/.exec(text.replace(/“[^”]*”?/g, ''))?.[1])
      .find((name) => name !== undefined);
    const article = (REMOVES.exec(statement.text) ?? CHANGES.exec(statement.text))?.[1];
    return title && article
      ? [
          {
            title,
            article,
            isWhole: WHOLE.test(statement.text) && holds(statement, today),
            statement,
          },
        ]
      : [];
  });
}

/** Before the document is in force the old words hold yet; of an unknown day that is never sure. */
const holds = ({ policy: { validity } }: Statement, today = '') => (validity.from ?? '') <= today;

/**
 * What answers, with what has been changed since: the sentence that changes an article comes before the article's own, and
 * in its place where it gives the article anew.
 */
export function amend(chosen: Candidate[], amendments: Amendment[]): Candidate[] {
  const all = chosen.flatMap((candidate) => {
    const { policy, passage } = candidate.statement;
    const changes = amendments.filter(
      (a) =>
        a.statement.policy.id !== policy.id &&
        passage.path.includes(a.article) &&
        isTitled(policy.title, a.title),
    );
    const news = changes.map(({ statement }) => ({
      ...candidate,
      statement,
      figures: readFigures(statement.text).filter((f) =>
        candidate.figures.some((old) => kindOfUnit(old.unit) === kindOfUnit(f.unit)),
      ),
    }));
    return changes.some((a) => a.isWhole) ? news : [...news, candidate];
  });
  const keyOf = ({ statement: s }: Candidate) => `${s.passage.number} ${s.text}`;
  return [...new Map(all.toReversed().map((c) => [keyOf(c), c])).values()].toReversed();
}
