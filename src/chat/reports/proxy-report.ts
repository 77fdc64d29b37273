import { splitDay } from '../../calendar/county-time.ts';
import { findPeriods } from '../../calendar/find-periods.ts';
import { clip } from '../../feishu/card.ts';
import { readProxy } from '../../intent/read-proxy.ts';
import { takeSource } from '../../intent/source-words.ts';
import { splitByUnit } from '../../intent/split-by-unit.ts';
import { type Proposal, sweepsMany } from '../../progress/proposal.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { findUnits } from '../../text/find-units.ts';
import { alignedTo, fold } from '../../text/fold.ts';
import { indexUnitNames, type UnitMention } from '../../text/unit-name.ts';
import { withoutPhones } from '../../text/without-phones.ts';
import { listUnitNames } from '../../units/resolve.ts';
import { answer, type Context, say } from '../context.ts';
import { words } from '../office-wording.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';
import { listsNamed, namedPlan } from './named-plan.ts';
import { propose, proxyQuestion } from './propose.ts';
import { ownWordAgainst, recordProxy } from './record-proxy.ts';
import { answerRecorded, calledOf, proposalOf } from './record-said.ts';
import type { ReportScope } from './report-scope.ts';
import { askWhichItem } from './settle-report.ts';
import { listsInMind, withoutParent } from './shown-list.ts';
import { meaningBeside, offeredFor } from './still-owed.ts';
import { inMonth, monthMeant, stillOwed } from './unit-duties.ts';
import { withoutHeld } from './without-held.ts';

/**
 * 代填: the office records for a unit what came by telephone or on paper. Where it does not say how it came, or the unit
 * itself said otherwise, one tap is asked for first. A note on several units is one card, and each is told of its own part.
 */
export async function proxyReport(context: Context, written: string): Promise<void> {
  const text = withoutPhones(written);
  if (!isOffice(context)) return say(context, intentWords.notAllowed(intentWords.office));
  const units = await listUnitNames(context.deps.db);
  const named = takeSource(text);
  // One source is that of the whole note; of several, each is that of its own part.
  const isOne = named && !takeSource(named.said);
  const parts = splitByUnit(isOne ? named.said : text, indexUnitNames(units));
  const heard = parts.map((part) => takeApart(part, units));
  const [first, other] = new Set([
    ...(isOne ? [named.source] : []),
    ...heard.flatMap((h) => h.source || []),
  ]);
  const shared = isOne || !other ? (first ?? '') : '';
  const read: ProxyReading[] = [];
  for (const { unit, called, own, source } of heard) {
    if (unit) read.push(await readFor(context, unit, own, shared || source));
    else
      read.push({
        kind: 'unclear',
        ask: (c) => say(c, called ? words.proxyNobody(called) : words.proxyHow),
      });
  }
  const meant = read.filter((r) => r.kind === 'meant');
  if (meant.length > 0) await takeMeant(context, text, meant);
  for (const [i, one] of read.entries()) {
    const there =
      i === 0 && meant.length === 0
        ? context
        : { ...context, origin: { ...context.origin, key: `${context.origin.key}:${i}` } };
    if (one.kind === 'unclear') await one.ask(there);
    if (one.kind === 'which') await propose(there, text, one.options);
  }
}

type Meant = {
  kind: 'meant';
  proposal: Proposal;
  /** The unit's own word that it stands against. */
  against: string | undefined;
  isSure: boolean;
};

type ProxyReading =
  | Meant
  | { kind: 'which'; options: Proposal[] }
  | { kind: 'unclear'; ask: (context: Context) => Promise<void> };

/** Records what was understood, where nothing has to be asked; else shows it, and one tap records it. */
async function takeMeant(context: Context, text: string, meant: Meant[]): Promise<void> {
  // What has no source yet comes first: the one that is asked for is its.
  const [first, ...beside] = meant
    .map((m) => m.proposal)
    .sort((a, b) => Number(a.source !== undefined) - Number(b.source !== undefined));
  if (!first) return;
  const proposal = { ...first, ...(beside.length > 0 ? { beside } : {}) };
  const against = meant.flatMap((m) => m.against ?? []).join('');
  const { source } = first;
  if (source && !against && meant.every((m) => m.isSure))
    return answerRecorded(context, await recordProxy(context, proposal, { source }));
  const question = await proxyQuestion(context, text, proposal, against);
  await answer(context, { type: 'card', card: question });
}

type Unit = Awaited<ReturnType<typeof listUnitNames>>[number];

