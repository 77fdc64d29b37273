import { addDays, dayOf, instantOf, wallClock } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { findItems } from '../../plan/item-queries.ts';
import { listReports } from '../../progress/queries.ts';
import { reportsCard } from '../../summary/cards.ts';
import { asOfText, STATUS_WORDS, words } from '../../summary/wording.ts';
import { listUnits } from '../../units/queries.ts';
import { askedFor } from './asked-for.ts';

const SHOWN = 15;

/** Reports as they came: of some days, of one person. `unitIds`: only of these units; all where it is absent. */
export async function answerReports(
  asked: Pick<Deps, 'db' | 'config'> & { now: Date },
  query: ProgressQuery,
  unitIds?: string[],
): Promise<Card> {
  const timeZone = asked.config.APP_TIMEZONE;
  const { reported, reporter } = query;
  const units = new Map((await listUnits(asked.db)).map((u) => [u.id, u.name]));
  const named = [...units].filter(([, name]) => query.units.includes(name)).map(([id]) => id);
  const only = query.units.length > 0 ? named.filter((u) => unitIds?.includes(u) ?? true) : unitIds;
  const found = await listReports(asked.db, {
    from: reported && instantOf(reported.from, '00:00', timeZone),
    before: reported && instantOf(addDays(reported.to, 1), '00:00', timeZone),
    reporter,
    unitIds: only,
  });
  const shown = found.slice(0, SHOWN);
  const items = new Map(
    (
      await findItems(
        asked.db,
        shown.map((r) => r.occurrenceId),
      )
    ).map((i) => [i.occurrenceId, i]),
  );
  const when = reported ? words.days(reported.from, reported.to) : '';
  return reportsCard({
    title: words.reportsTitle(reporter ?? query.units.join('、'), when),
    asOf: asOfText(asked.now, timeZone),
    total: found.length,
    asked: askedFor(query, dayOf(asked.now, timeZone)),
    reports: shown.flatMap((r) => {
      const item = items.get(r.occurrenceId);
      if (!item) return [];
      const { day, time } = wallClock(r.reportedAt, timeZone);
      return [
        {
          occurrenceId: r.occurrenceId,
          year: item.year,
          months: item.months.length > 0 ? item.months : [Number(item.dueOn.slice(5, 7))],
          head: item.content.replace(/\s+/g, ' '),
          said: words.historyLine(
            `${day} ${time}`,
            units.get(r.unitId) ?? '',
            r.reporter,
            `${STATUS_WORDS[r.status]}${dayOf(r.reportedAt, timeZone) > item.dueOn ? words.afterDue : ''}`,
            r.note,
          ),
        },
      ];
    }),
  });
}
