import type { TaskRef } from '../text/task-number.ts';
import type { ReplyInput } from './reading.ts';
import type { MarkedReply } from './reply-marks.ts';

/**
 * 1-2项已完成，3项完成70%，4项5项推进中: as counts they would be more than the list holds, each number stands but once
 * and in order, so they are numbers.
 */
export function settleCounts(given: MarkedReply, input: ReplyInput): MarkedReply {
  const marked = goneOn(withoutTotal(withoutSum(given), input.tasks.length), input);
  const counts = marked.refs.flatMap((r) => (r.kind === 'count' ? [r.count] : []));
  const named = marked.refs.flatMap((r) => (r.kind === 'numbers' ? r.numbers : []));
  const sum = counts.reduce((a, b) => a + b, 0) + named.length;
  const open = input.tasks.map((t) => t.no);
  const inOrder = counts.every((n, i) => n > (counts[i - 1] ?? 0));
  const free = counts.every((n) => open.includes(n) && !named.includes(n));
  const atHead = marked.refs.every(
    (r) => r.kind !== 'count' || /(?:^|[,，。;:\n\sR、])$/u.test(marked.masked.slice(0, r.at)),
  );
  if (counts.length < 1 || !atHead || sum <= open.length || !inOrder || !free) return marked;
  return {
    ...marked,
    refs: marked.refs.map((r) =>
      r.kind === 'count'
        ? { kind: 'numbers', numbers: [r.count], style: 'ordinal', at: r.at, text: r.text }
        : r,
    ),
  };
}

/** 1、2项完成3项没完成: the number next to those named, with a status of its own, goes on counting them up. */
function goneOn(marked: MarkedReply, { tasks }: ReplyInput): MarkedReply {
  return {
    ...marked,
    refs: marked.refs.map((r, i) => {
      const before = marked.refs[i - 1];
      if (r.kind !== 'count' || before?.kind !== 'numbers') return r;
      const isNext = r.count === Math.max(...before.numbers) + 1;
      const isKnown = tasks.some((t) => t.no === r.count);
      const head = marked.masked.slice(before.at + before.text.length, r.at);
      const tail = marked.masked.slice(r.at + r.text.length);
      const tells = /(?:完成|办结|了|好|完|中|[,，、;；])$/u.test(head) && OWN_STATUS.test(tail);
      return isNext && isKnown && tells
        ? { kind: 'numbers', numbers: [r.count], style: 'ordinal', at: r.at, text: r.text }
        : r;
    }),
  };
}

const OWN_STATUS = /^(?:也|都|已|还|没|未|尚|正|在|完成|办结|推进|进行)/u;

/** 6项任务完成5项, 6项里面第3项: the first is how many there are, and says nothing of any. */
function withoutTotal(marked: MarkedReply, open: number): MarkedReply {
  const total = marked.refs.find((r, i) => {
    const next = marked.refs[i + 1];
    if (r.kind !== 'count' || r.count !== open) return false;
    // 四项里没有不按时办结的.
    if (!next)
      return /^(?:任务|工作)?(?:里面?|当中|之?中)(?:没有?|无)/u.test(
        marked.masked.slice(r.at + r.text.length),
      );
    const between = marked.masked.slice(r.at + r.text.length, next.at);
    const parts =
      next.kind === 'count' || /^(?:里面?|其中|当中|中|没有?|无|就|只|仅|除)/u.test(between);
    return parts && !/[,，。;\n]/u.test(between);
  });
  return total ? without(marked, total) : marked;
}

/** 第二、第四两项, 三项：1、2、4: how many are named beside it, and names no others. */
function withoutSum(marked: MarkedReply): MarkedReply {
  const sum = marked.refs.find((r, i) => {
    const before = marked.refs[i - 1];
    const after = marked.refs[i + 1];
    if (r.kind !== 'count' || r.count < 2) return false;
    const names = (list: TaskRef | undefined) =>
      list?.kind === 'numbers' && list.numbers.length === r.count;
    const close = before && before.at + before.text.length === r.at;
    const between = marked.masked.slice(r.at + r.text.length, after?.at);
    const opens = /^(?:任务|工作)?[\s,:(]*(?:即|分别)?是?(?:为|有)?[\s,:(]*$/u.test(between);
    return (close && names(before)) || (opens && names(after));
  });
  return sum ? without(marked, sum) : marked;
}

/** Without a count, and without the 中 of 六项任务中. */
function without(marked: MarkedReply, total: TaskRef): MarkedReply {
  const { at, text } = total;
  const within =
    /^(?:里面?|其中|当中|之?中)/u.exec(marked.masked.slice(at + text.length))?.[0] ?? '';
  const blank = ' '.repeat(text.length + within.length);
  const masked = marked.masked.slice(0, at) + blank + marked.masked.slice(at + blank.length);
  return { ...marked, masked, refs: marked.refs.filter((r) => r !== total) };
}
