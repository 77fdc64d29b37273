import { type Act, recordAudit, recordChange } from '../../audit/record.ts';
import { splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import type { CardAnswer } from '../../feishu/event.ts';
import type { Intent } from '../../intent/intent.ts';
import { asksStanding, readTargetOrder, type TargetOrder } from '../../intent/read-target-order.ts';
import { getSetting, setSetting, type Written } from '../../settings/queries.ts';
import { asOfText, words as summaryWords } from '../../summary/wording.ts';
import { proposalCard, TargetClick, targetCard, targetsCard } from '../../targets/cards.ts';
import { restateProposals, targetsInDocuments } from '../../targets/document-targets.ts';
import { findKey, foldIndicators, indicatorKey } from '../../targets/indicator-key.ts';
import { listTargets, type TargetRow } from '../../targets/queries.ts';
import { readTargets } from '../../targets/read-targets.ts';
import {
  changeTarget,
  decideTargets,
  halfYearShare,
  proposeTargets,
} from '../../targets/target.ts';
import { loadTargets, type TargetView } from '../../targets/view.ts';
import { aimText, words } from '../../targets/wording.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import { seesAll } from '../answers/may-ask.ts';
import { type Clicked, type ClickHandler, change, info, ok, onClick, refuse } from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard, sayWithUndo } from '../done-card.ts';
import { takeValues } from '../reports/take-values.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';

export const TARGET_CLICKS: ClickHandler[] = [onClick(TargetClick, decide)];

/** Orders, questions and figures about numeric targets; false where the message is about something else. */
export async function takeTargetOrder(
  context: Context,
  intent: Intent,
  text: string,
): Promise<boolean> {
  const order = readTargetOrder(text);
  if (order) {
    await carryOut(context, order);
    return true;
  }
  if (intent.kind === 'help' || intent.kind === 'chat') return false;
  if (intent.kind !== 'report' && asksStanding(text)) return answerOne(context, text);
  // 新增任务 and the like name indicators too.
  return intent.kind === 'admin' || PLANS.test(text) ? false : takeValues(context, text);
}

const PLANS = /任务|牵头[:：]|暂缓|计划|目标/u;

async function carryOut(context: Context, order: TargetOrder): Promise<void> {
  if (order.kind === 'ask') return showAll(context, order.behindOnly);
  if (!isOffice(context)) return say(context, words.onlyOffice);
  switch (order.kind) {
    case 'propose':
      return propose(context);
    case 'set':
      return propose(context, order.text);
    case 'curve':
      return setCurve(context, order);
    case 'lag':
    case 'unit':
      return changeOne(context, order);
  }
}

/** 指标进度: for leaders and the office, in private. */
async function showAll(context: Context, behindOnly: boolean): Promise<void> {
  if (context.origin.chatType !== 'p2p') return say(context, words.inPrivate);
  if (!seesAll(context)) return say(context, summaryWords.notAllowed);
  const { year } = splitDay(context.today);
  const all = await loadTargets(context.deps.db, whenOf(context));
  const views = behindOnly ? all.filter((v) => v.standing?.behind) : all;
  const asOf = asOfOf(context);
  await answer(context, {
    type: 'card',
    card: targetsCard({ year, asOf, views, behindOnly: behindOnly && all.length > 0 }),
  });
}

/** 规上产值完成多少了; false where no target of the year is named. */
async function answerOne(context: Context, text: string): Promise<boolean> {
  const view = named(await loadTargets(context.deps.db, whenOf(context)), text);
  if (!view) return false;
  const isOwn = context.person.memberships.some((m) => m.unitId === view.target.unitId);
  if (context.origin.chatType !== 'p2p') await say(context, words.inPrivate);
  else if (!seesAll(context) && !isOwn) await say(context, summaryWords.notAllowed);
  else await answer(context, { type: 'card', card: targetCard(view, asOfOf(context)) });
  return true;
}

/** The target whose name is longest in the text; of a level and a growth rate the one the words ask for. */
function named(views: TargetView[], text: string): TargetView | undefined {
  const folded = foldIndicators(text);
  const found = views
    .filter((v) => findKey(folded, v.target.key) >= 0)
    .toSorted((a, b) => b.target.key.length - a.target.key.length);
  const best = found.filter((v) => v.target.key.length === found[0]?.target.key.length);
  const wantsGrowth = /增长|增速|增幅/u.test(text);
  return best.find((v) => (v.target.measure === 'growth') === wantsGrowth) ?? best[0];
}

const whenOf = ({ today, deps }: Context) => ({
  year: splitDay(today).year,
  today,
  timeZone: deps.config.APP_TIMEZONE,
});

const asOfOf = ({ now, deps }: Context) =>
  summaryWords.asOf(asOfText(now, deps.config.APP_TIMEZONE));

