import { fold } from '../text/fold.ts';
import type { Metric } from '../text/metrics.ts';
import { NUMBER, readNumber } from '../text/number.ts';
import type { ReplyInput } from './reading.ts';
import { MASK, type MarkedReply } from './reply-marks.ts';
import { numberNamesIn } from './reply-topic.ts';

/** 走了五百四十, 才八十八, 水费94.1, 还剩仨: a number without its unit, at the end of what is told or before a word that closes it. */
const BARE = new RegExp(
  `(?<![第\\d.a-z一二三四五六七八九十百千万亿零两点])(?:(?<number>${NUMBER})(?=$|[\\s,;。!?]|整|够|了|[都全]|左右)|(?<few>[俩仨])|(?<=[才只仅])(?<one>一)[个次场家户项件回趟])`,
  'gu',
);
const SEVERAL =
  /^(?:两三|三四|三五|四五|五六|六七|七八|八九|十几|七七八八|三三两两|一五一十|三五成群|千千万万)$/u;
/** 一二四都弄好了: items one by one, as nobody writes 124. */
const RUN = /^[一二三四五六七八九]{2,}$/u;
/** Up to here a lone numeral may be an item, an hour, a word. */
const SMALL = 12;
const FEW: Record<string, number> = { 俩: 2, 仨: 3 };

/**
 * Figures without a unit, marked as figures: which measure they are of is for the task they are told of. Small ones and
 * those that number an open item are left alone. Pure.
 */
export function withBareFigures(marked: MarkedReply, { tasks }: ReplyInput): MarkedReply {
  // 除了215和公交, of S215线: a name, and no figure.
  const names = tasks.flatMap((t) => numberNamesIn(fold(t.content).toLowerCase()));
  const most = Math.max(SMALL, ...tasks.map((t) => t.no));
  const found = [...marked.text.matchAll(BARE)].flatMap((m): Metric[] => {
    const text = m[0];
    const value = FEW[text] ?? readNumber(m.groups?.one ?? text);
    const isWhole = /^\d+$|^[^\d.点]+$/u.test(text);
    if (names.includes(text)) return [];
    if (value === undefined || SEVERAL.test(text) || /^\d{7,}$|^0\d/u.test(text)) return [];
    const isSure = FEW[text] !== undefined || m.groups?.one !== undefined;
    if (isWhole && value <= most && !isSure) return [];
    const at = m.index;
    const cover = marked.masked.slice(at, at + text.length);
    const isFree = cover === text || /^R+$/u.test(cover);
    const own = marked.refs.find((r) => r.at < at + text.length && at < r.at + r.text.length);
    const isBare = own?.kind === 'numbers' && own.style === 'bare' && own.text === text;
    const isItem = own && (!isBare || RUN.test(text));
    return isFree && !isItem
      ? [{ value, unit: m.groups?.one ? text.slice(1) : '', amount: value, text, at }]
      : [];
  });
  if (found.length === 0) return marked;
  const covers = (x: { at: number }) =>
    found.some((f) => x.at >= f.at && x.at < f.at + f.text.length);
  let { masked } = marked;
  for (const f of found)
    masked =
      masked.slice(0, f.at) +
      MASK.quantity.repeat(f.text.length) +
      masked.slice(f.at + f.text.length);
  return {
    ...marked,
    masked,
    refs: marked.refs.filter((r) => !covers(r)),
    metrics: [...marked.metrics, ...found].sort((a, b) => a.at - b.at),
  };
}
