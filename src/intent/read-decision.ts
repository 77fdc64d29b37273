import type { Day } from '../calendar/county-time.ts';
import { findDatePhrases } from '../calendar/date-phrase.ts';
import type { MatterKind } from '../matters/matter.ts';
import { asksOutright } from '../text/asks.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { readNumber } from '../text/number.ts';
import type { UnitNames } from '../text/unit-name.ts';

/** What the office says to something that waits for its word. */
export type SaidDecision = {
  agree: boolean;
  /** Undefined where the words fit every kind. */
  kind?: MatterKind;
  /** Whose matter it is, and about which item of that unit's list. */
  unit?: string;
  no?: number;
  /** The day granted. */
  on?: Day;
  /** Who is to take the share over. */
  to?: string;
  /** As written. */
  reason: string;
};

const END = '[。.!！\\s]*$';
/** 科技经信局第2项的申请, 这件: whose; a claim that somebody above agreed is none of it. */
const HEAD = '(?<head>(?!.*(?:领导|县长|书记|上级|县里))[^，,。；;：:?？]{0,30}?)';
const WHAT = '(?<what>延期|展期|办结|完成|销号|归属|改派|申请|请求)?(?:的?(?:申请|审核|请求))?';
const YES = '(?:予以|准予|可以|拟|原则(?:上)?)?(?:同意|通过|批准|准了|照准|准许|核准)';
const NO =
  '(?:不予(?:同意|通过|批准)?|暂?不(?:同意|通过|批准|准)|退回|驳回|打回|维持原(?:安排|计划|分工))';
const DECISION = new RegExp(
  `^(?:请|对)?${HEAD}(?:的)?(?:${WHAT})(?:${NO}|(?<yes>${YES}))(?<tail>[^，,；;。：:]{0,40}?)(?:[，,；;：:。]\\s*(?<reason>[\\s\\S]{1,300}?))?${END}`,
  'u',
);

const KINDS: [MatterKind, RegExp][] = [
  ['extension', /延期|展期|延[到至]|宽限|推迟/u],
  ['completion', /办结|完成|销号/u],
  ['dispute', /归属|改派|维持原|不归|牵头/u],
];

/** Reads 同意延期到4月20日, 退回科技经信局第1项，请补充清单; undefined for what decides nothing. Pure. */
export function readDecision(
  message: string,
  { refDate, units }: { refDate: Day; units: UnitNames },
): SaidDecision | undefined {
  const text = message.trim();
  if (asksOutright(text)) return undefined;
  const m = DECISION.exec(text);
  if (!m?.groups) return undefined;
  const { head = '', what = '', tail = '', reason = '', yes } = m.groups;
  const said = fold(text.slice(0, text.length - reason.length));
  const about = fold(`${head}${tail}`);
  const taker = /改派(?:给|到)?(?<unit>[^，,。；;]{2,20})/u.exec(said)?.groups?.unit;
  const [to] = taker ? findUnits(taker, units) : [];
  const [unit] = findUnits(to ? about.replace(taker ?? '', '') : about, units);
  const no = /第(\d{1,3}|[一二三四五六七八九十]{1,3})[项条件]/u.exec(about)?.[1];
  const [date] = findDatePhrases(fold(`${tail}`), refDate);
  const kind = KINDS.find(([, p]) => p.test(`${what}${said}`))?.[0];
  return {
    agree: yes !== undefined,
    reason: reason.trim(),
    ...(kind ? { kind } : {}),
    ...(unit ? { unit: unit.name } : {}),
    ...(no ? { no: readNumber(no) ?? 0 } : {}),
    ...(date ? { on: date.end } : {}),
    ...(to ? { to: to.name } : {}),
  };
}
