import { simplify } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';

/** A message in the form the rules read, each character tied to the place it was written at. */
export type ReplyText = {
  original: string;
  /** NFKC, lower case, Simplified, ① as 第1项, common typing errors mended. */
  text: string;
  /** For each UTF-16 unit of `text`, where its source begins in `original`; one more at the end. */
  from: number[];
};

/** Signs that stand for words. */
const SIGNS: Record<string, string> = {
  '✅': '✓',
  '✔': '✓',
  '☑': '✓',
  '√': '✓',
  '❌': '✗',
  '✖': '✗',
  '✘': '✗',
  '×': '✗',
  '❎': '✗',
  '🚧': '在办',
  '⏳': '在办',
  '🔄': '在办',
  '。': '。',
  '【': '(',
  '】': ')',
  '﹑': '、',
  '｡': '。',
  '，': ',',
  '…': '。',
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const BLACK = '❶❷❸❹❺❻❼❽❾❿';

/** Errors of the input method and of dictation; each mend keeps the length, so places stay true. */
const TYPOS: { pattern: RegExp; mend: string; example: [string, string] }[] = [
  // Before what leans on 完成.
  { pattern: /完(?:城|程|诚|承|呈)(?!度)/gu, mend: '完成', example: ['以完城', '已完成'] },
  {
    pattern:
      /(?<![自知克])[己巳](?=经|完|办|报|上|提|印|下|召|开|落|做|弄|搞|全|按|基|启|在|发|交|出|建|制|安|部|签|验|通|于|到|组|达)/gu,
    mend: '已',
    example: ['己完成', '已完成'],
  },
  {
    pattern: new RegExp(
      verbose`
        (?<![可所得予加难足用给])以(?=
          经|完成|办[结完好妥]|报送|报县|报市|上报|提交|印发|召开|落实|做[完好]|弄[完好]
          |搞[完好定]|全部完|启动|发文|开完
        )
      `,
      'gu',
    ),
    mend: '已',
    example: ['以完成', '已完成'],
  },
  {
    pattern: /[末抹](?=完[成毕]|办|开[展始工]|启动|报|落实|动)(?<![月季年周期]末)/gu,
    mend: '未',
    example: ['末完成', '未完成'],
  },
  { pattern: /(?<=[尚还并])末/gu, mend: '未', example: ['尚末启动', '尚未启动'] },
  { pattern: /(?<=还)每(?=完|办|弄|搞|做|开|动|报)/gu, mend: '没', example: ['还每弄', '还没弄'] },
  {
    pattern: /[冇麽](?=有|完|办|弄|搞|做|开|动|报|得|到|批|下|$)|(?<=还)冇/gu,
    mend: '没',
    example: ['还冇开', '还没开'],
  },
  {
    pattern: /[木冒](?=[有得](?!限|道))(?<![树林草麻])|莫(?=[有得](?!限|道)|[动弄搞完做办])/gu,
    mend: '没',
    example: ['木有完成', '没有完成'],
  },
  {
    pattern: /(?<=[今昨明前])儿(?=$|[^子女童科])/gu,
    mend: '天',
    example: ['昨儿办完的', '昨天办完的'],
  },
  {
    pattern: /兑[副附负复富](?=$|[^\p{Script=Han}]|[了完到全已])/gu,
    mend: '兑付',
    example: ['全部兑副到位', '全部兑付到位'],
  },
  { pattern: /坐(?=完|好了|成了)/gu, mend: '做', example: ['坐完了', '做完了'] },
  { pattern: /见(?=好了|成了)/gu, mend: '建', example: ['台账见好了', '台账建好了'] },
  { pattern: /玩成/gu, mend: '完成', example: ['已玩成', '已完成'] },
  { pattern: /(?<=[做办弄搞干])玩(?=了|$)/gu, mend: '完', example: ['做玩了', '做完了'] },
  {
    pattern: /(?<=[已全经])办(?:截|接|节|洁|解)(?=$|[^\p{Script=Han}]|了)/gu,
    mend: '办结',
    example: ['已办截', '已办结'],
  },
  { pattern: /正再/gu, mend: '正在', example: ['正再推进', '正在推进'] },
  { pattern: /推近/gu, mend: '推进', example: ['正在推近', '正在推进'] },
  { pattern: /进形中/gu, mend: '进行中', example: ['进形中', '进行中'] },
  {
    pattern: /[弟低递地](?=[\d一二三四五六七八九十]{1,2}[项条个])/gu,
    mend: '第',
    example: ['弟一项', '第一项'],
  },
  {
    pattern:
      /(?<=第[\d一二三四五六七八九十、,和及到至-]{1,12})[向相象像箱享巷想详](?!关|应|对|信)/gu,
    mend: '项',
    example: ['第一、三向', '第一、三项'],
  },
  {
    pattern: /(?<=[完成好结定毕办开报交发签黄停快])[拉啦喽咯勒罗](?![\p{Script=Han}])/gu,
    mend: '了',
    example: ['完成拉', '完成了'],
  },
  {
    pattern: /(?<=完成|办结|搞定|弄好|办完)(?:啦|喽|咯)/gu,
    mend: '了',
    example: ['完成啦', '完成了'],
  },
];

/** Reads a message into that form. The parts of an emoji that only change its looks are dropped. */
export function foldReply(original: string): ReplyText {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const char of original) {
    const folded = foldChar(char, text, original.slice(at + char.length));
    for (let i = 0; i < folded.length; i++) from.push(at);
    text += folded;
    at += char.length;
  }
  from.push(original.length);
  const tight = closeUp(text, from);
  return { original, text: mendTypos(tight.text), from: tight.from };
}

