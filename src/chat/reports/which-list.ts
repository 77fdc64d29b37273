import type { Day } from '../../calendar/county-time.ts';
import { splitDay } from '../../calendar/county-time.ts';
import { readReply } from '../../progress/read-reply.ts';
import type { ReadItem, Reading } from '../../progress/reading.ts';
import { itemOfWords, numberAgainst } from './item-of-words.ts';
import type { ReportScope } from './report-scope.ts';

/** What a text says of the items of one list. */
export type HeardOf = { scope: ReportScope; reading: Reading };

/** A report on items of one list. */
export type HeardReport = {
  scope: ReportScope;
  reading: Extract<Reading, { kind: 'report' }>;
};

/**
 * What a text means where a person has several lists in mind. `sure`: every list that it can speak of gives the same
 * items; `which`: they give different ones, and the person has to say; `unsure`: no list settles it.
 */
export type Meaning =
  | { kind: 'sure'; heard: HeardReport }
  | { kind: 'which'; options: HeardReport[] }
  | { kind: 'unsure'; heard: HeardOf | undefined };

/** Reads a text against every list in mind; a wrong guess would report on the wrong item. Pure. */
export function meaningOf(lists: ReportScope[], text: string, today: Day): Meaning {
  const heard = lists.map((scope) => ({ scope, reading: readAgainst(scope, text, today) }));
  const all = heard.flatMap(({ scope, reading }): HeardReport[] =>
    reading.kind === 'report' && reading.items.some((i) => !i.unsaid) ? [{ scope, reading }] : [],
  );
  // What one list has by name is not the only item of another.
  const named = all.filter(({ reading }) => reading.items.some((i) => !i.assumed && !i.unsaid));
  const reports = named.length > 0 ? named : all;
  const news = reports.filter(tellsNews);
  const told = news.length > 0 ? news : reports;
  const options = [...new Map(told.toReversed().map((r) => [outcomeOf(r), r])).values()];
  const [only, second] = options.toReversed();
  if (!only) return { kind: 'unsure', heard: agreed(heard) };
  if (second) {
    const meant = byWords(options, text);
    return meant
      ? { kind: 'sure', heard: meant }
      : { kind: 'which', options: options.toReversed() };
  }
  const instead = byOtherNumber(only, text, today);
  if (instead) return { kind: 'which', options: [only, instead] };
  if (heard.some((other) => setsApart(other, only))) return { kind: 'which', options: [only] };
  if (heard.some((other) => isOffCard(other, only))) return { kind: 'which', options: [only] };
  const missing = heard.every((h) => h.reading.kind === 'report' || lacksNumber(h));
  if (missing || settledByWords(lists, only, text, today)) return { kind: 'sure', heard: only };
  return { kind: 'unsure', heard: heard.find((h) => h.reading.kind !== 'report') };
}

/** Each item once, under a number that nobody writes. */
export function byWordsOnly(items: ReportScope['items']): ReportScope['items'] {
  const once = new Map(items.map((i) => [i.occurrenceId, i]));
  return [...once.values()].map((i, n) => ({ ...i, no: BEYOND + n, knownAs: 0 }));
}

/**
 * Open items first; what was reported done before is offered only when nothing else fits (a correction), and last what
 * an earlier list of the chat numbered.
 */
function readAgainst(scope: ReportScope, text: string, today: Day): Reading {
  const shown = scope.items.filter((i) => !i.before);
  const all = readItems(scope.month, shown, text, today);
  const open = shown.filter((i) => i.open);
  let first = open.length < shown.length ? readItems(scope.month, open, text, today) : all;
  if (first.kind !== 'report' && all.kind === 'report') first = withoutDone(scope, all);
  if (first.kind !== 'ambiguous' || shown.length === scope.items.length) return first;
  const unknown = first.asks.some((a) => a.why === 'unknown-number');
  const wider = unknown ? readItems(scope.month, scope.items, text, today) : first;
  return wider.kind === 'report' ? wider : first;
}

/** 除第8项外都完成了, where 8 is done: of the others 都 means those that are open, if any is. */
function withoutDone(scope: ReportScope, reading: Reading & { kind: 'report' }): Reading {
  const items = reading.items.filter((i) => !i.swept || isOpenIn(scope, i.no));
  return items.some((i) => !i.unsaid) ? { ...reading, items } : reading;
}

export function readItems(
  month: number,
  items: { no: number; content: string }[],
  text: string,
  refDate: Day,
): Reading {
  const tasks = items.map(({ no, content }) => ({ no, content }));
  return readReply({ year: splitDay(refDate).year, month, refDate, tasks, text });
}

