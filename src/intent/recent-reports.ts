import { addDays, type Day } from '../calendar/county-time.ts';
import { readNumber } from '../text/number.ts';
import { isLikePersonName } from '../text/person-name.ts';
import type { Sentence } from './sentence.ts';

/** Reports themselves are asked for: those of some days, of one person, or both. */
export type ReportsAsked = { reported?: { from: Day; to: Day }; reporter?: string; mine?: true };

type Days = {
  pattern: RegExp;
  days: (today: Day, n: number) => { from: Day; to: Day };
  example: string;
};

const back = (today: Day, n: number) => ({ from: addDays(today, -n), to: today });

/** Days that lie behind, as people count them. Weeks are read with the other periods. */
const DAYS: readonly Days[] = [
  {
    pattern: /昨[天日晚]/,
    days: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
    example: '昨天有哪些更新',
  },
  {
    pattern: /前天/,
    days: (today) => ({ from: addDays(today, -2), to: addDays(today, -2) }),
    example: '前天谁报了',
  },
  { pattern: /今[天日]|刚才|刚刚/, days: (today) => back(today, 0), example: '今天谁报了进展' },
  {
    pattern:
      /(?:最近|近|这|过去|前|头)(?<n>\d{1,2}|[两二三四五六七八九十])[天日]|(?<![\d第])(?<k>\d{1,2}|[两二三四五六七八九十])天(?:之?内|以内|里)/,
    days: (today, n) => back(today, n - 1),
    example: '近三天的反馈',
  },
  {
    pattern: /最近|近[期日来]|这几天|近几天|新近/,
    days: (today) => back(today, 6),
    example: '最近有什么新反馈',
  },
];

/** Words that ask for reports and not for tasks. */
const NEWS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: /有(?:些)?(?:哪些|什么|啥|几条|多少)(?:新的?)?(?:反馈|报送|上报|填报)/,
    example: '近一周有哪些反馈',
  },
  { pattern: /(?:新|刚|才)(?:报|反馈|上报|报送)的/, example: '这周新报的进展' },
  { pattern: /更新(?!换代|改造|设备)/, example: '昨天有哪些更新' },
  { pattern: /新(?:增)?的?(?:进展|反馈|消息|动态|变化|情况|上报|报告)/, example: '有什么新反馈' },
  {
    pattern:
      /谁(?:来|都)?(?:反馈|上报|报送|填报|汇报|报)(?:过|了|的)|哪些(?:单位|部门|人)(?:都)?(?:反馈|上报|报送|填报|汇报|报)(?:过)?了/,
    example: '今天谁报了进展',
  },
  {
    pattern:
      /(?:反馈|上报|报送|填报|汇报|报|收到|提交)(?:过|了)(?:些)?(?:什么|啥|哪些|哪几|几[条项件]|多少|新)/,
    example: '这周报了哪些',
  },
  {
    pattern:
      /的(?:反馈|上报|报告|消息)(?:有哪些|都有哪些|列表|记录|情况)?$|(?:反馈|上报|报送|填报)的(?:都)?有(?:哪些|谁|几条)$/,
    example: '近三天的反馈',
  },
];

const SAID = '(?:反馈|上报|报送|填报|汇报|报告|报|说|提交)';
const WHAT =
  '(?:些)?(?:什么|啥|哪些|哪几[条项]|几[条项件次]|多少)(?:情况|进展|进度|内容|任务|工作|事项|问题)?';

/** One person's reports; \uE002 stands for a period. Read on the marked text. */
const PERSON: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(
      `^(?<name>\\p{Script=Han}{2,4}?)(?:\\uE002+|最近|近期|昨天|今天|前天|都|一共|到底|同志)*${SAID}(?:过|了)?(?:的)?${WHAT}$`,
      'u',
    ),
    example: '许青禾报了什么',
  },
  {
    pattern: new RegExp(
      `^(?<name>\\p{Script=Han}{2,4}?)(?:\\uE002+|最近|近期|昨天|今天|前天|同志)*(?:的)?${SAID}(?:过|了)?的?(?:进展|进度|情况|内容|记录|任务|工作)?(?:有哪些|是什么|呢)?$`,
      'u',
    ),
    example: '王丽上报的进展',
  },
  {
    pattern: new RegExp(
      `^\\uE002+的?(?<name>\\p{Script=Han}{2,4}?)${SAID}(?:过|了)(?:的)?${WHAT}$`,
      'u',
    ),
    example: '这个月张建国报了哪些',
  },
];

/** 我报了哪些, 我们局这个月报过什么: what the asker's own unit said. */
const MINE = new RegExp(
  `^我们?(?:局|单位|镇|乡|办|中心|这边|这里)?(?:\\uE002|最近|近期|昨天|今天|前天|都|已经|一共|到底)*(?:都)?${SAID}(?:过|了)?(?:的)?${WHAT}[?]?$`,
  'u',
);

/**
 * Reads whether reports are asked for: 昨天有哪些更新, 许青禾报了什么. Undefined where nothing but tasks is meant; the last
 * months of a period say when the reports came.
 */
export function readReportsAsked(sentence: Sentence, today: Day): ReportsAsked | undefined {
  const { marked, units, periods } = sentence;
  const reporter =
    units.length > 0
      ? undefined
      : PERSON.map(({ pattern }) => pattern.exec(marked)?.groups?.name ?? '').find(
          isLikePersonName,
        );
  const reported = daysOf(sentence, today);
  if (MINE.test(marked)) return { mine: true, ...(reported && { reported }) };
  if (reporter) return { reporter, ...(reported && { reported }) };
  const asks = NEWS.some(({ pattern }) => pattern.test(marked));
  if (!asks || !reported || periods.length > 1) return undefined;
  return { reported };
}

function daysOf({ marked, periods }: Sentence, today: Day): { from: Day; to: Day } | undefined {
  const said = periods[0]?.window;
  const isOver = said !== undefined && (said.to <= today || said.to < addDays(said.from, 14));
  if (isOver && said.from <= today)
    return { from: said.from, to: said.to < today ? said.to : today };
  for (const { pattern, days } of DAYS) {
    const m = pattern.exec(marked);
    if (m) return days(today, readNumber(m.groups?.n ?? m.groups?.k ?? '') ?? 1);
  }
  return undefined;
}
