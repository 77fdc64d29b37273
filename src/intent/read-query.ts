import type { Day } from '../calendar/county-time.ts';
import { addDays, splitDay } from '../calendar/county-time.ts';
import { findNoSuchPeriod } from '../calendar/no-such-period.ts';
import { joinPeriods } from '../calendar/period.ts';
import type { AskedStatus } from '../progress/task-status.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import {
  asksHowMany,
  asksHowMuch,
  asksList,
  asksSummary,
  asksUnits,
  TASK_NO,
  WHOLE_COUNTY,
} from './cues.ts';
import { decideKind } from './decide-kind.ts';
import { readExport } from './export-words.ts';
import type { ExportFormat, ProgressKind, ProgressQuery, Role } from './intent.ts';
import { type Ranking, readRanking } from './rank-words.ts';
import { type Comparison, readComparison } from './read-compare.ts';
import { readTopic } from './read-topic.ts';
import { type ReportsAsked, readReportsAsked } from './recent-reports.ts';
import { asksWho, readRole } from './role-words.ts';
import type { Sentence } from './sentence.ts';
import { cutStatus, readStatus } from './status-words.ts';
import { asksRate, asksTask, pointsAtTask } from './task-cues.ts';

/** Everything that a question about progress says, slot by slot, before it is decided what it asks. */
export type Slots = {
  units: string[];
  role: Role | null;
  status: AskedStatus | null;
  ranking: Ranking | undefined;
  comparison: Comparison | undefined;
  format: ExportFormat | undefined;
  reports: ReportsAsked | undefined;
  topic: string | undefined;
  taskNo: number | undefined;
  /** 第1个: a place in the list, not a number. */
  nth: boolean;
  /** 超期最久的三项. */
  longest: { limit?: number } | undefined;
  own: boolean;
  charged: boolean;
  wholeCounty: boolean;
  strangers: number;
  cues: {
    task: boolean;
    /** By a sign that outweighs words of lists: 谁负责, 到哪一步. */
    oneTask: boolean;
    list: boolean;
    summary: boolean;
    units: boolean;
    howMuch: boolean;
    howMany: boolean;
    rate: boolean;
  };
};

const OWN = verbose`
  我们?(?:局|单位|镇|乡|办|中心|这边|这里|自己|部门|科室)|(?:咱们?)(?:局|单位|这边)|我局
  |本局|本单位|本部门|我单位|我(?:还)?(?:有|欠|剩|负责|牵头|配合)|我的
`;

export function readSlots(sentence: Sentence, today: Day): Slots {
  const { marked, text } = sentence;
  const comparison = readComparison(sentence, today);
  const format = readExport(text);
  const who = asksWho(marked);
  const status = readStatus(marked);
  const named = withoutStrangers(sentence);
  const reports =
    status === null && !format && !comparison ? readReportsAsked(sentence, today) : undefined;
  const no = TASK_NO.exec(marked)?.[1];
  // 谁拖得最久 asks for a unit.
  const longest = asksUnits(marked) ? null : LONGEST.exec(marked);
  const rows = longest && readNumber(longest[1] ?? '');
  return {
    units: [...new Set(sentence.units.map((u) => u.name))],
    role: who ? null : readRole(marked),
    status,
    ranking: comparison || longest ? undefined : readRanking(marked),
    comparison,
    format,
    reports,
    topic:
      format || reports
        ? undefined
        : readTopic(
            (status === null ? named : cutStatus(named, '\uE003'))
              .replace(TASK_NO, '\uE003')
              .replace(LONGEST, '\uE003'),
          ),
    taskNo: no === undefined ? undefined : readNumber(no),
    nth: NTH.test(marked),
    longest: longest ? (rows ? { limit: rows } : {}) : undefined,
    own: OWN.test(marked),
    charged: sentence.charged,
    wholeCounty: WHOLE_COUNTY.test(marked),
    strangers: sentence.strangers.length,
    cues: {
      task: who || asksTask(marked),
      oneTask: who || pointsAtTask(marked),
      list: asksList(marked),
      summary: asksSummary(marked),
      units: asksUnits(marked) && !who,
      howMuch: asksHowMuch(marked),
      howMany: asksHowMany(marked),
      rate: asksRate(marked),
    },
  };
}

/** 第1个 of what is shown; 第1项 is the number that stands there. */
const NTH = /第(?:\d{1,2}|[一二三四五六七八九十]{1,3})个(?!月|季|星|礼)/;