/** For whom a note is, what it says of that unit, and how it came. */
function takeApart(
  text: string,
  units: Unit[],
): { unit: Unit | undefined; called: string | undefined; own: string; source: string } {
  const { whom, said, source } = readProxy(text);
  const folded = fold(whom ?? said);
  // 代某某局填：开发区道路已完成 must not become the report of 开发区: the opening alone says for whom.
  const [mention] = findUnits(folded, indexUnitNames(units));
  const unit = mention && units.find((u) => u.name === mention.name);
  const called = whom ?? CALLED.exec(said)?.[0];
  const own = whom || !mention ? said : without(mention, folded, said);
  return { unit, called, own, source };
}

/** What a note says of one unit's items. */
async function readFor(
  context: Context,
  unit: Unit,
  own: string,
  source: string,
): Promise<ProxyReading> {
  const plan = await namedPlan(context, own);
  if (plan.kind === 'several')
    return { kind: 'unclear', ask: (c) => say(c, progressWords.onePlanAtATime) };
  const inMind = await listsFor(context, unit.id, plan.said);
  const lists = await listsNamed(context, inMind, plan);
  const owed = await stillOwed(context, [unit.id], lists);
  const [card] = [...owed, ...lists].toReversed();
  if (!card) return { kind: 'unclear', ask: (c) => say(c, words.proxyNoItems(unit.name)) };
  const meaning = meaningBeside(lists, owed, plan.said, context.today);
  const ways =
    meaning.kind === 'sure' ? [meaning.heard] : meaning.kind === 'which' ? meaning.options : [];
  const [only, second] = ways;
  if (second || (only && meaning.kind === 'which' && source))
    return {
      kind: 'which',
      options: ways.map((o) => ({ ...proposalOf(o.scope, o.reading.items), source })),
    };
  if (!only) {
    const offered = offeredFor([card], card === owed.at(-1) ? [] : owed, plan.said, context.today);
    const no = /第(\d{1,3})[项条]/u.exec(fold(own))?.[1];
    const isThere = card.items.some((i) => (i.knownAs ?? i.no) === Number(no));
    if (!no || isThere)
      return {
        kind: 'unclear',
        ask: (c) => askWhichItem(c, offered, plan.said, { source, unit: unit.name }),
      };
    const lines = offered
      .flatMap((l) => l.items)
      .slice(0, 20)
      .map((i) => words.proxyLine(i.knownAs ?? i.no, clip(calledOf(i).replace(/\s+/g, ' '), 50)));
    return { kind: 'unclear', ask: (c) => say(c, words.proxyNoItem(unit.name, lines, Number(no))) };
  }
  const { scope, reading } = only;
  const meant = proposalOf(scope, reading.items);
  const proposal = (await withoutHeld(context, meant)) ?? meant;
  const against = SOLVED.test(own) ? undefined : await ownWordAgainst(context, proposal);
  const unread = [...new Set(reading.asks.map((a) => a.text))];
  const isLoose = sweepsMany(proposal) || reading.items.some((i) => i.implied || i.doubt);
  const isSure = meaning.kind === 'sure' && !isLoose && plan.kind !== 'unknown';
  return {
    kind: 'meant',
    proposal: {
      ...proposal,
      ...(source ? { source } : {}),
      ...(unread.length > 0 ? { unread } : {}),
    },
    against,
    isSure,
  };
}

/** 代填 教育局 第1项…: what stands where the unit's name should. */
const CALLED = /^[^\s:：,，。第\d]{2,20}(?=[\s:：,，]*第|[:：])/u;

/** Said of a difficulty, it has been checked with the unit. */
const SOLVED = /(?:困难|问题|障碍)?(?:已经?|得到|均已?)(?:经)?(?:解决|协调|化解|克服|核实)/u;

/** The words without the unit's name. */
function without({ at, length }: UnitMention, folded: string, said: string): string {
  const base = alignedTo(folded, said);
  return (base.slice(0, at) + base.slice(at + length)).replace(/^[\s:：,，;；的]+/u, '');
}

/** The list that the unit has before it; of another month where the words begin with one. */
async function listsFor(context: Context, unitId: string, said: string): Promise<ReportScope[]> {
  const [period] = findPeriods(fold(said), context.today);
  const { year, month } = splitDay(context.today);
  const [other] = period?.months ?? [];
  if (period && period.at <= 1 && period.months.length === 1 && other && other !== month) {
    const named = { year: period.yearSpoken ? period.year : year, month: other };
    const meant = await monthMeant(context.deps.db, [unitId], named, context.today);
    return inMonth(context.deps.db, meant, [unitId]);
  }
  // Which card the office's own message answers says nothing about the unit's list.
  return listsInMind(withoutParent(context), [unitId]);
}
