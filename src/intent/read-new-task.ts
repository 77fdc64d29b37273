import { type Day, splitDay } from '../calendar/county-time.ts';
import { splitUnits } from '../plan/split-units.ts';
import { matchUnitName, type UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';
import type { PlanOrder, SaidPlanOrder } from './plan-order.ts';
import { dateAtStart, dateIn, dateOfClause, takeDeadline } from './task-deadline.ts';

type NewTaskOrder =
  | Extract<PlanOrder, { kind: 'add' }>
  | Extract<SaidPlanOrder, { kind: 'no-such-day' }>;

const OPENING = verbose`
  ^(?:
    (?:(?:给|往|在|向)?(?:\d{1,2}月份?|本月|下月)的?(?:任务|工作|清单|计划)?(?:里|中)?)?
    (?:请|麻烦)?(?:再|临时|另外)?(?:新增|添加|增加|加|补充|追加)一?[项个条件]?
    (?:任务|工作|事项)?(?=[:：])[:：]
    |(?:县)?(?:领导|县长|书记|常务|[\p{Script=Han}]{1,3}(?:县长|书记|主任|局长))
    (?:刚才?|刚刚|今天|昨天|上午|下午|会上|又|新|临时)*(?:交办|交代|布置|安排)(?:了|下来)?
    (?:一?[项个条件])?(?:新的?)?(?:任务|工作|事项|事情|事)?[:：,，\s]+
    |(?:请|麻烦)?(?:帮我|给我)?(?:再|临时)?
    (?:新增|添加|增加|加|补充|追加|插入|加上|登记|交办)(?:一下|上)?(?:一?[项个条])?
    (?:新的?|临时|重点|(?:县)?领导交办的?|县里交办的?)?(?:\d+月份?的?)?(?:工作)?
    (?:任务|工作|事项)[:：,，\s]*
  )
`;

/** 财政局再加个任务：20号前报资金台账: the unit that leads stands first. */
const TO_UNIT = verbose`
  ^(?:请|麻烦)?(?:给|让|为|在)?(?<unit>\p{Script=Han}{2,14}?)(?:那边|这边|名下)?
  (?:再|另外|临时)?(?:新增|添加|增加|加|补充|追加)(?:一?[项个条件]|上)(?:新的?)?
  (?:任务|工作|事项)[:：,，\s]+
`;

/** 5月 召开企业座谈会 牵头：科技经信局: a row as it stands in a plan, with its month first and its lead behind. */
const ROW = verbose`
  ^(?=
    (?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?[\s,，:：]*
    (?!.*(?:第\d|[项条]的?|已|正在|完成了|改|没|未|哪|多少|进[度展]|情况))[^,，;；]{4,60}
    [\s,，;；(（](?:牵头|责任)(?:单位|部门)?[\s:：]*\p{Script=Han}{2,}
  )
`;

/** 县长交办, 县领导交办任务: somebody above gave it; without such words the office adds it itself. */
const LEADER = /(?:领导|县长|书记|常务|主任|局长|县里).{0,6}(?:交办|交代|布置|安排)/u;

/** Names after a label go on until the next label, a bracket or the end of the sentence. */
const UNTIL =
  '(?=[;；。）)\\n]|[,，、\\s]*(?:牵头|主办|承办|责任|配合|协办|协助|参与|完成时限|时限|期限)|$)';
const NAMES = '(?<names>[^;；。）)\\n]{2,80}?)';

const LABELLED: { role: 'lead' | 'coop'; pattern: RegExp; example: string }[] = [
  {
    role: 'lead',
    pattern: new RegExp(
      `[(（,，;；\\s]*(?:牵头|主办|承办|责任)(?:单位|部门)?[:：为是]\\s*${NAMES}${UNTIL}[)）]?`,
      'u',
    ),
    example: '牵头：科技经信局',
  },
  {
    role: 'coop',
    pattern: new RegExp(
      `[(（,，;；\\s]*(?:配合|协办|协助|参与)(?:单位|部门)?[:：为是]\\s*${NAMES}${UNTIL}[)）]?`,
      'u',
    ),
    example: '配合：开发区、财政局',
  },
];

/** 牵头单位科技经信局, 牵头开发区: without a mark only bodies that are known count. */
const BARE: { role: 'lead' | 'coop'; pattern: RegExp; example: string }[] = [
  {
    role: 'lead',
    pattern:
      /[(（,，;；。\s](?:牵头|主办|承办|责任)(?:单位|部门)?\s*(?<names>[^,，;；。)）\s]{2,40})[)）]?/u,
    example: '牵头单位科技经信局',
  },
  {
    role: 'coop',
    pattern:
      /[(（,，;；。\s](?:配合|协办|协助)(?:单位|部门)?\s*(?<names>[^,，;；。)）\s]{2,40})[)）]?/u,
    example: '配合单位开发区',
  },
];

