import type { Day } from '../calendar/county-time.ts';
import type { DocumentContent } from '../documents/document.ts';
import { readDeadline } from './deadline.ts';

const ALL =
  '(?:各项|全部|所有|以上|上述|上列|表中|表内|清单内?|本?方案内?)(?:的)?(?:各项|所有|全部)?(?:重点|目标|具体|主要)?(?:任务|工作|事项)(?:任务)?';
const OTHERS =
  '(?:未|没有)(?:另行?|单独|具体)?(?:注明|标明|明确|列明|规定|写明|标注)[^。；;\\n]{0,10}(?:时限|时间|期限)[^。；;\\n]{0,8}?';
const UNTIL =
  '(?:除?[^。；;\\n，,]{0,12}[，,])?(?:原则上|统一|一律|均|都|应当?|须|必须|要|务必|全部|[于在至到按])*';
const ENDED =
  '(?:之?前|以前|底|末)*(?:全部|全面|基本|按期|保质保量)*(?:完成|办结|落实到位|完结|见效)(?=$|[，,。；;\\s])';

/** 各项任务除表中另有规定外，均须于11月30日前完成; 未注明时限的，12月20日前完成. */
const SENTENCE = new RegExp(
  `(?:${ALL}|${OTHERS})${UNTIL}(?<until>[^。；;，,\\n]{2,14}?)${ENDED}`,
  'gu',
);

/**
 * The last day that the words around its tasks (`own`: their contents) set for all of them that have none of their own;
 * undefined where they set none, or more than one. Pure.
 */
export function planDeadline(
  { blocks }: DocumentContent,
  year: number,
  own: string[],
): Day | undefined {
  const around = blocks.flatMap((b) =>
    b.kind === 'paragraph' && !own.some((task) => b.text.includes(task) || task.includes(b.text))
      ? [b.text]
      : [],
  );
  const days = around.flatMap((text) =>
    [...text.matchAll(SENTENCE)].flatMap((m) => {
      const { dueOn, recurrence } = readDeadline(`${m.groups?.until}前`, year) ?? {};
      return dueOn && !recurrence ? [dueOn] : [];
    }),
  );
  const [day, other] = new Set(days);
  return other === undefined ? day : undefined;
}
