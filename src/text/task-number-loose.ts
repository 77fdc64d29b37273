import { numbers, type Row, SEP, TO } from './task-number-parts.ts';
import { verbose } from './verbose.ts';

const START = '^|[,，。;；!！?？:：\\s、(（✓✗]';
const VERB = '[成结完工产好定了毕掉办动推中行搞弄做的有除剩是就]|里面?|其中|当中|ok';
const NO_MEASURE = `(?![\\d%]|(?:号?楼|标段|车间|小区|社区|班|村|片区|网格|地块)|(?!ok|no(?![a-z])|done)[a-z]|\\.\\d|${SEP}\\d{1,2}(?![月日号年家户个亿万元批季次期轮场位名人天周亩份台套吨度项条])(?=$|[^\\p{L}])|[月日号年家户个亿万元批季次期轮场位人天周亩份套吨度项]|名(?![单册录额])|台(?!账)|条(?!件|例))`;
/** What a list of bare Chinese numerals is followed by: anything else makes it part of a word (一直, 三库). */
const SAYS =
  '(?=[FTP]|都|均|全|已|完|办(?!公)|没|未|还|正(?!常)|在|弄|搞|做|好(?!路|农村|建设)|暂|延|进行|推)';

/** 1完2完3差报告4取消: from 1 on, each number follows the one before it. */
const COUNTED = [2, 3, 4, 5, 6, 7, 8, 9].map((n): Row => {
  const before = Array.from({ length: n - 1 }, (_, i) => i + 1).join('\\p{Script=Han}{1,10}');
  const behind = `(?<=(?:^|[,，。;:\\s])${before}\\p{Script=Han}{1,10})`;
  return {
    pattern: new RegExp(`${behind}(?<list>${n})(?=\\p{Script=Han})${NO_MEASURE}`, 'gu'),
    read: (m) => numbers(m.groups?.list ?? '', 'bare'),
    example: Array.from({ length: n }, (_, i) => `${i + 1}好了`).join(''),
  };
});

/** Bare numbers, looked for once dates and quantities are blotted out. */
export const LOOSE: Row[] = [
  {
    // Several right behind a day.
    pattern:
      /(?<=[FT])(?<list>\d{1,2}(?:[、和与及]\d{1,2})+)(?=\p{Script=Han})(?![月日号年家户个亿万])/gu,
    read: (m) => numbers(m.groups?.list ?? '', 'bare'),
    example: 'FFF2、3能完成',
  },
  {
    // A digit alone is a task only where a list of tasks can stand: behind a verb, as a list up to the end of the
    // clause or as one number with a verb of its own …
    pattern: new RegExp(
      `(?<=${VERB})(?<list>\\d{1,2}(?:(?:${SEP}|${TO})\\d{1,2})*(?!${SEP}\\d)(?=$|[^\\p{L}\\d]|以?外|之外|除外|[都均全已])|\\d{1,2}(?:[、和与及]\\d{1,2})+|\\d{1,2})${NO_MEASURE}(?<header>\\s*[.:：)）](?!\\d)|)`,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', m.groups?.header ? 'header' : 'bare'),
    example: '做完了2和4',
  },
  {
    // … or at the start of a clause.
    pattern: new RegExp(
      `(?<=${START})(?<list>\\d{1,2}(?:(?:${SEP}|${TO})\\d{1,2})*)${NO_MEASURE}(?<header>\\s*[.、:：)）](?!\\d)|)`,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', m.groups?.header ? 'header' : 'bare'),
    example: '1、3完成',
  },
  {
    pattern: /(?<=^|[,，。;；!！?？:：\s、(（])(?<list>\d{3,8})(?=[都均全])/gu,
    read: (m) => {
      const digits = [...(m.groups?.list ?? '')].map(Number);
      const ascending = digits.every((d, i) => d > (digits[i - 1] ?? 0));
      return ascending ? { kind: 'numbers', numbers: digits, style: 'bare' } : undefined;
    },
    example: '123都完成了',
  },
  {
    pattern: new RegExp(
      verbose`
        (?<=^|[,，。;；!！?？:：\s(（])
        (?<list>[一二三四五六七八九十](?:[、,和与及][一二三四五六七八九十])+)
        (?=都|均|全|已|完|办|没|未|还|正|在|弄|搞|做|好|暂|延|进|推)
      `,
      'gu',
    ),
    read: (m) => numbers(m.groups?.list ?? '', 'bare'),
    example: '一、三完成',
  },
  {
    // 一完成了二没动, 二三四在推进; 一完成就报 is no number.
    pattern: new RegExp(
      `(?<=^|[,，。;；!！?？:：\\s、(（了成完结好办动]|[几Q][家户个件项]?)(?<list>[一二三四五六七八九十](?![一二三四五六七八九十直般定])|[一二三四五六七八九]{2,8}(?![十百千万]))${SAYS}(?!.{0,4}(?:就|马上|立即|后))`,
      'gu',
    ),
    // 五一, 八一 and 七一 are feasts.
    read: ({ groups: { list = '' } = {} }) =>
      /[五七八]一/u.test(list) ? undefined : numbers(list, 'bare'),
    example: '二三四在推进',
  },
  {
    pattern: /(?<=^|[。;；!！?？\s(（,，])(?<list>[一二三四五六七八九十]{1,3})\s*[、.:：)）]/gu,
    read: (m) => numbers(m.groups?.list ?? '', 'header'),
    example: '一、已印发',
  },
  ...COUNTED,
];