/** Reads targets from the year's documents, or from the order itself, and shows them to be confirmed. */
async function propose(context: Context, text?: string): Promise<void> {
  const { deps, today, person } = context;
  const { year } = splitDay(today);
  const found = text
    ? readTargets(text, { isPlan: true }).map((target) => ({
        target,
        source: `${person.name}：${text}`.slice(0, 300),
      }))
    : await targetsInDocuments(deps.db, year);
  await restateProposals(deps.db, actOf(context), year);
  await proposeTargets(deps.db, actOf(context), year, found, deps.newId);
  const waiting = await listTargets(deps.db, year, 'proposed');
  if (waiting.length === 0) return say(context, words.proposedNone);
  await answer(context, { type: 'card', card: proposalCard(waiting) });
}

async function setCurve(
  context: Context,
  order: Extract<TargetOrder, { kind: 'curve' }>,
): Promise<void> {
  const { db, newId } = context.deps;
  const act = actOf(context);
  if (order.name) {
    const target = await targetNamed(context, order.name);
    if (!target) return say(context, words.unknown(order.name));
    const done = await changeTarget(db, act, target, { half: order.half }, newId);
    return sayWithUndo(context, words.curveSet(target.name, order.half), done.changeId);
  }
  const before = await getSetting(db, halfYearShare);
  await setSetting(db, halfYearShare, order.half, act.at);
  const written: Written = { key: halfYearShare.key, value: order.half };
  const data = { before, written };
  const changeId = await recordChange(db, act, { kind: 'targets-curve', data }, newId);
  await recordAudit(db, act, 'targets.curve', 'setting:targets.half', { half: order.half });
  await sayWithUndo(context, words.curveSet(words.allTargets, order.half), changeId);
}

/** Gives the county's curve back as it was. */
export async function undoCurve(db: Db, act: Act, data: Record<string, unknown>): Promise<string> {
  await setSetting(db, halfYearShare, halfYearShare.schema.parse(data.before), act.at);
  return words.curveUndone;
}

async function changeOne(
  context: Context,
  order: Extract<TargetOrder, { kind: 'lag' | 'unit' }>,
): Promise<void> {
  const { db, newId } = context.deps;
  const target = await targetNamed(context, order.name);
  if (!target) return say(context, words.unknown(order.name));
  if (order.kind === 'lag') {
    const done = await changeTarget(db, actOf(context), target, { lag: order.months }, newId);
    return sayWithUndo(context, words.lagSet(target.name, order.months), done.changeId);
  }
  const unit = await findUnit(db, order.unit);
  if (!unit)
    return say(context, intentWords.unitUnknown(order.unit, await nearestUnits(db, order.unit)));
  const done = await changeTarget(db, actOf(context), target, { unitId: unit.id }, newId);
  await sayWithUndo(context, words.unitSet(target.name, unit.name), done.changeId);
}

async function targetNamed(context: Context, name: string): Promise<TargetRow | undefined> {
  const { year } = splitDay(context.today);
  const key = indicatorKey(name);
  return (await listTargets(context.deps.db, year, 'confirmed')).find((t) => t.key === key);
}

/** Says which of some proposals the documents state otherwise by now; those wait for another word of the office. */
async function restate(context: Context, ids: string[]): Promise<string[]> {
  const { year } = splitDay(context.today);
  const { changed, gone } = await restateProposals(context.deps.db, actOf(context), year);
  const own = changed.filter((c) => ids.includes(c.now.id));
  const left = gone.filter((t) => ids.includes(t.id));
  if (own.length + left.length === 0) return [];
  const pairs = own.map((c): [string, string] => [aimText(c.before), aimText(c.now)]);
  await say(context, words.restated(pairs, left.map(aimText)), 'restated');
  return [...own.map((c) => c.now), ...left].map((t) => t.id);
}

async function decide(clicked: Clicked, click: TargetClick): Promise<CardAnswer> {
  if (!isOffice(clicked.context)) return refuse(words.onlyOffice);
  return change(clicked, async (context) => {
    const { db, newId } = context.deps;
    const confirmed = click.act === 'target-confirm';
    const { year } = splitDay(context.today);
    const ids = click.ids.split(',').filter(Boolean);
    const restated = confirmed ? await restate(context, ids) : [];
    const sure = ids.filter((id) => !restated.includes(id));
    const done = await decideTargets(db, actOf(context), sure, confirmed, newId);
    if (!done && restated.length === 0) return info(words.decidedBefore);
    const names = done?.targets.map((t) => t.name) ?? [];
    const text = (confirmed ? words.confirmed : words.dropped)(names);
    if (done) await sayWithUndo(context, text, done.changeId);
    const waiting = await listTargets(db, year, 'proposed');
    return ok(intentWords.done, waiting.length > 0 ? proposalCard(waiting) : doneCard(text));
  });
}
