import type { Intent } from '../../intent/intent.ts';
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
import { findUnit } from '../../units/resolve.ts';
import { type Context, say } from '../context.ts';
import { words } from '../office-wording.ts';
import { isOffice } from '../roles.ts';
import { proxyReport } from './proxy-report.ts';
import { mayReport, reportingUnits } from './report-scope.ts';

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
  const unit = name && (await findUnit(context.deps.db, name));
  if (!unit || mayReport(context, unit.id)) return false;
  await proxyReport(context, text);
  return true;
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
  return (
    opensProxy(text) ||
    heardFrom(text) !== undefined ||
    readProxy(text).source !== '' ||
    (text.includes('\n') ? parts.some(tells) : parts.every(tells))
  );
}
