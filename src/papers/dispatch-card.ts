import { type Day, dayOf } from '../calendar/county-time.ts';
import { type Card, card, escapeMarkdown, markdown, note } from '../feishu/card.ts';
import { asOfText, words as summaryWords } from '../summary/wording.ts';
import { dispatchOf } from './dispatch-figures.ts';
import { countsOf, slowLine } from './dispatch-paper.ts';
import { words as w } from './dispatch-wording.ts';
import type { Pack } from './load-pack.ts';
import { reportWords } from './wording.ts';

const LISTED = 3;

/** What the meeting is about in a few lines; the file beside it has the rest. `on`: the day of the meeting. */
export function dispatchCard(pack: Pack, on?: Day): Card {
  const d = dispatchOf(pack);
  const slow = d.tasks.filter((t) => t.pace === 'slow');
  const today = dayOf(pack.asOf, pack.timeZone);
  return card({
    title: w.cardTitle(reportWords.period(pack.year, pack.months)),
    subtitle: summaryWords.asOf(asOfText(pack.asOf, pack.timeZone)),
    summary: w.cardHead(countsOf(d)),
    elements: [
      ...(on && on >= today ? [markdown(w.cardOn(on))] : []),
      markdown(w.cardHead(countsOf(d))),
      ...(slow.length > 0
        ? [
            markdown(
              `**${w.cardSlow}**<br>${slow
                .slice(0, LISTED)
                .map((t, i) => escapeMarkdown(slowLine(t, i)))
                .join('<br>')}`,
            ),
          ]
        : []),
      note(
        w.cardOthers(d.promises.length, d.problems.length, d.instructions.length) +
          w.unlistedCount(d.unlisted.length),
      ),
    ],
  });
}
