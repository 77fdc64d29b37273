/** 来源：现场查看, 信息来源是吴主任微信; 资金来源：省级专项 is part of a report. */
const LABEL = '(?:信息|消息|数据|情况|材料)?来源(?::|[是为](?!什么|哪)|\\s+)\\s*';
/** 据实填报, 据了解 and the like say nothing of whence. */
const BY = '(?:根据|依据|据)(?!实|悉|了解|统计|此|说)';
const ASKING = '(?:请|麻烦)?(?:你)?(?:代|帮|替|补录|补填)';
const NUMBER = '第|\\d|全部|所有|各项';

/** Where a 代填 says how the office heard of it, in its words after 来源 or 据; punctuation evened, first match holds. */
const RULES: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(`\\(${LABEL}(?<source>[^()]{2,60})\\)`, 'u'),
    example: '代填 开发区（来源：现场查看）第1项已完成',
  },
  {
    pattern: new RegExp(
      `(?<=^|[\\s,;。])${LABEL}(?<source>\\S[^\\n;]{1,59}?)[,。 \\t]*(?=[,;。\\s]*$|[\\n;]|[,;。\\s](?:${NUMBER}|${ASKING}))`,
      'u',
    ),
    example: '代填 开发区 第1项已完成，来源：现场查看',
  },
  {
    pattern: new RegExp(`^${BY}(?<source>[^,;。]{2,30})[,;。\\s]+(?=${ASKING})`, 'u'),
    example: '据现场查看，代填 开发区 第1项已完成',
  },
  {
    pattern: new RegExp(`(?<=[\\s,:;。])${BY}(?<source>[^,;。]{2,30}?),\\s*(?=${NUMBER})`, 'u'),
    example: '代填 开发区 据吴主任介绍，第1项已完成',
  },
  {
    pattern: new RegExp(
      `(?<=[\\s,:;。])${BY}(?<source>[^,;。]{1,20}?(?:说|讲|称|介绍|反映|反馈|告知|答复|汇报|报告|核实|确认))[,:]?\\s*(?=已|正|还|未|没|全部|基本|$)`,
      'u',
    ),
    example: '代填 开发区 第1项，据李主任说已完成',
  },
  {
    pattern: new RegExp(
      `(?<=[\\s,:;。])${BY}(?<source>(?:(?!已|未|没|还|正|完成|要求|部署|安排)[^,;。]){2,30})[。.]?$`,
      'u',
    ),
    example: '代填 开发区 第1项已完成，据电话记录',
  },
];

/** Punctuation as the patterns want it, every character in its place, so that names and notes stay as written. */
export const even = (text: string) =>
  text.replace(/[：，；（）]/gu, (mark) => ':,;()'['：，；（）'.indexOf(mark)] ?? mark);

/** Takes what is named as the source out of a text; the words are as written. Undefined where none is named. Pure. */
export function takeSource(text: string): { said: string; source: string } | undefined {
  const evened = even(text);
  for (const { pattern } of RULES) {
    const found = pattern.exec(evened);
    const words = found?.groups?.source;
    if (!found || words === undefined) continue;
    const at = found.index + found[0].indexOf(words);
    const before = text.slice(0, found.index).replace(/[\s，,；;。]+$/u, '');
    const tail = text.slice(found.index + found[0].length);
    const after = tail.replace(/^[\s，,；;。]+/u, '');
    // What stands on a line of its own, or behind a 分号, may be of another unit.
    const gap = tail.slice(0, tail.length - after.length);
    const between = gap.includes('\n') ? '\n' : /[；;]/u.test(gap) ? '；' : ' ';
    return {
      said: [before, after].filter(Boolean).join(between),
      source: text.slice(at, at + words.length).trim(),
    };
  }
  return undefined;
}