/** 第1项已完成，简报印了300份, where one number stands on two lists: the words beside it fit the item of one of them. */
function byWords(options: HeardReport[], text: string): HeardReport | undefined {
  const meant = options.map(({ scope, reading }) =>
    reading.items.flatMap(({ no }) => scope.items.find((i) => i.no === no) ?? []),
  );
  if (meant.some((items) => items.length !== 1)) return undefined;
  const named = itemOfWords(
    meant.flatMap(([item], i) => (item ? [{ no: i, content: item.content }] : [])),
    text,
  );
  return named === undefined ? undefined : options[named];
}

/** The report with the number that its words speak for, where they contradict the number that is said. */
function byOtherNumber(
  { scope, reading }: HeardReport,
  text: string,
  today: Day,
): HeardReport | undefined {
  const [item, second] = reading.items.filter((i) => !i.unsaid);
  const items = scope.items.filter((i) => !i.before && (i.open || i.no === item?.no));
  const against = item && !second ? numberAgainst(items, item.no, text) : undefined;
  const read = against && readItems(scope.month, items, against.as, today);
  return read?.kind === 'report' ? { scope, reading: read } : undefined;
}

/** 第2项已完成 where a card, which is redrawn, shows its second as done: the list where it is open is meant. */
const tellsNews = ({ scope, reading }: HeardReport) =>
  !scope.since ||
  reading.items.some((i) => !i.unsaid && (i.status !== 'done' || isOpenIn(scope, i.no)));

const isOpenIn = (scope: ReportScope, no: number) => scope.items.some((i) => i.no === no && i.open);

/** 除第3项外都完成了: what one list numbers 3 is done by the other list's numbers. */
function setsApart({ scope, reading }: HeardOf, { scope: list, reading: said }: HeardReport) {
  if (reading.kind !== 'report') return false;
  const ids = new Set(said.items.filter((i) => !i.unsaid).map((i) => idIn(list, i.no)));
  return reading.items.some((i) => i.unsaid && ids.has(idIn(scope, i.no)));
}

/** 第5项已完成 where the month card ends with 4: meant of an answer's list perhaps, so it is shown before it is recorded. */
const isOffCard = (other: HeardOf, said: HeardReport) =>
  other.scope.since !== undefined && said.scope.since === undefined && lacksNumber(other);

/** A number is said that this list does not have: it is not the one spoken of. */
const lacksNumber = ({ reading }: HeardOf) =>
  reading.kind === 'ambiguous' && reading.asks.some((a) => a.why === 'unknown-number');

export const idIn = (scope: ReportScope, no: number) =>
  scope.items.find((i) => i.no === no)?.occurrenceId;

/** Which items would stand how. */
function outcomeOf({ scope, reading }: HeardReport): string {
  return JSON.stringify([scope.unitId, ...saidOf(scope, reading.items).sort()]);
}

function saidOf(scope: ReportScope, items: ReadItem[]): string[] {
  return items
    .filter((i) => !i.unsaid)
    .map((i) => {
      return [idIn(scope, i.no), i.status, i.percent, i.eta].join(' ');
    });
}

/** Beyond any number that people write, so that nothing but words can name an item. */
const BEYOND = 100_000;

/** 平台建好了 needs no number: among all that is in mind the words fit the same items. */
function settledByWords(
  lists: ReportScope[],
  { scope, reading }: HeardReport,
  text: string,
  today: Day,
): boolean {
  const all = lists.filter((l) => l.unitId === scope.unitId).flatMap((l) => l.items);
  const items = byWordsOnly(
    all.filter(
      (i) => i.open || all.every((x) => !x.open) || reading.items.some((r) => r.no === i.no),
    ),
  );
  if (lists.some((l) => l.unitId !== scope.unitId)) return false;
  const together = readItems(scope.month, items, text, today);
  if (together.kind !== 'report' || together.asks.length > 0) return false;
  return (
    outcomeOf({ scope, reading }) === outcomeOf({ scope: { ...scope, items }, reading: together })
  );
}

/** What is no report under any list: taken as the first list has it, with numbers only where all lists agree on them. */
function agreed(heard: HeardOf[]): HeardOf | undefined {
  const having = heard.filter((h) => !lacksNumber(h));
  const [onCard] = [having, heard].flatMap((all) => [...all.filter((h) => h.scope.since), ...all]);
  const aside = heard.filter(({ reading }) => reading.kind === 'not_a_report');
  // 第6项不是我们的事: of the list that has a sixth.
  const known = aside.find(
    ({ scope, reading }) =>
      reading.kind === 'not_a_report' && reading.tasks.some((no) => idIn(scope, no)),
  );
  const first = known ?? aside[0] ?? onCard;
  if (first?.reading.kind !== 'not_a_report') return first;
  const { scope, reading } = first;
  const tasks = reading.tasks.filter((no) =>
    heard.every((h) => [undefined, idIn(scope, no)].includes(idIn(h.scope, no))),
  );
  return { scope, reading: { ...reading, tasks } };
}
