import type { Metric } from '../text/metrics.ts';
import type { TopicIndex } from './reply-topic.ts';
import { FINISH } from './status-words.ts';
import { isOfMeasure } from './target-reached.ts';
import { withoutCommon } from './task-parts.ts';

/** Units that count anything: the number with them, or a word beside it, tells the task. */
const COUNTERS = /^[家户个项次件人名场份批条]|元$|^[万亿]|^$/u;
/** Characters that stand in any wording. */
const ANYWHERE =
  /[的了个都也全完到有好已过没还在中上下来去一二两三四五六七八九十百千万就又和与把将被给]/u;

/** Up to here a number with a common unit tells no task by itself. */
const SMALL = 12;
const FINISHES = new RegExp(FINISH, 'gu');

/**
 * The only task that figures can be of: their measure is among its own, and either the number itself or a character
 * beside it (站建好七个, 走了四百户) stands in its wording. Undefined where two fit alike.
 */
export function taskOfFigures(
  index: TopicIndex,
  masked: string,
  told: Metric[],
): number | undefined {
  // 有两个项目完工了: which two is not said.
  if (/^有Q|[哪某谁]/u.test(masked)) return undefined;
  const bare = withoutCommon(masked).replace(FINISHES, '_');
  const words = [...new Set(bare.match(/\p{Script=Han}/gu) ?? [])].filter((c) => !ANYWHERE.test(c));
  const scored = index.tasks.flatMap((task) => {
    const alike = told.flatMap((m) =>
      m.unit === '' ? [] : task.figures.filter((f) => isOfMeasure(m, f)).map((f) => ({ m, f })),
    );
    if (alike.length === 0) return [];
    const same = alike.some(({ m, f }) => m.amount === f.amount);
    const rare = alike.some(({ m, f }) => m.unit === f.unit && !COUNTERS.test(m.unit));
    const near = words.filter((c) => task.text.includes(c)).length;
    // A small number alone is of anything.
    const tells = same && (near > 0 || alike.some(({ m }) => m.value > SMALL));
    return [{ no: task.no, score: near + (tells ? 2 : 0) + (rare ? 1 : 0) }];
  });
  const [best, second] = scored.sort((a, b) => b.score - a.score);
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.no : undefined;
}

/** What kinds of task are called by one word: 会开了, 钱到了. */
const KINDS: readonly { told: RegExp; asks: RegExp; example: { told: string; task: string } }[] = [
  {
    told: /^会议?(?=[开也都已还没昨今上早定]|[A-Z]|$)/u,
    asks: /会(?:议)?(?=[。.,;、”"]|$)/u,
    example: { told: '会开了', task: '召开安全生产例会。' },
  },
  {
    told: /^(?:钱|款)(?=[也都已还没就才卡发到打给]|[A-Z]|$)/u,
    asks: /兑现|兑付|发放|拨付|资助|补助|补贴|争取[^,。]*资金/u,
    example: { told: '钱还没打', task: '兑现种粮补贴。' },
  },
];

/** The only open task of the kind that a word stands for. */
export function taskOfKind(index: TopicIndex, masked: string): number | undefined {
  const kind = KINDS.find((k) => k.told.test(masked));
  const fits = kind ? index.tasks.filter((t) => kind.asks.test(t.text)) : [];
  return fits.length === 1 ? fits[0]?.no : undefined;
}

export const KIND_EXAMPLES = KINDS.map((k) => k.example);
