import { asks } from '../text/asks.ts';
import { fold } from '../text/fold.ts';
import { findTaskRefs } from '../text/task-number.ts';

/** Parts of a message with the signs that end them. */
const PARTS = /[^,，。;；!！?？\n]+[,，。;；!！?？\n]*/gu;
const OUTRIGHT = /[?？]|^(?:另外|还有|顺便|对了|再|也)?(?:请问|想问|问一?[下问]|请教|咨询)/u;
/** 不清楚是谁的事, 问下谁负责: of an item only where it is numbered. */
const OF_ITEM = /^(?:第?[\d一二三四五六七八九十]{1,2}(?:项|条|的|是|不|什么|谁|怎|要|[,，]))/u;

export type ToldAndAsked = {
  told: string;
  asked: string;
  /** The question is about a numbered item of the same list. */
  ofItem: boolean;
};

/**
 * 第1项已完成，请问高企奖多少: what is told of numbered items and, before it or behind it, a question; undefined where a
 * message holds only one of the two, or turns more than once. Pure.
 */
export function toldAndAsked(text: string): ToldAndAsked | undefined {
  const parts = [...text.matchAll(PARTS)].map(([p]) => p);
  const isAsked = (p: string) => asks(p) || OUTRIGHT.test(p.trim());
  const turn = parts.findIndex((p, i) => i > 0 && isAsked(p) !== isAsked(parts[0] ?? ''));
  if (turn < 0) return undefined;
  const [head, tail] = [parts.slice(0, turn), parts.slice(turn)];
  const [told, asked] = isAsked(head[0] ?? '') ? [tail, head] : [head, tail];
  // What follows a question goes on about it: 想问一下，第3项是谁的，我们好对接.
  if (told === tail && tail.some(isAsked)) return undefined;
  const said = told.join('').replace(/[,，\s]+$/u, '');
  const isNumbered =
    findTaskRefs(fold(said), 'explicit').some((r) => r.kind === 'numbers') || /^\d/u.test(said);
  if (!isNumbered) return undefined;
  const question = asked.join('').trim();
  return { told: said, asked: question, ofItem: asked.some((p) => OF_ITEM.test(fold(p).trim())) };
}
