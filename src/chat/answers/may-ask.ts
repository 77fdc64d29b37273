import { sidesOf } from '../../intent/compare-sides.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import { words } from '../../summary/wording.ts';
import { listCharges } from '../../units/charge-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import type { Context } from '../context.ts';
import { type Offer, sayOffer } from '../help.ts';
import { words as intentWords } from '../wording.ts';
import { questionWords } from './question-wording.ts';
import { asUnits } from './who-is-meant.ts';

/** What of a question about progress may be answered here, or the sentence that says why it is not. */
export type Asked =
  | {
      kind: 'allowed';
      query: ProgressQuery;
      /** The asker sees only what these units have said themselves. */
      ownOnly: boolean;
    }
  | {
      kind: 'refused';
      text: string;
      /** What may have been meant. */
      instead?: Offer[];
      /** There is no plan of that year. */
      noPlan?: true;
    };

/**
 * Who may know what (domain.md section 6): leaders and the office everything, in private; others their own units; a
 * unit's group that unit. Rankings and units held against each other: leaders and the office only, in private.
 */
export async function mayAsk(context: Context, asked: ProgressQuery): Promise<Asked> {
  const { deps, origin } = context;
  const own = await ownUnits(context);
  const refused = (text: string, instead?: Offer[]): Asked => ({
    kind: 'refused',
    text,
    ...(instead && { instead }),
  });
  const { buttons } = intentWords;
  if (asked.noSuchPeriod)
    return refused(
      words.noSuchPeriod(asked.noSuchPeriod),
      (seesAll(context)
        ? [buttons.progress, buttons.year]
        : own.length > 0
          ? [buttons.myTasks]
          : []
      ).map(sayOffer),
    );
  if ((asked.own || asked.mine) && own.length === 0)
    return refused(
      origin.chatType === 'group' ? intentWords.ownInPrivate : intentWords.whoAmI(context.person),
    );
  const charged = asked.charged && seesAll(context) ? await chargedUnits(context) : [];
  if (asked.charged && charged.length === 0) return refused(questionWords.noChargeOfYours);
  const meant = asked.charged ? charged : isOfOwnUnits(context, asked, own) ? own : undefined;
  const query = await asUnits(
    context,
    meant ? { ...asked, units: meant.map((u) => u.name) } : asked,
  );
  if (!query) return refused(questionWords.noTowns);
  const [unknown] = query.unknownUnits ?? [];
  if (unknown !== undefined && query.units.length === 0) {
    // Who may not know how others stand is not told their names either.
    const near = seesAll(context) ? await nearestUnits(deps.db, unknown) : [];
    return refused(words.unitNotFound(unknown, near), await openings(context, query, near));
  }
  const named = [...query.units, ...(query.compare ?? []).flatMap((side) => side.units ?? [])];
  const isOwn = named.length > 0 && named.every((n) => own.some((u) => u.name === n));
  const isPrivate = origin.chatType === 'p2p';
  if (!isOwn || query.kind === 'ranking') {
    if (!isPrivate) return refused(words.groupRefuses);
    if (!seesAll(context))
      return refused(query.kind === 'ranking' ? words.rankingRefused : words.notAllowed);
  }
  // A file wanders further than a card, and a comparison shows how a unit has slackened.
  if (!isPrivate && query.kind === 'export') return refused(words.groupFiles);
  if (!isPrivate && query.kind === 'compare') return refused(words.groupRefuses);
  const years =
    query.kind === 'compare'
      ? sidesOf(query, context.today).map((side) => side.year)
      : [query.year];
  const plans = await listPublishedPlans(deps.db);
  const missing = years.find((year) => !plans.some((p) => p.year === year));
  if (missing !== undefined) return { kind: 'refused', text: words.noPlan(missing), noPlan: true };
  return { kind: 'allowed', query, ownOnly: !seesAll(context) };
}

/** These units over the time that was asked about. */
async function openings(
  { deps, today }: Context,
  query: ProgressQuery,
  names: string[],
): Promise<Offer[]> {
  const period = { year: query.year, months: monthsOf(query, today).join(',') };
  const units = await Promise.all(names.map((name) => findUnit(deps.db, name)));
  return units.flatMap((unit) =>
    unit
      ? { text: words.unitQuestion(unit.name), value: { act: 'open-unit', id: unit.id, ...period } }
      : [],
  );
}

/** 我们局; and whoever sees only the own units and names none, nor the county, means them. */
function isOfOwnUnits(context: Context, asked: ProgressQuery, own: { name: string }[]): boolean {
  if (asked.own || asked.mine) return true;
  if (seesAll(context) && context.origin.chatType === 'p2p') return false;
  const namesOthers = asked.units.length > 0 || (asked.unknownUnits ?? []).length > 0;
  const isOfAll = asked.kind === 'ranking' || asked.kind === 'compare' || asked.wholeCounty;
  return own.length > 0 && !namesOthers && !isOfAll;
}

export function seesAll({ person }: Context): boolean {
  return person.roles.has('leader') || person.roles.has('office');
}

/** The units that the asker is in charge of. */
async function chargedUnits({ deps, person }: Context): Promise<{ name: string }[]> {
  const charges = (await listCharges(deps.db)).filter((c) => c.personId === person.id);
  return findUnits(
    deps.db,
    charges.map((c) => c.unitId),
  );
}

/** In private the asker's units; in a group the group's unit. */
export async function ownUnits(context: Context): Promise<{ id: string; name: string }[]> {
  const { deps, person, origin, chatUnitId } = context;
  if (origin.chatType === 'p2p')
    return person.memberships.map((m) => ({ id: m.unitId, name: m.unitName }));
  return chatUnitId ? findUnits(deps.db, [chatUnitId]) : [];
}
