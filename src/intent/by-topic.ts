import { withFullNames } from '../progress/task-parts.ts';
import type { Ledger } from '../summary/load.ts';
import type { Line } from '../summary/summarise.ts';
import { hasOwnWords } from './general-words.ts';

/** Which lines a topic means; `isNear` when none has its words and those that share some are shown for them. */
export type Topical = { fits: (line: Line) => boolean; isNear: boolean };

/** Share of a topic's pairs of characters from which a task is meant, and a plan by its title. */
const MEANT = 0.5;
const TITLE = 0.75;

/**
 * Tasks that share most pairs of characters with the topic; where it names a plan (竹产业专项行动) better than any task,
 * that plan's; else the nearest by whole words. All of them when no topic is named.
 */
export function byTopic(ledger: Ledger, topic: string | undefined): Topical {
  if (!topic) return { fits: () => true, isNear: false };
  const text = (l: Line) => ledger.items.get(l.occurrenceId)?.content ?? '';
  const wanted = pairsOf(topic);
  const shareIn = (whole: string) => {
    const has = pairsOf(whole);
    return [...wanted].filter((p) => has.has(p)).length / (wanted.size || 1);
  };
  const score = new Map(ledger.lines.map((l) => [l.occurrenceId, shareIn(withFullNames(text(l)))]));
  const best = Math.max(0, ...score.values());
  const titles = [...new Set([...ledger.items.values()].map((i) => i.planTitle))];
  const plan = planMeant(topic, titles, best);
  const isOf = (title: string) => (l: Line) =>
    ledger.items.get(l.occurrenceId)?.planTitle === title;
  if (plan) return { fits: isOf(plan), isNear: false };
  // 竹产业进展 is of the one plan that is called so and of what else speaks of it; 竹产业计划 of the plan alone.
  const name = nameOf(topic);
  const called = titles.filter((t) => wanted.size >= 2 && t.includes(name));
  const own = titles.length > 1 && called.length === 1 ? called[0] : undefined;
  if (own && name !== topic) return { fits: isOf(own), isNear: false };
  if (own || best >= MEANT) {
    const isOwn = own ? isOf(own) : () => false;
    const speaks = (l: Line) => best >= MEANT && (score.get(l.occurrenceId) ?? 0) >= best * 0.8;
    return { fits: (l) => isOwn(l) || speaks(l), isNear: false };
  }
  const near = new Map(ledger.lines.map((l) => [l.occurrenceId, likenessBy(name, text(l))]));
  const most = Math.max(0, ...near.values());
  return { fits: (l) => most > 0 && near.get(l.occurrenceId) === most, isNear: true };
}

/** The plan that a topic names by its title; `best`: how much of the topic stands in the nearest task. */
export function planMeant(topic: string, titles: string[], best = 0): string | undefined {
  const wanted = pairsOf(topic);
  const name = nameOf(topic);
  const named = titles
    .map((title) => {
      const has = pairsOf(title);
      const share = [...wanted].filter((p) => has.has(p)).length / (wanted.size || 1);
      const isNamed = best < MEANT && hasOwnWords(name) && title.includes(name);
      return { title, share: isNamed ? 1 : share, isNamed };
    })
    .filter((t) => (t.isNamed || wanted.size >= 3) && t.share >= TITLE && t.share >= best);
  const [plan] = named.sort((a, b) => b.share - a.share);
  // A word that stands in every plan's title tells none of them apart.
  return titles.length === 1 || named.length < titles.length ? plan?.title : undefined;
}

/** 立山那个方案 without what every plan is called: 立山. */
function nameOf(topic: string): string {
  return topic.replace(
    /(?:[这那](?:个|份|项)?)?(?:的)?(?:(?:工作|实施|行动|重点)*(?:方案|计划|文件|意见|办法|行动|任务(?:分解)?表?|明细表|清单))+$/u,
    '',
  );
}

function pairsOf(text: string): Set<string> {
  const c = [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
  return new Set(c.length < 2 ? c : pairsIn(c));
}

const pairsIn = (c: string | string[]) => [...c].slice(1).map((x, i) => (c[i] ?? '') + x);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a topic; what the dictionary leaves in single characters goes by two: 招商引资 is 招商 and 引资. */
function wordsOf(topic: string): string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const { segment } of segmenter.segment(topic)) {
    const isSingle = segment.length === 1;
    if (isSingle && isOpen) runs.push((runs.pop() ?? '') + segment);
    else runs.push(segment);
    isOpen = isSingle;
  }
  return runs.flatMap((run) => (run.length % 2 === 0 ? (run.match(/../gu) ?? []) : pairsIn(run)));
}

/** How many of the topic's words a text has; words of every plan (项目, 工作) count only beside another. */
function likenessBy(topic: string, text: string): number {
  const words = wordsOf(topic).filter((w) => text.includes(w));
  return words.some(hasOwnWords) || words.length > 1 ? words.length : 0;
}
