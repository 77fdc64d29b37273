import { readNumber } from '../text/number.ts';
import { hasNoSubject } from './reply-scope.ts';
import { type Edit, edited, type ReplyText } from './reply-text.ts';
import { findTopic, type TopicIndex } from './reply-topic.ts';

const HAN = '一二三四五六七八九十';
/** Behind a digit these make it a day, a share or so many of something. */
const MEASURE =
  '[月日年点时分秒%‰家户个百千万亿元季次期位人天周亩份套吨度成项件处座公里米平方栋宗块辆所支组对笔株]|名(?![单册录额])|场(?![地馆所])|台(?!账)|条(?!件|例)|批(?![了下过复])|轮(?!不?得?到我)|[a-z\\d.\\-~/]|(?:号?楼|标段|车间|小区|社区|班|村|队|线|桥|库|站|厂|片区|网格|地块)|以?[上下内外]';
/** How what is told of an item begins, behind a Chinese numeral: 一不办了, 二打卡了, 三五公里; 一小, 二期 and 三农 are words. */
const TELLS = `(?=[已都全均也没未还在正要不刚才快就卡停等缺差剩完办弄搞做报印发开签批过打兑到验改建走查跑招演挂交上取暂缓延推搁\\d${HAN}两百])(?!直|定|般|开始|上午)`;

/** Ways to number what is told; `no` holds the number. */
const HEADS: readonly { style: Style; pattern: RegExp; example: string }[] = [
  {
    style: 'ordinal',
    pattern: new RegExp(`^第(?<no>\\d{1,2}|[${HAN}]{1,2})(?:[个项条]|(?=\\P{L}|$))`, 'u'),
    example: '第1个搞完',
  },
  {
    style: 'marked',
    pattern: new RegExp(`^第(?<no>\\d{1,2})(?!届|${MEASURE})(?=\\p{Script=Han})`, 'u'),
    example: '第5五次',
  },
  {
    style: 'day',
    pattern: /^(?<no>\d{1,2})号(?=[\p{Script=Han}\d])(?!.*的$)/u,
    example: '2号还在磨',
  },
  {
    style: 'glued',
    pattern: new RegExp(`^(?<no>\\d{1,2})(?=\\p{Script=Han})(?![百千万亿]|号)(?!${MEASURE})`, 'u'),
    example: '1批了',
  },
  { style: 'ordinal', pattern: /^(?<no>\d{1,2})(?=$|[.、:)])/u, example: '1、批了' },
  {
    style: 'glued',
    // 一二四都弄好了 is said of three.
    pattern: new RegExp(
      `^(?<no>[${HAN}])(?![十百千万]|[${HAN}]{1,8}[都均全也已完没未还正在弄搞做办])${TELLS}`,
      'u',
    ),
    example: '二打卡了',
  },
  { style: 'glued', pattern: new RegExp(`^(?<no>[${HAN}])$`, 'u'), example: '二 报了' },
  { style: 'counted', pattern: new RegExp(`^(?<no>[${HAN}])是`, 'u'), example: '一是完成了' },
];
/** `ordinal` is read by others; `day` may be a day of the month. */
type Style = 'ordinal' | 'marked' | 'glued' | 'day' | 'counted' | 'run-on';
type Head = { no: number; style: Style; at: number; length: number; rest: string };

/** 3开了5走了40家: a number within what is told. */
const GLUED_ON = new RegExp(
  `(?<=\\p{Script=Han})(?<no>\\d{1,2})(?=\\p{Script=Han})(?!${MEASURE}|[百千万亿号])`,
  'gu',
);
const TOLD_END = /[了完好定过着中成呢停]$/u;

/**
 * A terse list (1批了 3搞了 5才八十八; 一503户 二打卡了) with its numbers as 第1项. Whether the digits number the
 * items is decided for the message as a whole: two at least stand at the head of what is told, each is of the list and
 * stands but once, and they mostly rise. Else the message stays as it is. Pure.
 */
export function numberItems(reply: ReplyText, index: TopicIndex): ReplyText {
  const segments = [...reply.text.matchAll(/[^\s,;。!?]+/gu)];
  const heads = segments.flatMap((m): Head[] => {
    const head = headOf(m[0], m.index);
    return head && index.tasks.some((t) => t.no === head.no) ? [head] : [];
  });
  heads.push(...nextOf(heads, segments));
  const alone = heads.filter((h) => h.style === 'day' && namesItself(h, index));
  if (heads.length === 1 && alone.length === 1) return edited(reply, alone.map(asItem));
  const own = heads.some((h) => h.style === 'day')
    ? itemsNotDays(heads, segments.length, index)
    : heads;
  const sure = withGluedOn(reply.text, withoutMeasures(own), index);
  if (!isNumbering(sure)) return reply;
  const glued = sure.filter((h) => h.style !== 'ordinal');
  return edited(reply, glued.map(asItem));
}

