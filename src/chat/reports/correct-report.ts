import { dayOf } from '../../calendar/county-time.ts';
import { card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import { rereadFor } from '../../intent/reread.ts';
import { findItems } from '../../plan/item-queries.ts';
import { readAmendment, restatedFigure, type Swap, swapFigures } from '../../progress/amend.ts';
import { undoButton } from '../../progress/cards.ts';
import type { Proposal, ProposedItem } from '../../progress/proposal.ts';
import { findLastBatch, type ReportRow } from '../../progress/queries.ts';
import { words } from '../../progress/wording.ts';
import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import { verbose } from '../../text/verbose.ts';
import { findUnits } from '../../units/queries.ts';
import { answer, type Context, say } from '../context.ts';
import { answerRecorded, linesOf, recordSaid } from './record-said.ts';
import { numbersKnown } from './shown-list.ts';

/**
 * 更正：投资是3200万不是2300万 amends the same person's last report; both are kept (domain.md section 5). False where a
 * message amends nothing, or says in full what holds: then it is read like any report, and `amends` links it.
 */
export async function correctReport(
  context: Context,
  unitIds: string[],
  text: string,
): Promise<{ done: true } | { done: false; said: string; amends?: string; instead?: true }> {
  const amendment = readAmendment(text);
  const figure = amendment ? undefined : NAMED_FIGURE.exec(fold(text))?.groups;
  if (!amendment && !figure) return { done: false, said: text };
  const last = await findLastBatch(context.deps.db, context.person.id, unitIds);
  if (!amendment) {
    const { no = '', name = '', now = '' } = figure ?? {};
    const done = await swapNamed(context, last, `${no}${name}是${now}`);
    return done ? { done } : { done: false, said: text };
  }
  if (amendment.kind === 'figures') {
    const done = await swapInLast(context, last, amendment.swaps);
    if (done || !/[第\d]\s*项|第\S{1,3}[项条]/u.test(text)) {
      if (!done) await say(context, notFound(last, amendment.swaps));
      return { done: true };
    }
    return { done: false, said: text, ...linkTo(last) };
  }
  if (amendment.rest === '') {
    await showLast(context, last);
    return { done: true };
  }
  if (await swapNamed(context, last, amendment.rest)) return { done: true };
  const isSlip = last.length === 1 && ANOTHER.test(amendment.rest) && !ALSO.test(amendment.rest);
  return {
    done: false,
    said: text,
    ...linkTo(last),
    ...(isSlip ? { instead: true as const } : {}),
  };
}

/** 说错了，是第2项完成: of another item by its number; 不对，停产的是3家 tells of an item by its own words. */
const ANOTHER =
  /^(?:应该?|应当|其实|实际上?)?是?(?:第\S{1,3}[项条个](?![,，])|\d{1,2}(?!\d|[.家个户万亿亩人]))/u;

/** 走访改成19家 behind 贷款1.2亿，走访18家: only the figure of that name gives way, and the others stand. */
const NAMED_FIGURE = verbose`
  ^(?<no>第?[\d一二三四五六七八九十]{1,3}项)?的?(?<name>\p{Script=Han}{2,8}?)
  (?:要|应该?|请)?(?:改|更正|修改|修正|调整|订正)(?:为|成|到)(?<now>[^,，。;；\s]{1,16})
  [。.]?$
`;

/** 投资是2300万元 in place of the figure that the last report gave under that name; false where it gave none. */
async function swapNamed(context: Context, last: ReportRow[], said: string): Promise<boolean> {
  const named = await namedIn(context, last, said);
  const swaps = named.flatMap((r) => restatedFigure(said, r.note) ?? []);
  return swaps.length === 1 && (await swapInLast(context, named, swaps));
}

/** 说错了，2也完成了 adds to what was said. */
const ALSO = /也|都|还有|另外|加上/u;

/** The reports on the item that the words name by number; all where they name none. */
async function namedIn(context: Context, last: ReportRow[], said: string): Promise<ReportRow[]> {
  const nos = findTaskRefs(said, 'explicit').flatMap((r) =>
    r.kind === 'numbers' ? r.numbers : [],
  );
  if (nos.length === 0) return last;
  const known = await numbersKnown(context, [...new Set(last.map((r) => r.unitId))]);
  return last.filter((r) => nos.includes(known.get(r.occurrenceId) ?? 0));
}

const linkTo = (last: ReportRow[]) => (last[0] ? { amends: last[0].batchId } : {});

const notFound = (last: ReportRow[], swaps: Swap[]) =>
  last.length === 0 ? words.noLastReport : words.figureNotFound(swaps.map((s) => s.old).join('、'));

/** Records the one item of the last report that holds the old figures anew; false where none or several do. */
async function swapInLast(context: Context, last: ReportRow[], swaps: Swap[]): Promise<boolean> {
  const { deps } = context;
  const items = await findItems(
    deps.db,
    last.map((r) => r.occurrenceId),
  );
  const found = last.flatMap((row) => {
    const note = swapFigures(row.note, swaps);
    const item = items.find((x) => x.occurrenceId === row.occurrenceId);
    return note && item ? [{ row, note, content: item.content }] : [];
  });
  const [only, second] = found;
  if (!only || second) return false;
  const { row, note, content } = only;
  const known = await numbersKnown(context, [row.unitId]);
  const no = known.get(row.occurrenceId) ?? 0;
  const said = dayOf(row.reportedAt, deps.config.APP_TIMEZONE);
  const reread = rereadFor(note, { no, content }, said);
  const percent = reread?.percent ?? row.percent ?? undefined;
  const eta = reread?.eta ?? row.eta ?? undefined;
  const item: ProposedItem = {
    no,
    occurrenceId: row.occurrenceId,
    role: row.role,
    content: content.replace(/\s+/g, ' '),
    // A figure corrects a figure: whether the task is done is not settled by it.
    status: row.status,
    note,
    figures: swaps.map((s) => words.swapped(s.old, s.new)),
    ...(percent === undefined ? {} : { percent }),
    ...(eta ? { eta } : {}),
  };
  const [unit] = await findUnits(deps.db, [row.unitId]);
  const proposal: Proposal = {
    unitId: row.unitId,
    unitName: unit?.name ?? '',
    items: [item],
    amends: row.batchId,
  };
  await answerRecorded(context, await recordSaid(context, proposal));
  return true;
}

/** 刚才说错了, and nothing more: what the last report was, with 撤销. */
async function showLast(context: Context, last: ReportRow[]): Promise<void> {
  const [first] = last;
  if (!first) return say(context, words.noLastReport);
  const text = words.lastReport(await linesOf(context, last));
  await answer(context, {
    type: 'card',
    card: card({
      title: words.proposeTitle,
      template: 'wathet',
      elements: [markdown(escapeMarkdown(text)), row([undoButton(first.batchId)])],
    }),
  });
}
