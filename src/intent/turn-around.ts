import type { Day } from '../calendar/county-time.ts';
import { verbose } from '../text/verbose.ts';
import type { ProgressQuery } from './intent.ts';

type Turn = {
  pattern: RegExp;
  /** Undefined where the question before cannot be turned so. */
  to: (before: ProgressQuery, today: Day) => ProgressQuery | undefined;
  example: string;
};

const AGAIN = '^(?:那|那就|再|请|给我|帮我)*';
const DO =
  '(?:(?:分开?|列|排|拆开?|统计|汇总|看|归类|分类)(?:一?下|一列|出来|给我|开|吧|看看?)*|吧|呢)?[?.。]?$';

/** Words that mean nothing alone and turn the answer that was just given. */
const TURNS: readonly Turn[] = [
  {
    pattern: new RegExp(
      `${AGAIN}(?:把)?(?:顺序)?(?:反|倒|颠倒)(?:过来|着|一下|序|回来)+(?:排|列|看|呢|排一下|吧)*[?.。]?$`,
    ),
    to: reversed,
    example: '反过来',
  },
  {
    pattern: new RegExp(`${AGAIN}按(?:照)?(?:各?个?月份?|时间)(?:来|先后)?${DO}`),
    to: (before) => (before.kind === 'export' ? undefined : { ...whose(before), kind: 'summary' }),
    example: '按月份分',
  },
  {
    pattern: verbose`
      ^(?:那|这|到底|究竟|都|是)*(?:
        为什么|为啥|为何|(?:怎么|咋)(?=只|才|就)|咋回事|怎么回事
        |(?:是|有)?(?:什么|啥)(?:原因|缘故)|原因(?:呢|是什么|是啥|在哪)?
      )(?:都|还|会|就)*(?:
        [没未](?:有)?(?:完成|办结|做完|办完|搞完|动|开始|启动|报|反馈)|完不成
        |(?:这么|那么)?(?:慢|落后|滞后|拖|低)|推不动
        |(?:只|才|就)(?:有|是)?(?:这么|那么|一)+(?:点儿?|些|几[项个件]|少)(?:项|个)?
        (?:完成|办结|做完|办完)?
        |(?:只|才|就)?(?:完成|办结|做完|办完)[了得的]?(?:这么|那么|太|一)+
        (?:点儿?|少|几[项个件])
        |完成率?(?:这么|那么|太)?低
      )?(?:的|了|呢|啊)*[?]?$
    `,
    to: reasons,
    example: '为什么没完成',
  },
  {
    pattern: /^(?:那|这|到底|究竟|都|是)*谁(?:说|报|讲|反馈|反映|上报|填报|填)的(?:呢|啊)?[?]?$/,
    to: reportsBehind,
    example: '谁说的',
  },
];

/** Whose tasks of when were spoken of, and of which role. */
function whose(before: ProgressQuery): ProgressQuery {
  const { year, months, units, role, window, own, charged, except, towns } = before;
  return {
    kind: 'summary',
    year,
    months,
    units: before.compare ? [] : units,
    role,
    status: null,
    ...(window && { window }),
    ...(own && { own }),
    ...(charged && { charged }),
    ...(except && { except }),
    ...(towns && { towns }),
  };
}

function reversed(before: ProgressQuery): ProgressQuery | undefined {
  const { kind, order, compare } = before;
  if (kind === 'compare' && compare) return { ...before, compare: compare.toReversed() };
  if (kind !== 'ranking') return undefined;
  return { ...before, order: order === 'worst' ? 'best' : 'worst' };
}

/** What is not done, each with what was reported on it last. */
function reasons(before: ProgressQuery): ProgressQuery | undefined {
  if (before.kind === 'task_detail') return before;
  if (before.kind === 'export') return undefined;
  const isBad = before.status !== null && before.status !== 'done';
  const status = isBad ? before.status : 'not_done';
  return { ...whose(before), kind: 'list', status, why: true };
}

/** The reports since the time that was spoken of began: who said what. One task shows its own. */
function reportsBehind(before: ProgressQuery, today: Day): ProgressQuery | undefined {
  if (before.kind === 'task_detail') return before;
  const first = String(Math.min(...(before.months ?? [1]))).padStart(2, '0');
  const from = `${before.year}-${first}-01`;
  if (before.kind === 'export' || from > today) return undefined;
  return { ...whose(before), kind: 'list', reported: { from, to: today } };
}

/** The question before, turned by words that name nothing themselves: 反过来, 按月份分, 为啥. Undefined for all else. */
export function turnAround(
  text: string,
  before: ProgressQuery,
  today: Day,
): ProgressQuery | undefined {
  return TURNS.find(({ pattern }) => pattern.test(text))?.to(before, today);
}
