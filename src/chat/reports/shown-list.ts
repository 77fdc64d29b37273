import { type Day, splitDay } from '../../calendar/county-time.ts';
import { findPeriods } from '../../calendar/find-periods.ts';
import { findByMessageId } from '../../outbox/sent-queries.ts';
import { findItems } from '../../plan/item-queries.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import type { Line } from '../../summary/summarise.ts';
import { fold } from '../../text/fold.ts';
import { verbose } from '../../text/verbose.ts';
import { findUnits } from '../../units/queries.ts';
import type { Context } from '../context.ts';
import { findLastShown, findShownList, insertShownList, type ShownList } from '../queries.ts';
import type { ShownItem } from '../tables.ts';
import { listsNamed, namedPlan } from './named-plan.ts';
import { askedApart, type ReportScope, reportScopes } from './report-scope.ts';
import { inMonth, isOpen, monthMeant } from './unit-duties.ts';

/** How the items of an answer's list are numbered. */
export type Numbering = {
  numberOf: (line: Line) => number;
  /** What has a number already, in the order of numbers, before what has none. */
  inOrder: (lines: Line[]) => Line[];
  /** Keeps what was numbered, so that a number said after it is understood. */
  remember: () => Promise<void>;
};

/**
 * Numbers for a list that answers a question. Of one unit: the numbers of its month card, and for what stands on no card
 * numbers after the last one, the same in every list of the chat, so that a person sees one numbering. Of several units
 * the rows are counted, on a later page from `first`. What was shown is remembered for the chat.
 */
export async function numberList(
  context: Context,
  unitIds: string[],
  first: number,
): Promise<Numbering> {
  const [unitId, second] = unitIds;
  const known = unitId && !second ? await numbersOf(context, unitId) : { taken: [], last: first };
  const numbers = new Map(known.taken.map((i) => [i.occurrenceId, i.no]));
  const shown: ShownItem[] = [];
  let { last } = known;
  return {
    numberOf: ({ occurrenceId, leads, coops }) => {
      const no = numbers.get(occurrenceId) ?? ++last;
      const units = unitIds.length > 0 ? unitIds : [...leads, ...coops];
      for (const id of units) {
        const role = leads.includes(id) ? 'lead' : coops.includes(id) ? 'coop' : undefined;
        if (role) shown.push({ no, unitId: id, role, occurrenceId });
      }
      return no;
    },
    inOrder: (lines) => {
      const place = (l: Line) => numbers.get(l.occurrenceId) ?? Number.MAX_SAFE_INTEGER;
      return lines.toSorted((a, b) => place(a) - place(b));
    },
    remember: async () => {
      if (shown.length === 0) return;
      const unseen = known.taken.filter(
        (k) => !shown.some((s) => s.occurrenceId === k.occurrenceId),
      );
      const earlier = unseen.map((i) => ({ ...i, before: true as const }));
      await insertShownList(context.deps.db, {
        key: `answer:${context.origin.key}`,
        chatId: context.origin.chatId,
        at: context.now,
        items: [...shown, ...earlier],
      });
    },
  };
}

/** The numbers that items of a unit have already in what this chat was shown; none where two cards give the same. */
async function numbersOf(
  context: Context,
  unitId: string,
): Promise<{ taken: ShownItem[]; last: number }> {
  const cards = await reportScopes(withoutParent(context), [unitId]);
  const [card, second] = cards;
  if (!card || second) return { taken: [], last: Math.max(0, ...cards.map((c) => c.last)) };
  const onCard = card.items.map(({ no, role, occurrenceId }) => ({
    no,
    unitId,
    role,
    occurrenceId,
  }));
  const list = await findLastShown(context.deps.db, context.origin.chatId);
  const earlier = list && isSince(list, card) ? list.items.filter((i) => i.unitId === unitId) : [];
  const free = earlier.filter(
    (e) => e.no > card.last && !onCard.some((c) => c.occurrenceId === e.occurrenceId),
  );
  const taken = [...onCard, ...free.map(({ before: _, ...item }) => item)];
  return { taken, last: Math.max(card.last, ...taken.map((i) => i.no)) };
}

/** Shown when the card that numbers the items now was there already. */
const isSince = (list: ShownList, card: ReportScope) => !card.since || list.at >= card.since;

/** How long a list is kept in mind beside a card that came after it. */
const BESIDE_MS = 24 * 3_600_000;
/** A list older than this is forgotten, card or no card. */
const LONGEST_MS = 31 * 24 * 3_600_000;

/**
 * Every list in which a number said here can be meant: what the message answers, else the newest cards of these units and
 * the list that this chat was shown last.
 */
