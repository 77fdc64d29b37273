import { splitDay } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import { clip } from '../feishu/card.ts';
import { recordedCard } from '../progress/cards.ts';
import { readReply } from '../progress/read-reply.ts';
import type { ReportItem } from '../progress/record.ts';
import { words as progressWords } from '../progress/wording.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { indexUnitNames } from '../text/unit-name.ts';
import { findUnit, listUnitNames } from '../units/resolve.ts';
import { actOf, answer, type Context, say } from './context.ts';
import { words } from './office-wording.ts';
import { isOffice } from './people-commands.ts';
import { type ReportScope, reportScopes, scopeOfMonth } from './report-scope.ts';
import { notesOf, takeReport } from './take-report.ts';
import { tellUnits } from './tell-units.ts';
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

/** What stands in a 代填 besides the unit: the report's own words, and the source. */
export function readProxy(text: string): { said: string; source: string } {
  const rest = text.replace(OPENING, '').trim();
  const m = SOURCE.exec(rest) ?? SPOKEN_SOURCE.exec(rest);
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
  const scope = await scopeFor(context, unit.id, own);
  if (!scope) return say(context, words.proxyNoItems(unit.name));
  const reading = readReply({
    year: splitDay(context.today).year,
    month: scope.month,
    refDate: context.today,
    tasks: scope.items.map(({ no, content }) => ({ no, content })),
    text: own,
  });
  if (reading.kind !== 'report') {
    const lines = scope.items
      .slice(0, 20)
      .map((i) => words.proxyLine(i.no, clip(i.content.replace(/\s+/g, ' '), 50)));
    return say(context, words.proxyWhich(unit.name, lines));
  }
  await record(context, scope, source, reading.items);
}

async function record(
  context: Context,
  scope: ReportScope,
  source: string,
  said: (Omit<ReportItem, 'occurrenceId' | 'role'> & { no: number })[],
): Promise<void> {
  const { deps, person, now } = context;
  const found = said.flatMap((s) => {
    const item = scope.items.find((i) => i.no === s.no);
    return item ? [{ ...s, item }] : [];
  });
  const taken = await takeReport(deps, actOf(context), {
    unitId: scope.unitId,
    via: 'office',
    source,
    items: found.map(({ item, status, percent, eta, note }) => ({
      occurrenceId: item.occurrenceId,
      role: item.role,
      status,
      ...(percent === undefined ? {} : { percent }),
      ...(eta ? { eta } : {}),
      ...(note ? { note } : {}),
    })),
  });
  const lines = found.map(({ no, item, status, percent, eta }) => ({
    no,
    content: clip(item.content.replace(/\s+/g, ' '), 40),
    status,
    ...(percent === undefined ? {} : { percent }),
    ...(eta ? { eta } : {}),
  }));
  const told = await tellUnits(deps, now, {
    key: `proxy:${taken.batchId}`,
    unitIds: [scope.unitId],
    purpose: 'answer',
    content: {
      type: 'text',
      text: words.proxyToUnit(
        person.name,
        source,
        lines.map((l) => progressWords.recordedLine(l)),
      ),
    },
  });
  await answer(context, {
    type: 'card',
    card: recordedCard({
      unit: scope.unitName,
      person: person.name,
      changeId: taken.batchId,
      lines,
      notes: [
        words.proxySource(source),
        told.length > 0 ? words.proxyTold(scope.unitName) : words.proxyUntold(scope.unitName),
        ...notesOf(taken),
      ],
    }),
  });
}

/** The list that the unit has before it; of another month where the words begin with one. */
async function scopeFor(
  context: Context,
  unitId: string,
  said: string,
): Promise<ReportScope | undefined> {
  const [period] = findPeriods(fold(said), context.today);
  const { year, month } = splitDay(context.today);
  const [other] = period?.months ?? [];
  if (period && period.at <= 1 && period.months.length === 1 && other && other !== month)
    return scopeOfMonth(context, unitId, year, other);
  const [scope] = await reportScopes({ ...context, origin: bare(context) }, [unitId]);
  return scope;
}

/** Which card the office's own message answers says nothing about the unit's list. */
function bare({ origin }: Context): Context['origin'] {
  const { parentId: _, ...rest } = origin;
  return rest;
}
