import { dayOf, splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import { findByMessageId } from '../../outbox/sent-queries.ts';
import type { PendingOption } from '../../progress/cards.ts';
import { findLastBatch } from '../../progress/queries.ts';
import { isReportedDone } from '../../progress/task-status.ts';
import {
  type CardOrigin,
  findCard,
  findCards,
  listCardsSince,
  listLatestCards,
} from '../../remind/card-queries.ts';
import { cardLines } from '../../remind/draw.ts';
import { listCopiesTo } from '../../remind/nudge-queries.ts';
import type { Context } from '../context.ts';
import { inMonth } from './unit-duties.ts';

/** An item a person may report on, under the number it has in what the person has before them. */
type ReportableItem = PendingOption & {
  open: boolean;
  /** Numbered in an earlier list of the chat: meant by its number only. */
  before?: true;
  /** The month in which it was to be done, where that is over. */
  owedOf?: { year: number; month: number };
  /** Counted anew here: the number that the person knows it by. */
  knownAs?: number;
};

/** The items of one unit that a reply can mean, and the month they were shown for. */
export type ReportScope = {
  unitId: string;
  unitName: string;
  month: number;
  items: ReportableItem[];
  /** The highest number given, to what is no longer asked of the unit too. */
  last: number;
  /** When the card that numbers the items was made; absent where no card does. */
  since?: Date;
  /** The message answers this very card. */
  answered?: true;
  /** Nothing that was shown gave the numbers: the items are counted as the plans have them. */
  uncarded?: true;
};

/**
 * What a reply of this person can be about: the reminder it answers, else the newest reminder of each of the person's
 * units (in a unit's group: of that unit), else what the unit has to do this month.
 */
export async function reportScopes(context: Context, unitIds: string[]): Promise<ReportScope[]> {
  const { db } = context.deps;
  const timeZone = context.deps.config.APP_TIMEZONE;
  const { parentId } = context.origin;
  const sent = parentId ? await findByMessageId(db, parentId) : undefined;
  const parent = sent ? await findCard(db, sent.key) : undefined;
  const wanted = parent ? unitIds.filter((u) => u === parent.unitId) : unitIds;
  const latest = parent ? [parent] : await listLatestCards(db, wanted);
  const onCards = await scopesOfCards(db, latest, timeZone);
  const scopes = onCards.map((s) => (parent ? { ...s, answered: true as const } : s));
  const without = wanted.filter((u) => !scopes.some((s) => s.unitId === u));
  const asked = [...Map.groupBy(scopes, (s) => s.unitId).values()].flatMap(asOneList);
  return [...asked, ...(await inMonth(db, splitDay(dayOf(context.now, timeZone)), without))];
}

/** What a person was asked about within this time beside the month's card has numbers of its own. */
const ASKED_MS = 7 * 24 * 3_600_000;

/**
 * Items of other months that a number can be meant of beside this month's card, under the numbers of those months' cards:
 * what the person was asked about again, and what had not been up for long when this month's card came.
 */
export async function askedApart(
  context: Context,
  unitIds: string[],
  lists: ReportScope[],
): Promise<ReportScope[]> {
  const { deps, now, person } = context;
  const from = new Date(now.getTime() - ASKED_MS);
  const keys = await listCopiesTo(deps.db, person.id, unitIds, { from, to: now });
  const apart = (await findCards(deps.db, keys)).filter((c) =>
    lists.every((l) => l.unitId !== c.unitId || l.month !== c.month),
  );
  const asked = await scopesOfCards(deps.db, apart, deps.config.APP_TIMEZONE);
  const together = await Promise.all(lists.map((l) => madeTogether(context, l)));
  return [...asked, ...together.flat()];
}

/**
 * The cards that came shortly before this newest one (a plan published late). Who has reported on the newest goes on with
 * it: then only numbers that are not open there are left for the others.
 */
async function madeTogether(
  { deps: { db, config }, person }: Context,
  { unitId, month, since, items }: ReportScope,
): Promise<ReportScope[]> {
  if (!since) return [];
  const from = new Date(since.getTime() - ASKED_MS);
  const cards = (await listCardsSince(db, [unitId], from)).filter((c) => c.month !== month);
  const last = cards.length > 0 ? await findLastBatch(db, person.id, [unitId]) : [];
  const isInHand = last.some(
    (r) => r.reportedAt >= since && items.some((i) => i.occurrenceId === r.occurrenceId),
  );
  const taken = new Set(isInHand ? items.flatMap((i) => (i.open ? i.no : [])) : []);
  const yearOf = new Map(cards.map((c) => [c.month, c.year]));
  return (await scopesOfCards(db, cards, config.APP_TIMEZONE)).map((list) => {
    const owedOf = { year: yearOf.get(list.month) ?? 0, month: list.month };
    const items = list.items.filter((i) => i.open && !taken.has(i.no));
    return { ...list, items: items.map((i) => ({ ...i, owedOf })) };
  });
}

async function scopesOfCards(
  db: Db,
  cards: CardOrigin[],
  timeZone: string,
): Promise<ReportScope[]> {
  const scopes: ReportScope[] = [];
  for (const own of Map.groupBy(cards, (c) => c.reminderId).values()) {
    const [first] = own;
    if (!first) continue;
    const keys = own.map((c) => c.key);
    const lines = new Map((await cardLines(db, keys, first, timeZone)).map((l) => [l.no, l]));
    const { unitId, unitName, month } = first;
    scopes.push({
      unitId,
      unitName,
      month,
      last: Math.max(0, ...lines.keys()),
      since: first.decidedAt,
      items: [...lines.values()]
        .filter((l) => !l.off)
        .map(({ no, occurrenceId, role, content, report }) => ({
          no,
          unitId,
          unitName,
          occurrenceId,
          role,
          content,
          open: !(report && isReportedDone(report)),
        })),
    });
  }
  return scopes;
}

/** A unit's cards of one month, each of a plan, are one list where no number stands on two of them. */
function asOneList(cards: ReportScope[]): ReportScope[] {
  const [newest] = cards;
  const items = cards.flatMap((c) => c.items).sort((a, b) => a.no - b.no);
  if (!newest || new Set(items.map((i) => i.no)).size < items.length) return cards;
  return [{ ...newest, last: Math.max(...cards.map((c) => c.last)), items }];
}

/**
 * The units a person may report for here: in private their own; in a unit's group that unit, because an administrator
 * has confirmed that who sits there speaks for it; in any other group none but their own.
 */
export function reportingUnits({
  person,
  chatUnitId,
}: Pick<Context, 'person' | 'chatUnitId'>): string[] {
  return chatUnitId ? [chatUnitId] : person.memberships.map((m) => m.unitId);
}

/** One's own unit anywhere, a unit's group for that unit. */
export function mayReport(
  context: Pick<Context, 'person' | 'chatUnitId'>,
  unitId: string,
): boolean {
  const own = context.person.memberships.some((m) => m.unitId === unitId);
  return own || reportingUnits(context).includes(unitId);
}
