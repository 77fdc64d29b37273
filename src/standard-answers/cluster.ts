import type { UnansweredQuestion } from '../policy/unanswered-queries.ts';
import { ALIKE, formOf, type QuestionForm, sameness } from './same-question.ts';

/** Unanswered questions that ask the same in other words, oldest first; `no` is the first one's. */
export type Cluster = { no: number; questions: UnansweredQuestion[] };

/**
 * Groups questions. The oldest comes first and each joins the group that it is most like on the whole, so the same
 * questions give the same groups in whatever order they come. Groups with most askers first, then older ones.
 */
export function clusterQuestions(questions: UnansweredQuestion[]): Cluster[] {
  const sorted = questions.toSorted((a, b) => a.no - b.no);
  const groups: { cluster: Cluster; forms: QuestionForm[] }[] = [];
  for (const question of sorted) {
    const form = formOf(question.question);
    let best: { group: (typeof groups)[number]; likeness: number } | undefined;
    for (const group of groups) {
      const each = group.forms.map((other) => sameness(form, other));
      // One that is another question keeps it out of the group, however close the rest is.
      const likeness = each.some((s) => s === 0)
        ? 0
        : each.reduce((sum, s) => sum + s, 0) / each.length;
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
    if (best) {
      best.group.cluster.questions.push(question);
      if (best.likeness < 1) best.group.forms.push(form);
    } else groups.push({ cluster: { no: question.no, questions: [question] }, forms: [form] });
  }
  return groups
    .map((g) => g.cluster)
    .sort((a, b) => askersOf(b).length - askersOf(a).length || a.no - b.no);
}

/** Everybody who asked, each once. */
export function askersOf(cluster: Cluster): string[] {
  return [...new Set(cluster.questions.map((q) => q.askedBy))];
}

/** The ways in which a group was asked, the first one first, each once. */
export function phrasingsOf(questions: { question: string }[]): string[] {
  return [...new Set(questions.map((q) => q.question.trim()))];
}