/** Which have waited longest, and how many of them: 超期最久的三项, 拖得时间最长的前5个. */
const LONGEST =
  /(?:得|时间|天数)*最(?:久|长|早)的?(?:是|有)?(?:哪|前|这)?(\d{1,2}|[一二两三四五六七八九十])?[项个件条]?/;

const NEVER =
  /一[次回条个遍]?(?:都|也)[没未]|从(?:来|没|未)|(?:始终|一直|压根|根本)(?:就|都)?[没未]|[没未](?:有)?(?:报|反馈)过/;

/** Said of everybody: who may see only the own unit is then not simply shown that. */
const OF_ALL: ReadonlySet<ProgressKind> = new Set(['summary', 'list', 'export']);
const ALL_UNITS = /全县|各(?:单位|部门|乡镇)|(?:所有|全部)(?:单位|部门)|整个县/;

function withoutStrangers({ marked, strangers }: Sentence): string {
  const noPeriod = findNoSuchPeriod(marked);
  return [...strangers, ...(noPeriod ? [noPeriod] : [])].reduce(
    (s, name) => s.replace(name, '\uE001'),
    marked,
  );
}

/** 快到期的: a week from today; no months, for the plan's own are not meant. */
function dueSoon(marked: string, today: Day): ProgressQuery['window'] {
  const soon = /(?:快要?|即将|马上|临近|将要?|近期|最近|近日|就要)(?:要)?(?:到期|截止|到点|到时间)/;
  return soon.test(marked) ? { from: today, to: addDays(today, 7) } : undefined;
}

/** 逾期最多 is the worst, 逾期最少 the best: of a bad state, more is worse. */
export function orderOf(
  ranking: Ranking | undefined,
  status: AskedStatus | null,
): 'best' | 'worst' {
  if (status === null && !ranking) return 'worst';
  if (status === null || status === 'done') return ranking?.order ?? 'best';
  if (ranking?.byCount) return ranking.order === 'best' ? 'worst' : 'best';
  return 'worst';
}

/** The question about progress that a sentence asks, taken that it asks one. */
export function readQuery(sentence: Sentence, slots: Slots, today: Day): ProgressQuery {
  const kind = decideKind(slots);
  const { comparison, ranking } = slots;
  const period = comparison ? comparison.period : joinPeriods(sentence.periods);
  const byTopic = kind === 'task_detail';
  const query: ProgressQuery = {
    kind,
    year: period?.year ?? splitDay(today).year,
    months: period?.months ?? null,
    units: slots.units,
    role: slots.role,
    status: byTopic ? null : slots.status,
  };
  if (
    slots.topic !== undefined &&
    (byTopic || kind === 'list' || (kind === 'summary' && slots.cues.rate))
  )
    query.topic = slots.topic;
  if (slots.taskNo !== undefined && byTopic) query.taskNo = slots.taskNo;
  if (slots.nth && byTopic) query.nth = true;
  if (kind === 'ranking') {
    query.order = orderOf(ranking, slots.status);
    if (ranking?.limit) query.limit = ranking.limit;
    if (ranking?.bound) query.bound = ranking.bound;
    if (ranking?.ofMonths) query.ofMonths = true;
    if (slots.status === 'no_report' && NEVER.test(sentence.marked)) query.never = true;
  }
  if (kind === 'list' && slots.longest) {
    query.longest = true;
    if (slots.longest.limit) query.limit = slots.longest.limit;
  }
  if (comparison && comparison.sides.length > 0) query.compare = comparison.sides;
  if (slots.format) query.format = slots.format;
  Object.assign(query, slots.reports);
  const noSuchPeriod = findNoSuchPeriod(sentence.text);
  if (noSuchPeriod) query.noSuchPeriod = noSuchPeriod;
  if (slots.reports?.reported) return query;
  const soon = dueSoon(sentence.marked, today);
  const now = splitDay(today);
  const isNow =
    !period || (period.year === now.year && (period.months?.includes(now.month) ?? true));
  const window = period?.window ?? (isNow ? soon : undefined);
  if (window) query.window = window;
  if (soon) query.open = true;
  if (slots.own && slots.units.length === 0) query.own = true;
  if (slots.charged) query.charged = true;
  if (OF_ALL.has(kind) && ALL_UNITS.test(sentence.marked)) query.wholeCounty = true;
  if (sentence.except.length > 0) query.except = sentence.except;
  if (sentence.towns) query.towns = sentence.towns;
  if (sentence.strangers.length > 0) query.unknownUnits = sentence.strangers;
  return query;
}
