import { CARRYING, TRADE_TERMS } from './question-words.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const TRADE = new RegExp(TRADE_TERMS.join('|'), 'g');

/** Single characters that end a word, and those that begin one. */
const ENDING = '金业额率性化度量费者员桩品力部局厂车机器线区园城村乡镇款券证书卡群库';

const OPENING = '全新总副非未老超单双首准主分';

/** Verbs and nouns of asking that stand alone among loose characters: 冷链|补, 刚|升规. */
const ALONE = '补奖给报拿刚厂搬买招装';

/** The same at the end of loose characters: 电费|加. */
const LAST = '加减涨交办评建贴';

/** Words of a text: trade terms whole, the rest by the dictionary; loose characters join the word they belong to. */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (const match of text.matchAll(TRADE)) {
    words.push(...cutPlain(text.slice(at, match.index)));
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  words.push(...cutPlain(text.slice(at)));
  return words;
}

function cutPlain(text: string): string[] {
  const words: string[] = [];
  let loose = '';
  let joins = false;
  const close = () => {
    const last = joins ? words.pop() : undefined;
    if (last !== undefined && [...loose].length === 1 && ENDING.includes(loose))
      words.push(last + loose);
    else {
      if (last !== undefined) words.push(last);
      const end = loose.slice(-1);
      if (loose.length >= 3 && LAST.includes(end)) words.push(loose.slice(0, -1), end);
      else if (loose) words.push(loose);
    }
    loose = '';
    joins = false;
  };
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const single = [...segment].length === 1 && /\p{Script=Han}/u.test(segment);
    if (isWordLike && single && ALONE.includes(segment)) {
      close();
      words.push(segment);
      continue;
    }
    if (isWordLike && single && !CARRYING.has(segment)) {
      loose += segment;
      continue;
    }
    if (isWordLike && [...loose].length === 1 && OPENING.includes(loose)) {
      words.push(loose + segment);
      loose = '';
      joins = false;
      continue;
    }
    close();
    if (isWordLike) words.push(segment);
    joins = isWordLike === true && !CARRYING.has(segment);
  }
  close();
  return words;
}