const asItem = (h: Head): Edit => ({
  ...h,
  text: `${h.style === 'run-on' ? ' ' : ''}第${h.no}项`,
});

/** 3号奖补资金没到: the words of the third task right behind it. */
function namesItself({ no, rest }: Head, index: TopicIndex): boolean {
  const topic = findTopic(index, rest);
  return topic.kind === 'task' && topic.no === no && !/^[印发开办签批报交送搞建定到]/u.test(rest);
}

/** 一是完成了，二是没动 answers a numbered list; 一是开了会，二是签了3家 counts what was done, of which item it does not say. */
function withoutMeasures(heads: Head[]): Head[] {
  const counted = heads.filter((h) => h.style === 'counted');
  const answers = counted.every((h, i) => h.no === i + 1 && hasNoSubject(h.rest));
  return answers ? heads : heads.filter((h) => h.style !== 'counted');
}

/** 一503户 二打卡了 三十个站挂牌了: behind 一 and 二, 三 is the next of them. */
function nextOf(heads: Head[], segments: RegExpExecArray[]): Head[] {
  const inHan = heads.filter((h, i) => h.style === 'glued' && h.length === 1 && h.no === i + 1);
  const next = HAN[inHan.length] ?? '';
  const found = segments.find((m) => m.index > (inHan.at(-1)?.at ?? 0) && m[0].startsWith(next));
  if (inHan.length < 2 || inHan.length < heads.length || !found) return [];
  return [
    { no: inHan.length + 1, style: 'glued', at: found.index, length: 1, rest: found[0].slice(1) },
  ];
}

/** With the numbers inside a segment that go on counting up: right behind what was told, or the very next anywhere. */
function withGluedOn(text: string, heads: Head[], index: TopicIndex): Head[] {
  const found: Head[] = [];
  for (const m of text.matchAll(GLUED_ON)) {
    const no = Number(m.groups?.no);
    const before = [...heads, ...found].filter((h) => h.at < m.index).sort((a, b) => b.at - a.at);
    const [last, second] = before;
    const isNew = index.tasks.some((t) => t.no === no) && !heads.some((h) => h.no === no);
    const isNext =
      last?.no === no - 1 && (second !== undefined || TOLD_END.test(text.slice(0, m.index)));
    const goesOn = last !== undefined && last.no < no && TOLD_END.test(text.slice(0, m.index));
    if (isNew && (isNext || goesOn))
      found.push({ no, style: 'run-on', at: m.index, length: String(no).length, rest: '' });
  }
  return [...heads, ...found].sort((a, b) => a.at - b.at);
}

function headOf(segment: string, at: number): Head | undefined {
  for (const { style, pattern } of HEADS) {
    const m = pattern.exec(segment);
    const no = readNumber(m?.groups?.no ?? '');
    if (!m || no === undefined) continue;
    return { no, style, at, length: m[0].length, rest: segment.slice(m[0].length) };
  }
  return undefined;
}

/** 2号还在磨 3号搞定: items, where every part begins so and none names a task that was done on such a day. */
function itemsNotDays(heads: Head[], parts: number, index: TopicIndex): Head[] {
  const named = (h: Head) => {
    const topic = findTopic(index, h.rest);
    return topic.kind === 'none' || (topic.kind === 'task' && topic.no === h.no);
  };
  const days = heads.filter((h) => h.style === 'day');
  return days.length === parts && days.every(named)
    ? heads
    : heads.filter((h) => h.style !== 'day');
}

/** Two at least, each but once, and more of them rise than fall. */
function isNumbering(heads: Head[]): boolean {
  const nos = heads.map((h) => h.no);
  // 第8, 第5, 第4: whatever the order.
  const isMarked = heads.every((h) => h.style === 'marked' || h.style === 'ordinal');
  const falls = nos.filter((n, i) => n < (nos[i - 1] ?? 0)).length;
  const isOnce = new Set(nos).size === nos.length;
  return nos.length > 1 && isOnce && (isMarked || falls * 2 < nos.length);
}
