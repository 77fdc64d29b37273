import { splitDay } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import { clip } from '../feishu/card.ts';
import type { Proposal } from '../progress/proposal.ts';
import { words as progressWords } from '../progress/wording.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { indexUnitNames } from '../text/unit-name.ts';
import { findRecipients } from '../units/recipient.ts';
import { findUnit, listUnitNames } from '../units/resolve.ts';
import { answer, type Context, say } from './context.ts';
import { words } from './office-wording.ts';
import { isOffice } from './people-commands.ts';
import { proposalOf, recordSaid } from './record-said.ts';
import { type ReportScope, scopeOfMonth } from './report-scope.ts';
import { listsInMind, withoutParent } from './shown-list.ts';
import { tellUnits } from './tell-units.ts';
import { meaningOf } from './which-list.ts';
import { words as intentWords } from './wording.ts';

const OPENING = /^(?:请|麻烦)?(?:帮|替)?(?:代填|代报|代为填报|补录|补填)[\s:：,，]*/u;
/** （电话，张三） at the end: how the office heard of it and from whom. */
const SOURCE = /[(（](?<source>[^()（）]{1,60})[)）]\s*[。.]?\s*$/u;
const HEARD =
  /电话|来电|口头|当面|纸质|书面|传真|短信|微信|邮件|会上|会议|来函|来文|报表|材料|反映|告知/u;
const SPOKEN_SOURCE = new RegExp(
  `[,，;；。\\s]+(?<source>(?:来源|据|经)?[:：]?[^,，;；。]{0,8}(?:${HEARD.source})[^;；。]{0,20})[。.]?$`,
  'u',
);

/** （资料未交）, 材料已报: part of the report, and no source. */
const TELLS = /已|未|没|还|正在?|完成|办结|推进|差|缺|等|待|拟|将|预计/u;

/** What stands in a 代填 besides the unit: the report's own words, and the source. */
export function readProxy(text: string): { said: string; source: string } {
  const rest = text.replace(OPENING, '').trim();
  const m = [SOURCE.exec(rest), SPOKEN_SOURCE.exec(rest)].find(
    (found) => found && !TELLS.test(found.groups?.source ?? ''),
  );
  if (!m) return { said: rest, source: '' };
  const source = (m.groups?.source ?? '').replace(/^(?:来源)?[:：]/u, '').trim();
  return { said: rest.slice(0, m.index).trim(), source };
}

/**
 * 代填: the office records for a unit what came by telephone or on paper. It is shown as such, with the source, and the
 * unit is told and may correct it.
 */
export async function proxyReport(context: Context, text: string): Promise<void> {
  if (!isOffice(context)) return say(context, intentWords.notAllowed(intentWords.office));
  const { deps } = context;
  const { said, source } = readProxy(text);
  const names = indexUnitNames(await listUnitNames(deps.db));
  const folded = fold(said);
  const [mention] = findUnits(folded, names);
  const unit = mention && (await findUnit(deps.db, mention.name));
  if (!mention || !unit) return say(context, words.proxyHow);
  // The words as written, unless folding has moved the place of the name.
  const base = folded.length === said.length ? said : folded;
  const cut = base.slice(0, mention.at) + base.slice(mention.at + mention.length);
  const own = cut.replace(/^[\s:：,，的]+/u, '');
  const lists = await listsFor(context, unit.id, own);
  const [card] = lists.toReversed();
  if (!card) return say(context, words.proxyNoItems(unit.name));
  const meaning = meaningOf(lists, own, context.today);
  if (meaning.kind !== 'sure') {
    const lines = card.items
      .slice(0, 20)
      .map((i) => words.proxyLine(i.no, clip(i.content.replace(/\s+/g, ' '), 50)));
    return say(context, words.proxyWhich(unit.name, lines));
  }
  const { scope, reading } = meaning.heard;
  await record(context, proposalOf(scope, reading.items), source);
}

async function record(context: Context, proposal: Proposal, source: string): Promise<void> {
  const { deps, person, now } = context;
  const { unitId, unitName } = proposal;
  const told = (await findRecipients(deps.db, [unitId])).size > 0;
  const { card, batchId, lines } = await recordSaid(context, proposal, {
    how: { via: 'office', source },
    notes: [
      words.proxySource(source),
      told ? words.proxyTold(unitName) : words.proxyUntold(unitName),
    ],
  });
  await tellUnits(deps, now, {
    key: `proxy:${batchId}`,
    unitIds: [unitId],
    purpose: 'answer',
    content: {
      type: 'text',
      text: words.proxyToUnit(
        person.name,
        source,
        lines.map((l) => progressWords.recordedLine({ ...l, content: clip(l.content, 40) })),
      ),
    },
  });
  await answer(context, { type: 'card', card });
}

/** The list that the unit has before it; of another month where the words begin with one. */
async function listsFor(context: Context, unitId: string, said: string): Promise<ReportScope[]> {
  const [period] = findPeriods(fold(said), context.today);
  const { year, month } = splitDay(context.today);
  const [other] = period?.months ?? [];
  if (period && period.at <= 1 && period.months.length === 1 && other && other !== month) {
    const scope = await scopeOfMonth(context, unitId, year, other);
    return scope ? [scope] : [];
  }
  // Which card the office's own message answers says nothing about the unit's list.
  return listsInMind(withoutParent(context), [unitId]);
}
