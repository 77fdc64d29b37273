import type { z } from 'zod';
import {
  findChange,
  findLastChange,
  findLastTransfer,
  findLastUndone,
} from '../../audit/queries.ts';
import { dayOf } from '../../calendar/county-time.ts';
import { button, card, clip, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import { findSentContent } from '../../outbox/sent-queries.ts';
import { UndoClick } from '../../progress/cards.ts';
import { findBatch, findBatchesBeside, findCurrentReports } from '../../progress/queries.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { shortDay } from '../../text/short-day.ts';
import { answeredAside } from '../aside.ts';
import { answer, type Context, say } from '../context.ts';
import { openQuestion, type WaitingUndo } from '../orders/open-question.ts';
import { keepQuestion } from '../reports/propose.ts';
import { reportingUnits } from '../reports/report-scope.ts';
import { listsInMind } from '../reports/shown-list.ts';
import { describeChange } from './describe-change.ts';
import { undoChange } from './undo.ts';
import { undoWords as words } from './undo-wording.ts';

/** What is older is not taken back without asking. */
const RECENT_MS = 24 * 3_600_000;
/** What was done so shortly before a question may be meant with it. */
const JUST_NOW_MS = 10 * 60_000;

/**
 * 撤销 written out. Under a confirmation it means that change; else whatever came last: the question that waits here is
 * dropped, or the last change taken back. A change older than a day, or one step further back, is named first.
 */
export async function undoByWord(context: Context): Promise<void> {
  await answeredAside(context, async (there) => {
    await undoLast(there);
    return true;
  });
}

async function undoLast(context: Context): Promise<void> {
  const { deps, person, now } = context;
  const undo = async (changeId: string) => {
    const texts: string[] = [];
    for (const id of [changeId, ...(await besideReport(context, changeId))])
      texts.push((await undoChange(context, id)).text);
    await say(context, texts.join('\n'));
  };
  const pointed = await changeAbove(context);
  if (pointed) return undo(pointed);
  const open = await openQuestion(context);
  const last = await findLastChange(deps.db, person.id);
  if (open && !open.isUndo && (!last || open.at >= last.at)) {
    const dropped = await open.drop();
    const isJustNow = last && open.at.getTime() - last.at.getTime() <= JUST_NOW_MS;
    if (!isJustNow) return say(context, dropped);
    // What was recorded just before may be what is meant.
    return offer(context, last.id, words.alsoBefore(dropped, await nameOf(context, last)));
  }
  if (!last) return say(context, progressWords.nothingToUndo);
  const age = now.getTime() - last.at.getTime();
  // 撤销 again may be meant of what was just taken back: the step before it is named first.
  const undone = await findLastUndone(deps.db, person.id);
  const isFurther = undone?.undoneAt && undone.undoneAt > last.at && undone.at > last.at;
  if (age <= RECENT_MS && isFurther)
    return ask(context, last.id, words.askAnother(await nameOf(context, last)));
  if (age <= RECENT_MS) return undo(last.id);
  await ask(context, last.id, words.askOld(await nameOf(context, last)));
}

/** The reports that the same message or tap brought for other units: 撤销 in words means all that it said. */
async function besideReport({ deps: { db } }: Context, batchId: string): Promise<string[]> {
  const [report] = await findBatch(db, batchId);
  return report ? findBatchesBeside(db, report) : [];
}

/**
 * 第1项撤回: takes back what was reported last on an item of the own list. A report that spoke of other items too, or is
 * older than a day, is named first.
 */
export async function undoItem(context: Context, no: number): Promise<void> {
  const { deps, now } = context;
  const lists = await listsInMind(context, reportingUnits(context));
  const items = lists.flatMap((l) => l.items.filter((i) => i.no === no));
  const item = await onlyItem(context, no, items);
  if (!item) return;
  const reports = await findCurrentReports(deps.db, [item.occurrenceId]);
  const report = reports.find((r) => r.unitId === item.unitId);
  const change = report && (await findChange(deps.db, report.batchId));
  if (!change) return say(context, words.noReport(no, short(item.content)));
  const isAlone = (await findBatch(deps.db, change.id)).length === 1;
  if (!isAlone || now.getTime() - change.at.getTime() > RECENT_MS)
    return ask(context, change.id, words.askReport(await nameOf(context, change)));
  return say(context, (await undoChange(context, change.id)).text);
}

/** The one item that has this number in what the person has in mind; says so where there is none, or more than one. */
async function onlyItem<T extends { occurrenceId: string; unitId: string; content: string }>(
  context: Context,
  no: number,
  items: T[],
): Promise<T | undefined> {
  const [item, ...others] = items;
  const isUnsure = others.some(
    (o) => o.occurrenceId !== item?.occurrenceId || o.unitId !== item.unitId,
  );
  if (item && !isUnsure) return item;
  const contents = [...new Set(items.map((i) => short(i.content)))];
  await say(context, item ? words.whichItem(no, contents) : words.noItem(no));
  return undefined;
}

/** 收回第2项的转办: the item is the liaison's own again. */
export async function undoTransferOf(context: Context, no: number): Promise<void> {
  const { deps } = context;
  const lists = await listsInMind(context, reportingUnits(context));
  const item = await onlyItem(
    context,
    no,
    lists.flatMap((l) => l.items.filter((i) => i.no === no)),
  );
  if (!item) return;
  const change = await findLastTransfer(deps.db, [item.occurrenceId]);
  if (!change) return say(context, words.noTransfer(no, short(item.content)));
  await say(context, (await undoChange(context, change.id)).text);
}

const short = (content: string) => clip(content.replace(/\s+/g, ' '), 40);

/**
 * 算了, 不发了: drops what waits here and never takes back what was done; that is only offered. False where nothing waits
 * and the words may be a report.
 */
export async function dropByWord(context: Context, isPlain: boolean): Promise<boolean> {
  const open = await openQuestion(context);
  if (open) {
    await say(context, await open.drop());
    return true;
  }
  if (!isPlain) return false;
  const last = await findLastChange(context.deps.db, context.person.id);
  const isRecent = last && context.now.getTime() - last.at.getTime() <= RECENT_MS;
  if (isRecent) await offer(context, last.id, words.nothingWaitsBut(await nameOf(context, last)));
  else await say(context, words.nothingWaits);
  return true;
}

/** 确认 written out: carries out what was shown last. False where nothing waits. */
export async function confirmByWord(context: Context): Promise<boolean> {
  const open = await openQuestion(context);
  if (!open) return false;
  await (open.confirm ? open.confirm() : say(context, words.chooseOnCard));
  return true;
}

/** Asks whether a change is to be taken back: by the tap, or by 确认. */
async function ask(context: Context, change: string, text: string): Promise<void> {
  await keepQuestion(context, text, [{ undo: change } satisfies z.infer<typeof WaitingUndo>]);
  await offer(context, change, text);
}

async function offer(context: Context, change: string, text: string): Promise<void> {
  const press = button({
    text: progressWords.undo,
    value: { act: 'undo', change } satisfies UndoClick,
  });
  await answer(context, {
    type: 'card',
    card: card({
      title: words.title,
      template: 'wathet',
      elements: [markdown(escapeMarkdown(text)), row([press])],
    }),
  });
}

async function nameOf(
  { deps, now }: Context,
  change: Parameters<typeof describeChange>[1],
): Promise<string> {
  const timeZone = deps.config.APP_TIMEZONE;
  const day = dayOf(change.at, timeZone);
  const days = Math.round((Date.parse(dayOf(now, timeZone)) - Date.parse(day)) / RECENT_MS);
  return words.dated(await describeChange(deps.db, change), shortDay(day), days);
}

/** The change whose 撤销 stands on the card that the message answers. */
async function changeAbove({ deps, origin }: Context): Promise<string | undefined> {
  const content = origin.parentId && (await findSentContent(deps.db, origin.parentId));
  return content ? findUndo(content) : undefined;
}

function findUndo(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const click = UndoClick.safeParse(value);
  if (click.success) return click.data.change;
  for (const inner of Object.values(value)) {
    const found = findUndo(inner);
    if (found) return found;
  }
  return undefined;
}
