import { verbose } from '../text/verbose.ts';
import type { Recurrence } from './plan.ts';

/** Words that repeat a task, each with its months and an example. */
const REPEATS: Repeat[] = [
  {
    words: /每两个?月|隔月|[每逢]双月|^双月/,
    every: 'year',
    months: [2, 4, 6, 8, 10, 12],
    example: '每两个月、每双月25日前',
  },
  {
    words: /[每逢]单月|^单月/,
    every: 'year',
    months: [1, 3, 5, 7, 9, 11],
    example: '每单月10日前',
  },
  {
    words: /每(?:个)?季度?首月/,
    every: 'quarter',
    months: [1, 4, 7, 10],
    example: '每季度首月10日前',
  },
  {
    words: /(?:每(?:个)?|按|逐|分)季度?(?:末月|末|底)?|^季度$|季末/,
    every: 'quarter',
    months: [3, 6, 9, 12],
    example: '每季度末月20日前',
  },
  { words: /每(?:个)?半年/, every: 'year', months: [6, 12], example: '每半年' },
  {
    words: /(?:每(?:个)?|按|逐)月(?:底|末)?|^月度$|每(?:周|旬|星期|日|天|半月|两周)|按周/,
    every: 'month',
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    example: '每月5日前',
  },
  { words: /每年|逐年|按年/, every: 'year', example: '每年3月' },
];

/** Words of work without an end: 持续推进. */
export const ONGOING = verbose`
  持续|长期|常态|常年|长效|经常性|全年|贯穿|全程|不间断|立即|立行立改|即知即改|即时|即刻
  |随时|实时|不定期|适时|动态|有序推进|按(?:照)?(?:时序|序时|上级|省|市|国家|计划|要求|程序)
`;

/** 全年 alone is no date but work all year round. */
export const FULL_YEAR = /^全年(?:推进|实施|开展|坚持|工作|任务)?$/;

export type Repeat = {
  words: RegExp;
  every: Recurrence['every'];
  months?: number[];
  example: string;
};

/** In a short text 每月 is the task; in a paragraph it describes a way of working. */
export const LONGEST_RHYTHM = 80;

/** The rhythm that a text names, if it does. */
export function readRepeat(plain: string): Repeat | undefined {
  return REPEATS.find(({ words }) => words.test(plain));
}