const SPOKEN: { role: 'lead' | 'coop'; pattern: RegExp; example: string }[] = [
  {
    role: 'lead',
    pattern:
      /(?:^|[,，;；。\s]|[前底])由?(?<names>[^,，;；。\s]{2,40}?)(?:牵头|主办|负责)(?=[,，;；。\s]|$|\p{Script=Han})/u,
    example: '科技经信局牵头，开发区配合',
  },
  {
    role: 'coop',
    pattern:
      /(?:^|[,，;；。\s])由?(?<names>[^,，;；。\s]{2,40}?)(?:配合|协办|协助)(?=[,，;；。\s]|$)/u,
    example: '开发区、财政局配合',
  },
];

/**
 * 新增任务 5月 召开企业座谈会 牵头：科技经信局 配合：开发区. Undefined for what gives no such order; an order without
 * words of its own has an empty `content`.
 */
export function readNewTask(
  said: string,
  { refDate, units }: { refDate: Day; units: UnitNames },
): NewTaskOrder | undefined {
  const isKnown = (name: string) => matchUnitName(name, units) !== undefined;
  const toUnit = TO_UNIT.exec(said);
  const first = toUnit?.groups?.unit;
  const leads = first !== undefined && isKnown(first) ? [first] : [];
  const opening = leads.length > 0 ? toUnit : (OPENING.exec(said) ?? ROW.exec(said));
  if (!opening || /[?？]$|吗$|怎么|如何/u.test(said)) return undefined;
  // 新增5月任务：the month stands in the order itself.
  const own = `${/\d+月/u.exec(opening[0])?.[0] ?? ''} ${said.slice(opening[0].length)}`.trim();
  const { noSuchDay, ...limit } = takeDeadline(own, refDate);
  if (noSuchDay) return { kind: 'no-such-day', day: noSuchDay };
  let { rest } = limit;
  const found: Record<'lead' | 'coop', string[]> = { lead: [], coop: [] };
  const take = (role: 'lead' | 'coop', pattern: RegExp, isUnit: (name: string) => boolean) => {
    if (found[role].length > 0) return;
    const every = new RegExp(pattern.source, 'gu');
    for (let m = every.exec(rest); m; m = every.exec(rest)) {
      // 4月20日前财政局牵头: what begins too early is tried again further on.
      every.lastIndex = m.index + 1;
      const names = splitUnits(m.groups?.names?.trim() ?? '');
      if (names.length === 0 || !names.every(isUnit)) continue;
      found[role] = names;
      rest = `${rest.slice(0, m.index + edgeOf(m[0]))} ${rest.slice(m.index + m[0].length)}`;
      return;
    }
  };
  for (const { role, pattern } of LABELLED) take(role, pattern, () => true);
  // Without a label only bodies that are known count: 由专人负责 names nobody.
  for (const { role, pattern } of [...BARE, ...SPOKEN]) take(role, pattern, isKnown);
  if (found.lead.length === 0) found.lead = leads;
  if (found.lead.length === 0) {
    const told = toldAt(rest, isKnown);
    if (told) {
      found.lead = told.names;
      rest = `${rest.slice(0, told.at)} ${rest.slice(told.end)}`;
    }
  }
  rest = tidy(rest);
  const opens = dateAtStart(rest, refDate);
  rest = tidy(rest.slice(opens?.text.length ?? 0));
  // 12月 12月20日前召开: the month, and a day of it.
  const next = opens?.isWhole && !limit.when ? dateAtStart(rest, refDate) : undefined;
  rest = tidy(rest.slice(next?.text.length ?? 0));
  const month = opens ?? limit.when ?? dateIn(rest, refDate);
  const due = limit.when ?? next ?? (opens?.isWhole ? dateOfClause(rest, opens, refDate) : month);
  const at = month && splitDay(month.end);
  return {
    kind: 'add',
    ...(LEADER.test(opening[0]) ? { byLeader: true as const } : {}),
    content: rest,
    month: at?.month ?? null,
    year: at?.year ?? splitDay(refDate).year,
    ...(due && !due.isWhole ? { dueOn: due.end } : {}),
    leadUnits: found.lead,
    coopUnits: found.coop,
  };
}

const tidy = (text: string) =>
  text
    .replace(/^[\s,，:：;；、]+|[\s,，;；、]+$/gu, '')
    .replace(/\s+(?=[,，;；、])/gu, '')
    .replace(/\s{2,}/gu, ' ');

/** 请开发区3月25日前报送清单: who is told, the longest known name behind the word; whatever follows is the task. */
const TOLD = /(?:^|[,，;；。\s])(?:请|责成|要求|让|由)(?<after>[^,，;；。\s\d]{2,30})/gu;

function toldAt(text: string, isUnit: (name: string) => boolean) {
  for (const m of text.matchAll(TOLD)) {
    const { after = '' } = m.groups ?? {};
    const end = m.index + m[0].length;
    for (let length = after.length; length >= 2; length--) {
      const names = splitUnits(after.slice(0, length));
      if (names.length > 0 && names.every(isUnit))
        return { names, at: m.index, end: end - after.length + length };
    }
  }
  return undefined;
}

/** A boundary that is a word of the date (4月底前由财政局牵头) stays with the date. */
const edgeOf = (found: string) => (/^[前底]/u.test(found) ? 1 : 0);
