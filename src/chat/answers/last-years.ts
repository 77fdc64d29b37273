import { splitDay } from '../../calendar/county-time.ts';
import { type Card, clip, escapeMarkdown, markdown } from '../../feishu/card.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import type { Context } from '../context.ts';
import { inMonth, LATE_UNTIL, owedOfYear } from '../reports/unit-duties.ts';
import { ownUnits } from './may-ask.ts';
import { questionWords as words } from './question-wording.ts';

/** As many of a month as are named. */
const NAMED = 10;

/**
 * A list of what the asker's own units have open this year, early in the year with what they still owe of the year before:
 * by month, under the numbers of its cards.
 */
export async function withLastYears(
  context: Context,
  query: ProgressQuery,
  card: Card,
): Promise<Card> {
  const { db } = context.deps;
  const { year, month } = splitDay(context.today);
  const isOpenNow =
    query.kind === 'list' &&
    query.status === 'not_done' &&
    query.year === year &&
    !query.topic &&
    !query.window &&
    (query.months ?? [1]).includes(1);
  const own = isOpenNow && month <= LATE_UNTIL ? await ownUnits(context) : [];
  const asked = own.filter((u) => query.units.includes(u.name)).map((u) => u.id);
  const owed = (await owedOfYear(db, year - 1, 13, asked, [])).flatMap((l) => l.items);
  const months = [...Map.groupBy(owed, (i) => i.owedOf?.month ?? 0)].sort(([a], [b]) => a - b);
  for (const [of, items] of months) {
    const lists = await inMonth(db, { year: year - 1, month: of }, asked);
    const open = new Set(items.map((i) => i.occurrenceId));
    const lines = lists.flatMap(({ items, unitName }) =>
      items
        .filter((i) => open.has(i.occurrenceId))
        .map(({ no, content }) =>
          words.lastYears(
            asked.length > 1 ? unitName : '',
            no,
            clip(content.replace(/\s+/g, ' '), 50),
          ),
        ),
    );
    const shown = escapeMarkdown(lines.slice(0, NAMED).join('\n'));
    const head = words.lastYearsHead(year - 1, of, lines.length);
    card.body.elements.push(markdown(`**${head}**\n${shown}`));
  }
  const [[of] = []] = months;
  if (of) card.body.elements.push(markdown(words.lastYearsFoot(of)));
  return card;
}
