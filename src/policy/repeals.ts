import { verbose } from '../text/verbose.ts';
import type { Structure } from './structure.ts';

/** A title between its marks; one that only brings another holds that in marks of its own: 《关于印发《甲办法》的通知》. */
const INSIDE = '(?:[^《》]|《[^《》]*》)+';
const TITLE = `《(${INSIDE})》`;
/** A title, and the 文号 in brackets behind it. */
const NAME = `《${INSIDE}》(?:\\s*[（(〔[][^）)]{1,40}[）)])?`;

/** Titles one after another with nothing told of any of them: 《甲办法》《乙办法》、原《丙办法》. */
const NAMES = `${NAME}(?:\\s*(?:[、,，]|和|及|以及|与|同)?\\s*原?${NAME})*`;

/** 废止《乙办法》 behind another title is said of the second. */
const ENDS = '(?:废止|失效|停止执行|不再执行)(?!(?:了|原)?《)';

/** 不予废止: it goes on. 《……》认定的企业，资格失效: something else ends. */
const HOLDS = /不予?(?!再)|未|继续|保留|除|的(?!通知|公告|通告|决定|函)/u;

const WAYS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(`(?<names>${NAMES})(?<between>[^《》。；;]{0,24}?)${ENDS}`, 'gu'),
    example: '《甲办法》（云政〔2020〕5号）和《乙办法》自本办法施行之日起同时废止',
  },
  {
    pattern: new RegExp(
      `(?<between>[^《》。；;，,]{0,12})(?:废止|停止执行)(?:了|原|的)*(?<names>${NAMES})`,
      'gu',
    ),
    example: '修订《甲办法》，废止《乙办法》',
  },
];

/** Titles that a text says are repealed; what it only names beside them, as its basis or as going on, is not. */
export const repealedIn = (text: string): string[] =>
  WAYS.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ groups: { names = '', between = '' } = {} }) =>
      HOLDS.test(between)
        ? []
        : [...names.matchAll(new RegExp(TITLE, 'gu'))].map((n) => n[1] ?? ''),
    ),
  );

/** 废止下列文件：, and a name in each item under it or after it. */
export function repealedInList({ clauses }: Structure): string[] {
  let isListed = false;
  return clauses.flatMap(({ headings, text, kind }) => {
    const isAlone = kind === 'table-row' || NAME_ALONE.test(text);
    const name = isAlone
      ? new RegExp(`^[^《》。；]{0,12}${TITLE}`, 'u').exec(text)?.[1]
      : undefined;
    const isUnder = headings.some((h) => LISTS_REPEALED.test(h));
    const isNamed = name !== undefined && (isUnder || isListed);
    isListed = LISTS_REPEALED.test(text) || (isListed && isNamed);
    return isNamed ? [name] : [];
  });
}

/** 《甲办法》（云政〔2020〕5号）；: an item that tells anything of it, 《甲办法》修改为按年执行, is no bare name. */
const NAME_ALONE = new RegExp(
  `^[^《》。；]{0,12}${NAME}(?:\\s*\\p{Script=Han}{1,8}[〔[]\\d{4}[〕\\]]\\d+号)?\\s*[；;，,。、]?(?:和|及|以及)?$`,
  'u',
);

/** Behind a comma only since when: 废止以往政策，统一按下列文件执行： lists what is to be followed. */
const LISTS_REPEALED = verbose`
  ^(?!.*(?:修改|修订|保留|继续有效)).*(?:废止|失效)[^。；，]{0,12}
  (?:文件|办法|政策|规定|目录|清单)[^。；，]{0,12}(?:，(?:自|从|不再|停止)[^。；，]{0,30})?
  [：:]?$
`;
