import { pinyin } from 'pinyin-pro';

/** Words that nearly every question has; typed by sound, one of their characters is often another of the same sound. */
const WORDS =
  '进度 进展 完成 情况 任务 逾期 延期 单位 台账 牵头 配合 落实 推进 排名 季度 汇总 导出 对比 办结 工作 汇报 提醒 催办'.split(
    ' ',
  );

const soundOf = (text: string) => pinyin(text, { toneType: 'none' });

const SOUNDS = new Map(WORDS.map((word) => [soundOf(word), word]));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of asking as dialects have them. */
const DIALECT: readonly { pattern: RegExp; plain: string; example: string }[] = [
  { pattern: /(?<![什怎这那多咋])么样/g, plain: '怎么样', example: '搞得么样了' },
  { pattern: /[么嘛]子|(?<!什)么事(?!故)|啥子/g, plain: '什么', example: '还有么子没搞完' },
  { pattern: /[冇莫]得|冇/g, plain: '没有', example: '搞好了冇' },
  { pattern: /几多|(?<=[完成了有剩结])好多(?=[项件个家])/g, plain: '多少', example: '弄完好多件' },
];

/**
 * 4月进渡, 完成清况: two characters that make no word, sound like a word of asking and share one character with it, are
 * that word. A text without such a pair comes back as it is. Never read reports so: there a wrong word records work.
 */
export function mendMistyped(text: string): string {
  const plain = DIALECT.reduce((s, d) => s.replace(d.pattern, d.plain), text);
  const parts = [...segmenter.segment(plain)].map((s) => s.segment);
  for (let i = 0; i + 1 < parts.length; i++) {
    const [a = '', b = ''] = [parts[i], parts[i + 1]];
    if (a.length !== 1 || b.length !== 1 || !/\p{Script=Han}{2}/u.test(a + b)) continue;
    const word = SOUNDS.get(soundOf(a + b));
    if (!word || (word[0] !== a && word[1] !== b)) continue;
    parts.splice(i, 2, word);
  }
  return parts.join('');
}
