import type { Day } from '../calendar/county-time.ts';
import type { YearNumber } from '../calendar/year-number.ts';
import type { LogLevel } from '../log.ts';
import type { AskedStatus } from '../progress/task-status.ts';
import type { Bound } from './rank-words.ts';

/** What a message asks of the bot. */
export type Intent =
  | { kind: 'help' }
  | { kind: 'progress'; query: ProgressQuery }
  | { kind: 'policy'; question: string }
  | { kind: 'report'; text: string }
  | { kind: 'admin'; command: AdminCommand }
  | { kind: 'chat'; act: ChatAct }
  | { kind: 'unknown'; text: string; nearest: [Intent, Intent] };

/** `acknowledge` is 收到: seen, no progress. */
export type ChatAct = 'greeting' | 'thanks' | 'acknowledge' | 'other';

export type ProgressKind =
  | 'summary'
  | 'list'
  | 'ranking'
  | 'compare'
  | 'unit_detail'
  | 'task_detail'
  | 'export';

export type Role = 'lead' | 'coop';

export type ExportFormat = 'xlsx' | 'docx' | 'csv';

/** One side of a comparison: what differs from the question itself. */
export type CompareSide = { year?: number; months?: number[]; units?: string[] };

export type ProgressQuery = {
  kind: ProgressKind;
  year: number;
  /** null: no period was named, the product's default holds (CONTRACT section 5). */
  months: number[] | null;
  /** Canonical names, in the order of the question. */
  units: string[];
  role: Role | null;
  status: AskedStatus | null;
  /** Words of the one task that is meant. */
  topic?: string;
  /** Number of the task in the list that the asker has before them. */
  taskNo?: number;
  order?: 'best' | 'worst';
  /** How many ranks, or rows: 前三名, 超期最久的三项. */
  limit?: number;
  /** Only units whose share done lies on this side: 完成率60%以下的单位. */
  bound?: Bound;
  /** 一次都没报过: of nothing at all, not only of some tasks. */
  never?: true;
  /** 超期最久的: those that wait longest first. */
  longest?: true;
  /** `taskNo` counts the rows of the list before the asker: 第1个. */
  nth?: true;
  /** It could not be answered, for there is no plan of its year: only words that point back go on from it. */
  unanswered?: true;
  /** The side that is asked about first, what it is held against after it. */
  compare?: CompareSide[];
  format?: ExportFormat;
  /** 哪个月最差: an order of months, which the overview shows. */
  ofMonths?: true;
  /** Days in which the tasks fall due; narrower or wider than `months`, and wins over them. */
  window?: { from: Day; to: Day };
  /** 快到期的: what is done no longer falls due. */
  open?: true;
  /** 为啥: what was said of each comes first. */
  why?: true;
  /** Reports are asked for: those made in these days. */
  reported?: { from: Day; to: Day };
  /** Reports are asked for: those of this person, as named. */
  reporter?: string;
  /** Reports are asked for: those of the asker's own unit. */
  mine?: true;
  /** A time that no year has (13月): it is asked again, never taken for another. */
  noSuchPeriod?: string;
  /** 全县: said so, and not the asker's own unit. */
  wholeCounty?: true;
  /** 我们局: the asker's own unit. */
  own?: true;
  /** 我分管的单位: those that the asking leader is in charge of. */
  charged?: true;
  /** 去掉开发区: what these lead is left out. */
  except?: string[];
  /** 只看镇里的, 县直部门: of towns only, or of everybody but them. */
  towns?: 'only' | 'except';
  /** `units` are those that are ranked, and not places that are asked for. */
  among?: true;
  /** Bodies that were named and are not in the list. */
  unknownUnits?: string[];
};

/** What someone may be in the bot: 联络员, 副联络员, 干部, 督办人员, 领导, 管理员. */
export type PersonRole = 'liaison' | 'deputy' | 'member' | 'office' | 'leader' | 'admin';

/** Orders to the bot. Names are as written: whoever carries the order out resolves them. */
export type AdminCommand =
  | { kind: 'bind-unit'; unit?: string }
  | { kind: 'unbind' }
  | { kind: 'claim-admin'; code: string }
  /** 周末别发提醒: when nothing goes out anyway. */
  | { kind: 'rest-days' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  /** `no`: what was reported on an item of the own list. */
  | { kind: 'undo'; no?: number; of?: 'transfer' }
  | { kind: 'publish' }
  | { kind: 'confirm' }
  | { kind: 'discard' }
  /** 算了: what waits is dropped, nothing that was done is taken back. */
  | { kind: 'drop' }
  | { kind: 'set-person'; role: PersonRole; person?: string; unit?: string }
  | { kind: 'remove-person'; role: PersonRole; person?: string; unit?: string }
  | { kind: 'alias'; alias: string; unit: string }
  | { kind: 'group-members'; group: string; members: string[] }
  | { kind: 'my-open-items' }
  | { kind: 'plan-status' }
  | { kind: 'view-plan' }
  | { kind: 'import-plan' }
  /** `on`: of that day; without one, of the next day on which something goes out. */
  | { kind: 'remind-preview'; on?: Day }
  | { kind: 'calendar' }
  /** 暂缓4月提醒, 恢复4月提醒: a month's cards held back or let go. */
  /** Without a month it has to be asked which. */
  | { kind: 'hold-month'; month?: number; hold: boolean }
  /** 12月的提醒都停一停, 先别催财政局: asked what is to be held, nothing is held yet. */
  | { kind: 'ask-hold'; months: number[]; units: string[] }
  | { kind: 'who-is'; unit?: string }
  /** `missing`: only those that nothing can be sent to. */
  | { kind: 'unit-list'; missing: boolean }
  | { kind: 'set-reminder'; day?: number; time?: string }
  | {
      kind: 'resend';
      year: number;
      months: number[] | null;
      units: string[];
      status: AskedStatus | null;
    }
  /** 投诉建议, or 企业诉求. */
  | { kind: 'complain'; text: string; of?: 'firm' }
  | { kind: 'list-complaints'; of?: 'firm' }
  | { kind: 'answer-complaint'; no: number; text: string }
  /** Without a month: of the year. */
  | { kind: 'burden'; year: number; month?: number }
  /** `minutes` 0: the level of the start again. */
  | { kind: 'log-level'; level: LogLevel; minutes: number }
  | { kind: 'add-task'; text: string }
  | { kind: 'who-am-i' }
  | { kind: 'review'; on: boolean }
  | { kind: 'open-matters' }
  | { kind: 'problem-list' }
  | ({ kind: 'solve-problem'; also?: number[] } & YearNumber)
  /** The difficulty of an item, by the item's number. */
  | { kind: 'solve-difficulty'; taskNo: number }
  | ({ kind: 'assign-problem'; unit?: string; dueOn?: Day } & YearNumber)
  /** 代填: which unit and what it said are read again from the message as it was written. */
  | { kind: 'proxy-report' }
  | { kind: 'transfer'; no: number; person?: string }
  /** `leaver`: whose units it is about, where none is named. */
  | { kind: 'hand-over'; person?: string; unit?: string; leaver?: string };
