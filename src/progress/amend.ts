import { fold } from '../text/fold.ts';
import { literally } from '../text/literally.ts';
import { AMENDS } from './reply-acts.ts';

/** A figure, share or day as written: 3200万, 六家, 80%, 28号. */
const NUMBER =
  '(?:约|近)?(?:\\d[\\d.,]*|百分之[一二三四五六七八九十百零]+|[零一二两三四五六七八九十百千万亿]+)';
const HAN = '[一二三四五六七八九十]{1,3}';
const UNIT = '[^\\s,，。;；、!:：是不改写说填打报\\d]{1,6}';
const FIGURE = `${NUMBER}(?:${UNIT})?`;

type Rule = { pattern: RegExp; example: string };

/** Ways to say that one figure stood for another; `old` and `new` are the words of both. */
const SWAPS: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<!不)(?:应该?|应当|实际|确实)?(?:是|为)(?<new>${FIGURE})[,，\\s]*(?:而|并)?不是(?<old>${FIGURE})`,
      'gu',
    ),
    example: '投资是3200万不是2300万',
  },
  {
    pattern: new RegExp(
      `(?<new>${NUMBER}(?<unit>${UNIT}))[,，\\s]*(?:而|并)?不是(?<old>${NUMBER}\\k<unit>)`,
      'gu',
    ),
    example: '报了5家，不是3家',
  },
  {
    pattern: new RegExp(
      `不是(?<old>${FIGURE})[,，\\s]*(?:而|应该?|应当|实际|其实)?(?:是|为)(?<new>${FIGURE})`,
      'gu',
    ),
    example: '不是5家是6家',
  },
  {
    pattern: new RegExp(
      `(?:把|将|由|从)?(?<old>${FIGURE})(?:请)?(?:应该?|要|需)?(?:改|更正|修改|修正|调整|订正)(?:为|成|到)(?<new>${FIGURE})`,
      'gu',
    ),
    example: '把12家改成15家',
  },
  {
    pattern: new RegExp(
      `(?<old>${FIGURE})(?:写|填|打|说|报|弄|算)错了?[,，\\s]*(?:应该?|应当|实际)?(?:是|为)(?<new>${FIGURE})`,
      'gu',
    ),
    example: '60%报错了，应为80%',
  },
];

export type Swap = { old: string; new: string };

/** What a message takes back of an earlier one. */
export type Amendment =
  /** One figure for another in what was reported before. */
  | { kind: 'figures'; swaps: Swap[] }
  /** Says that the last was wrong; `rest` says what holds, headed by the item that was said to be wrong, and may be empty. */
  | { kind: 'restated'; rest: string };

/** 5说错了，是5家: an item, and what holds of it. */
const isItem = (swap: Swap) => /^\d{1,2}$/u.test(swap.old) && !/^[\d.,]+$/u.test(swap.new);

/** How an earlier report is amended; undefined where a message amends none. Pure. */
export function readAmendment(text: string): Amendment | undefined {
  const folded = fold(text);
  const swaps = SWAPS.flatMap(({ pattern }) =>
    [...folded.matchAll(pattern)].map((m) => ({
      old: m.groups?.old?.trim() ?? '',
      new: m.groups?.new?.trim() ?? '',
    })),
  ).filter(
    (s, i, all) => s.old !== s.new && !isItem(s) && all.findIndex((x) => x.old === s.old) === i,
  );
  if (swaps.length > 0) return { kind: 'figures', swaps };
  const m = AMENDS.exec(folded);
  if (!m) return undefined;
  const rest = folded
    // 第1项更正为已完成 says what holds in the same breath.
    .replace(/(?:更正|纠正|订正)(?=[为成])/gu, '改')
    .split(/[\s,，。;；:：!]+/u)
    .map(behindAmends)
    .filter((part) => part !== '')
    .join('，')
    .trim();
  const [, no] =
    new RegExp(`^第?(\\d{1,2}|${HAN})[项条]?(?=${AMENDS.source})`, 'u').exec(folded) ?? [];
  const item = no && rest !== '' ? `第${no}项，` : '';
  return { kind: 'restated', rest: `${item}${rest}` };
}

/** 说错了是23个 says that it was wrong and, behind that, what holds; 第3项没完成以此为准 says it before. */
function behindAmends(part: string): string {
  const m = AMENDS.exec(part);
  if (m?.[0].endsWith('为准')) return part.slice(0, m.index);
  return m ? part.slice(m.index + m[0].length).replace(/^[了啦的吧啊哦,]+/u, '') : part;
}

/** Earlier words with the figures replaced; undefined where they do not hold every figure that is taken back. */
export function swapFigures(words: string, swaps: Swap[]): string | undefined {
  let result = fold(words);
  for (const swap of swaps) {
    const at = result.search(new RegExp(`(?<![\\d.])${literally(swap.old)}(?!\\d)`, 'u'));
    if (at < 0) return undefined;
    result = result.slice(0, at) + swap.new + result.slice(at + swap.old.length);
  }
  return result;
}

/**
 * 第3项投资是2300万元, behind 投资3200万元: the figure of the same name gives way; 是23个, behind 共32个项目: the only one of
 * the same measure. Undefined where there is none.
 */
export function restatedFigure(rest: string, words: string): Swap | undefined {
  const bare = new RegExp(
    `^(?:第?${NUMBER}[项条][,，]?)?(?:应该?|应当|实际)?(?:[是为]|只有|才)?(?<new>${NUMBER}(?<unit>${UNIT}))[。.]?$`,
    'u',
  ).exec(fold(rest));
  if (bare?.groups) {
    const { new: now = '', unit = '' } = bare.groups;
    const alike = [...fold(words).matchAll(new RegExp(`${NUMBER}${literally(unit)}`, 'gu'))];
    const [was, other] = alike.map(([figure]) => figure);
    return was && !other && was !== now ? { old: was, new: now } : undefined;
  }
  const m = new RegExp(
    `^(?:第?${NUMBER}[项条])?(?:的)?(?<name>\\p{Script=Han}{2,8}?)(?:应该?|应当|实际)?[是为](?<new>${FIGURE})[。.]?$`,
    'u',
  ).exec(fold(rest));
  const { name, new: now } = m?.groups ?? {};
  if (!name || !now) return undefined;
  const old = new RegExp(`${literally(name)}额?[是为]?(?<old>${FIGURE})`, 'u').exec(fold(words));
  const was = old?.groups?.old;
  return was && was !== now ? { old: was, new: now } : undefined;
}

export const AMEND_EXAMPLES = SWAPS.map((r) => r.example);
