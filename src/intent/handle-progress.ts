import { splitDay } from '../calendar/county-time.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { words } from '../summary/wording.ts';
import { findUnits } from '../units/queries.ts';
import { oneTaskCard, progressCard, unitCard } from './answer-progress.ts';
import { answer, type Context, say } from './context.ts';
import type { ProgressQuery } from './intent.ts';
import { words as intentWords } from './wording.ts';

/**
 * Answers a question about progress, as far as the asker may know (domain.md section 6): leaders and the office
 * everything, in private; others their own units; a unit's group that unit.
 */
export async function handleProgress(context: Context, query: ProgressQuery): Promise<void> {
  const { deps, person, origin } = context;
  const asked = { ...deps, now: context.now };
  const seesAll = person.roles.has('leader') || person.roles.has('office');
  const own = await ownUnits(context);
  const named = query.own ? { ...query, units: own.map((u) => u.name) } : query;
  const onlyOwn = named.units.length > 0 && named.units.every((n) => own.some((u) => u.name === n));
  if (named.unknownUnits && named.unknownUnits.length > 0 && named.units.length === 0)
    return say(context, intentWords.unitUnknown(named.unknownUnits.join('、'), []));
  if (!onlyOwn) {
    if (origin.chatType === 'group') return say(context, words.groupRefuses);
    if (!seesAll) return say(context, words.notAllowed);
  }
  const plans = await listPublishedPlans(deps.db);
  if (!plans.some((p) => p.year === named.year)) return say(context, words.noPlan(named.year));
  await answer(context, { type: 'card', card: await progressCard(asked, named) });
}

/** 我的任务: what the asker's units have open this year so far. */
export async function myTasks(context: Context): Promise<void> {
  const own = await ownUnits(context);
  if (own.length === 0) return say(context, intentWords.whoAmI(context.person));
  const { year, month } = splitDay(context.today);
  const card = await progressCard(
    { ...context.deps, now: context.now },
    {
      kind: 'list',
      year,
      months: Array.from({ length: month }, (_, i) => i + 1),
      units: own.map((u) => u.name),
      role: null,
      status: 'not_done',
    },
  );
  await answer(context, { type: 'card', card });
}

/** Drill-down behind a figure: checked anew, because a card can be pressed by whoever sees it. */
export async function openBehind(
  context: Context,
  click: { act: 'open-unit' | 'open-task'; id: string; year: number; months: number[] },
): Promise<'answered' | 'not-allowed' | 'unknown'> {
  const { deps, person, now } = context;
  const seesAll = person.roles.has('leader') || person.roles.has('office');
  const own = await ownUnits(context);
  if (!seesAll && !(click.act === 'open-unit' && own.some((u) => u.id === click.id)))
    return 'not-allowed';
  if (context.origin.chatType === 'group' && !own.some((u) => u.id === click.id))
    return 'not-allowed';
  const asked = { ...deps, now };
  const card =
    click.act === 'open-unit'
      ? await unitCard(asked, click.id, click.year, click.months)
      : await oneTaskCard(asked, click.id, click.year, click.months);
  if (!card) return 'unknown';
  await answer(context, { type: 'card', card });
  return 'answered';
}

/** In private the asker's units; in a group the group's unit. */
async function ownUnits(context: Context): Promise<{ id: string; name: string }[]> {
  const { deps, person, origin, chatUnitId } = context;
  if (origin.chatType === 'p2p')
    return person.memberships.map((m) => ({ id: m.unitId, name: m.unitName }));
  return chatUnitId ? findUnits(deps.db, [chatUnitId]) : [];
}
