import type { Intent } from '../../intent/intent.ts';
import { readPlanOrder } from '../../intent/read-plan-order.ts';
import {
  heardFrom,
  namedAtHead,
  opensProxy,
  readProxy,
  takesBack,
} from '../../intent/read-proxy.ts';
import { speaksOfWork } from '../../intent/report-words.ts';
import { splitByUnit } from '../../intent/split-by-unit.ts';
import { asksOutright } from '../../text/asks.ts';
import { findUnits } from '../../text/find-units.ts';
import { fold } from '../../text/fold.ts';
import type { UnitNames } from '../../text/unit-name.ts';
import { verbose } from '../../text/verbose.ts';
import { findUnit } from '../../units/resolve.ts';
import { type Context, say } from '../context.ts';
import { words } from '../office-wording.ts';
import { isOffice } from '../roles.ts';
import { proxyReport } from './proxy-report.ts';
import { mayReport, reportingUnits } from './report-scope.ts';
import { listsInMind } from './shown-list.ts';

/**
 * 财政局报：…… written by the office is that unit's report; whoever cannot report for that unit has not spoken of the own
 * one either, and is told so.
 */
export async function takeHeardReport(
  context: Context,
  text: string,
  { intent, units }: { intent: Intent; units: UnitNames },
): Promise<boolean> {
  if (isOffice(context)) {
    if (ordersSeveral(context, text, units)) {
      await say(context, words.oneOrderAtATime);
      return true;
    }
    const isOrder = intent.kind === 'admin' && intent.command.kind !== 'proxy-report';
    const [named] = findUnits(fold(text), units);
    if ((!isOrder && isOfSeveral(text, units)) || (named && takesBack(fold(text), named))) {
      await proxyReport(context, text);
      return true;
    }
  }
  const heard = heardFrom(text);
  const unit = heard && (await findUnit(context.deps.db, heard.whom));
  if (!unit) return false;
  if (mayReport(context, unit.id) && !(heard.how && isOffice(context))) return false;
  if (isOffice(context)) await proxyReport(context, text);
  // 财政局反馈第1项材料不全 may well tell of one's own item.
  else if (!heard.isQuoted || reportingUnits(context).length === 0) return false;
  else await say(context, words.notYourUnits(unit.name));
  return true;
}

/**
 * 林业局油茶基地还没验收, by the office: what would be read as a report and begins with another unit's name is that unit's,
 * never that of the writer's own.
 */
export async function takeWordsOfOthers(
  context: Context,
  text: string,
  { intent, units }: { intent: Intent; units: UnitNames },
): Promise<boolean> {
  if (!isOffice(context) || !TAKEN_AS_REPORT.has(intent.kind) || asksOutright(text)) return false;
  const name = namedAtHead(text, units);
  const stranger = name ? undefined : strangerIn(text, units);
  if (stranger && !(await isInOwnItems(context, stranger))) {
    await say(context, words.proxyNobody(stranger));
    return true;
  }
  const unit = name && (await findUnit(context.deps.db, name));
  if (!unit || mayReport(context, unit.id)) return false;
  await proxyReport(context, text);
  return true;
}

/** A road in 石磨镇 may be the own bureau's task. */
async function isInOwnItems(context: Context, body: string): Promise<boolean> {
  const lists = await listsInMind(context, reportingUnits(context));
  return lists.some((l) => l.items.some((i) => fold(i.content).includes(body)));
}

const TAKEN_AS_REPORT = new Set<Intent['kind']>(['report', 'unknown']);

/**
 * 刚才电话：财政局第1项办完了，住建局第3项还在走流程: tells how the work of several units stands. 财政局第1项暂缓，住建局第3项取消
 * orders: without a word of how it was heard, each part must tell, or stand on a line of its own.
 */
function isOfSeveral(text: string, units: UnitNames): boolean {
  const parts = asksOutright(text) ? [] : splitByUnit(text, units);
  if (parts.length < 2) return false;
  const tells = (part: string) => speaksOfWork(fold(part));
  return isHeard(text) || (text.includes('\n') ? parts.some(tells) : parts.every(tells));
}

/** Says how it was heard: no order begins so. */
const isHeard = (text: string) =>
  opensProxy(text) || heardFrom(text) !== undefined || readProxy(text).source !== '';

/** 财政局第1项改到5月完成，住建局第1项改到6月完成: changes of the plan, of which one is shown at a time. */
function ordersSeveral({ today }: Context, text: string, units: UnitNames): boolean {
  if (isHeard(text)) return false;
  const isChange = (part: string) =>
    readPlanOrder(part, { refDate: today, units })?.kind === 'change';
  return splitByUnit(text, units).filter(isChange).length > 1;
}

/** A town with what goes on there, or a bureau's own words; 统计局审核通过了 may well be part of one's own item. */
const BODY_AT_HEAD = verbose`
  ^\s*(?<body>
    (?![我本咱这那各全该每几两二三四五六七八九十])\p{Script=Han}{1,8}?(?:
      (?:镇|乡|街道)(?![长域村]|第|配合|协助|参与|联合)
      |(?:局|委|管委会)(?=[这那]?边?(?:说|讲|称|来?电话|来电|微信))
    )
  )
`;
/** A body of the county's own kinds. */
const WHOLE_BODY = /^(?![我本咱这那各全该每])\p{Script=Han}{1,8}(?:局|委|镇|乡|街道|管委会)$/u;
/** 三个镇都来过电话：, 刚才打了一圈电话，: how it was heard, before what is told. */
const CAME_BY = /^[^,;。:]{0,12}(?:电话|来电|微信|短信|口头|当面)[^,;。:]{0,4}[,:]/u;

/** The body that is none of the list and that a text tells of: 石磨镇规上新增1家, 农机局：已完成. */
function strangerIn(text: string, units: UnitNames): string | undefined {
  const heard = heardFrom(text);
  if (heard && WHOLE_BODY.test(heard.whom)) return heard.whom;
  const evened = fold(text).replace(/[：，；]/gu, (mark) => ':,;'['：，；'.indexOf(mark)] ?? mark);
  const told = evened.replace(CAME_BY, '');
  const body = BODY_AT_HEAD.exec(told)?.groups?.body;
  return body && findUnits(body, units).length === 0 ? body : undefined;
}
