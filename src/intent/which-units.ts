import { hasOwnWords } from './general-words.ts';
import { UNIT } from './marks.ts';

/** Of towns only, or of everybody but them: 只看镇里的, 县直部门. */
export type Towns = 'only' | 'except';

const BUT =
  '(?:去掉|除掉|除去|除了|除开|除|扣除|剔除|排除|不含|不算|不包括|不包含|不看|不要|撇开|抛开|刨[去开除])';
const NAMED = `${UNIT}(?:[、,和跟与及]*${UNIT})*`;
const TOWN =
  '(?:各个?|所有|全部|下面|几个|这几个)*(?:乡镇|镇街|街镇|乡里|镇里|镇上|(?<!\\p{Script=Han})[乡镇](?=的|呢|$)|(?<=各个?)[乡镇])(?:里面?|里头|上|这边|那边|单位)?';
const END = '(?:的|以外的?|之外的?|外的?)?';

/** Units that are left out: 去掉开发区, 开发区除外. */
const EXCEPT: readonly { pattern: RegExp; example: string }[] = [
  { pattern: new RegExp(`(?:那|就|先|把)*${BUT}${NAMED}${END}`, 'u'), example: '除了开发区' },
  {
    pattern: new RegExp(
      `(?:那|就|先|把)*${NAMED}的?(?:除外|不算|不看|不要|去掉|剔除|排除|刨[去开除掉]|(?:以外|之外)的?)`,
      'u',
    ),
    example: '开发区除外',
  },
];

const TOWNS: readonly { towns: Towns; pattern: RegExp; example: string }[] = [
  {
    towns: 'except',
    pattern: new RegExp(`${BUT}${TOWN}${END}|${TOWN}的?(?:除外|不算|不看|不要|去掉)`, 'u'),
    example: '不算镇里的',
  },
  { towns: 'except', pattern: /县直(?:机关)?(?:部门|单位|机关|各?局)?/u, example: '县直部门呢' },
  { towns: 'only', pattern: new RegExp(TOWN, 'u'), example: '只看镇里的' },
];

/** 哪些乡镇没报, 没完成的乡镇: bodies are asked for, whatever their kind. */
const COUNTED = /(?:哪[些个家几]{0,2}|几个|多少个?|的|了)$/u;

/**
 * Takes out of a marked text which units are left out of a question, by their places among the marks, and whether it is of
 * towns; a task that speaks of towns (乡镇工业园) stays. Pure.
 */
export function takeScope(marked: string): { rest: string; except: number[]; towns?: Towns } {
  let rest = marked;
  const except: number[] = [];
  for (const { pattern } of EXCEPT) {
    const found = pattern.exec(rest);
    if (!found || except.length > 0) continue;
    const before = countMarks(rest.slice(0, found.index));
    except.push(...Array.from({ length: countMarks(found[0]) }, (_, i) => before + i));
    rest = rest.replace(pattern, '');
  }
  for (const { pattern, towns } of TOWNS) {
    const cut = rest.replace(pattern, (_, at: number) =>
      COUNTED.test(rest.slice(0, at)) ? '单位' : '',
    );
    if (cut !== rest && !hasOwnWords(cut)) return { rest: cut, except, towns };
  }
  return { rest, except };
}

const countMarks = (text: string) => text.split(UNIT).length - 1;