/** Takes out the blanks in 第 1 项, which would divide the phrase. */
function closeUp(text: string, from: number[]): { text: string; from: number[] } {
  const drop = new Set<number>();
  for (const m of text.matchAll(
    /(?<=第)[ \t]+(?=[\d一二三四五六七八九十])|(?<=第[ \t]*[\d一二三四五六七八九十]+)[ \t]+(?=[项条])/gu,
  ))
    for (let i = m.index; i < m.index + m[0].length; i++) drop.add(i);
  if (drop.size === 0) return { text, from };
  const keep = (_: unknown, i: number) => !drop.has(i);
  return { text: [...text.split('')].filter(keep).join(''), from: from.filter(keep) };
}

function foldChar(char: string, before: string, after: string): string {
  if (/\p{Mn}|\p{Me}|\p{Cf}|[\u{1f3fb}-\u{1f3ff}]/u.test(char)) return '';
  if (/^\d$/.test(char) && /^\ufe0f?\u20e3/.test(after)) return `第${char}项`;
  const circled = Math.max(CIRCLED.indexOf(char), BLACK.indexOf(char));
  // 第①项 has its words already.
  if (circled >= 0) return before.endsWith('第') ? String(circled + 1) : `第${circled + 1}项`;
  // 到260，300亩: two figures, and no 260,300.
  if (char === '，' && /(?<![\d.,])\d{1,3}$/u.test(before) && /^\d{3}(?!\d)/u.test(after))
    return ', ';
  const sign = SIGNS[char];
  if (sign !== undefined) return sign;
  return simplify(char.normalize('NFKC')).toLowerCase();
}

function mendTypos(text: string): string {
  return TYPOS.reduce((s, { pattern, mend }) => s.replace(pattern, mend), text);
}

/** What stands at a place, worded anew: 1批了 as 第1项批了. */
export type Edit = { at: number; length: number; text: string };

/** The same message with some places worded anew; every new character stands for what was written there. */
export function edited(reply: ReplyText, edits: Edit[]): ReplyText {
  let { text } = reply;
  const from = [...reply.from];
  for (const { at, length, text: words } of [...edits].sort((a, b) => b.at - a.at)) {
    const source = from[at] ?? 0;
    text = text.slice(0, at) + words + text.slice(at + length);
    from.splice(at, length, ...Array.from({ length: words.length }, () => source));
  }
  return { ...reply, text, from };
}

/** What was written between two places of the folded text. */
export function originalOf(reply: ReplyText, start: number, end: number): string {
  return reply.original.slice(reply.from[start] ?? 0, reply.from[end] ?? reply.original.length);
}

/** The table above, for the test that each row mends its own example. */
export const TYPO_EXAMPLES = TYPOS.map((t) => t.example);