export async function listsInMind(context: Context, unitIds: string[]): Promise<ReportScope[]> {
  const { db } = context.deps;
  const { parentId, chatId } = context.origin;
  const sent = parentId ? await findByMessageId(db, parentId) : undefined;
  const answered = sent ? await findShownList(db, sent.key) : undefined;
  if (answered) return scopesOf(context, answered, unitIds);
  const own = await reportScopes(context, unitIds);
  // An answer to a card speaks of that card.
  if (own.some((c) => c.answered)) return own;
  const cards = [...own, ...(await askedApart(context, unitIds, own))];
  const list = await findLastShown(db, chatId);
  const age = list ? context.now.getTime() - list.at.getTime() : Number.POSITIVE_INFINITY;
  if (!list || age > LONGEST_MS) return cards;
  const lists = (await scopesOf(context, list, unitIds)).filter(
    (l) => age <= BESIDE_MS || cards.every((c) => c.unitId !== l.unitId || isSince(list, c)),
  );
  return [...lists, ...cards];
}

/** 1月的第3项: the month whose list is meant, where a message begins with one. */
function monthNamed(text: string, today: Day): { year: number; month: number } | undefined {
  const said = fold(text).trim();
  const [period] = findPeriods(said, today);
  const [month, second] = period?.months ?? [];
  if (!period || !month || second || period.at > 1 || period.window) return undefined;
  const rest = said.slice(period.at + period.length);
  return verbose`
    ^份?的?[\s,，:：]*(?:
      第[\d一二三四五六七八九十]|那?[\d一二三四五六七八九十]+项
      |\d{1,2}(?:[、,，和及与]\d{1,2})+|\d{1,2}[:：也]|(?:重点)?(?:任务|工作)
    )
  `.test(rest)
    ? { year: period.year, month }
    : undefined;
}

/** What a message speaks of: its lists, the month it names, and its words without the name of a plan. */
export type Spoken = {
  lists: ReportScope[];
  month?: { year: number; month: number };
  said: string;
  /** A plan is spoken of that its words do not tell. */
  isPlanUnknown: boolean;
};

/**
 * The lists that a message means: of the month it names, where no list in mind is that month's, else those in mind; of the
 * plan it names. `several` where it names more than one plan: a number would be looked up in the wrong one.
 */
export async function listsSpokenOf(
  context: Context,
  unitIds: string[],
  text: string,
): Promise<Spoken | 'several'> {
  const plan = await namedPlan(context, text);
  if (plan.kind === 'several') return 'several';
  const { said } = plan;
  const named = monthNamed(said, context.today);
  const month = named && (await monthMeant(context.deps.db, unitIds, named, context.today));
  const lists = await listsOfMonth(context, unitIds, month);
  return {
    lists: await listsNamed(context, lists, plan),
    ...(month ? { month } : {}),
    said,
    isPlanUnknown: plan.kind === 'unknown',
  };
}

async function listsOfMonth(
  context: Context,
  unitIds: string[],
  named: { year: number; month: number } | undefined,
): Promise<ReportScope[]> {
  const inMind = await listsInMind(context, unitIds);
  if (!named) return inMind;
  // An answer's list is of this year.
  const isPast = named.year < splitDay(context.today).year;
  if (inMind.some((l) => l.since && l.month === named.month))
    return inMind.filter((l) => (l.since ? l.month === named.month : !isPast));
  return inMonth(context.deps.db, named, unitIds);
}

/** The number that each item has in what its unit was shown last. */
export async function numbersKnown(
  context: Context,
  unitIds: string[],
): Promise<Map<string, number>> {
  const lists = await listsInMind(withoutParent(context), unitIds);
  return new Map(lists.flatMap((l) => l.items.map((i) => [i.occurrenceId, i.no] as const)));
}

/** What a remembered list says of these units, as it stands now. */
async function scopesOf(
  context: Context,
  list: ShownList,
  unitIds: string[],
): Promise<ReportScope[]> {
  const { db } = context.deps;
  const own = list.items.filter((i) => unitIds.includes(i.unitId));
  const ids = [...new Set(own.map((i) => i.occurrenceId))];
  const items = await findItems(db, ids);
  const reports = await findCurrentReports(db, ids);
  return (await findUnits(db, [...new Set(own.map((i) => i.unitId))])).map((unit) => {
    const rows = own
      .filter((i) => i.unitId === unit.id)
      .flatMap((row) => {
        const item = items.find((i) => i.occurrenceId === row.occurrenceId);
        if (item?.state !== 'active') return [];
        return [
          {
            no: row.no,
            unitId: unit.id,
            unitName: unit.name,
            occurrenceId: row.occurrenceId,
            role: row.role,
            content: item.content,
            open: isOpen(reports, row.occurrenceId, unit.id),
            ...(row.before ? { before: true as const } : {}),
          },
        ];
      });
    return {
      unitId: unit.id,
      unitName: unit.name,
      month: splitDay(context.today).month,
      last: Math.max(0, ...rows.map((r) => r.no)),
      items: rows,
    };
  });
}

export function withoutParent(context: Context): Context {
  const { parentId: _, ...origin } = context.origin;
  return { ...context, origin };
}
