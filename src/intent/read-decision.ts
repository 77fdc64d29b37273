import type { Day } from '../calendar/county-time.ts';
import { findDatePhrases } from '../calendar/date-phrase.ts';
import type { MatterKind } from '../matters/matter.ts';
import { asks } from '../text/asks.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { readNumber } from '../text/number.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { PERIOD, UNIT } from './marks.ts';

/** What the office says to something that waits for its word. */
export type SaidDecision = {
  agree: boolean;
  /**
   * Whether the sentence is that order and nothing else. Anything more (a negation, a condition, a time past, another
   * matter) may turn it round: then it decides nothing.
   */
  isWhole: boolean;
  /** Undefined where the words fit every kind. */
  kind?: MatterKind;
  /** Whose matter it is, and about which item of that unit's list; left out where several are named. */
  unit?: string;
  no?: number;
  /** The day granted. */
  on?: Day;
  /** Who is to take the share over. */
  to?: string;
  /** As written. */
  reason: string;
};

const NO =
  '不予(?:同意|通过|批准)?|暂?不(?:同意|通过|批准|准)|退回|驳回|打回|维持原(?:安排|计划|分工)';
const YES =
  '(?:予以|准予|可以|原则上?)?(?:同意(?!见)|通过|批准|准了|照准|准许|核准)|准予|允许|可以(?=延|宽限|推迟)';
const VERB = new RegExp(`(?<no>${NO})|(?<yes>${YES})`, 'u');

/** 第2项, 这一件, the words for what waits: they name the matter and say nothing of it. */
const NUMBER = '第(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[项条件]';
const ABOUT = `${UNIT}|${NUMBER}|[这那该此]|一?[项个件条份]|上述|申请|请求|报告|事项|任务|工作|延期|展期|延长|推迟|宽限|顺延|办结|完成|销号|归属|改派|审核|(?:提出|提交|上报|报来|报送|报|提)的|的`;
const DATE = `(?:延?[到至]|为|在|于)?${PERIOD}(?:止|之?前|以前)?(?:完成|办结)?`;

/** 对科技经信局报的第2项延期申请我们; a unit with nothing behind it may be the one that agrees. */
const BEFORE = new RegExp(
  `^(?:请|对于?|关于|就|给|我们?[办局]?|本[办局]|[也都均先]|全部|一并|\\d{1,2}月份?|${ABOUT})*$`,
  'u',
);
const BEHIND = new RegExp(
  `^(?:给|由|其|该局|该单位|他们|牵头|主办|负责|承担|办理|(?:改派|派|转)(?:给|到|由|至)?|延(?=${PERIOD}|[到至])|\\d{1,2}月份?(?=的?${NUMBER})|${DATE}|${ABOUT})*吧?$`,
  'u',
);
const IS_SUBJECT = new RegExp(`${UNIT}$`, 'u');

const OPENERS = /^(?:(?:好的?|行|嗯|收到|经(?:研究|会商|审核|核实|研判))[，,。\s]+)+/u;
/** 同意延期，到4月20日: the pause does not end the order. */
const PAUSE = /[，,]\s*(?=(?:期限|时间)?(?:延?[到至]|为)\s*\S*[日号底初旬末])/gu;
const MARKS = /[，,；;：:。.!！\n]/u;
/** A word that takes back or ties what stands before it. */
const TIES =
  /(?:如果?|若|要是|假如|只要|除非|前提|条件是|等|待|(?:须|需|要|得)先|算了|不对|等等|慢着|先别|先不|还是)/u;
/** 延期10天 counts from the deadline or from today: neither is said. */
const SPAN = /[天周]|个[半多]?月|星期|[后内]$/u;
/** 通过不通过, 退回了几件. */
const ASKS_TOO =
  /([同通批].)[不没]\1|同不同意|通不通过|能否|可否|能不能|该不该|是不是|有没有|几件|(?:呢|没有?)$/u;

