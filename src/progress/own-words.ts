import type { Clause } from './reply-clauses.ts';
import { MASK } from './reply-marks.ts';
import type { ReplyContext } from './reply-statements.ts';
import { originalOf, type ReplyText } from './reply-text.ts';
import { FINISH } from './status-words.ts';

/** Words of a bare status. */
const BARE = new RegExp(
  `${FINISH}|[R\\s,.!、:。;]|已经?|都|均|全部?|也|了|的|目前|现在|还|没有?|未|正在?|推进|进行|中|在|弄|搞|做|办|其[余他它]|剩下`,
  'gu',
);

/** Whether clauses say no more than a status. */
export const isBare = (clauses: Clause[]) =>
  clauses.every((c) => c.masked.replace(BARE, '') === '');

/**
 * The writer's words, all of them but the number at their head; empty where they say no more than the status. `told` are
 * the clauses that are of some task: 谢谢领导 and 不对 in between are of none, and stay.
 */
export function noteOf(context: ReplyContext, clauses: Clause[], told: Clause[]): string {
  if (isBare(clauses)) return '';
  const isOfAnother = (from: number, to: number) =>
    context.marked.masked.slice(from, to).includes(MASK.ref) ||
    told.some((c) => c.start >= from && c.end <= to);
  return quote(context, clauses, isOfAnother, /^R+(?:[项条](?!目))?的?/u);
}

/** Clauses as written. */
export const wordsOf = (context: ReplyContext, clauses: Clause[]) =>
  quote(context, clauses, (from, to) =>
    /[\p{L}\p{N}]/u.test(context.marked.masked.slice(from, to)),
  );

const BRACKETS = ['（）', '()', '【】', '“”', '《》', '〔〕'] as const;

/** 已印发（县工信〔2026〕15号）: with the bracket that closes what was opened in it. */
function withClosing(reply: ReplyText, said: string, end: number): string {
  const next = originalOf(reply, end, end + 1);
  const pair = BRACKETS.find(([, close]) => close === next);
  const [open = ''] = pair ?? '';
  const isOpen = pair && said.split(open).length > said.split(next).length;
  return isOpen ? said + next : said;
}

/** What was written, with its own signs; …… for what is left out. */
function quote(
  { reply }: ReplyContext,
  clauses: Clause[],
  leavesOut: (from: number, to: number) => boolean,
  head = /^$/u,
): string {
  const inOrder = [...new Set(clauses)].sort((a, b) => a.start - b.start);
  const runs: Clause[][] = [];
  for (const clause of inOrder) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before && !leavesOut(before.end, clause.start)) run?.push(clause);
    else runs.push([clause]);
  }
  return runs
    .flatMap((run) => {
      const { start = 0, masked = '' } = run[0] ?? {};
      const lead = head.exec(masked)?.[0].length ?? 0;
      const end = run.at(-1)?.end ?? start;
      const said = withClosing(reply, originalOf(reply, start + lead, end), end);
      return said.replace(/\s*\n\s*/gu, ' ').replace(/^[\s：:、，,.．]+|\s+$/gu, '') || [];
    })
    .join('……');
}