const KINDS: [MatterKind, RegExp][] = [
  ['extension', /延期|展期|延长|延[到至]|宽限|推迟|顺延/u],
  ['completion', /办结|完成|销号/u],
  ['dispute', /归属|改派|维持原|不归|牵头/u],
];

type Heard = { refDate: Day; units: UnitNames };

/** Reads 同意延期到4月20日, 退回科技经信局第1项，请补充清单; undefined for what decides nothing. Pure. */
export function readDecision(message: string, heard: Heard): SaidDecision | undefined {
  const text = message.trim().replace(OPENERS, '').replace(PAUSE, '');
  if (/[?？]|吗[。.]?$/u.test(text)) return undefined;
  const end = text.search(MARKS);
  const order = readOrder(end < 0 ? text : text.slice(0, end), heard);
  if (!order) return undefined;
  const reason = end < 0 ? '' : text.slice(end + 1).replace(/^[\s，,]+|[。.!！\s]+$/gu, '');
  const isWhole = order.isWhole && (reason === '' || adds(reason, order, heard));
  return { ...order, isWhole, reason };
}

/** Whether what is said behind the order only explains it. */
function adds(reason: string, { agree, on }: Omit<SaidDecision, 'reason'>, heard: Heard): boolean {
  const others = reason.split(MARKS).flatMap((clause) => readOrder(clause, heard) ?? []);
  if (others.some((o) => o.isWhole || (agree && (o.unit || o.no)))) return false;
  if (!agree) return !/^(?:算了|不对|等等|慢着)/u.test(reason);
  if (TIES.test(reason) || asks(reason)) return false;
  // 同意延期，最迟4月20日办结: another day than the one asked for, perhaps.
  return on !== undefined || findDatePhrases(fold(reason), heard.refDate).length === 0;
}

function readOrder(
  words: string,
  { refDate, units }: Heard,
): Omit<SaidDecision, 'reason'> | undefined {
  const said = fold(words).replace(/\s+/gu, '');
  if (asks(said) || ASKS_TOO.test(said)) return undefined;
  const verb = VERB.exec(said);
  if (!verb) return undefined;
  const named = findUnits(said, units);
  const marked = named.reduceRight(
    (s, u) => s.slice(0, u.at) + UNIT.repeat(u.length) + s.slice(u.at + u.length),
    said,
  );
  const at = verb.index + verb[0].length;
  const [before, behind] = [marked.slice(0, verb.index), marked.slice(at)];
  const month = new RegExp(`\\d{1,2}月份?(?=的?(?:${NUMBER}|任务|办结))`, 'u');
  const dates = findDatePhrases(behind.replace(month, ''), refDate);
  const [date] = dates;
  const tail = date && !SPAN.test(date.text) ? behind.replace(date.text, PERIOD) : behind;
  const numbers = [...said.matchAll(new RegExp(NUMBER, 'gu'))].map((m) => m[0].slice(1, -1));
  const takerAt = named.find((u) =>
    /(?:改派|派|转)(?:给|到|由|至)?$|由$/u.test(said.slice(0, u.at)),
  );
  const owners = named.filter((u) => u !== takerAt);
  const agree = verb.groups?.yes !== undefined;
  const isOthers = IS_SUBJECT.test(before) && /同意|批准|准[了许]/u.test(verb[0]);
  const kind = KINDS.find(([, p]) => p.test(said))?.[0];
  const [owner] = owners.length === 1 ? owners : [];
  const [no] = numbers.length === 1 ? numbers : [];
  return {
    agree,
    isWhole:
      BEFORE.test(before) &&
      BEHIND.test(tail) &&
      !isOthers &&
      owners.length <= 1 &&
      numbers.length <= 1 &&
      dates.length <= 1,
    // 同意第2项4月底完成 gives time.
    ...(date ? { kind: 'extension' } : kind ? { kind } : {}),
    ...(owner ? { unit: owner.name } : {}),
    ...(no ? { no: readNumber(no) ?? 0 } : {}),
    ...(date ? { on: date.end } : {}),
    ...(takerAt ? { to: takerAt.name } : {}),
  };
}
